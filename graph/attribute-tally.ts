// What many sources say of one thing's attributes: claims come and go, in any order; out comes one value for each.
// A date: the most precise that is told, then the one told most often. Anything else: what the newest source says,
// since tolls and offices change.
import type { AttributeValue } from '../schema/fact.js'
import type { AttributeKind } from '../schema/model.js'
import type { Attributes } from './claim.js'
import { type Key, Window, type WindowState } from './window.js'

export interface AttributeTallyState {
  dates: [key: string, counts: [value: string, count: number][]][]
  newest: [key: string, window: WindowState][]
}

// Date of the source, then a longer word before a shorter, then the greater value.
const NEWEST = [-1, -1, -1] as const

export class AttributeTally {
  private readonly dates: Map<string, Map<string, number>>
  private readonly newest: Map<string, Window>

  constructor(
    private readonly kinds: Readonly<Record<string, AttributeKind>>,
    state: AttributeTallyState = { dates: [], newest: [] },
  ) {
    this.dates = new Map(state.dates.map(([key, counts]) => [key, new Map(counts)]))
    this.newest = new Map(state.newest.map(([key, window]) => [key, new Window(NEWEST, window)]))
  }

  get state(): AttributeTallyState {
    return {
      dates: [...this.dates].map(([key, counts]) => [key, [...counts]]),
      newest: [...this.newest].map(([key, window]) => [key, window.kept]),
    }
  }

  get dry(): boolean {
    return [...this.newest.values()].some((window) => window.dry)
  }

  /** Counts one source in (`by` = 1) or out (-1); `date` is the source's, '' when it has none. */
  count(attributes: Attributes, date: string, by: 1 | -1): void {
    for (const [key, kind] of Object.entries(this.kinds)) {
      // A flag that a source does not raise is down; any other attribute it does not give is just not told.
      const value = attributes[key] ?? (kind === 'boolean' ? false : undefined)
      if (value === undefined) continue
      if (kind === 'date') this.countDate(key, String(value), by)
      else this.countNewest(key, value, date, by)
    }
  }

  values(): Attributes {
    const values: Attributes = {}
    for (const [key, kind] of Object.entries(this.kinds)) {
      const value = kind === 'date' ? bestDate(this.dates.get(key)) : newestValue(this.newest.get(key)?.first, kind)
      if (value !== undefined) values[key] = value
    }
    return values
  }

  private countDate(key: string, value: string, by: 1 | -1): void {
    const counts = this.dates.get(key) ?? new Map<string, number>()
    const count = (counts.get(value) ?? 0) + by
    if (count > 0) counts.set(value, count)
    else counts.delete(value)
    this.dates.set(key, counts)
  }

  private countNewest(key: string, value: AttributeValue, date: string, by: 1 | -1): void {
    const window = this.newest.get(key) ?? new Window(NEWEST)
    const entry: Key = [date, ...rank(value)]
    if (by > 0) window.add(entry)
    else window.remove(entry)
    this.newest.set(key, window)
  }
}

/** Of two flags of one day the lowered one comes first: who is plainly called 省长 that day is no former one. */
function rank(value: AttributeValue): [number, string | number] {
  if (typeof value === 'boolean') return [0, value ? 0 : 1]
  return typeof value === 'string' ? [value.length, value] : [0, value]
}

function newestValue(first: Key | undefined, kind: AttributeKind): AttributeValue | undefined {
  const value = first?.[2]
  return kind === 'boolean' && value !== undefined ? value === 0 : value
}

function bestDate(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  let best: [string, number] | undefined
  for (const [value, count] of counts ?? []) {
    if (best === undefined || betterDate(value, count, ...best)) best = [value, count]
  }
  return best?.[0]
}

function betterDate(value: string, count: number, other: string, otherCount: number): boolean {
  if (value.length !== other.length) return value.length > other.length
  if (count !== otherCount) return count > otherCount
  return value < other
}
