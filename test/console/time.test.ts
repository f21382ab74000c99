// When drawn relations were, and which touch a span.
import { describe, expect, test } from 'vitest'
import { edgesOutside, spanOf, timesOf, touches } from '../../console/web/graph/time.js'
import type { Drawn } from '../../console/web/state/state.js'
import type { Wire, WireRelationship } from '../../schema/wire.js'

type Row = [properties: Record<string, Wire>, start?: Record<string, Wire>, end?: Record<string, Wire>]

/** A drawing with a relation for each row, e0, e1, …: its own properties, and those of its ends. */
function draw(rows: readonly Row[]): { drawn: Drawn; edges: WireRelationship[] } {
  const nodes = new Map()
  const edges = rows.map(([properties, start = {}, end = {}], i): WireRelationship => {
    nodes.set(`a${i}`, { kind: 'node', id: `a${i}`, labels: [], properties: start })
    nodes.set(`b${i}`, { kind: 'node', id: `b${i}`, labels: [], properties: end })
    return { kind: 'relationship', id: `e${i}`, type: 'T', start: `a${i}`, end: `b${i}`, properties }
  })
  return { drawn: { nodes, edges: new Map(edges.map((edge) => [edge.id, edge])) }, edges }
}

const day = (value: string): Wire => ({ kind: 'temporal', type: 'date', value })

describe('when a relation was', () => {
  test.each<[string, Row, [string, string] | null]>([
    [
      'the day of the meeting it leads to',
      [{ first: '2024-05-01' }, {}, { date: '2024-03-09' }],
      ['2024-03-09', '2024-03-09'],
    ],
    ['of two events, that of the one that acts', [{}, { date: '2024-03' }, { date: '2019' }], ['2024-03', '2024-03']],
    ['from since to until', [{ since: '2019-02', until: '2022', first: '2018', last: '2024' }], ['2019-02', '2022']],
    ['as long as documents say it', [{ first: '2020-01-02', last: '2021-05-06' }], ['2020-01-02', '2021-05-06']],
    ['with one end only, that', [{ until: '2022-07' }], ['2022-07', '2022-07']],
    ['a date of the engine’s own kind', [{ date: day('2023-11-16') }], ['2023-11-16', '2023-11-16']],
    ['ends told the wrong way round', [{ since: '2023', until: '2021' }], ['2021', '2023']],
    ['what is no date', [{ first: 'soon', date: 7 }], null],
    ['nothing', [{}], null],
  ])('%s', (_, row, expected) => {
    const { drawn, edges } = draw([row])
    const span = spanOf(edges[0] as WireRelationship, drawn)
    expect(span === null ? null : [span.from, span.to]).toEqual(expected)
  })
})

describe('bars', () => {
  test.each<[string, string, string, number, string]>([
    ['days', '2024-02-27', '2024-03-02', 5, '2024-02-29'],
    ['months', '2023-11', '2024-02-15', 4, '2024-01'],
    ['years', '1999', '2008-05-12', 10, '2001'],
  ])('are %s where they are few enough', (_, from, to, length, third) => {
    const { bins } = timesOf(draw([[{ date: from }], [{ date: to }]]).drawn)
    expect(bins.length).toBe(length)
    expect(bins[2]?.date).toBe(third)
    expect([bins[0]?.count, bins.at(-1)?.count]).toEqual([1, 1])
  })

  test('a month alone counts in each of its days, and what bears no date is told apart', () => {
    const { bins, undated } = timesOf(draw([[{ date: '2024-02' }], [{ date: '2024-02-10' }], [{}]]).drawn)
    expect(bins).toHaveLength(29)
    expect(bins.map(({ count }) => count)).toEqual(Array.from({ length: 29 }, (_, i) => (i === 9 ? 2 : 1)))
    expect(undated).toBe(1)
  })
})

describe('a span', () => {
  test.each<[string, string, string, string, boolean]>([
    ['2024', '2024', '2024-03-09', '2024-03-09', true],
    ['2024-03', '2024-03', '2024', '2024', true],
    ['2024-04', '2024-06', '2024-03-31', '2024-03-31', false],
    ['2024-04', '2024-06', '2019', '2024-04-01', true],
    ['2022', '2023', '2021-12-31', '2024-01-01', true],
    ['2022', '2023', '2024', '2024', false],
  ])('%s to %s and %s to %s', (from, to, a, b, expected) => {
    expect(touches({ from, to }, { from: a, to: b })).toBe(expected)
    expect(touches({ from: a, to: b }, { from, to })).toBe(expected)
  })

  test('leaves outside what does not touch it and what bears no date', () => {
    const { drawn } = draw([[{ date: '2022-05' }], [{ date: '2024' }], [{}], [{ since: '2020', until: '2025' }]])
    expect([...edgesOutside(drawn, timesOf(drawn), { from: '2022', to: '2022' })]).toEqual(['e1', 'e2'])
  })
})
