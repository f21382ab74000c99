// When an office is told to be held, by whom, and where two are told to hold it at once.
import { describe, expect, test } from 'vitest'
import { findClashes, firstDay, holdersOn, lastDay, type Told, tenures } from '../../graph/tenure.js'
import { hasOneHolder } from '../../schema/seat.js'

const told = (person: string, date: string, more: Partial<Told> = {}): Told => ({
  person,
  date,
  former: false,
  ...more,
})

test.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-03-13', '2023-03-13', '2023-03-13'],
])('%s is from %s to %s', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last])
})

test.each([
  ['国务院总理', true],
  ['青海省委书记', true],
  ['平遥县县长', true],
  ['市应急管理局局长', true],
  ['国务院副总理', false],
  ['青海省副省长', false],
  ['中央书记处书记', false],
  ['国务委员', false],
  ['省长助理', false],
  ['市委常委', false],
])('%s has one holder: %s', (office, one) => {
  expect(hasOneHolder(office)).toBe(one)
})

test.each<[string, Told[], [string, string, string][]]>([
  ['days of documents', [told('甲', '2020-05-01'), told('甲', '2021-02-03')], [['甲', '2020-05-01', '2021-02-03']]],
  [
    'the first days first',
    [told('乙', '2021-02-03'), told('甲', '2020-05-01')],
    [
      ['甲', '2020-05-01', '2020-05-01'],
      ['乙', '2021-02-03', '2021-02-03'],
    ],
  ],
  [
    'since a year: from its last day',
    [told('甲', '2021-02-03', { since: '2019' })],
    [['甲', '2019-12-31', '2021-02-03']],
  ],
  [
    'until a month: to its first day',
    [told('甲', '2023-01-01', { former: true, since: '2019-02-01', until: '2021-05' })],
    [['甲', '2019-02-01', '2021-05-01']],
  ],
  ['a month alone: no day is sure', [told('甲', '2021-02')], [['甲', '2021-02-28', '2021-02-01']]],
  ['held before, no day told', [told('甲', '2021-02-03', { former: true })], []],
  ['no date at all', [told('甲', '')], []],
])('tenure: %s', (_, list, expected) => {
  expect(tenures(list).map(({ person, first, last }) => [person, first, last])).toEqual(expected)
})

describe('two at once', () => {
  const clash = (list: Told[], office = '青海省省长') =>
    findClashes(office, list).map(({ a, b, from, to }) => [a.person, b.person, from, to])
  test.each<[string, Told[], unknown[]]>([
    ['one after the other', [told('甲', '2020-05-01'), told('甲', '2021-01-01'), told('乙', '2021-02-03')], []],
    [
      'on the day of the change',
      [told('甲', '2020-05-01'), told('甲', '2021-02-03'), told('乙', '2021-02-03'), told('乙', '2022-01-01')],
      [],
    ],
    [
      'the first told again later',
      [told('甲', '2020-05-01'), told('乙', '2021-02-03'), told('甲', '2021-06-01'), told('乙', '2021-09-01')],
      [['甲', '乙', '2021-02-03', '2021-06-01']],
    ],
    [
      'both on one day alone',
      [told('甲', '2021-02-03'), told('乙', '2021-02-03')],
      [['乙', '甲', '2021-02-03', '2021-02-03']],
    ],
    ['both in one month, the days unknown', [told('甲', '2021-02'), told('乙', '2021-02')], []],
    [
      'the second as a former one',
      [told('甲', '2020-05-01'), told('乙', '2020-08-01', { former: true }), told('甲', '2021-01-01')],
      [],
    ],
    [
      'by what is told of the time',
      [told('甲', '2023-01-01', { since: '2019-03-01' }), told('乙', '2022-01-01')],
      [['甲', '乙', '2022-01-01', '2022-01-01']],
    ],
  ])('%s', (_, list, expected) => {
    expect(clash(list)).toEqual(expected)
  })
  test('an office of several has no clash', () => {
    expect(clash([told('甲', '2021-02-03'), told('乙', '2021-02-03')], '青海省副省长')).toEqual([])
  })
})

test.each<[string, string, Told[], string[]]>([
  [
    'the one told last',
    '青海省省长',
    [told('甲', '2020-05-01'), told('乙', '2021-02-03'), told('乙', '2021-03-03')],
    ['乙'],
  ],
  [
    'both where they are told at once',
    '青海省省长',
    [told('甲', '2020-05-01'), told('乙', '2021-02-03'), told('甲', '2021-02-20'), told('乙', '2021-03-03')],
    ['甲', '乙'],
  ],
  [
    'both where one text alone tells the second',
    '青海省省长',
    [told('甲', '2021-02-01'), told('乙', '2021-02-03')],
    ['甲', '乙'],
  ],
  [
    'the second, long after the first was told',
    '青海省省长',
    [told('甲', '2020-02-01'), told('乙', '2021-02-03')],
    ['乙'],
  ],
  [
    'nobody told to have left',
    '青海省省长',
    [told('甲', '2020-05-01'), told('甲', '2021-02-03', { former: true })],
    [],
  ],
  ['nobody whose time is over', '青海省省长', [told('甲', '2020-05-01', { until: '2021' })], []],
  ['nobody who is to begin', '青海省省长', [told('甲', '2020-05-01', { since: '2023-01-01' })], []],
  ['all of an office of several', '青海省副省长', [told('甲', '2020-05-01'), told('乙', '2021-02-03')], ['甲', '乙']],
])('on a day in 2022: %s', (_, office, list, expected) => {
  expect(holdersOn('2022-06-01', office, list)).toEqual(expected)
})
