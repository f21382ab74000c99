// A span of a line -> whether a name may be put there, and the name put there. Spans are folded offsets.
import type { Line } from '../line.js'

/** Where a name stands or may stand. */
export interface Span {
  start: number
  end: number
}

/** Nothing was found there but places that the name holds by chance. */
export const hasRoom = (line: Line, { start, end }: Span): boolean =>
  line.items.every((i) => i.end <= start || i.start >= end || (i.kind === 'Place' && i.start >= start && i.end <= end))

/** Whether a person was found just there. */
export const isPersonAt = (line: Line, { start, end }: Span): boolean =>
  line.items.some((i) => i.kind === 'Person' && i.start === start && i.end === end)

/** Takes out what lies where the name stands, and puts the name in; where only `hasRoom` has been seen to, that is places. */
export function putPerson(line: Line, span: Span, rule: string, value: Record<string, unknown>): void {
  for (const item of line.items.filter((i) => i.start < span.end && i.end > span.start)) line.lift(item)
  line.put({ kind: 'Person', start: span.start, end: span.end, rule, value, parts: [] })
}
