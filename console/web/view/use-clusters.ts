// Asks for clusters while they are to be seen. In: the graph, the state. Out: the clusters.
import { useEffect, useState } from 'react'
import type { DrawnGraph } from '../graph/build.js'
import { startClusters } from '../graph/cluster-thread.js'
import type { Cluster } from '../graph/clusters.js'
import { useConsole } from '../parts/console.js'

const NO_CLUSTERS: readonly Cluster[] = []

/** The clusters of what is shown, while they are asked for. */
export function useClusters(graph: DrawnGraph): readonly Cluster[] {
  const { state } = useConsole()
  const { hiddenNodes, hiddenTypes, seeing } = state
  const [clusters, setClusters] = useState<readonly Cluster[]>(NO_CLUSTERS)
  useEffect(() => {
    if (!seeing.clusters) {
      setClusters(NO_CLUSTERS)
      return
    }
    const shown = (node: string): boolean =>
      !hiddenNodes.has(node) && !hiddenTypes.has(graph.getNodeAttribute(node, 'type'))
    return startClusters(graph, shown, setClusters)
  }, [graph, seeing.clusters, hiddenNodes, hiddenTypes])
  return clusters
}
