// What a filter of pairs and triples says of a text: never that it lacks what it holds, and hardly ever the other way round.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Grams } from '../../ingest/text/grams.js'

const characters = fc.string({ unit: fc.constantFrom(...'甲乙丙丁省市县区ab，'), minLength: 2, maxLength: 60 })

describe('pairs and triples of a text', () => {
  test('words that stand in it may stand in it', () => {
    fc.assert(
      fc.property(characters, fc.nat(), fc.integer({ min: 1, max: 8 }), (text, at, length) => {
        const start = at % text.length
        expect(new Grams(text).mayHold(text.slice(start, start + length))).toBe(true)
      }),
      { seed: 20240506 },
    )
  })

  test.each([
    ['甲省乙市', '乙省', false],
    ['甲省乙市', '省乙县', false],
    ['甲省乙市丙县', '甲省乙市丁', false],
    ['甲省乙市丙县', '市丙县', true],
  ] as const)('%s, %s', (text, words, may) => expect(new Grams(text).mayHold(words)).toBe(may))
})
