// One name, one person or several: what offices say, in whatever order they are told.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NameLedger, officesOf, tellApart } from '../../graph/namesakes.js'
import { readStanding } from '../../ingest/resolve/career.js'

/** A document: its date and the offices that it gives; a former one begins with 原. */
type Told = [date: string, ...offices: string[]]

const standing = (office: string) => ({
  ...readStanding(office.replace(/^原/, '')),
  ...(office.startsWith('原') ? { former: true } : {}),
})
const offices = ([, ...list]: Told) => officesOf(list.map(standing))

/** For each document, which person is meant: the same letter for the same. */
function persons(told: readonly Told[]): string {
  const ledger = new NameLedger()
  for (const one of told) ledger.count(offices(one), one[0], 1)
  const { meant } = tellApart('base', ledger)
  const letters = new Map<string, string>()
  return told
    .map((one) => {
      const { id } = meant(offices(one))
      if (!letters.has(id)) letters.set(id, String.fromCharCode(97 + letters.size))
      return letters.get(id)
    })
    .join('')
}

const CASES: [string, string, ...Told[]][] = [
  ['a leader and a worker', 'ab', ['2023-03-13', '国务院总理'], ['2023-05-02', '安全员']],
  ['a career', 'aaa', ['2017-06-01', '江苏省委书记'], ['2019-06-01', '上海市委书记'], ['2023-06-01', '国务院总理']],
  ['governor here and there on one day', 'ab', ['2023-03-13', '青海省省长'], ['2023-03-13', '云南省省长']],
  ['two offices of one body', 'aa', ['2023-03-13', '应急管理部部长'], ['2023-03-14', '应急管理部党委书记']],
  ['county heads of two provinces', 'ab', ['2020-03-13', '山西省平遥县县长'], ['2020-06-01', '云南省弥勒市副市长']],
  ['ministers of two countries', 'ab', ['2023-03-13', '古巴外长'], ['2023-05-13', '委内瑞拉副总统']],
  ['a country by either of its names', 'aa', ['2023-03-13', '阿联酋总统'], ['2023-05-13', '阿拉伯联合酋长国总统']],
  ['an office that no list knows', 'aa', ['2023-03-13', '国务院总理'], ['2023-05-13', '名誉会长']],
  [
    'no office: who stands clearly higher',
    'aba',
    ['2023-03-13', '国务院总理'],
    ['2023-05-02', '安全员'],
    ['2023-06-01'],
  ],
  [
    'no office, two ordinary people: neither',
    'abc',
    ['2023-03-13', '山西省平遥县县长'],
    ['2023-05-02', '云南省弥勒市副市长'],
    ['2023-06-01'],
  ],
  ['no office anywhere', 'aa', ['2023-03-13'], ['2023-05-02']],
  [
    'a document that joins two offices',
    'aaa',
    ['2023-03-13', '青海省省长'],
    ['2023-03-13', '云南省省长'],
    ['2023-03-14', '青海省省长', '云南省省长'],
  ],
  ['the same office, once as a former one', 'aa', ['2020-03-13', '平遥县县长'], ['2023-03-13', '原平遥县县长']],
]

test.each(CASES)('%s: %s', (_, expected, ...told) => {
  expect(persons(told)).toBe(expected)
})

test('the order of documents, and documents that come and go, change nothing', () => {
  const told = fc.tuple(
    fc.constantFrom('', '2019', '2022-11', '2023-03-13', '2023-03-14'),
    fc.subarray(
      ['国务院总理', '青海省省长', '云南省省长', '平遥县县长', '安全员', '古巴外长', '原青海省省长', '名誉会长'],
      { maxLength: 2 },
    ),
  )
  fc.assert(
    fc.property(
      fc
        .array(told, { minLength: 1, maxLength: 40 })
        .chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.subarray(list)),
        ),
      ([list, shuffled, gone]) => {
        const ids = (ledger: NameLedger) => {
          const { all, meant } = tellApart('base', ledger)
          return [
            all.map(({ id, post }) => `${id} ${post}`).sort(),
            list.map(([date, own]) => meant(offices([date, ...own])).id),
          ]
        }
        const count = (ledger: NameLedger, rows: typeof list, by: 1 | -1) => {
          for (const [date, own] of rows) ledger.count(offices([date, ...own]), date, by)
        }
        const once = new NameLedger()
        count(once, list, 1)
        const other = new NameLedger()
        count(other, shuffled, 1)
        expect(ids(other)).toEqual(ids(once))
        // Out and in again, by way of what is kept between.
        count(other, gone, -1)
        const kept = new NameLedger(other.state)
        if (!kept.dry) {
          count(kept, gone, 1)
          expect(ids(kept)).toEqual(ids(once))
        }
        expect(kept.size).toBe(kept.dry || gone.length === 0 ? kept.size : list.length)
      },
    ),
    { numRuns: 200 },
  )
})
