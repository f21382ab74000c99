// The whole graph in, tables out: for a person's spreadsheet, and for `neo4j-admin database import`.
// Each piece names the file that it goes into.
import { RELATION_TYPES } from '../../schema/model.js'
import { schemaStatements } from '../cypher.js'
import { type ColumnKind, edgeColumns, nodeColumns } from './columns.js'
import type { Properties, Value, WholePart } from './whole.js'

export interface Piece {
  file: string
  text: string
}

/** A cell that a spreadsheet would run as a formula is put behind an apostrophe. */
const defuse = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`

const TABLES = {
  nodes: [
    'id',
    'type',
    'name',
    'aliases',
    'documents',
    'label',
    'date',
    'number',
    'code',
    'kind',
    'severity',
    'deaths',
    'injured',
    'missing',
  ],
  edges: [
    'from',
    'type',
    'to',
    'from_name',
    'to_name',
    'sources',
    'first',
    'last',
    'quote',
    'since',
    'until',
    'former',
    'role',
  ],
} as const

/** Two tables for people: things and facts, the names of both ends beside their ids. */
export async function* toTables(parts: AsyncIterable<WholePart>): AsyncGenerator<Piece> {
  const names = new Map<string, string>()
  yield* heads()
  for await (const part of parts) {
    if ('node' in part) {
      const { id, labels, properties } = part.node
      names.set(id, String(properties.name ?? ''))
      yield { file: 'nodes.csv', text: line(TABLES.nodes, { ...properties, id, type: labels.at(-1) ?? '' }) }
    } else {
      const { type, from, to, properties } = part.edge
      const ends = { from: from.id, to: to.id, from_name: names.get(from.id) ?? '', to_name: names.get(to.id) ?? '' }
      yield { file: 'edges.csv', text: line(TABLES.edges, { ...properties, ...ends, type }) }
    }
  }
}

function* heads(): Generator<Piece> {
  // Excel reads a file without this mark as the code page of the machine.
  for (const [name, columns] of Object.entries(TABLES))
    yield { file: `${name}.csv`, text: `\ufeff${columns.join(',')}\r\n` }
}

function line(columns: readonly string[], values: Properties): string {
  const cells = columns.map((name) => {
    const value = values[name]
    if (value === undefined || value === null) return ''
    return typeof value === 'number'
      ? String(value)
      : quote(defuse(Array.isArray(value) ? value.join('; ') : String(value)))
  })
  return `${cells.join(',')}\r\n`
}

/** What neo4j-admin calls the kinds of columns. */
const ADMIN: Record<ColumnKind, string> = {
  string: 'string',
  integer: 'long',
  number: 'double',
  boolean: 'boolean',
  strings: 'string[]',
  integers: 'long[]',
}
/** Between the parts of a list: no text of a document holds it. */
const UNIT = '\u001f'

/**
 * Files for `neo4j-admin database import full`: a header and a table for each kind of node and each type of relationship.
 * `command` tells what to call.
 */
export async function* toAdminImport(parts: AsyncIterable<WholePart>): AsyncGenerator<Piece> {
  const begun = new Set<string>()
  for await (const part of parts) {
    if ('node' in part) {
      const { kind, id, labels, properties } = part.node
      const { id: _, ...columns } = nodeColumns(kind)
      const file = `node-${kind}`
      if (!begun.has(file)) {
        begun.add(file)
        yield { file: `${file}-header.csv`, text: `id:ID(${kind}),:LABEL,${header(columns)}\n` }
      }
      yield {
        file: `${file}.csv`,
        text: `${quote(id)},${quote(labels.join(UNIT))}${adminCells(columns, properties)}\n`,
      }
    } else {
      const { type, from, to, properties } = part.edge
      const columns = edgeColumns(type)
      const file = `edge-${type}`
      if (!begun.has(file)) {
        begun.add(file)
        const named = header(columns)
        yield {
          file: `${file}-header.csv`,
          text: `:START_ID(${from.kind}),:END_ID(${to.kind})${named ? `,${named}` : ''}\n`,
        }
      }
      yield { file: `${file}.csv`, text: `${quote(from.id)},${quote(to.id)}${adminCells(columns, properties)}\n` }
    }
  }
  yield { file: 'after-import.cypher', text: AFTER_IMPORT }
  yield { file: 'import.args', text: `${adminArguments([...begun]).join('\n')}\n` }
}

/** What the files have no word for: constraints, indexes, and lists without a part. */
const AFTER_IMPORT = [
  ...schemaStatements('neo4j'),
  'MATCH (e:Entity) WHERE e.aliases IS NULL SET e.aliases = []',
  'MATCH ()-[m:MENTIONS]->() WHERE m.aliases IS NULL SET m.aliases = []',
]
  .map((statement) => `${statement};\n`)
  .join('')

const header = (columns: Readonly<Record<string, ColumnKind>>): string =>
  Object.entries(columns)
    .map(([name, kind]) => `${name}:${ADMIN[kind]}`)
    .join(',')

function adminCells(columns: Readonly<Record<string, ColumnKind>>, properties: Properties): string {
  return Object.keys(columns)
    .map((name) => `,${adminCell(properties[name])}`)
    .join('')
}

function adminCell(value: Value | undefined): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return quote(value.map(String).join(UNIT))
  return typeof value === 'string' ? quote(value) : String(value)
}

/** The arguments of the import, relative to the folder of the files. */
function adminArguments(files: readonly string[]): string[] {
  const nodes = files.filter((file) => file.startsWith('node-'))
  const edges = RELATION_ORDER.map((type) => `edge-${type}`).filter((file) => files.includes(file))
  return [
    'database',
    'import',
    'full',
    // Before the files: the lists of those take every word that follows.
    'neo4j',
    '--overwrite-destination',
    '--multiline-fields=true',
    '--legacy-style-quoting=false',
    '--array-delimiter=U+001F',
    ...nodes.map((file) => `--nodes=${file}-header.csv,${file}.csv`),
    ...edges.map((file) => `--relationships=${file.slice('edge-'.length)}=${file}-header.csv,${file}.csv`),
  ]
}

const RELATION_ORDER: readonly string[] = [...RELATION_TYPES, 'MENTIONS', 'STATED_IN']
