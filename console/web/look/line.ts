// The line an edge is drawn as, and how far a point lies from it. In: pixels. Out: pixels. Pure geometry.

export interface Point {
  x: number
  y: number
}

/** An edge on the screen; `curvature` as the curve program of the canvas takes it. */
export interface Line {
  id: string
  from: Point
  to: Point
  curvature: number
}

/** The control point of the quadratic curve. On the screen y grows downwards, hence the sign. */
export function controlOf(line: Line): Point {
  const dx = line.to.x - line.from.x
  const dy = line.to.y - line.from.y
  return {
    x: (line.from.x + line.to.x) / 2 + dy * line.curvature,
    y: (line.from.y + line.to.y) / 2 - dx * line.curvature,
  }
}

/** The point of the line at a share of the way. */
export function pointAt(line: Line, share: number): Point {
  const control = controlOf(line)
  const rest = 1 - share
  const along = (from: number, middle: number, to: number): number =>
    rest * rest * from + 2 * rest * share * middle + share * share * to
  return { x: along(line.from.x, control.x, line.to.x), y: along(line.from.y, control.y, line.to.y) }
}

const STEPS = 12

/** How far a point is from a line, in pixels. */
export function distanceTo(line: Line, point: Point): number {
  if (line.curvature === 0) return distanceToPiece(line.from, line.to, point)
  let nearest = Infinity
  for (let step = 0; step < STEPS; step++)
    nearest = Math.min(nearest, distanceToPiece(pointAt(line, step / STEPS), pointAt(line, (step + 1) / STEPS), point))
  return nearest
}

function distanceToPiece(from: Point, to: Point, point: Point): number {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length
  const held = Math.max(0, Math.min(1, share))
  return Math.hypot(point.x - from.x - held * dx, point.y - from.y - held * dy)
}

/** The line nearest to a point, if it is within reach. */
export function nearestLine(lines: Iterable<Line>, point: Point, reach: number): string | undefined {
  let best: string | undefined
  let nearest = reach
  for (const line of lines) {
    const distance = distanceTo(line, point)
    if (distance <= nearest) {
      nearest = distance
      best = line.id
    }
  }
  return best
}
