// Dates and moments written in the query itself, in the forms of ISO 8601 that the engine does not read. In: the text between
// the quotes. Out: the form it reads; throws BoltFailure for what is no date, as Neo4j does, where the engine would give null.

import { BoltFailure, CODE } from '../failure.js'

const DAY = 86_400_000

/** `20231116`, `2023-11`, `2023`, `2023-W46-4`, `2023-320` -> `2023-11-16` …; what is missing is the first. */
export function isoDate(text: string): string {
  const found =
    /^(?<year>\d{4}|[+-]\d{4,9})(?:-?W(?<week>\d{2})(?:-?(?<weekday>[1-7]))?|-?Q(?<quarter>[1-4])(?:-?(?<quarterday>\d{2}))?|-?(?<ordinal>\d{3})|-?(?<month>\d{2})(?:-?(?<day>\d{2}))?)?$/.exec(
      text.trim(),
    )?.groups
  if (!found) throw unreadable(text, 'a Date')
  const { week, ordinal, quarter } = found
  const year = Number(found.year)
  if (week !== undefined)
    return dayOf(mondayOfFirstWeek(year) + ((Number(week) - 1) * 7 + Number(found.weekday ?? 1) - 1) * DAY)
  if (ordinal !== undefined) return dayOf(Date.UTC(year, 0, Number(ordinal)))
  if (quarter !== undefined) return dayOf(Date.UTC(year, (Number(quarter) - 1) * 3, Number(found.quarterday ?? 1)))
  const [month, day] = [Number(found.month ?? 1), Number(found.day ?? 1)]
  const written = `${found.year?.padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (/^\d{4}-/.test(written) && dayOf(Date.UTC(year, month - 1, day)) !== written) throw unreadable(text, 'a Date')
  return written
}

/** A date of any form, `T`, a time of any form, an offset or a zone; a zone becomes the offset it has then. */
export function isoMoment(text: string): string {
  const found = /^([^T]+)(?:T([\d:.,]+)(Z|[+-]\d{2}(?::?\d{2})?)?(?:\[([^\]]+)\])?)?$/.exec(text.trim())
  if (!found) throw unreadable(text, 'a DateTime')
  const [, date = '', clock = '00:00', offset, zone] = found
  const moment = `${isoDate(date)}T${isoClock(clock)}`
  if (zone !== undefined && offset === undefined) return `${moment}${offsetIn(zone, moment)}`
  return `${moment}${offset === undefined || offset === 'Z' || offset.includes(':') ? (offset ?? '') : `${offset.slice(0, 3)}:${offset.slice(3) || '00'}`}`
}

/** `06`, `0650`, `065010.5` -> `06:00:00`, `06:50:00`, `06:50:10.5`. */
function isoClock(text: string): string {
  const found = /^(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?$/.exec(text)
  if (!found) throw unreadable(text, 'a time')
  const [, hour, minute = '00', second = '00', fraction] = found
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) throw unreadable(text, 'a time')
  return `${hour}:${minute}:${second}${fraction ? `.${fraction}` : ''}`
}

/** The keys of a map that the engine passes over, said in nanoseconds: `millisecond: 5` -> `nanosecond: (5) * 1000000`. */
export function inNanoseconds(entries: [key: string, value: string][]): string | null {
  const parts: string[] = []
  const rest: string[] = []
  for (const [key, value] of entries) {
    const [, small = '', plural = ''] = /^(milli|micro|nano)second(s?)$/i.exec(key) ?? []
    if (small === '') rest.push(`${key}: ${value}`)
    else parts.push(`(${value}) * ${{ milli: 1_000_000, micro: 1000, nano: 1 }[small.toLowerCase()]}`)
    if (small !== '' && parts.length === 1) rest.push(`nanosecond${plural}: `)
  }
  if (!entries.some(([key]) => /^(milli|micro)seconds?$/i.test(key))) return null
  return `{${rest.map((entry) => (/^nanoseconds?: $/.test(entry) ? entry + parts.join(' + ') : entry)).join(', ')}}`
}

function mondayOfFirstWeek(year: number): number {
  const fourth = Date.UTC(year, 0, 4)
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function offsetIn(zone: string, moment: string): string {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    const name = format.formatToParts(new Date(`${moment}Z`)).find(({ type }) => type === 'timeZoneName')?.value
    return name?.slice(3) || 'Z'
  } catch {
    throw unreadable(zone, 'a time zone')
  }
}

function unreadable(text: string, what: string): BoltFailure {
  return new BoltFailure(CODE.syntax, `Text cannot be parsed to ${what}: "${text}"`, '22007')
}
