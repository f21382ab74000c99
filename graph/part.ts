// A part of the graph, as what draws it wants it: nodes and relationships, each once.
import type { WireNode, WireRelationship } from '../schema/wire.js'

export interface Part {
  nodes: WireNode[]
  relationships: WireRelationship[]
  /** True when there is more than the limit let through. */
  truncated: boolean
}

/** Each thing once, in the order of first appearance. */
export function unique<T extends { id: string }>(things: readonly T[]): T[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()]
}
