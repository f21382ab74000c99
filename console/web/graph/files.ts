// What is shown, as the text of a file. In: an answer, or what is drawn. Out: JSON or CSV text. Pure.
import type { QueryAnswer } from '../../../schema/answer.js'
import type { Wire } from '../../../schema/wire.js'
import type { Drawn } from '../state/state.js'
import { csvOf, plainOf } from './plain.js'
import { REPORTED, reasonsIn } from './reported.js'

/** The rows as an array of objects by column; with no query, what is drawn. */
export function plainRows(answer: QueryAnswer | null, drawn: Drawn): unknown {
  if (answer !== null)
    return answer.rows.map((row) => Object.fromEntries(row.map((value, i) => [answer.columns[i] ?? i, plainOf(value)])))
  const nodes = [...drawn.nodes.values()].map((node) => ({ id: node.id, ...(plainOf(node) as object) }))
  const relationships = [...drawn.edges.values()].map((edge) => ({
    ...(plainOf(edge) as object),
    start: edge.start,
    end: edge.end,
  }))
  return { nodes, relationships }
}

/** The same as the text of a file. */
export function jsonOf(answer: QueryAnswer | null, drawn: Drawn): string {
  return JSON.stringify(plainRows(answer, drawn), null, 2)
}

/** The rows as CSV; with no query, one line for each relationship drawn. */
export function tableOf(answer: QueryAnswer | null, drawn: Drawn): string {
  if (answer !== null) return csvWithReports(answer.columns, answer.rows, answer.rows)
  const edges = [...drawn.edges.values()]
  const rows = edges.map((edge) => [
    drawn.nodes.get(edge.start) ?? edge.start,
    edge.type,
    drawn.nodes.get(edge.end) ?? edge.end,
    edge.properties.sources ?? null,
    edge.properties.quote ?? null,
  ])
  return csvWithReports(['from', 'type', 'to', 'sources', 'quote'], rows, edges)
}

/** With a column more where any row holds a fact that was reported as wrong. */
function csvWithReports(columns: readonly string[], rows: readonly (readonly Wire[])[], told: readonly Wire[]): string {
  const reasons = told.map((value) => reasonsIn(value).join('; '))
  if (!reasons.some(Boolean)) return csvOf(columns, rows)
  return csvOf(
    [...columns, REPORTED],
    rows.map((row, at) => [...row, reasons[at] ?? '']),
  )
}
