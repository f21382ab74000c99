// The part of the README that says where the engines differ. In: the rows that differ, with both answers. Out: markdown.
// Knows nothing of engines.
import type { Answer } from './dialect-answer.js'

/** A query to which the engines give different answers. */
export interface Difference {
  subject: string
  ask: string
  neo4j: Answer
  local: Answer
  instead: string
}

/** Characters of an answer that a cell shows. */
const WIDTH = 60

/** `asked`: how many queries were compared. */
export function tableOf(differences: Difference[], asked: number): string {
  const rows = differences.map(
    ({ ask, neo4j, local, instead }) => `| ${code(ask)} | ${cell(neo4j)} | ${cell(local)} | ${instead} |`,
  )
  return [
    `Of ${asked} queries put to both, ${asked - differences.length} get the same rows, types, counters or error codes. The rest:`,
    '',
    '<!-- biome-ignore format: a row is as long as its query -->',
    '',
    '| query | Neo4j 5.26 | embedded engine | what to do |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function code(text: string): string {
  const safe = text.replaceAll('|', '\\|')
  return text.includes('`') ? `\`\` ${safe} \`\`` : `\`${safe}\``
}

function cell({ error, about, rows }: Answer): string {
  if (error) return `error: ${error.code.split('.').at(-1)}`
  const text = rows.length === 0 ? about : rows.join('; ')
  return code(text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text)
}
