// Finds communities off the main thread. In: one message with the number of nodes and the two ends of each edge. Out: the number of
// each node's community. The same for the same graph.
import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'

addEventListener('message', (message: MessageEvent<{ order: number; ends: Uint32Array }>) => {
  const { order, ends } = message.data
  const graph = new UndirectedGraph()
  for (let node = 0; node < order; node++) graph.addNode(node)
  for (let i = 0; i < ends.length; i += 2)
    graph.updateEdge(ends[i], ends[i + 1], (edge) => ({ weight: (edge.weight ?? 0) + 1 }))
  const communities = louvain(graph, { randomWalk: false })
  postMessage(Uint32Array.from({ length: order }, (_, node) => communities[node] ?? 0))
})
