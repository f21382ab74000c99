// Brings a graphology graph to what the state says is drawn. In: the drawn nodes and edges. Out: the same graph, changed as little
// as can be, so that what stays keeps its place. Must not know colours or the canvas.
import type { MultiDirectedGraph } from 'graphology'
import type { Drawn } from '../state/state.js'
import { countOf, nameOf, typeOf } from './node-words.js'
import { placeNear, placeOf } from './place.js'

export interface NodeAttributes {
  x: number
  y: number
  name: string
  type: string
  degree: number
  loops: number
}

export interface EdgeAttributes {
  type: string
  sources: number
  /** 0 for a straight line; parallel edges bend apart. */
  curvature: number
}

export type DrawnGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>

/**
 * Adds, updates and drops nodes and edges until the graph equals what is drawn.
 * @returns how many nodes are new: a layout is due when there are any
 */
export function syncGraph(graph: DrawnGraph, drawn: Drawn): number {
  for (const edge of graph.edges()) if (!drawn.edges.has(edge)) graph.dropEdge(edge)
  for (const node of graph.nodes()) if (!drawn.nodes.has(node)) graph.dropNode(node)
  const anchors = neighboursOf(drawn)
  const added: string[] = []
  for (const [id, node] of drawn.nodes) {
    const words = { name: nameOf(node), type: typeOf(node) }
    if (graph.hasNode(id)) graph.mergeNodeAttributes(id, words)
    else added.push(id)
  }
  const old = new Set(graph.nodes())
  for (const [index, id] of added.entries()) {
    const node = drawn.nodes.get(id)
    if (node === undefined) continue
    const anchor = anchors.get(id)?.find((other) => old.has(other))
    const place =
      anchor === undefined
        ? placeOf(index, added.length)
        : placeNear(graph.getNodeAttributes(anchor), index, added.length)
    graph.addNode(id, { ...place, name: nameOf(node), type: typeOf(node), degree: 0, loops: 0 })
  }
  for (const [id, edge] of drawn.edges) {
    const attributes = { type: edge.type, sources: countOf(edge.properties.sources, 1), curvature: 0 }
    if (graph.hasEdge(id)) graph.mergeEdgeAttributes(id, attributes)
    else graph.addDirectedEdgeWithKey(id, edge.start, edge.end, attributes)
  }
  graph.updateEachNodeAttributes((node, attributes) => ({
    ...attributes,
    degree: graph.degree(node),
    loops: graph.directedSelfLoopCount > 0 ? graph.outEdges(node, node).length : 0,
  }))
  bendParallels(graph)
  return added.length
}

function neighboursOf(drawn: Drawn): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const add = (node: string, other: string): void => {
    const list = found.get(node)
    if (list === undefined) found.set(node, [other])
    else list.push(other)
  }
  for (const edge of drawn.edges.values()) {
    add(edge.start, edge.end)
    add(edge.end, edge.start)
  }
  return found
}

const BEND = 0.3

/** Gives each of several edges between two nodes its own curve, whichever way they point; a single one stays straight. */
function bendParallels(graph: DrawnGraph): void {
  const pairs = new Map<string, string[]>()
  graph.forEachEdge((edge, _, source, target) => {
    if (source === target) return
    const pair = JSON.stringify(source < target ? [source, target] : [target, source])
    const list = pairs.get(pair)
    if (list === undefined) pairs.set(pair, [edge])
    else list.push(edge)
  })
  for (const edges of pairs.values()) {
    if (edges.length === 1) continue
    edges.sort()
    for (const [index, edge] of edges.entries()) {
      const bend = (index - (edges.length - 1) / 2) * BEND
      // A curve bends to the left of its own direction, so one that points back needs the other sign.
      graph.setEdgeAttribute(edge, 'curvature', graph.source(edge) < graph.target(edge) ? bend : -bend)
    }
  }
}
