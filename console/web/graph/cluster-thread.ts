// Finds clusters beside the main thread. In: a drawn graph. Out: its clusters. Method: Louvain (Blondel et al. 2008) as graphology ships
// it, in a worker.
import type { DrawnGraph } from './build.js'
import { type Cluster, clustersOf } from './clusters.js'

/** Asks the worker for clusters. @returns a function that stops it */
export function startClusters(
  graph: DrawnGraph,
  shown: (node: string) => boolean,
  found: (clusters: Cluster[]) => void,
): () => void {
  const nodes = graph.filterNodes(shown)
  const numbers = new Map(nodes.map((node, index) => [node, index]))
  const ends: number[] = []
  graph.forEachEdge((_, __, source, target) => {
    const [from, to] = [numbers.get(source), numbers.get(target)]
    if (from !== undefined && to !== undefined && from !== to) ends.push(from, to)
  })
  const worker = new Worker(new URL('./cluster-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = (message: MessageEvent<Uint32Array>) => {
    worker.terminate()
    found(clustersOf(graph, nodes, message.data))
  }
  worker.postMessage({ order: nodes.length, ends: Uint32Array.from(ends) })
  return () => worker.terminate()
}
