// Statements of who holds an office in, from when to when each is told to hold it out; and where two hold one at once. Pure.
import { hasOneHolder } from '../schema/seat.js'

/** What one statement says of a tenure; dates as precise as told, '' for none. */
export interface Told {
  person: string
  date: string
  former: boolean
  since?: string
  until?: string
}

/**
 * A span in which a person is told to hold an office: from the last day that its beginning can mean to the first that
 * its end can mean. Where only a month or a year is told, `first` comes after `last`: no day is sure.
 */
export interface Tenure {
  person: string
  first: string
  last: string
  /** On how many days it is told. */
  days: number
}

/** Two persons told to hold at once an office that one holds at a time. */
export interface Clash {
  a: Tenure
  b: Tenure
  /** The days on which both are told to hold it. */
  from: string
  to: string
}

/** The first and the last day that a date of any precision can mean. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10)
export const lastDay = (date: string): string =>
  date.length === 4 ? `${date}-12-31` : date.length === 7 ? lastOfMonth(date) : date

function lastOfMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year as number, number as number, 0)).getUTCDate()}`
}

/** From when to when each person is told to hold the office, the earliest first. */
export function tenures(told: readonly Told[]): Tenure[] {
  const spans = new Map<string, Tenure>()
  const days = new Map<string, Set<string>>()
  for (const one of told) {
    const span = spanOf(one)
    if (span === undefined) continue
    const { person, date } = one
    days.set(person, (days.get(person) ?? new Set()).add(date))
    const known = spans.get(person) ?? { person, ...span, days: 0 }
    const [first = ''] = [span.first, known.first].sort()
    const [, last = ''] = [span.last, known.last].sort()
    spans.set(person, { person, first, last, days: days.get(person)?.size ?? 0 })
  }
  return [...spans.values()].sort(
    (a, b) => compare(a.first, b.first) || compare(a.last, b.last) || compare(a.person, b.person),
  )
}

function spanOf({ date, former, since, until }: Told): { first: string; last: string } | undefined {
  // Of an office held before, no more is told than its days, if these.
  const days = [since, until, ...(former || date === '' ? [] : [date])].filter((day) => day !== undefined)
  if (days.length === 0) return undefined
  return {
    first: days.map(lastDay).sort()[0] ?? '',
    last: days.map(firstDay).sort().at(-1) ?? '',
  }
}

/** Where two hold at once an office of one holder. The day on which one follows the other is no clash. */
export function findClashes(office: string, told: readonly Told[]): Clash[] {
  if (!hasOneHolder(office)) return []
  const spans = tenures(told)
  const clashes: Clash[] = []
  for (const [i, a] of spans.entries())
    for (const b of spans.slice(i + 1)) {
      // Spans are in order of their first days.
      const from = b.first
      const [to = a.last] = [a.last, b.last].sort()
      // On the day on which one's time ends and the other's begins, one follows the other.
      const follows = from === to && a.first < from && to < b.last
      if (from <= to && !follows) clashes.push({ a, b, from, to })
    }
  return clashes
}

/**
 * Who holds the office on a day, by what is told up to then: all who are not told to have left; where one holds it at a
 * time, the one told last, and whoever is told to hold it at once with him: a clash is not settled here. Told on one day
 * alone, he does not put out of office who was told to hold it in the month before: that may be an error of one text.
 */
export function holdersOn(day: string, office: string, told: readonly Told[]): string[] {
  const begun = told.filter(({ since }) => since === undefined || firstDay(since) <= day)
  const left = ({ former, until }: Told) => former || (until !== undefined && lastDay(until) < day)
  const gone = new Set(
    latest(begun)
      .filter(left)
      .map(({ person }) => person),
  )
  const holding = tenures(begun.filter(({ former }) => !former)).filter(({ person }) => !gone.has(person))
  const [newest] = [...holding].sort((a, b) => compare(b.last, a.last) || compare(b.first, a.first))
  if (newest === undefined || !hasOneHolder(office)) return holding.map(({ person }) => person)
  const held = newest.days > 1 ? newest.first : monthBefore(newest.first)
  return holding.filter(({ last }) => last === newest.last || last > held).map(({ person }) => person)
}

function monthBefore(day: string): string {
  return new Date(Date.parse(day) - 30 * 86_400_000).toISOString().slice(0, 10)
}

/** The newest statement on each person; of one day the one that says it is held. */
function latest(told: readonly Told[]): Told[] {
  const newest = new Map<string, Told>()
  for (const one of told) {
    const known = newest.get(one.person)
    if (known === undefined || one.date > known.date || (one.date === known.date && known.former && !one.former))
      newest.set(one.person, one)
  }
  return [...newest.values()]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
