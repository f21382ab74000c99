// How each node and edge is to look. In: what it is, and what is hovered, selected, hidden. Out: colour, size, shape. Pure;
// must not know sigma nor the page.
import type { EdgeAttributes, NodeAttributes } from '../graph/build.js'
import { colourOf, GROUND, mix, shapeOf, type Theme } from './palette.js'

/** What the look depends on, besides the thing itself. */
export interface Focus {
  theme: Theme
  /** The nodes that are lit; null lights all. */
  lit: ReadonlySet<string> | null
  /** The edges that are lit; null lights all. */
  litEdges: ReadonlySet<string> | null
  hiddenTypes: ReadonlySet<string>
  hiddenNodes: ReadonlySet<string>
  /** How many nodes are drawn: a crowd is drawn smaller. */
  crowd: number
}

export interface NodeLook {
  x: number
  y: number
  size: number
  color: string
  type: string
  hidden: boolean
  zIndex: number
}

export interface EdgeLook {
  size: number
  color: string
  type: 'straight' | 'curved'
  curvature: number
  hidden: boolean
  zIndex: number
}

const FADED = 0.15

const ROOMY = 200

/** Radius in pixels: grows with the root of the degree, so that a hub is large and never a wall; shrinks in a crowd. */
export function sizeOf(degree: number, crowd: number): number {
  const share = Math.max(0.2, Math.min(1, Math.sqrt(ROOMY / Math.max(1, crowd))))
  return share * Math.min(22, 7 + 1.6 * Math.sqrt(degree))
}

/** Width in pixels, 1 to 4: doubles of the number of sources add one. */
export function widthOf(sources: number): number {
  return Math.min(4, 1 + Math.log2(Math.max(1, sources)))
}

export function isHidden(node: string, attributes: NodeAttributes, focus: Focus): boolean {
  return focus.hiddenTypes.has(attributes.type) || focus.hiddenNodes.has(node)
}

export function lookOfNode(node: string, attributes: NodeAttributes, focus: Focus): NodeLook {
  const colour = colourOf(attributes.type, focus.theme)
  const lit = focus.lit === null || focus.lit.has(node)
  return {
    x: attributes.x,
    y: attributes.y,
    size: sizeOf(attributes.degree, focus.crowd),
    color: lit ? colour : mix(colour, GROUND[focus.theme].canvas, FADED),
    type: shapeOf(attributes.type),
    hidden: isHidden(node, attributes, focus),
    zIndex: lit && focus.lit !== null ? 1 : 0,
  }
}

export function lookOfEdge(edge: string, attributes: EdgeAttributes, focus: Focus): EdgeLook {
  const ground = GROUND[focus.theme]
  const lit = focus.litEdges === null ? undefined : focus.litEdges.has(edge)
  return {
    size: widthOf(attributes.sources) + (lit ? 0.5 : 0),
    color: lit === undefined ? ground.edge : lit ? ground.edgeLit : mix(ground.edge, ground.canvas, 2 * FADED),
    type: attributes.curvature === 0 ? 'straight' : 'curved',
    curvature: attributes.curvature,
    hidden: false,
    zIndex: lit ? 1 : 0,
  }
}
