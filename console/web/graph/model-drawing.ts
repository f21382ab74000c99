// The model as a drawing: types in a ring, an arc for each two between which something can be said. In: the model with its
// counts. Out: places and paths in hundredths of the drawing's width. Pure geometry.
import type { SchemaAnswer } from '../../../schema/answer.js'

export interface Seat {
  type: string
  count: number
  x: number
  y: number
}

/** All relations from one type to another, as one line. */
export interface Arc {
  from: string
  to: string
  types: string[]
  /** How many there are of all its relations, whichever ends they have. */
  count: number
  path: string
  width: number
}

const RADIUS = 40

/** The types in a ring, the first at the top, clockwise. */
export function seatsOf(schema: SchemaAnswer): Seat[] {
  const { entities } = schema
  return entities.map(({ type, count }, index) => {
    const angle = (2 * Math.PI * index) / entities.length - Math.PI / 2
    return { type, count, x: 50 + RADIUS * Math.cos(angle), y: 50 + RADIUS * Math.sin(angle) }
  })
}

/** The arcs bend towards the middle, so that neighbours' arcs do not run through a seat. */
export function arcsOf(schema: SchemaAnswer, seats: readonly Seat[]): Arc[] {
  const places = new Map(seats.map((seat) => [seat.type, seat]))
  const arcs = new Map<string, { from: string; to: string; types: string[]; count: number }>()
  for (const { type, from, to, count } of schema.relations) {
    for (const start of from) {
      for (const end of to) {
        const key = `${start} ${end}`
        const arc = arcs.get(key) ?? { from: start, to: end, types: [], count: 0 }
        arc.types.push(type)
        arc.count += count
        arcs.set(key, arc)
      }
    }
  }
  const most = Math.max(1, ...[...arcs.values()].map(({ count }) => count))
  return [...arcs.values()].flatMap((arc) => {
    const [start, end] = [places.get(arc.from), places.get(arc.to)]
    if (start === undefined || end === undefined) return []
    const bend = { x: (start.x + end.x) / 4 + 25, y: (start.y + end.y) / 4 + 25 }
    const round = (value: number): string => value.toFixed(1)
    const path = `M${round(start.x)} ${round(start.y)}Q${round(bend.x)} ${round(bend.y)} ${round(end.x)} ${round(end.y)}`
    return [{ ...arc, path, width: 0.3 + 1.7 * Math.sqrt(arc.count / most) }]
  })
}
