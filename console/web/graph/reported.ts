// What was reported as wrong, said wherever it is taken away in a file. In: values, and why each fact is wrong. Out: the same values, in
// which such a fact bears a property that says so. Pure.
import type { QueryAnswer } from '../../../schema/answer.js'
import type { Wire, WireRelationship } from '../../../schema/wire.js'
import type { Drawn } from '../state/state.js'
import { keyOf } from './node-words.js'

/** Why each fact is wrong, by its `id` property. */
export type Reasons = ReadonlyMap<string, string>

/** The property that tells it; no fact of the model has one of this name. */
export const REPORTED = 'reported_wrong'

export function reportedDrawn(drawn: Drawn, reasons: Reasons): Drawn {
  if (reasons.size === 0) return drawn
  return { ...drawn, edges: new Map([...drawn.edges].map(([id, edge]) => [id, marked(edge, reasons)])) }
}

export function reportedAnswer(answer: QueryAnswer | null, reasons: Reasons): QueryAnswer | null {
  if (answer === null || reasons.size === 0) return answer
  return { ...answer, rows: answer.rows.map((row) => row.map((value) => markedIn(value, reasons))) }
}

/** Why the facts of a row are wrong, of those that are. */
export function reasonsIn(value: Wire): string[] {
  if (Array.isArray(value)) return value.flatMap(reasonsIn)
  if (value === null || typeof value !== 'object') return []
  if (value.kind === 'path') return value.relationships.flatMap(reasonsIn)
  if (value.kind === 'map') return Object.values(value.entries).flatMap(reasonsIn)
  const why = value.kind === 'relationship' ? value.properties[REPORTED] : undefined
  return typeof why === 'string' ? [why] : []
}

function markedIn(value: Wire, reasons: Reasons): Wire {
  if (Array.isArray(value)) return value.map((part) => markedIn(part, reasons))
  if (value === null || typeof value !== 'object') return value
  if (value.kind === 'relationship') return marked(value, reasons)
  if (value.kind === 'path')
    return { ...value, relationships: value.relationships.map((edge) => marked(edge, reasons)) }
  if (value.kind !== 'map') return value
  const entries = Object.entries(value.entries).map(([key, part]) => [key, markedIn(part, reasons)] as const)
  return { ...value, entries: Object.fromEntries(entries) }
}

function marked(edge: WireRelationship, reasons: Reasons): WireRelationship {
  const why = reasons.get(keyOf(edge) ?? '')
  return why === undefined ? edge : { ...edge, properties: { ...edge.properties, [REPORTED]: why } }
}
