// No rule's pattern can blow up: not on strings made of its own characters, not on a line of a million times the same one.
// And what stands before the patterns (necessity.ts) never keeps a match from being found.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../../ingest/extract.js'
import { codeOf } from '../../ingest/line.js'
import { compile, type Rule } from '../../ingest/match.js'
import { edgesOf, needsOf } from '../../ingest/necessity.js'

const folder = join(import.meta.dirname, '../../ingest/rules')
const patterns = new Map<string, string>()
for (const file of readdirSync(folder).filter((f) => f.endsWith('.ts')))
  for (const list of Object.values((await import(join(folder, file))) as Record<string, unknown>))
    for (const rule of Array.isArray(list) ? (list as Partial<Rule>[]) : []) {
      if (rule.id && rule.pattern) patterns.set(rule.id, rule.pattern)
      if (rule.id && rule.unless) patterns.set(`${rule.id} unless`, rule.unless)
    }
const rows = [...patterns]

const KINDS = [
  'Person',
  'Post',
  'Org',
  'Place',
  'Date',
  'Meeting',
  'Group',
  'Accident',
  'Directive',
  'Campaign',
  'Lead',
]
const items = KINDS.map(codeOf)
/** The words and characters that a pattern speaks of: strings of them come nearest to a match, so they cost most. */
function partsOf(source: string): string[] {
  const characters = new Set(source.match(/[\u3000-\u9fff\uff01-\uff5e“”·]/gu))
  const words = needsOf(source).flat()
  return [...new Set([...[...characters].slice(0, 60), ...words.slice(0, 40), ...items, '，', '、', ' ', '1', '的'])]
}

/** Sentences longer than this are cut before any pattern sees them (text/sentence.ts). */
const LONGEST = 2000
/** Far more than any pattern takes on a busy machine; one that backtracks without bound would take minutes. */
const PATIENCE = 1500

function timeOf(regex: RegExp, text: string): number {
  const start = performance.now()
  regex.lastIndex = 0
  for (let m = regex.exec(text); m; m = regex.exec(text)) if (!m[0]) regex.lastIndex++
  return performance.now() - start
}

describe('patterns', () => {
  test('are many', () => expect(rows.length).toBeGreaterThan(100))

  test.each(rows)('%s ends soon on strings of its own words', (_, pattern) => {
    const regex = new RegExp(compile(pattern).source, 'g')
    const part = fc.constantFrom(...partsOf(regex.source))
    // A few words again and again are what nested repeats choke on; words at random are what long gaps choke on.
    const few = fc.array(part, { minLength: 1, maxLength: 4 })
    const many = fc.array(part, { minLength: 20, maxLength: 60 })
    const text = fc.oneof(few, many).map((parts) => {
      const once = parts.join('')
      return once.repeat(Math.ceil(LONGEST / once.length)).slice(0, LONGEST)
    })
    fc.assert(
      fc.property(text, (s) => timeOf(regex, s) < PATIENCE),
      { numRuns: 12, seed: 20240506 },
    )
  })

  test.each(rows)('%s needs what it says it needs', (_, pattern) => {
    const regex = new RegExp(compile(pattern).source, 'g')
    const needs = needsOf(regex.source)
    const { first, last } = edgesOf(regex.source)
    const part = fc.constantFrom(...partsOf(regex.source))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        regex.lastIndex = 0
        const match = regex.exec(text)?.[0]
        if (match === undefined) return
        for (const set of needs) expect(set.some((s) => text.includes(s))).toBe(true)
        expect(first?.has(match.at(0) as string) ?? true).toBe(true)
        expect(last?.has(match.at(-1) as string) ?? true).toBe(true)
      }),
      { numRuns: 200, seed: 20240506 },
    )
  })
})

describe('what an expression needs', () => {
  test.each([
    ['ab', [['ab']]],
    ['a|b', [['a', 'b']]],
    ['(?:ab|c)d', [['abd', 'cd']]],
    ['ab?c', [['ac', 'abc']]],
    ['(?<n>x)[^a]{0,3}?y', [['x'], ['y']]],
    ['a+b', [['a'], ['b']]],
    ['(?<=ab)c', [['ab'], ['c']]],
    ['(?!ab)c(?<!d)', [['c']]],
    ['a*', []],
    ['\\d{2}年', [['年']]],
    ['[a-c]x|.', []],
    ['(?:ab|c.)', [['ab', 'c']]],
  ] as const)('%s', (source, sets) => {
    const sorted = (all: readonly (readonly string[])[]) => all.map((s) => [...s].sort()).sort()
    expect(sorted(needsOf(source))).toEqual(sorted(sets))
  })
})

describe('what a match begins and ends with', () => {
  test.each([
    ['ab', 'a', 'b'],
    ['a?b|c', 'abc', 'bc'],
    ['(?:[xy]|z{0,2})q+', 'xyzq', 'q'],
    ['(?=a)b(?!c)', 'b', 'b'],
    ['\\d年', '0123456789', '年'],
    ['.a', undefined, 'a'],
    ['[^a]b?', undefined, undefined],
    ['a*', undefined, undefined],
  ] as const)('%s', (source, first, last) => {
    const edges = edgesOf(source)
    expect([edges.first, edges.last].map((set) => set && [...set].join(''))).toEqual([first, last])
  })
})

describe('a line of a million times the same', () => {
  /** Milliseconds of the processor's, whatever else the machine does meanwhile. */
  const cost = (text: string): number => {
    const start = process.cpuUsage()
    extract({ id: 'line', title: '', sha256: '0'.repeat(64), text })
    return process.cpuUsage(start).user / 1000
  }

  test.each(['组', '（', '“', '、', '会', '省', '《', '·', '1'])('%s costs in proportion', (c) => {
    cost(c.repeat(1e5))
    const short = Math.min(cost(c.repeat(1e5)), cost(c.repeat(1e5)))
    // Ten times the length: what grows with the square would cost a hundred times as much. The floor is that of the clock.
    expect(cost(c.repeat(1e6))).toBeLessThan(40 * Math.max(short, 50))
  })
})
