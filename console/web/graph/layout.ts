// Between a drawn graph and the flat arrays a layout works on. In: the graph. Out: arrays; and places back on its nodes. Pure.
import type { LayoutName } from '../state/seeing.js'
import type { DrawnGraph } from './build.js'

export interface LayoutTask {
  layout: LayoutName
  /** x and y of each node in turn. */
  places: Float32Array
  /** Radius of each node on the screen in pixels, with the room its name needs. */
  radii: Float32Array
  /** The two node numbers of each edge in turn, as the edge points; no self-loops. */
  ends: Uint32Array
  /** 1 for each node that stays where it is. */
  pinned: Uint8Array
  /** The number of each node's type, in the order of the legend. */
  kinds: Uint8Array
  /** The day of each node since 1970, NaN without a date. */
  days: Float64Array
}

/** The room a node asks for around its centre, in pixels: itself, and its name beneath. */
const radiusOf = (degree: number): number => 16 + 3 * Math.sqrt(degree)

/** The flat arrays of a graph, and the order of its nodes in them. `order` is that of the legend. */
export function layoutTask(
  graph: DrawnGraph,
  layout: LayoutName = 'force',
  pinned: ReadonlySet<string> = new Set(),
  order: readonly string[] = [],
): { nodes: string[]; task: LayoutTask } {
  const nodes = graph.nodes()
  const numbers = new Map(nodes.map((node, index) => [node, index]))
  const count = nodes.length
  const task = {
    layout,
    places: new Float32Array(count * 2),
    radii: new Float32Array(count),
    pinned: new Uint8Array(count),
    kinds: new Uint8Array(count),
    days: new Float64Array(count),
  }
  for (const [index, node] of nodes.entries()) {
    const { x, y, degree, type, day } = graph.getNodeAttributes(node)
    task.places[2 * index] = x
    task.places[2 * index + 1] = y
    task.radii[index] = radiusOf(degree)
    task.pinned[index] = pinned.has(node) ? 1 : 0
    task.kinds[index] = order.includes(type) ? order.indexOf(type) : order.length
    task.days[index] = day
  }
  const ends: number[] = []
  graph.forEachEdge((_, __, source, target) => {
    if (source !== target) ends.push(numbers.get(source) ?? 0, numbers.get(target) ?? 0)
  })
  return { nodes, task: { ...task, ends: Uint32Array.from(ends) } }
}

/** Puts places back on the nodes that are still there. */
export function applyPlaces(graph: DrawnGraph, nodes: readonly string[], places: ArrayLike<number>): void {
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
