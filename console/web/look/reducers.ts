// How each node and edge is to look. In: what it is, and what is hovered, selected, hidden. Out: colour, size, shape. Pure;
// must not know sigma nor the page.
import type { EdgeAttributes, NodeAttributes } from '../graph/build.js'
import type { Look } from '../state/seeing.js'
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
  hiddenRelations: ReadonlySet<string>
  hiddenEdges: ReadonlySet<string>
  /** What the user chose by type, over the palette. */
  types: Look['types']
  /** How many nodes are drawn: a crowd is drawn smaller, and simpler. */
  crowd: number
}

/** Over so many nodes shapes, arrows and fading could not be seen, and would cost the movement. */
export const CROWD = 3000

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
  type: 'straight' | 'curved' | 'plain'
  curvature: number
  hidden: boolean
  zIndex: number
}

/** Enough of the rest is left to see where the lit part stands in it. */
const FADED = 0.25

const ROOMY = 200

/** Radius in pixels: grows with the root of the degree (or of what stands for it), so that a hub is large and never a wall; shrinks in a crowd. */
export function sizeOf(degree: number, crowd: number): number {
  const share = Math.max(0.2, Math.min(1, Math.sqrt(ROOMY / Math.max(1, crowd))))
  return share * Math.min(22, 7 + 1.6 * Math.sqrt(degree))
}

/** Width in pixels, 1 to 4: doubles of the number of sources add one. */
export function widthOf(sources: number): number {
  return Math.min(4, 1 + Math.log2(Math.max(1, sources)))
}

export function isHidden(node: string, attributes: Pick<NodeAttributes, 'type'>, focus: Focus): boolean {
  return focus.hiddenTypes.has(attributes.type) || focus.hiddenNodes.has(node)
}

/** Hidden by itself; an edge whose end is hidden is hidden with it, which the canvas sees to. */
export function isEdgeHidden(edge: string, attributes: Pick<EdgeAttributes, 'type'>, focus: Focus): boolean {
  return focus.hiddenRelations.has(attributes.type) || focus.hiddenEdges.has(edge)
}

/** The colour of a type as the user or the palette has it. */
export function colourBy(types: Look['types'], type: string, theme: Theme): string {
  return (Object.hasOwn(types, type) ? types[type]?.colour : undefined) ?? colourOf(type, theme)
}

export function lookOfNode(node: string, attributes: NodeAttributes, focus: Focus): NodeLook {
  const colour = colourBy(focus.types, attributes.type, focus.theme)
  const lit = focus.crowd > CROWD || focus.lit === null || focus.lit.has(node)
  const scale = (Object.hasOwn(focus.types, attributes.type) ? focus.types[attributes.type]?.size : undefined) ?? 1
  return {
    x: attributes.x,
    y: attributes.y,
    size: sizeOf(attributes.weight, focus.crowd) * scale,
    color: lit ? colour : mix(colour, GROUND[focus.theme].canvas, FADED),
    type: focus.crowd > CROWD ? 'point' : shapeOf(attributes.type),
    hidden: isHidden(node, attributes, focus),
    zIndex: lit && focus.lit !== null ? 1 : 0,
  }
}

export function lookOfEdge(edge: string, attributes: EdgeAttributes, focus: Focus): EdgeLook {
  const ground = GROUND[focus.theme]
  const crowded = focus.crowd > CROWD
  const lit = crowded || focus.litEdges === null ? undefined : focus.litEdges.has(edge)
  const straight = crowded ? 'plain' : 'straight'
  return {
    size: widthOf(attributes.sources) + (lit ? 0.5 : 0),
    color: lit === undefined ? ground.edge : lit ? ground.edgeLit : mix(ground.edge, ground.canvas, 2 * FADED),
    type: attributes.curvature === 0 ? straight : 'curved',
    curvature: attributes.curvature,
    hidden: isEdgeHidden(edge, attributes, focus),
    zIndex: lit ? 1 : 0,
  }
}
