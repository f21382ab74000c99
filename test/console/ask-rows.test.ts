// The rows of an answer as the page works on them: kinds, order, filter, text to paste, JSON that folds; values of parameters and
// lines of a stream on their way.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseParameter } from '../../console/web/ask/parameters.js'
import { readLines } from '../../console/web/ask/run-stream.js'
import { csvOf, plainOf } from '../../console/web/graph/plain.js'
import { jsonLines, valueAt } from '../../console/web/table/json-lines.js'
import { arrangeRows, kindOfColumn, tabSeparated } from '../../console/web/table/rows.js'
import type { RunLine } from '../../schema/answer.js'
import type { Wire } from '../../schema/wire.js'
import { CHAIRED, PERSON } from './sample.js'

const int = (value: string): Wire => ({ kind: 'int', value })
const column = (...values: Wire[]): Wire[][] => values.map((value) => [value])

describe('the kind of a column', () => {
  test.each<[Wire[], string]>([
    [[], 'empty'],
    [[null, null], 'empty'],
    [[1, null, int('9007199254740993')], 'int'],
    [[1, 1.5], 'float'],
    [[1.5, { kind: 'float', value: 'NaN' }], 'float'],
    [['a', null], 'text'],
    [['a', 1], 'mixed'],
    [[PERSON, PERSON], 'node'],
    [[CHAIRED], 'relationship'],
    [[[1], []], 'list'],
  ])('%j', (values, kind) => expect(kindOfColumn(column(...values), 0)).toBe(kind))
})

describe('order and filter', () => {
  test.each<[Wire[], boolean, number[]]>([
    [[10, 9, 100], false, [1, 0, 2]],
    [[int('9007199254740993'), 9007199254740991, int('-9223372036854775808')], false, [2, 1, 0]],
    [[null, 2, 1], false, [2, 1, 0]],
    [[null, 2, 1], true, [1, 2, 0]],
    [['第10号', '第9号'], false, [1, 0]],
    [['张', '李', '阿'], false, [2, 1, 0]],
    [['b', 1, true], false, [1, 2, 0]],
    [[1, 1, 1], true, [0, 1, 2]],
  ])('%j, down %s', (values, down, places) =>
    expect(arrangeRows(column(...values), '', { column: 0, down })).toEqual(places),
  )

  test('every row is there once, and numbers rise, to the last digit', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }))), (numbers) => {
        const rows = column(...numbers.map((number) => (number === null ? null : int(String(number)))))
        const places = arrangeRows(rows, '', { column: 0, down: false })
        expect([...places].sort((a, b) => a - b)).toEqual(rows.map((_, index) => index))
        const sorted = places.map((place) => numbers[place] ?? null).filter((number) => number !== null)
        expect(sorted).toEqual([...sorted].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
      }),
    )
  })

  test('the filter looks into every cell, names of nodes too, whatever the case', () => {
    const rows: Wire[][] = [
      [PERSON, 'ABC'],
      [1, 'def'],
    ]
    expect(arrangeRows(rows, ' 方亭 ', null)).toEqual([0])
    expect(arrangeRows(rows, 'abc', null)).toEqual([0])
    expect(arrangeRows(rows, 'zzz', null)).toEqual([])
  })
})

const FORMULAS = ['=SUM(A1)', '+1', '-1', '@cmd', '=1\t2', '-1\r\n2']

describe('text for a spreadsheet', () => {
  test.each(FORMULAS)('%j is no formula, neither pasted nor in a file', (text) => {
    expect(tabSeparated([[text, 'b']]).split('\t')[0]).toMatch(/^'/)
    expect(tabSeparated([], [text])).toMatch(/^'/)
    expect(csvOf(['a'], [[text]]).split('\r\n')[1]).toMatch(/^"?'/)
  })

  test('a number stays a number, below nought too', () => {
    expect(tabSeparated([[-5, int('-9223372036854775808')]])).toBe('-5\t-9223372036854775808')
    expect(csvOf(['a'], [[-5], [int('-9223372036854775808')]])).toBe('a\r\n-5\r\n-9223372036854775808\r\n')
  })

  test('pasted text has as many rows and columns as the table, whatever is in the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { minLength: 1 }), (rows) => {
        const lines = tabSeparated(rows).split('\n')
        expect(lines).toHaveLength(rows.length)
        for (const line of lines) {
          expect(line.split('\t')).toHaveLength(2)
          expect(line).not.toMatch(/(?:^|\t)[=+\-@]/)
        }
      }),
    )
  })
})

describe('the JSON tree', () => {
  const value = [{ a: 1, b: [{ c: 'x' }, {}] }, []]
  test('unfolded it is the JSON itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const lines = jsonLines(json, new Set(), () => false)
        expect(JSON.parse(lines.map(({ key, text }) => (key === null ? text : `${key}: ${text}`)).join('\n'))).toEqual(
          JSON.parse(JSON.stringify(json)),
        )
        for (const line of lines.filter(({ folds }) => folds)) expect(typeof valueAt(json, line.path)).toBe('object')
      }),
    )
  })

  test('a folded place is one line that tells what is below', () => {
    const lines = jsonLines(value, new Set(['/0']), () => false)
    expect(lines.map(({ depth, text }) => `${depth} ${text}`)).toEqual(['0 [', '1 { a: 1, b: […] },', '1 []', '0 ]'])
    expect(valueAt(value, '/0/1/0')).toEqual({ c: 'x' })
    expect(valueAt(value, '')).toBe(value)
  })

  test('what is folded at first opens when it is turned', () => {
    const folded = jsonLines(value, new Set(), (_, depth) => depth > 0)
    expect(folded).toHaveLength(4)
    expect(jsonLines(value, new Set(['/0']), (_, depth) => depth > 0).length).toBeGreaterThan(4)
  })
})

describe('the value of a parameter', () => {
  test.each<[string, unknown]>([
    ['1', 1],
    ['9007199254740993', int('9007199254740993')],
    ['-9223372036854775808', int('-9223372036854775808')],
    ['1.5e3', 1500],
    ['"9007199254740993"', '9007199254740993'],
    ['"a\\"9007199254740993"', 'a"9007199254740993'],
    ['[1, 9007199254740993]', [1, int('9007199254740993')]],
    ['{"a": null}', { kind: 'map', entries: { a: null } }],
    ['张', undefined],
    ['', undefined],
    ["'a'", undefined],
  ])('%s', (text, value) => expect(parseParameter(text)).toEqual(value))

  test('any JSON comes through as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const text = JSON.stringify(json)
        // A large number without a fraction is an integer here, and keeps its digits as text.
        fc.pre(!/\d{16}/.test(text))
        expect(plainOf(parseParameter(text) ?? null)).toEqual(JSON.parse(text))
      }),
    )
  })
})

test('lines of a stream are whole, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }),
      fc.integer({ min: 1, max: 7 }),
      async (cells, size) => {
        const sent = cells.map((cell) => ({ rows: [[cell]] }))
        const bytes = new TextEncoder().encode(sent.map((line) => `${JSON.stringify(line)}\n`).join(''))
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
            controller.close()
          },
        })
        const lines: RunLine[] = []
        for await (const line of readLines(body)) lines.push(line)
        expect(lines).toEqual(sent)
      },
    ),
  )
})
