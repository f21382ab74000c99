// Dates and times between the two ways they are written: ISO text (the engine) and counts (Bolt structures).
// In: ISO text or a Bolt structure. Out: the other. Knows nothing of queries.

import { Structure, TAG } from './packstream.js'

const DAY = 86_400
const GIGA = 1_000_000_000n
const CLOCK = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/
const ISO_DURATION =
  /^(-?)P(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?)(\d+)(?:\.-?(\d{1,9}))?S)?)?$/

/** `2023-11-16` -> Date; null when the text is none. */
export function dateOf(text: string): Structure | null {
  const days = daysOf(text)
  return days === null ? null : new Structure(TAG.date, [days])
}

/** `08:05:00.5+08:00` -> Time, `08:05` -> LocalTime; null when the text is none. */
export function timeOf(text: string): Structure | null {
  const clock = clockOf(text)
  if (!clock) return null
  const nanos = BigInt(clock.seconds) * GIGA + BigInt(clock.nanos)
  return clock.offset === null ? new Structure(TAG.localTime, [nanos]) : new Structure(TAG.time, [nanos, clock.offset])
}

/** `2023-11-16T08:05:00+08:00` -> DateTime, without an offset -> LocalDateTime; null when the text is none. */
export function dateTimeOf(text: string): Structure | null {
  const cut = text.indexOf('T')
  const days = cut < 0 ? null : daysOf(text.slice(0, cut))
  const clock = cut < 0 ? null : clockOf(text.slice(cut + 1))
  if (days === null || !clock) return null
  const seconds = days * DAY + clock.seconds
  return clock.offset === null
    ? new Structure(TAG.localDateTime, [seconds, clock.nanos])
    : new Structure(TAG.dateTime, [seconds - clock.offset, clock.nanos, clock.offset])
}

/** `P1Y2M3DT4H5.5S` -> Duration; null when the text is none. */
export function durationOf(text: string): Structure | null {
  const found = ISO_DURATION.exec(text)
  if (!found) return null
  const [, sign, years, months, weeks, days, hours, minutes, minus, seconds, fraction] = found
  const turn = sign === '-' ? -1 : 1
  const whole = (part: string | undefined) => turn * Number(part ?? 0)
  const below = (minus === '-' ? -1 : 1) * turn
  const nanos = BigInt(below) * (BigInt(seconds ?? 0) * GIGA + BigInt((fraction ?? '').padEnd(9, '0')))
  const total = BigInt(whole(hours) * 3600 + whole(minutes) * 60) * GIGA + nanos
  // Bolt wants nanoseconds that are never negative: floor, not truncate.
  const rest = ((total % GIGA) + GIGA) % GIGA
  return new Structure(TAG.duration, [
    whole(years) * 12 + whole(months),
    whole(weeks) * 7 + whole(days),
    (total - rest) / GIGA,
    Number(rest),
  ])
}

/** A JavaScript date that stands for a local date and time (its UTC fields are meant) -> LocalDateTime. */
export function localDateTimeOf(date: Date): Structure {
  const millis = date.getTime()
  const seconds = Math.floor(millis / 1000)
  return new Structure(TAG.localDateTime, [seconds, (millis - seconds * 1000) * 1_000_000])
}

/** The text of a temporal structure as the engine reads it (ISO but for negative durations); null when the structure is none (or is malformed). */
export function isoText({ tag, fields }: Structure): string | null {
  if (!fields.every((field) => typeof field === 'number' || typeof field === 'bigint' || typeof field === 'string'))
    return null
  const [a = 0, b = 0, c = 0, d = 0] = fields.map((field) => (typeof field === 'string' ? 0 : Number(field)))
  if (tag === TAG.date) return dayText(a)
  if (tag === TAG.localTime) return nanosText(fields[0] as number | bigint)
  if (tag === TAG.time) return nanosText(fields[0] as number | bigint) + offsetText(b)
  if (tag === TAG.localDateTime) return momentText(a, b)
  if (tag === TAG.dateTime) return momentText(a + c, b) + offsetText(c)
  if (tag === TAG.dateTimeZoneId) {
    const offset = offsetAt(a, String(fields[2]))
    return offset === null ? null : momentText(a + offset, b) + offsetText(offset)
  }
  if (tag !== TAG.duration) return null
  // The engine reads the fraction as added to the seconds, whatever their sign: -5 and .5 are -4.5 seconds.
  return `P${a}M${b}DT${c}.${String(d).padStart(9, '0')}S`
}

function daysOf(text: string): number | null {
  const found = /^([+-]?\d{4,6})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return null
  const date = new Date(0)
  date.setUTCFullYear(Number(found[1]), Number(found[2]) - 1, Number(found[3]))
  return date.getTime() / (DAY * 1000)
}

function clockOf(text: string): { seconds: number; nanos: number; offset: number | null } | null {
  const found = CLOCK.exec(text)
  if (!found) return null
  const [, hours, minutes, seconds, fraction, zone] = found
  return {
    seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0),
    nanos: Number((fraction ?? '').padEnd(9, '0')),
    offset: zone === undefined ? null : zone === 'Z' ? 0 : offsetSeconds(zone),
  }
}

function offsetSeconds(zone: string): number {
  const size = Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60
  return zone.startsWith('-') ? -size : size
}

function offsetText(seconds: number): string {
  if (seconds === 0) return 'Z'
  const size = Math.abs(seconds)
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}`
}

function dayText(days: number): string {
  return new Date(days * DAY * 1000).toISOString().slice(0, -14)
}

function nanosText(nanos: number | bigint): string {
  const total = BigInt(nanos)
  const seconds = Number(total / GIGA)
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return total % GIGA === 0n ? clock : `${clock}.${String(total % GIGA).padStart(9, '0')}`
}

function momentText(seconds: number, nanos: number): string {
  const days = Math.floor(seconds / DAY)
  return `${dayText(days)}T${nanosText(BigInt(seconds - days * DAY) * GIGA + BigInt(nanos))}`
}

function offsetAt(utcSeconds: number, zone: string): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
      utcSeconds * 1000,
    )
    const name = parts.find((part) => part.type === 'timeZoneName')?.value.slice(3) ?? ''
    return name === '' ? 0 : offsetSeconds(name)
  } catch {
    return null
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
