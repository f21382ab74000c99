// The tables of the model in; words, JSON or a diagram out.
import { ENTITIES, RECORDS, RELATIONS } from '../../schema/model.js'
import { paint } from './print.js'
import { fill } from './table.js'

/** The model as data, as `wentu schema --json` prints it. */
export function modelJson(): unknown {
  const rows = (table: Record<string, object>) => Object.entries(table).map(([type, row]) => ({ type, ...row }))
  return { entities: rows(ENTITIES), relations: rows(RELATIONS), records: rows(RECORDS) }
}

/** The model to read in a terminal. */
export function modelText(): string {
  const things = Object.entries(ENTITIES).map(
    ([type, { caption, says, attributes }]) => `${name(type, caption.zh)}${says}${listAttributes(attributes)}`,
  )
  const facts = Object.entries(RELATIONS).map(
    ([type, { caption, says, from, to, attributes }]) =>
      `${name(type, caption.zh)}${from.join(', ')} → ${to.join(', ')}: ${says}${listAttributes(attributes)}`,
  )
  const records = Object.entries(RECORDS).map(
    ([type, { caption, says, attributes }]) => `${name(type, caption.zh)}${says}${listAttributes(attributes)}`,
  )
  const part = (title: string, lines: readonly string[]) => [paint('bold', title), ...lines, ''].join('\n')
  return [
    part('Things: nodes labelled Entity and their type', things),
    part('Facts: relationships between things, each with at least one Statement', facts),
    part('Records: the other nodes', records).trimEnd(),
  ].join('\n')
}

const name = (type: string, caption: string) => `  ${fill(type, 14)}${fill(caption, 10)}`

function listAttributes(attributes: Readonly<Record<string, string>>): string {
  const names = Object.keys(attributes)
  return names.length ? paint('dim', ` (${names.join(', ')})`) : ''
}

/** The model as a Mermaid flowchart: things, facts between them, and where the evidence hangs. */
export function modelMermaid(): string {
  const nodes = Object.entries(ENTITIES).map(([type, { caption }]) => `  ${type}["${type}<br/>${caption.zh}"]`)
  const edges = Object.entries(RELATIONS).flatMap(([type, { from, to }]) => {
    // Mermaid draws an arrow for every pair of ends.
    return [`  ${from.join(' & ')} -->|${type}| ${to.join(' & ')}`]
  })
  return [
    'flowchart LR',
    ...nodes,
    ...edges,
    '  Document -.->|MENTIONS| Person',
    '  Statement -.->|STATED_IN| Document',
  ].join('\n')
}
