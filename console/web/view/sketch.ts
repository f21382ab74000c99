// The whole drawing with one pen: ground, lines, nodes, and what lies over them, as the canvas shows them now. In: a pen and
// what is seen. Out: strokes. Must not know sigma, whose programs draw the same lines and nodes with WebGL.
import { controlOf, type Line, pointAt } from '../look/line.js'
import { GROUND } from '../look/palette.js'
import { lookOfEdge, lookOfNode } from '../look/reducers.js'
import { drawGround } from './ground.js'
import { drawOverlay, type OverlayParts } from './overlay.js'
import { type Pen, VectorSheet } from './pen.js'

/** As the arrow programs of the canvas have them, in widths of the line. */
const ARROW_LENGTH = 5
const ARROW_WIDTH = 3.5

/** What is seen as an SVG file; null where the browser cannot measure text. */
export function vectorsOf(parts: OverlayParts): string | null {
  const measure = document.createElement('canvas').getContext('2d')
  if (measure === null) return null
  const sheet = new VectorSheet(parts.screen, measure)
  sketch(sheet, parts)
  return sheet.text()
}

/** Draws everything that is in the state's scene, whether the screen shows it or not. */
export function sketch(pen: Pen, parts: OverlayParts): void {
  const { graph, scene, screen } = parts
  pen.fillStyle = GROUND[scene.theme].canvas
  pen.fillRect(0, 0, screen.width, screen.height)
  drawGround(pen, parts)
  graph.forEachEdge((edge, attributes, source, target) => {
    const look = lookOfEdge(edge, attributes, scene)
    if (source === target || !parts.edgeVisible(edge)) return
    drawEdge(pen, parts.lineOf(edge), look, parts.radiusOf(target))
  })
  graph.forEachNode((node, attributes) => {
    if (!parts.visible(node)) return
    const look = lookOfNode(node, attributes, scene)
    drawNode(pen, parts.placeOf(node), parts.radiusOf(node), look)
  })
  drawOverlay(pen, parts)
}

function drawEdge(pen: Pen, line: Line, look: { color: string; size: number }, targetRadius: number): void {
  const length = Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y)
  if (!(length > 0)) return
  const tip = pointAt(line, 1 - Math.min(0.9, targetRadius / length))
  const head = look.size * ARROW_LENGTH
  const neck = pointAt(line, 1 - Math.min(0.95, (targetRadius + head) / length))
  pen.strokeStyle = look.color
  pen.fillStyle = look.color
  pen.lineWidth = look.size
  pen.beginPath()
  pen.moveTo(line.from.x, line.from.y)
  const control = controlOf(line)
  if (line.curvature === 0) pen.lineTo(neck.x, neck.y)
  else pen.quadraticCurveTo(control.x, control.y, neck.x, neck.y)
  pen.stroke()
  const [dx, dy] = [tip.x - neck.x, tip.y - neck.y]
  const span = Math.hypot(dx, dy) || 1
  const half = (look.size * ARROW_WIDTH) / 2
  const [ax, ay] = [(-dy / span) * half, (dx / span) * half]
  pen.beginPath()
  pen.moveTo(tip.x, tip.y)
  pen.lineTo(neck.x + ax, neck.y + ay)
  pen.lineTo(neck.x - ax, neck.y - ay)
  pen.closePath()
  pen.fill()
}

function drawNode(
  pen: Pen,
  place: { x: number; y: number },
  radius: number,
  look: { color: string; type: string },
): void {
  pen.fillStyle = look.color
  pen.beginPath()
  if (look.type === 'square') {
    pen.rect(place.x - radius, place.y - radius, 2 * radius, 2 * radius)
  } else pen.arc(place.x, place.y, look.type === 'ring' ? radius * 0.74 : radius, 0, 2 * Math.PI)
  pen.fill()
  if (look.type !== 'ring') return
  pen.strokeStyle = look.color
  pen.lineWidth = radius * 0.14
  pen.beginPath()
  pen.arc(place.x, place.y, radius * 0.93, 0, 2 * Math.PI)
  pen.stroke()
}
