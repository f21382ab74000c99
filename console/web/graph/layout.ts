// Between a drawn graph and the flat arrays a layout works on. In: the graph. Out: arrays; and places back on its nodes. Pure.
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
