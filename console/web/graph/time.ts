// When a relation was: the dates of what is drawn, counted by day, month or year, and which relations touch a span of them.
// In: what is drawn. Out: bins, sets of edges. Dates are texts as precise as the source (2023, 2023-11, 2023-11-16). Pure.
import type { Brush } from '../../../schema/keeping.js'
import type { Wire, WireRelationship } from '../../../schema/wire.js'
import type { Drawn } from '../state/state.js'

export const DATE = /^\d{4}(-\d{2}(-\d{2})?)?/

/** The date in a property: a text of the model's form, or the engine's own kind of date. */
function dateIn(value: Wire | undefined): string | undefined {
  const text =
    typeof value === 'string'
      ? value
      : typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'temporal'
        ? value.value
        : ''
  return DATE.exec(text)?.[0]
}

/**
 * When a relation was. What happens at an event (a meeting, an accident, a directive) happened on its day; when both ends are
 * events, on that of the one that acts. Else from `since` to `until`, and where those are not told, as long as documents say it.
 */
export function spanOf(edge: WireRelationship, drawn: Drawn): Brush | null {
  const { date, since, until, first, last } = edge.properties
  const event =
    dateIn(date) ??
    dateIn(drawn.nodes.get(edge.start)?.properties.date) ??
    dateIn(drawn.nodes.get(edge.end)?.properties.date)
  if (event !== undefined) return { from: event, to: event }
  const from = dateIn(since) ?? dateIn(first) ?? dateIn(until) ?? dateIn(last)
  if (from === undefined) return null
  const to = dateIn(until) ?? dateIn(last) ?? from
  return firstDay(to) < firstDay(from) ? { from: to, to: from } : { from, to }
}

// As texts these compare as the days do.
const firstDay = (date: string): string => `${date}${'-01-01'.slice(date.length - 4)}`
const lastDay = (date: string): string => `${date}${'-12-31'.slice(date.length - 4)}`

/** Whether two spans share a day. */
export function touches(a: Brush, b: Brush): boolean {
  return firstDay(a.from) <= lastDay(b.to) && lastDay(a.to) >= firstDay(b.from)
}

export interface Bin {
  /** A year, a month or a day. */
  date: string
  count: number
}

export interface Times {
  spans: ReadonlyMap<string, Brush>
  bins: readonly Bin[]
  undated: number
}

const MOST_BINS = 62

/** When all that is drawn was: in days if they are few, else in months, else in years. */
export function timesOf(drawn: Drawn): Times {
  const spans = new Map<string, Brush>()
  for (const edge of drawn.edges.values()) {
    const span = spanOf(edge, drawn)
    if (span !== null) spans.set(edge.id, span)
  }
  const undated = drawn.edges.size - spans.size
  if (spans.size === 0) return { spans, bins: [], undated }
  let [low, high] = ['9999', '0000']
  for (const { from, to } of spans.values()) {
    if (firstDay(from) < low) low = firstDay(from)
    if (lastDay(to) > high) high = lastDay(to)
  }
  const unit = ([10, 7] as const).find((length) => numberOf(high, length) - numberOf(low, length) < MOST_BINS) ?? 4
  const start = numberOf(low, unit)
  const counts = new Array<number>(numberOf(high, unit) - start + 1).fill(0)
  for (const { from, to } of spans.values()) {
    const end = numberOf(lastDay(to), unit)
    for (let at = numberOf(firstDay(from), unit); at <= end; at++) counts[at - start] = (counts[at - start] ?? 0) + 1
  }
  return { spans, bins: counts.map((count, index) => ({ date: dateOf(start + index, unit), count })), undated }
}

/** Length of a date text as precise as a bin: of a day, a month, a year. */
type Unit = 10 | 7 | 4
const DAY_MS = 86_400_000

function numberOf(date: string, unit: Unit): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  if (unit === 4) return year
  if (unit === 7) return year * 12 + month - 1
  // The last day of a month known by its number alone is written as the 31st.
  return Math.floor(Math.min(Date.UTC(year, month - 1, day), Date.UTC(year, month, 0)) / DAY_MS)
}

function dateOf(number: number, unit: Unit): string {
  if (unit === 4) return String(number).padStart(4, '0')
  if (unit === 7)
    return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** The relations that do not touch a span; those without a date are among them. */
export function edgesOutside(drawn: Drawn, times: Times, brush: Brush): ReadonlySet<string> {
  const outside = new Set<string>()
  for (const id of drawn.edges.keys()) {
    const span = times.spans.get(id)
    if (span === undefined || !touches(span, brush)) outside.add(id)
  }
  return outside
}
