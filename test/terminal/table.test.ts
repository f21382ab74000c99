// Tables in a terminal: columns stay straight under Han letters, and fit the room there is.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeValue } from '../../console/terminal/cell.js'
import { cells, drawTable, fill } from '../../console/terminal/table.js'
import type { Wire, WireNode, WireRelationship } from '../../schema/wire.js'

test.each([
  ['', 0],
  ['abc', 3],
  ['会议', 4],
  ['“3·8”事故', 9],
  ['（扩大）', 8],
  ['e\u0301', 1],
  ['𠮷', 2],
])('%s takes %i cells', (text, width) => {
  expect(cells(text)).toBe(width)
})

test('fill fills or cuts to exactly so many cells', () => {
  const letters = fc.array(fc.constantFrom(...'ab会议·，（𠮷'), { maxLength: 30 }).map((chars) => chars.join(''))
  fc.assert(fc.property(letters, fc.integer({ min: 1, max: 40 }), (text, width) => cells(fill(text, width)) === width))
  expect(fill('全省会议', 6)).toBe('全省… ')
})

describe('a table', () => {
  test('is as wide as its words', () => {
    expect(
      drawTable(
        ['name', 'n'],
        [
          ['张三', '1'],
          ['Li', '20'],
        ],
      ),
    ).toEqual(['name  n', '────  ──', '张三  1', 'Li    20'])
  })

  test('takes from its widest column what does not fit', () => {
    const lines = drawTable(['id', 'quote'], [['1', '会议强调各地要压实责任']], 16)
    expect(lines[2]).toBe('1   会议强调各…')
    expect(Math.max(...lines.map(cells))).toBeLessThanOrEqual(16)
  })

  test('without rows still shows its columns', () => {
    expect(drawTable(['a', 'b'], [])).toEqual(['a  b', '─  ─'])
  })
})

const person: WireNode = { kind: 'node', id: '1', labels: ['Entity', 'Person'], properties: { name: '周文' } }
const group: WireNode = { kind: 'node', id: '2', labels: ['Entity', 'Group'], properties: { name: '第六组' } }
const leads: WireRelationship = {
  kind: 'relationship',
  id: '3',
  type: 'LEADS_GROUP',
  start: '1',
  end: '2',
  properties: {},
}

const values: [Wire, string][] = [
  [null, 'null'],
  [true, 'true'],
  ['两\n行', '两 行'],
  [[1, 'a', null], '[1, a, null]'],
  [person, '(:Person 周文)'],
  [leads, '[:LEADS_GROUP]'],
  [{ kind: 'path', nodes: [person, group], relationships: [leads] }, '(:Person 周文)-[:LEADS_GROUP]->(:Group 第六组)'],
  [{ kind: 'path', nodes: [group, person], relationships: [leads] }, '(:Group 第六组)<-[:LEADS_GROUP]-(:Person 周文)'],
  [{ kind: 'map', entries: { kind: 'node', n: 1 } }, '{kind: node, n: 1}'],
  [{ kind: 'int', value: '9007199254740993' }, '9007199254740993'],
  [{ kind: 'temporal', type: 'date', value: '2024-03-08' }, '2024-03-08'],
  [{ kind: 'point', srid: 4326, coordinates: [112.1, 32] }, 'point(112.1, 32)'],
]

test.each(values)('%j is shown as %s', (value, shown) => {
  expect(describeValue(value)).toBe(shown)
})
