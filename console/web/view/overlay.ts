// What is drawn over the nodes and edges: letters, names, captions, and the signs of signs.ts.
// In: a 2D context and the scene. Out: pixels. Must not know sigma.
import type { DrawnGraph } from '../graph/build.js'
import { type LabelWish, placeLabels } from '../look/labels.js'
import { type Line, type Point, pointAt } from '../look/line.js'
import { GROUND, letterOf } from '../look/palette.js'
import { CROWD } from '../look/reducers.js'
import { CAPTION_FONT, cutText, FACE } from '../look/text.js'
import { captionOf, say } from '../words.js'
import type { Pen } from './pen.js'
import type { Scene } from './scene.js'
import { drawCrosses, drawLit, drawLoops, drawRing, drawSigns } from './signs.js'

export interface OverlayParts {
  graph: DrawnGraph
  scene: Scene
  placeOf(node: string): Point
  radiusOf(node: string): number
  lineOf(edge: string): Line
  visible(node: string): boolean
  edgeVisible(edge: string): boolean
  /** All nodes, the heaviest first. */
  byWeight: readonly string[]
  screen: { width: number; height: number }
  /** From an x of the graph to one of the screen, and back. */
  screenX(x: number): number
  graphX(x: number): number
}

const NAME_FONT = `12px ${FACE}`
const LETTER_FONT_OF = (pixels: number): string => `600 ${Math.round(pixels)}px ${FACE}`
const NAME_COLUMNS = 24
/** On a screen under so many pixels names are cut shorter, so that more of them find room. */
const NARROW = 720
const FULL_COLUMNS = 80
/** At most so many names are tried for in one frame; the largest nodes come first. */
const MOST_NAMES = 160
/** In a crowd only so many of the heaviest nodes are looked at. */
const MOST_LOOKED_AT = 12_000
const MOST_CAPTIONS = 120
/** With more edges than these, only those that are lit are looked at for captions. */
const MOST_CAPTIONED = 2000
const MOST_OBSTACLES = 3000
const NAME_HEIGHT = 14

export function drawOverlay(context: Pen, parts: OverlayParts): void {
  const { scene, screen } = parts
  const nodes = nodesInSight(parts)
  context.textAlign = 'center'
  context.lineJoin = 'round'
  if (scene.crowd > CROWD) drawLit(context, parts)
  drawLoops(context, parts, nodes)
  drawRing(context, parts)
  drawSigns(context, parts)
  drawCrosses(context, parts)
  for (const node of nodes) drawLetter(context, parts, node)
  const wishes = [...nameWishes(context, parts, nodes.slice(0, MOST_NAMES)), ...captionWishes(context, parts)]
  const ground = GROUND[scene.theme]
  context.textBaseline = 'top'
  const discs = nodes.slice(0, MOST_OBSTACLES).map((node) => {
    const { x, y } = parts.placeOf(node)
    const radius = parts.radiusOf(node)
    return { x, y: y - radius, width: 2 * radius, height: 2 * radius }
  })
  for (const label of placeLabels(wishes, screen, discs)) {
    const caption = label.id.startsWith('edge ')
    context.font = caption ? CAPTION_FONT : NAME_FONT
    context.strokeStyle = ground.canvas
    context.lineWidth = 4
    context.strokeText(label.text, label.x, label.y)
    context.fillStyle = caption ? ground.edgeLit : ground.text
    context.fillText(label.text, label.x, label.y)
  }
}

/** What has the attention first, then what is lit, then the rest by weight. */
function nodesInSight({ graph, scene, byWeight, placeOf, visible, screen }: OverlayParts): string[] {
  const first = new Set<string>()
  for (const thing of [scene.hovered, scene.selection]) if (thing?.kind === 'node') first.add(thing.id)
  if (scene.lit !== null && scene.lit.size < graph.order) for (const node of scene.lit) first.add(node)
  const seen = (node: string): boolean => graph.hasNode(node) && visible(node) && inSight(placeOf(node), screen)
  const rest = byWeight.slice(0, MOST_LOOKED_AT).filter((node) => !first.has(node) && seen(node))
  return [...[...first].filter(seen), ...rest]
}

function inSight(place: Point, screen: { width: number; height: number }): boolean {
  return place.x > -40 && place.y > -40 && place.x < screen.width + 40 && place.y < screen.height + 40
}

function nameWishes(context: Pen, parts: OverlayParts, nodes: readonly string[]): LabelWish[] {
  const { graph, scene } = parts
  context.font = NAME_FONT
  const columns = parts.screen.width < NARROW ? (NAME_COLUMNS * 2) / 3 : NAME_COLUMNS
  const wishes: LabelWish[] = []
  for (const node of nodes) {
    const lit = scene.lit === null || scene.lit.has(node)
    const attention = scene.hovered?.id === node || scene.selection?.id === node
    const name = graph.getNodeAttribute(node, 'name')
    if (!lit || name === '') continue
    const text = cutText(name, attention ? FULL_COLUMNS : columns)
    const width = widthIn(context, text)
    wishes.push({
      id: `node ${node}`,
      text,
      width,
      height: NAME_HEIGHT,
      spots: spotsOf(node, width, parts),
      always: attention,
    })
  }
  return wishes
}

/** Beneath the node, above it, or at its sides; a name near the border is moved in rather than cut. */
function spotsOf(node: string, width: number, { placeOf, radiusOf, screen }: OverlayParts): Point[] {
  const place = placeOf(node)
  const radius = radiusOf(node)
  const half = width / 2 + 4
  const x = Math.max(Math.min(place.x, screen.width - half), half)
  const beside = place.y - NAME_HEIGHT / 2
  return [
    { x, y: place.y + radius + 3 },
    { x, y: place.y - radius - NAME_HEIGHT - 3 },
    { x: place.x + radius + half, y: beside },
    { x: place.x - radius - half, y: beside },
  ]
}

function captionWishes(context: Pen, parts: OverlayParts): LabelWish[] {
  const { graph, scene } = parts
  context.font = CAPTION_FONT
  const wishes: LabelWish[] = []
  const edges = scene.litEdges === null ? (graph.size <= MOST_CAPTIONED ? graph.edges() : []) : [...scene.litEdges]
  for (const edge of edges) {
    if (wishes.length >= MOST_CAPTIONS) break
    if (!graph.hasEdge(edge) || !parts.edgeVisible(edge)) continue
    const [source, target] = graph.extremities(edge)
    if (source === target) continue
    const line = parts.lineOf(edge)
    const text = captionIn(parts, edge)
    const width = widthIn(context, text)
    const length = Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y)
    const attention = scene.selection?.id === edge || scene.hovered?.id === edge
    if (!attention && length < width + parts.radiusOf(source) + parts.radiusOf(target) + 16) continue
    const middle = pointAt(line, 0.5)
    if (!inSight(middle, parts.screen)) continue
    const spots = [{ x: middle.x, y: middle.y - 7 }]
    wishes.push({ id: `edge ${edge}`, text, width, height: 13, spots, always: attention })
  }
  return wishes
}

/** What a relation says, by how many sentences when it is not one alone. */
function captionIn({ graph, scene }: OverlayParts, edge: string): string {
  const { type, sources } = graph.getEdgeAttributes(edge)
  const caption = captionOf(scene.lang, type)
  const counted = sources > 1 ? `${caption} ${sources}` : caption
  return scene.wrong.has(edge) ? `${counted} · ${say(scene.lang, 'review.wrong')}` : counted
}

function drawLetter(context: Pen, parts: OverlayParts, node: string): void {
  const radius = parts.radiusOf(node)
  if (radius < 7) return
  const type = parts.graph.getNodeAttribute(node, 'type')
  const lit = parts.scene.lit === null || parts.scene.lit.has(node)
  if (type === '' || !lit) return
  const letter = letterOf(type, parts.scene.lang)
  const place = parts.placeOf(node)
  context.font = LETTER_FONT_OF(Math.min(15, radius * (letter.length > 1 ? 0.85 : 1)))
  context.textBaseline = 'middle'
  context.fillStyle = GROUND[parts.scene.theme].onMark
  context.fillText(letter, place.x, place.y + 0.5)
}

/** Of one drawing, and then some; kept longer they would only fill the memory. */
const MOST_WIDTHS = 1500
const widths = new Map<string, number>()

/** The width of a text, kept from frame to frame. */
function widthIn(context: Pen, text: string): number {
  const key = `${context.font}|${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (widths.size > MOST_WIDTHS) widths.clear()
  const width = context.measureText(text).width
  widths.set(key, width)
  return width
}
