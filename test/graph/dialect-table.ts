// The part of the README that says where the engines differ. In: the rows that differ, with both answers. Out: markdown, and
// the README with it. Knows nothing of engines.
import type { Answer } from './dialect-answer.js'

/** A query to which the engines give different answers. */
export interface Difference {
  subject: string
  ask: string
  neo4j: Answer
  local: Answer
  instead: string
}

const BEGIN = '<!-- dialect: written by test/graph/dialect.test.ts -->'
const END = '<!-- /dialect -->'
/** Characters of an answer that a cell shows. */
const WIDTH = 60

/** The block between the marks, without them. `asked`: how many queries were compared. */
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

/** What stands between the marks now; throws when the README has lost them. */
export function blockOf(readme: string): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`README.md lacks its marks ${BEGIN} and ${END}`)
  return readme.slice(from + BEGIN.length, to).trim()
}

/** The README with `block` between the marks. */
export function withBlock(readme: string, block: string): string {
  blockOf(readme)
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)]
  return `${readme.slice(0, from)}${BEGIN}\n\n${block}\n\n${readme.slice(to)}`
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
