// What a node is called and what it is. In: a wire node. Out: its type and its name as text. Pure.
import { ENTITIES, RECORDS } from '../../../schema/model.js'
import type { Wire, WireNode } from '../../../schema/wire.js'

const NAMING = ['name', 'title', 'quote', 'fact', 'id'] as const

/** The one type by which a node is drawn: the one the model knows, else the first label that is not `Entity`, else ''. */
export function typeOf(node: { labels: readonly string[] }): string {
  const known = node.labels.find((label) => Object.hasOwn(ENTITIES, label) || Object.hasOwn(RECORDS, label))
  return known ?? node.labels.find((label) => label !== 'Entity') ?? ''
}

/** The name by which a node is shown; '' when it carries none. */
export function nameOf(node: WireNode): string {
  for (const key of NAMING) {
    const value = node.properties[key]
    if (typeof value === 'string' && value !== '') return value
  }
  return ''
}

/** The `id` property, by which the server knows an entity, a document or a fact; undefined for what has none. */
export function keyOf(thing: { properties: Readonly<Record<string, Wire>> }): string | undefined {
  const id = thing.properties.id
  return typeof id === 'string' ? id : undefined
}

/** A whole number property, or the value given. */
export function countOf(value: Wire | undefined, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}
