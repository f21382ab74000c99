// What is shown, as the text of a file. In: an answer, or what is drawn. Out: JSON or CSV text. Pure.
import type { QueryAnswer } from '../../../schema/answer.js'
import type { Drawn } from '../state/state.js'
import { csvOf, plainOf } from './plain.js'

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
  if (answer !== null) return csvOf(answer.columns, answer.rows)
  const rows = [...drawn.edges.values()].map((edge) => [
    drawn.nodes.get(edge.start) ?? edge.start,
    edge.type,
    drawn.nodes.get(edge.end) ?? edge.end,
    edge.properties.sources ?? null,
    edge.properties.quote ?? null,
  ])
  return csvOf(['from', 'type', 'to', 'sources', 'quote'], rows)
}
