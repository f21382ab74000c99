// Lays a drawn graph out. In: the graph. Out: its nodes move, some ten times a second, until the layout is done.
// Must not know how the force works; that is the worker's.
import type { DrawnGraph } from './build.js'
import type { LayoutTask } from './force.js'

/** The room a node asks for around its centre, in pixels: itself, and its name beneath. */
const radiusOf = (degree: number): number => 16 + 3 * Math.sqrt(degree)

/** The flat arrays of a graph, and the order of its nodes in them. */
export function layoutTask(graph: DrawnGraph): { nodes: string[]; task: LayoutTask } {
  const nodes = graph.nodes()
  const numbers = new Map(nodes.map((node, index) => [node, index]))
  const places = new Float32Array(nodes.length * 2)
  const radii = new Float32Array(nodes.length)
  for (const [index, node] of nodes.entries()) {
    const { x, y, degree } = graph.getNodeAttributes(node)
    places[2 * index] = x
    places[2 * index + 1] = y
    radii[index] = radiusOf(degree)
  }
  const ends: number[] = []
  graph.forEachEdge((_, __, source, target) => {
    if (source !== target) ends.push(numbers.get(source) ?? 0, numbers.get(target) ?? 0)
  })
  return { nodes, task: { places, radii, ends: Uint32Array.from(ends) } }
}

/** Puts places back on the nodes that are still there. */
export function applyPlaces(graph: DrawnGraph, nodes: readonly string[], places: Float32Array): void {
  const numbers = new Map(nodes.map((node, index) => [node, index]))
  graph.updateEachNodeAttributes(
    (node, attributes) => {
      const index = numbers.get(node)
      if (index === undefined) return attributes
      return { ...attributes, x: places[2 * index] ?? attributes.x, y: places[2 * index + 1] ?? attributes.y }
    },
    { attributes: ['x', 'y'] },
  )
}

/**
 * Starts the layout in a worker.
 * @param still show only where things end up, for who asked for less motion
 * @returns a function that stops it
 */
export function startLayout(graph: DrawnGraph, still: boolean, moved: (done: boolean) => void): () => void {
  const { nodes, task } = layoutTask(graph)
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = (message: MessageEvent<{ places: Float32Array; done: boolean }>) => {
    const { places, done } = message.data
    if (done) worker.terminate()
    if (still && !done) return
    applyPlaces(graph, nodes, places)
    moved(done)
  }
  worker.postMessage(task)
  return () => worker.terminate()
}
