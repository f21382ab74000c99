// Makes a graphology graph of what the state says is drawn. In: the drawn nodes and edges, the graph before, places that are known,
// what nodes are named and sized by. Out: a new graph, in which what stays keeps its place. Must not know colours or the canvas.
import { MultiDirectedGraph } from 'graphology'
import type { WireNode } from '../../../schema/wire.js'
import type { Look, Place } from '../state/seeing.js'
import type { Drawn } from '../state/state.js'
import { dayOf } from './day.js'
import { countOf, nameOf, typeOf } from './node-words.js'
import { placeNear, placeOf } from './place.js'
import { textOf } from './plain.js'

export interface NodeAttributes {
  x: number
  y: number
  name: string
  type: string
  degree: number
  loops: number
  /** What the size goes by: the degree, or a property brought to the span that degrees have. */
  weight: number
  /** Days since 1970, or NaN for what has no date. */
  day: number
}

export interface EdgeAttributes {
  type: string
  sources: number
  /** 0 for a straight line; parallel edges bend apart. */
  curvature: number
}

export type DrawnGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>

export interface BuildWishes {
  before?: DrawnGraph
  places?: ReadonlyMap<string, Place>
  look?: Pick<Look, 'types' | 'sizeBy'>
}

/**
 * The graph that equals what is drawn.
 * @returns also how many nodes had no place, neither before nor among the known ones: a layout is due when there are any
 */
export function buildGraph(drawn: Drawn, wishes: BuildWishes = {}): { graph: DrawnGraph; placeless: number } {
  const { before, places, look = { types: {}, sizeBy: '' } } = wishes
  const graph: DrawnGraph = new MultiDirectedGraph()
  const { degrees, loops } = degreesOf(drawn)
  const heaviest = look.sizeBy === '' ? 0 : heaviestOf(drawn, look.sizeBy)
  const placed = new Map<string, Place>()
  const placeless: WireNode[] = []
  for (const node of drawn.nodes.values()) {
    const place = before?.hasNode(node.id) === true ? before.getNodeAttributes(node.id) : places?.get(node.id)
    if (place === undefined) placeless.push(node)
    else placed.set(node.id, { x: place.x, y: place.y })
  }
  const homes = homesOf(drawn, placeless, placed)
  for (const [id, node] of drawn.nodes) {
    const type = typeOf(node)
    const degree = degrees.get(id) ?? 0
    const caption = look.types[type]?.caption
    const home = placed.get(id) ?? homes.get(id) ?? { x: 0, y: 0 }
    graph.addNode(id, {
      x: home.x,
      y: home.y,
      name: caption === undefined || caption === '' ? nameOf(node) : textOf(node.properties[caption] ?? null),
      type,
      degree,
      loops: loops.get(id) ?? 0,
      weight: heaviest === 0 ? degree : weightOf(node, look.sizeBy, heaviest),
      day: dayOf(node.properties.date),
    })
  }
  const bends = bendsOf(drawn)
  for (const [id, edge] of drawn.edges) {
    graph.addDirectedEdgeWithKey(id, edge.start, edge.end, {
      type: edge.type,
      sources: countOf(edge.properties.sources, 1),
      curvature: bends.get(id) ?? 0,
    })
  }
  return { graph, placeless: placeless.length }
}

/** The numeric properties that any node carries, by which nodes can be sized. */
export function numbersOf(drawn: Drawn): string[] {
  const found = new Set<string>()
  for (const node of drawn.nodes.values())
    for (const [name, value] of Object.entries(node.properties)) if (typeof value === 'number') found.add(name)
  return [...found].sort()
}

function heaviestOf(drawn: Drawn, property: string): number {
  let most = 0
  for (const node of drawn.nodes.values()) most = Math.max(most, countOf(node.properties[property], 0))
  return most
}

/** A hub of so many relations is as large as a node gets. */
const SPAN = 88

function weightOf(node: WireNode, property: string, heaviest: number): number {
  return (SPAN * Math.max(0, countOf(node.properties[property], 0))) / heaviest
}

function degreesOf(drawn: Drawn): { degrees: Map<string, number>; loops: Map<string, number> } {
  const degrees = new Map<string, number>()
  const loops = new Map<string, number>()
  const add = (to: Map<string, number>, node: string): void => void to.set(node, (to.get(node) ?? 0) + 1)
  for (const edge of drawn.edges.values()) {
    add(degrees, edge.start)
    add(degrees, edge.end)
    if (edge.start === edge.end) add(loops, edge.start)
  }
  return { degrees, loops }
}

/** Where nodes without a place begin: beside a neighbour that has one, else on a sunflower of their own. */
function homesOf(drawn: Drawn, placeless: readonly WireNode[], placed: ReadonlyMap<string, Place>): Map<string, Place> {
  const homes = new Map<string, Place>()
  if (placeless.length === 0) return homes
  const anchors = new Map<string, Place>()
  if (placed.size > 0)
    for (const { start, end } of drawn.edges.values()) {
      const [from, to] = [placed.get(start), placed.get(end)]
      if (from !== undefined && to === undefined && !anchors.has(end)) anchors.set(end, from)
      if (to !== undefined && from === undefined && !anchors.has(start)) anchors.set(start, to)
    }
  for (const [index, { id }] of placeless.entries()) {
    const anchor = anchors.get(id)
    homes.set(id, anchor === undefined ? placeOf(index, placeless.length) : placeNear(anchor, index, placeless.length))
  }
  return homes
}

const BEND = 0.3

/** A curve of its own for each of several edges between two nodes, whichever way they point; a single one stays straight. */
function bendsOf(drawn: Drawn): Map<string, number> {
  const first = new Map<string, string>()
  const several = new Map<string, string[]>()
  for (const { id, start, end } of drawn.edges.values()) {
    if (start === end) continue
    const pair = start < end ? `${start}\n${end}` : `${end}\n${start}`
    const one = first.get(pair)
    if (one === undefined) first.set(pair, id)
    else several.set(pair, [...(several.get(pair) ?? [one]), id])
  }
  const bends = new Map<string, number>()
  for (const edges of several.values()) {
    edges.sort()
    for (const [index, id] of edges.entries()) {
      const bend = (index - (edges.length - 1) / 2) * BEND
      const edge = drawn.edges.get(id)
      // A curve bends to the left of its own direction, so one that points back needs the other sign.
      if (edge !== undefined) bends.set(id, edge.start < edge.end ? bend : -bend)
    }
  }
  return bends
}
