// What of the drawing can be seen: without what is hidden by hand, by type or by time. In: the state. Out: nodes and edges. Pure.
import { typeOf } from '../graph/node-words.js'
import type { Drawn, State } from './state.js'

/** The nodes that are shown, and the edges between them that are. */
export function visibleOf(state: Pick<State, 'drawn' | 'hiddenNodes' | 'hiddenTypes' | 'seeing'>): Drawn {
  const { drawn, hiddenNodes, hiddenTypes, seeing } = state
  const nodes = new Map([...drawn.nodes].filter(([id, node]) => !hiddenNodes.has(id) && !hiddenTypes.has(typeOf(node))))
  const edges = new Map(
    [...drawn.edges].filter(
      ([id, edge]) =>
        !seeing.hiddenEdges.has(id) &&
        !seeing.hiddenRelations.has(edge.type) &&
        nodes.has(edge.start) &&
        nodes.has(edge.end),
    ),
  )
  return { nodes, edges }
}
