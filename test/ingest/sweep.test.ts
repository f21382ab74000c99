// What one pass over a sentence says of all word lists is what a search for each word would say.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Line } from '../../ingest/line.js'
import { PairTable, Trie } from '../../ingest/scan.js'
import { bitFor, holdsBit, markFor, sweep } from '../../ingest/sweep.js'

const letter = fc.constantFrom('甲', '乙', '丙', 'x', '，')
const word = fc.string({ unit: letter, minLength: 1, maxLength: 4 })
const text = fc.string({ unit: letter, minLength: 1, maxLength: 30 })
const lineOf = (folded: string) => new Line(folded, { start: 0, end: folded.length, line: 0, heading: false })

describe('a sweep', () => {
  test('sets the bit of a set when one of its words stands in the sentence, and only then', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), text, (words, folded) => {
        expect(holdsBit(lineOf(folded), bitFor(words))).toBe(words.some((w) => folded.includes(w)))
      }),
    )
  })

  test('marks each place where the first two characters of a word of a list stand', () => {
    const words = ['甲乙丙', '丙x', '乙，甲']
    const mark = markFor(words)
    fc.assert(
      fc.property(text, (folded) => {
        const line = lineOf(folded)
        const { marks } = sweep(line)
        const expected = [...folded].map((_, i) => words.some((w) => folded.startsWith(w.slice(0, 2), i)))
        expect([...line.marks].map((m) => (m & mark) !== 0)).toEqual(expected)
        expect((marks & mark) !== 0).toBe(expected.includes(true))
      }),
    )
  })

  test('looks no further than the sentence, and again when a set is new', () => {
    const line = new Line('甲乙丙', { start: 0, end: 2, line: 0, heading: false })
    expect([bitFor(['乙丙x', '乙丙']), bitFor(['甲乙', '丙甲'])].map((bit) => holdsBit(line, bit))).toEqual([
      false,
      true,
    ])
    expect(holdsBit(line, bitFor(['xx', '乙']))).toBe(true)
  })
})

describe('tables of words', () => {
  test('a trie finds the longest and all words that begin at a place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, fc.nat(29), (words, folded, at) => {
        const trie = new Trie<string>()
        for (const w of words) trie.add(w, w)
        const here = words.filter((w) => folded.startsWith(w, at)).sort((a, b) => a.length - b.length)
        expect(trie.all(folded, at).map((hit) => hit.entries[0])).toEqual(here)
        expect(trie.longest(folded, at)?.entries[0]).toBe(here.at(-1))
        expect(trie.words).toEqual(words)
      }),
    )
  })

  test('a table of pairs gives back what was added, and nothing else', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 0xffff }), fc.nat(0xffff), fc.integer({ min: 1, max: 0xff }))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 3000 }), fc.array(pair, { maxLength: 50 }), (added, others) => {
        const table = new PairTable()
        const known = new Map<string, number>()
        for (const [a, b, what] of added) {
          table.add(a, b, what)
          known.set(`${a} ${b}`, (known.get(`${a} ${b}`) ?? 0) | what)
        }
        for (const [a, b] of [...added, ...others]) expect(table.find(a, b)).toBe(known.get(`${a} ${b}`) ?? 0)
      }),
      { numRuns: 20 },
    )
  })
})
