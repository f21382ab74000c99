// The neighbours of a node one by one, for who hears the graph. In: what is drawn and what is hidden. Out: edges in an order to step
// through. Pure.
import type { WireRelationship } from '../../../schema/wire.js'
import type { State } from '../state/state.js'
import { nameOf, typeOf } from './node-words.js'

export interface Neighbour {
  edge: WireRelationship
  /** The node at the other end; at a self-loop the node itself. */
  other: string
  out: boolean
}

/** The relations of a node that are shown, type by type, then by the name at the other end. */
export function neighboursOf(state: State, node: string): Neighbour[] {
  const { drawn, hiddenNodes, hiddenTypes, seeing } = state
  const found: (Neighbour & { name: string })[] = []
  for (const edge of drawn.edges.values()) {
    if (edge.start !== node && edge.end !== node) continue
    if (seeing.hiddenRelations.has(edge.type) || seeing.hiddenEdges.has(edge.id)) continue
    const out = edge.start === node
    const other = drawn.nodes.get(out ? edge.end : edge.start)
    if (other === undefined || hiddenNodes.has(other.id) || hiddenTypes.has(typeOf(other))) continue
    found.push({ edge, other: other.id, out, name: nameOf(other) })
  }
  return found.sort((a, b) =>
    a.edge.type !== b.edge.type ? (a.edge.type < b.edge.type ? -1 : 1) : a.name < b.name ? -1 : 1,
  )
}
