// Dates as places on a line. In: a date as the graph keeps it (`2023`, `2023-11`, `2023-11-16`, or a temporal value). Out: days. Pure.
import type { Wire } from '../../../schema/wire.js'

const DAY_MS = 86_400_000
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/

/** Days since 1970-01-01; a year or a month counts as its middle. NaN for what is no date. */
export function dayOf(value: Wire | undefined): number {
  const text = isTemporal(value) ? value.value : value
  const parts = typeof text === 'string' ? DATE.exec(text) : null
  if (parts === null) return Number.NaN
  const [, year, month, day] = parts.map(Number)
  const at = Date.UTC(
    year ?? 0,
    parts[2] === undefined ? 6 : (month ?? 1) - 1,
    parts[3] === undefined ? (parts[2] === undefined ? 1 : 15) : day,
  )
  return Math.round(at / DAY_MS)
}

/** The day as `2023-11-16`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

function isTemporal(value: Wire | undefined): value is { kind: 'temporal'; type: 'date'; value: string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'temporal'
}

export interface Tick {
  day: number
  text: string
}

const YEARS = [1, 2, 5, 10, 20, 50, 100]
const MONTHS = [1, 3, 6]

/** Marks for an axis: years, months or days, whichever gives at most so many between two days. */
export function ticksBetween(from: number, to: number, most: number): Tick[] {
  const start = new Date(from * DAY_MS)
  const span = Math.max(1, to - from)
  const ticks: Tick[] = []
  const add = (ms: number, length: number): void => {
    const day = Math.round(ms / DAY_MS)
    if (day >= from && day <= to) ticks.push({ day, text: dateOfDay(day).slice(0, length) })
  }
  const days = [1, 7, 14].find((step) => span / step <= most)
  const months = MONTHS.find((step) => span / 30.4 / step <= most)
  if (days !== undefined) {
    for (let day = Math.ceil(from / days) * days; day <= to; day += days) add(day * DAY_MS, 10)
  } else if (months !== undefined) {
    const first = start.getUTCFullYear() * 12 + start.getUTCMonth()
    for (let at = Math.ceil(first / months) * months; at <= first + span / 28 + months; at += months)
      add(Date.UTC(Math.floor(at / 12), at % 12, 1), 7)
  } else {
    const years = YEARS.find((step) => span / 365.25 / step <= most) ?? 1000
    for (
      let at = Math.ceil(start.getUTCFullYear() / years) * years;
      at <= start.getUTCFullYear() + span / 365;
      at += years
    )
      add(Date.UTC(at, 0, 1), 4)
  }
  return ticks
}
