// What is lit and what faded. In: the graph, what is hovered and selected. Out: the sets of lit nodes and edges. Pure.
import type { DrawnGraph } from '../graph/build.js'
import type { Selection } from '../state/state.js'

/** The nodes and edges around what has the attention: a node with its neighbours, or an edge with its ends. */
export function litAround(
  graph: DrawnGraph,
  attention: Selection | null,
): { lit: Set<string> | null; litEdges: Set<string> | null } {
  if (attention === null) return { lit: null, litEdges: null }
  if (attention.kind === 'node' && graph.hasNode(attention.id))
    return {
      lit: new Set([attention.id, ...graph.neighbors(attention.id)]),
      litEdges: new Set(graph.edges(attention.id)),
    }
  if (attention.kind === 'edge' && graph.hasEdge(attention.id))
    return { lit: new Set(graph.extremities(attention.id)), litEdges: new Set([attention.id]) }
  return { lit: null, litEdges: null }
}
