// Groups of nodes that hang together. In: a drawn graph, the community of each node. Out: its clusters, the largest first. Pure.
import type { DrawnGraph } from './build.js'

export interface Cluster {
  /** Its place among the clusters, the largest 0; colours go by it. */
  number: number
  /** What its best connected node is called. */
  name: string
  nodes: string[]
}

/** Fewer nodes than these are no cluster to look at. */
const LEAST = 3
const MOST = 30

/** Nodes gathered by the number of their community; what has no company is in no cluster. */
export function clustersOf(graph: DrawnGraph, nodes: readonly string[], communities: ArrayLike<number>): Cluster[] {
  const groups = new Map<number, string[]>()
  for (const [index, node] of nodes.entries()) {
    const community = communities[index] ?? -1
    const group = groups.get(community)
    if (group === undefined) groups.set(community, [node])
    else group.push(node)
  }
  return [...groups.values()]
    .filter((group) => group.length >= LEAST)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST)
    .map((group, number) => {
      const first = group.reduce((best, node) => (degree(graph, node) > degree(graph, best) ? node : best))
      return { number, name: graph.getNodeAttribute(first, 'name'), nodes: group }
    })
}

const degree = (graph: DrawnGraph, node: string): number => graph.getNodeAttribute(node, 'degree')
