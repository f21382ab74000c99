// What is lit and what faded. In: the graph, what is hovered and selected. Out: the sets of lit nodes and edges. Pure.
import type { DrawnGraph } from '../graph/build.js'
import type { Selection } from '../state/state.js'

/** The nodes and edges around what has the attention: a node with its neighbours, or an edge with its ends; beside them stays
 *  lit what is picked, with the edges between. */
export function litAround(
  graph: DrawnGraph,
  attention: Selection | null,
  picked: ReadonlySet<string> = new Set(),
): { lit: Set<string> | null; litEdges: Set<string> | null } {
  const around = aroundOf(graph, attention)
  if (around === null) return { lit: null, litEdges: null }
  for (const node of picked) {
    if (!graph.hasNode(node)) continue
    around.lit.add(node)
    graph.forEachOutEdge(node, (edge, _, __, other) => void (picked.has(other) && around.litEdges.add(edge)))
  }
  return around
}

function aroundOf(graph: DrawnGraph, attention: Selection | null): { lit: Set<string>; litEdges: Set<string> } | null {
  if (attention === null) return null
  if (attention.kind === 'node' && graph.hasNode(attention.id))
    return {
      lit: new Set([attention.id, ...graph.neighbors(attention.id)]),
      litEdges: new Set(graph.edges(attention.id)),
    }
  if (attention.kind === 'edge' && graph.hasEdge(attention.id))
    return { lit: new Set(graph.extremities(attention.id)), litEdges: new Set([attention.id]) }
  return null
}
