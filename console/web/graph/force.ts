// The force layout, apart from any thread. In: a problem in flat arrays. Out: places after each iteration. Method: ForceAtlas2
// (Jacomy et al. 2014) as graphology ships it, then discs pushed apart. Must not know workers or the canvas.
/// <reference path="./iterate.d.ts" />
import iterate from 'graphology-layout-forceatlas2/iterate.js'
import type { LayoutTask } from './layout.js'
import { spread } from './spread.js'

const NODE_FIELDS = 10
const EDGE_FIELDS = 3
/** How many pixels the drawing is wide when radii are compared with distances. */
const SCREEN = 700

/** The layout, an iteration at a time; `finish` pushes nodes apart. `read` and `finish` give x and y of each node in turn. */
export function prepareForce(task: Pick<LayoutTask, 'places' | 'radii' | 'ends' | 'pinned'>): {
  iterate(): void
  read(): Float32Array<ArrayBuffer>
  finish(): Float32Array<ArrayBuffer>
} {
  const order = task.radii.length
  const degree = new Float32Array(order)
  for (const end of task.ends) degree[end] = (degree[end] ?? 0) + 1
  // The layout of these matrices is that of graphology-layout-forceatlas2/iterate.js: node fields x, y, dx, dy, old dx, old dy,
  // mass, convergence, size, fixed; edge fields source, target (as offsets), weight.
  const nodes = new Float32Array(order * NODE_FIELDS)
  for (let i = 0; i < order; i++) {
    const at = i * NODE_FIELDS
    nodes[at] = task.places[2 * i] ?? 0
    nodes[at + 1] = task.places[2 * i + 1] ?? 0
    nodes[at + 6] = 1 + (degree[i] ?? 0)
    nodes[at + 7] = 1
    nodes[at + 8] = 1
    nodes[at + 9] = task.pinned[i] ?? 0
  }
  const edges = new Float32Array((task.ends.length / 2) * EDGE_FIELDS)
  for (let i = 0; i < task.ends.length / 2; i++) {
    edges[i * EDGE_FIELDS] = (task.ends[2 * i] ?? 0) * NODE_FIELDS
    edges[i * EDGE_FIELDS + 1] = (task.ends[2 * i + 1] ?? 0) * NODE_FIELDS
    edges[i * EDGE_FIELDS + 2] = 1
  }
  const settings = {
    barnesHutOptimize: order > 1000,
    barnesHutTheta: 0.5,
    slowDown: 1 + Math.log(Math.max(1, order)),
    // Parts that hang on nothing would drift out of sight under plain gravity.
    strongGravityMode: true,
    gravity: 0.5,
    scalingRatio: 12,
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 0,
  }
  const read = (): Float32Array<ArrayBuffer> => {
    const places = new Float32Array(order * 2)
    for (let i = 0; i < order; i++) {
      places[2 * i] = nodes[i * NODE_FIELDS] ?? 0
      places[2 * i + 1] = nodes[i * NODE_FIELDS + 1] ?? 0
    }
    return places
  }
  return {
    iterate: () => iterate(settings, nodes, edges),
    read,
    finish: () => {
      const places = read()
      // A few nodes get more room for their names, many no more than there is.
      const room = Math.max(14, Math.min(46, (0.38 * SCREEN) / Math.sqrt(Math.max(1, order))))
      const scale = extentOf(places) / SCREEN
      spread(
        places,
        task.radii.map((radius) => Math.max(radius, room) * scale),
        80,
        task.pinned,
      )
      return places
    },
  }
}

function extentOf(places: Float32Array): number {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < places.length; i += 2) {
    const [x = 0, y = 0] = [places[i], places[i + 1]]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return Math.max(1, right - left, bottom - top)
}
