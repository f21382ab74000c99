// The signs on the canvas: what is selected, lit in a crowd, picked, pinned, reported as wrong; self-loops. In: a pen and what is seen.
// Out: strokes. Must not know sigma.
import { type Point, pointAt } from '../look/line.js'
import { GROUND } from '../look/palette.js'
import { colourBy } from '../look/reducers.js'
import { CAPTION_FONT } from '../look/text.js'
import type { OverlayParts } from './overlay.js'
import type { Pen } from './pen.js'

/** Drawn over the crowd for what has the attention, instead of fading the rest. */
const MOST_LIT = 2000
const CROSS = 4

export function drawRing(context: Pen, parts: OverlayParts): void {
  const { graph, scene } = parts
  if (scene.selection === null) return
  context.strokeStyle = GROUND[scene.theme].accent
  context.lineWidth = 2.5
  if (scene.selection.kind === 'node' && graph.hasNode(scene.selection.id)) {
    const place = parts.placeOf(scene.selection.id)
    context.beginPath()
    context.arc(place.x, place.y, parts.radiusOf(scene.selection.id) + 5, 0, 2 * Math.PI)
    context.stroke()
  }
  if (scene.selection.kind === 'edge' && graph.hasEdge(scene.selection.id)) {
    const line = parts.lineOf(scene.selection.id)
    context.beginPath()
    context.moveTo(line.from.x, line.from.y)
    for (let step = 1; step <= 16; step++) {
      const point = pointAt(line, step / 16)
      context.lineTo(point.x, point.y)
    }
    context.globalAlpha = 0.35
    context.lineWidth = 9
    context.lineCap = 'round'
    context.stroke()
    context.globalAlpha = 1
  }
}

/** The edges around what has the attention, over a crowd that does not fade. */
export function drawLit(context: Pen, parts: OverlayParts): void {
  const { graph, scene } = parts
  context.strokeStyle = GROUND[scene.theme].edgeLit
  context.lineWidth = 1.5
  context.beginPath()
  for (const edge of [...(scene.litEdges ?? [])].slice(0, MOST_LIT))
    if (graph.hasEdge(edge) && parts.edgeVisible(edge)) {
      const { from, to } = parts.lineOf(edge)
      context.moveTo(from.x, from.y)
      context.lineTo(to.x, to.y)
    }
  context.stroke()
  for (const node of [...(scene.lit ?? [])].slice(0, MOST_LIT)) {
    if (!graph.hasNode(node) || !parts.visible(node)) continue
    const place = parts.placeOf(node)
    context.beginPath()
    context.arc(place.x, place.y, Math.max(4, parts.radiusOf(node)), 0, 2 * Math.PI)
    context.fillStyle = colourBy(scene.types, graph.getNodeAttribute(node, 'type'), scene.theme)
    context.fill()
  }
}

/** Who is picked has a dashed ring, what is pinned a dot at its foot. */
export function drawSigns(context: Pen, { graph, scene, placeOf, radiusOf, visible }: OverlayParts): void {
  const ground = GROUND[scene.theme]
  context.strokeStyle = ground.accent
  context.lineWidth = 2
  context.setLineDash([3, 3])
  for (const node of scene.picked) {
    if (!graph.hasNode(node) || !visible(node)) continue
    const place = placeOf(node)
    context.beginPath()
    context.arc(place.x, place.y, radiusOf(node) + 4, 0, 2 * Math.PI)
    context.stroke()
  }
  context.setLineDash([])
  context.fillStyle = ground.accent
  context.strokeStyle = ground.canvas
  context.lineWidth = 1.5
  for (const node of scene.pinned) {
    if (!graph.hasNode(node) || !visible(node)) continue
    const place = placeOf(node)
    const radius = radiusOf(node)
    context.beginPath()
    context.arc(place.x + radius * 0.75, place.y + radius * 0.75, 4, 0, 2 * Math.PI)
    context.fill()
    context.stroke()
  }
}

/** A fact that was reported as wrong is crossed out. */
export function drawCrosses(context: Pen, { graph, scene, edgeVisible, lineOf }: OverlayParts): void {
  const ground = GROUND[scene.theme]
  for (const edge of scene.wrong) {
    if (!graph.hasEdge(edge) || !edgeVisible(edge)) continue
    const { x, y } = pointAt(lineOf(edge), 0.3)
    for (const [colour, width] of [
      [ground.canvas, 5],
      [ground.bad, 2],
    ] as const) {
      context.strokeStyle = colour
      context.lineWidth = width
      context.beginPath()
      context.moveTo(x - CROSS, y - CROSS)
      context.lineTo(x + CROSS, y + CROSS)
      context.moveTo(x - CROSS, y + CROSS)
      context.lineTo(x + CROSS, y - CROSS)
      context.stroke()
    }
  }
}

export function drawLoops(context: Pen, parts: OverlayParts, nodes: readonly string[]): void {
  const ground = GROUND[parts.scene.theme]
  for (const node of nodes) {
    if (parts.graph.getNodeAttribute(node, 'loops') === 0) continue
    const loops = parts.graph.outEdges(node, node).filter(parts.edgeVisible).length
    if (loops === 0) continue
    const circle = loopCircle(parts.placeOf(node), parts.radiusOf(node))
    context.strokeStyle = ground.edgeLit
    context.lineWidth = 1.5
    context.beginPath()
    context.arc(circle.x, circle.y, circle.radius, 0.8 * Math.PI, 2.7 * Math.PI)
    context.stroke()
    if (loops === 1) continue
    context.font = CAPTION_FONT
    context.textBaseline = 'middle'
    context.fillStyle = ground.text
    context.fillText(`×${loops}`, circle.x + circle.radius + 10, circle.y - circle.radius)
  }
}

/** The circle a self-loop is drawn as, on the upper right of its node. */
export function loopCircle(place: Point, radius: number): Point & { radius: number } {
  return { x: place.x + radius * 0.9, y: place.y - radius * 0.9, radius: radius * 0.75 }
}
