// Parts of a date as written -> a date as precise as they say, resolved against the document's date and the dates named before.
// Knows no word of any language and nothing of lines or items.

/** Year, month and day as far as known. */
export interface Day {
  year: number
  month?: number
  day?: number
}

/** What dates without year or month are measured against. */
export interface Frame {
  /** The document's own date. */
  today: Day | undefined
  /** The date named last in the same paragraph, with its year settled. */
  named: Day | undefined
  /** Whether it may be a day to come: the clause says so; it does not; it cannot be. Most dates are told without asking. */
  ahead: () => 'yes' | 'no' | 'never'
}

const DAY = 86_400_000

function stamp(d: Day): number {
  return Date.UTC(d.year, (d.month ?? 1) - 1, d.day ?? 1) / DAY
}

/** `2023-11-16`, `2023-11` or `2023`. */
export function written(d: Day): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return [String(d.year), ...(d.month ? [two(d.month)] : []), ...(d.month && d.day ? [two(d.day)] : [])].join('-')
}

/** Whether a calendar has the day; the year matters only for the last of February. */
export function isDay(month: number, day: number, year = 2024): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day so many days later (earlier, when negative). */
export function shiftDays(d: Required<Day>, days: number): Required<Day> {
  const at = new Date((stamp(d) + days) * DAY)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

/** The month so many months later (earlier, when negative). */
export function shiftMonths(d: { year: number; month: number }, months: number): { year: number; month: number } {
  const n = d.year * 12 + d.month - 1 + months
  return { year: Math.floor(n / 12), month: (n % 12) + 1 }
}

/** Whether a day is known to the day. */
export function isFull(d: Day | undefined): d is Required<Day> {
  return d?.month !== undefined && d.day !== undefined
}

/** A report of a day this near ahead, unmarked, is taken for this year's, not for last year's. */
const SOON = 10
/** A day of this year not longer ago is the nearest of its kind, the last too: it is meant, whatever the clause speaks of. */
const LATELY = 150

/**
 * The year that a month, or a day of a month, means: that of a date named before in the paragraph when it carries on from it,
 * else the last such day not after the document's date (when the clause speaks of what is to come, the nearest either way).
 */
export function yearOf(month: number, day: number | undefined, frame: Frame): number | undefined {
  const { today, named } = frame
  const at = { month, ...(day && { day }) }
  if (day && isFull(today) && (!named || named.year === today.year) && isDay(month, day, today.year)) {
    const days = stamp({ year: today.year, month, day }) - stamp(today)
    if (days <= 0 && days > -LATELY) return today.year
  }
  const ahead = frame.ahead()
  if (named && named.year !== today?.year && !(today && ahead === 'yes')) {
    const later = named.month && month < named.month && named.month - month > 6 ? 1 : 0
    const guess = { year: named.year + later, ...at }
    if (!today || compare(guess, today) <= 0) return guess.year
  }
  if (!today) return named?.year
  const years = [today.year, today.year - 1, today.year + 1]
  if (ahead === 'yes') return nearest(years, (year) => ({ year, ...at }), today)?.year
  if (ahead === 'no' && day && isFull(today)) {
    const days = stamp({ year: today.year, ...at }) - stamp(today)
    if (days > 0 && days <= SOON) return today.year
  }
  return compare({ year: today.year, ...at }, today) <= 0 ? today.year : today.year - 1
}

/** Negative when a is before b, 0 when they cannot be told apart at the coarser of their precisions. */
function compare(a: Day, b: Day): number {
  return a.year - b.year || (a.month && b.month ? a.month - b.month : 0) || (a.day && b.day ? a.day - b.day : 0)
}

function nearest<T>(choices: readonly T[], make: (choice: T) => Day, to: Day): Day | undefined {
  return choices
    .map(make)
    .filter((d) => !d.day || isDay(d.month ?? 1, d.day, d.year))
    .sort((a, b) => Math.abs(stamp(a) - stamp(to)) - Math.abs(stamp(b) - stamp(to)))[0]
}

/** The month that a bare day of the month means. */
export function monthOf(day: number, frame: Frame): { year: number; month: number } | undefined {
  const { today, named } = frame
  const base = named?.month ? { year: named.year, month: named.month } : undefined
  const ahead = frame.ahead()
  if (base && ahead !== 'yes') {
    const next = shiftMonths(base, 1)
    const wraps = named?.day !== undefined && named.day - day > 15
    for (const guess of wraps ? [next, base] : [base])
      if (isDay(guess.month, day, guess.year) && (!today || compare({ ...guess, day }, today) <= 0)) return guess
  }
  if (!today?.month) return base
  const from = { year: today.year, month: today.month }
  if (ahead === 'yes') {
    const best = nearest([0, -1, 1], (step) => ({ ...shiftMonths(from, step), day }), today)
    return best?.month ? { year: best.year, month: best.month } : undefined
  }
  for (let step = 0; step >= -2; step--) {
    const guess = shiftMonths(from, step)
    if (isDay(guess.month, day, guess.year) && compare({ ...guess, day }, today) <= 0) return guess
  }
  return undefined
}
