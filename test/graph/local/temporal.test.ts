import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Structure, TAG } from '../../../graph/local/packstream.js'
import { dateOf, dateTimeOf, durationOf, isoText, localDateTimeOf, timeOf } from '../../../graph/local/temporal.js'

const of = (tag: number, ...fields: (number | bigint | string)[]) => new Structure(tag, fields)

describe('text of the engine', () => {
  const rows: [string, (text: string) => Structure | null, Structure | null][] = [
    ['2023-11-16', dateOf, of(TAG.date, 19677)],
    ['1969-12-31', dateOf, of(TAG.date, -1)],
    ['0001-01-01', dateOf, of(TAG.date, -719162)],
    ['2023-11', dateOf, null],
    ['08:05', timeOf, of(TAG.localTime, 29_100_000_000_000n)],
    ['08:05:00.5+08:00', timeOf, of(TAG.time, 29_100_500_000_000n, 28800)],
    ['00:00:00Z', timeOf, of(TAG.time, 0n, 0)],
    ['2023-11-16T06:50:00+08:00', dateTimeOf, of(TAG.dateTime, 1700088600, 0, 28800)],
    ['1969-12-31T23:59:59.25-03:30', dateTimeOf, of(TAG.dateTime, 12599, 250_000_000, -12600)],
    ['2023-11-16T06:50:00', dateTimeOf, of(TAG.localDateTime, 1700117400, 0)],
    ['yesterday', dateTimeOf, null],
    ['P1Y2M3DT4H5M6.5S', durationOf, of(TAG.duration, 14, 3, 14706n, 500_000_000)],
    ['PT0.000000001S', durationOf, of(TAG.duration, 0, 0, 0n, 1)],
    ['PT-0.5S', durationOf, of(TAG.duration, 0, 0, -1n, 500_000_000)],
    ['P2W', durationOf, of(TAG.duration, 0, 14, 0n, 0)],
    ['five days', durationOf, null],
  ]
  it.each(rows)('%s', (text, read, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('a date of JavaScript stands for a local moment', () => {
    expect(localDateTimeOf(new Date(-1))).toEqual(of(TAG.localDateTime, -1, 999_000_000))
  })
})

describe('structures survive being written and read', () => {
  const days = fc.integer({ min: -700_000, max: 2_000_000 })
  const seconds = fc.integer({ min: -60_000_000_000, max: 200_000_000_000 })
  const nanos = fc.integer({ min: 0, max: 999_999_999 })
  const offset = fc.integer({ min: -17 * 60, max: 17 * 60 }).map((minutes) => minutes * 60)
  const clock = fc.bigInt(0n, 86_399_999_999_999n)
  const rows: [string, fc.Arbitrary<Structure>, (text: string) => Structure | null][] = [
    ['dates', days.map((day) => of(TAG.date, day)), dateOf],
    ['local times', clock.map((time) => of(TAG.localTime, time)), timeOf],
    ['times', fc.tuple(clock, offset).map((fields) => of(TAG.time, ...fields)), timeOf],
    ['local moments', fc.tuple(seconds, nanos).map((fields) => of(TAG.localDateTime, ...fields)), dateTimeOf],
    ['moments', fc.tuple(seconds, nanos, offset).map((fields) => of(TAG.dateTime, ...fields)), dateTimeOf],
  ]
  it.each(rows)('%s', (_, any, read) => {
    fc.assert(
      fc.property(any, (structure) => {
        expect(read(isoText(structure) ?? '')).toEqual(structure)
      }),
    )
  })

  it('a zone by its name becomes the offset of that moment', () => {
    expect(isoText(of(TAG.dateTimeZoneId, 1700088600, 0, 'Asia/Shanghai'))).toBe('2023-11-16T06:50:00+08:00')
    expect(isoText(of(TAG.dateTimeZoneId, 1700088600, 0, 'No/Where'))).toBeNull()
  })
})
