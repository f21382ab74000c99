// What is drawn beneath the nodes and edges: the hulls of clusters, the lines of the time axis. In: a 2D context and the scene.
// Out: pixels. Must not know sigma.
import { ticksBetween } from '../graph/day.js'
import { clusterColour, hullOf } from '../look/hull.js'
import type { Point } from '../look/line.js'
import { GROUND } from '../look/palette.js'
import { CAPTION_FONT } from '../look/text.js'
import type { OverlayParts } from './overlay.js'
import type { Pen } from './pen.js'

const ROUND = 22
const STEPS = 16
/** The room a date needs beside the next. */
const TICK_WIDTH = 84

export function drawGround(context: Pen, parts: OverlayParts): void {
  if (parts.scene.axis !== null) drawAxis(context, parts)
  for (const cluster of parts.scene.clusters) {
    const points: Point[] = []
    for (const node of cluster.nodes)
      if (parts.graph.hasNode(node) && parts.visible(node)) points.push(parts.placeOf(node))
    drawHull(context, hullOf(points), clusterColour(cluster.number, parts.scene.theme))
  }
}

function drawHull(context: Pen, hull: readonly Point[], colour: string): void {
  const outline = hullOf(hull.flatMap(roundAbout))
  const [first] = outline
  if (first === undefined) return
  context.beginPath()
  context.moveTo(first.x, first.y)
  for (const point of outline.slice(1)) context.lineTo(point.x, point.y)
  context.closePath()
  context.globalAlpha = 0.16
  context.fillStyle = colour
  context.fill()
  context.globalAlpha = 0.5
  context.lineWidth = 1
  context.strokeStyle = colour
  context.stroke()
  context.globalAlpha = 1
}

/** Points on a circle around a node, the room that the hull leaves it. */
function roundAbout({ x, y }: Point): Point[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const angle = (2 * Math.PI * step) / STEPS
    return { x: x + ROUND * Math.cos(angle), y: y + ROUND * Math.sin(angle) }
  })
}

function drawAxis(context: Pen, { scene, screen, screenX, graphX }: OverlayParts): void {
  const { axis } = scene
  if (axis === null) return
  const ground = GROUND[scene.theme]
  const dayAt = (x: number): number => (graphX(x) - axis.zero) / axis.perDay
  const most = Math.max(2, Math.floor(screen.width / TICK_WIDTH))
  context.font = CAPTION_FONT
  context.textAlign = 'center'
  context.textBaseline = 'bottom'
  context.lineWidth = 1
  for (const { day, text } of ticksBetween(Math.floor(dayAt(0)), Math.ceil(dayAt(screen.width)), most)) {
    const x = Math.round(screenX(axis.zero + axis.perDay * day)) + 0.5
    context.strokeStyle = ground.edge
    context.globalAlpha = 0.5
    context.beginPath()
    context.moveTo(x, 0)
    context.lineTo(x, screen.height - 18)
    context.stroke()
    context.globalAlpha = 1
    context.fillStyle = ground.edgeLit
    // A date at the border is moved in rather than cut.
    const half = context.measureText(text).width / 2 + 2
    context.fillText(text, Math.max(half, Math.min(x, screen.width - half)), screen.height - 3)
  }
  context.strokeStyle = ground.edgeLit
  context.beginPath()
  context.moveTo(0, screen.height - 18.5)
  context.lineTo(screen.width, screen.height - 18.5)
  context.stroke()
}
