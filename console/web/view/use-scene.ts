// What is to be seen, out of the state. In: the state, what only the canvas knows. Out: a scene, the same object as long as nothing in
// it changes: a letter typed in the editor draws no graph.
import { useMemo } from 'react'
import type { DrawnGraph } from '../graph/build.js'
import { keyOf } from '../graph/node-words.js'
import type { State } from '../state/state.js'
import type { Scene } from './scene.js'

interface Canvas extends Pick<Scene, 'hovered' | 'clusters' | 'axis'> {
  graph: DrawnGraph
  lights: Pick<Scene, 'lit' | 'litEdges'>
}

export function useScene(state: State, { graph, lights, hovered, clusters, axis }: Canvas): Scene {
  const { theme, lang, hiddenTypes, hiddenNodes, selection } = state
  const { hiddenRelations, hiddenEdges, picked, pinned } = state.seeing
  const { types } = state.seeing.look
  const { order: crowd } = graph
  const { lit, litEdges } = lights
  const { drawn } = state
  const judged = state.believing.wrong
  const wrong = useMemo(() => {
    const edges = new Set<string>()
    if (judged.size === 0) return edges
    for (const [id, edge] of drawn.edges) if (judged.has(keyOf(edge) ?? '')) edges.add(id)
    return edges
  }, [drawn, judged])
  const scene: Scene = {
    lit,
    litEdges,
    theme,
    lang,
    hiddenTypes,
    hiddenNodes,
    hiddenRelations,
    hiddenEdges,
    types,
    crowd,
    selection,
    hovered,
    picked,
    pinned,
    clusters,
    axis,
    wrong,
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are all its parts, always in this order
  return useMemo(() => scene, Object.values(scene))
}
