// Pairs that a person should judge: within blocks, most consequential first, none that has been judged.
import { expect, test } from 'vitest'
import { blockOf, judge } from '../../ingest/resolve/judge.js'
import { type Candidate, findUnsure } from '../../ingest/resolve/unsure.js'

const person = (id: string, name: string, documents: number, ...posts: string[]): Candidate => ({
  id,
  documents,
  descriptor: { type: 'Person', name, ...(posts.length > 0 && { posts }) },
})

const PEOPLE = [
  person('a', '韩立新', 3, '青海省省长'),
  person('b', '韩立新', 9),
  person('c', '韩立新', 1, '安全员'),
  person('d', '孙玉成', 50, '平遥县县长'),
  person('e', '孙玉成', 4),
  person('f', '白景山', 80),
]
const pairs = (list: readonly Candidate[], settled = (_: string, __: string) => false) =>
  findUnsure(list, settled).pairs.map(({ a, b }) => a.id + b.id)

test('the pair whose smaller side is larger comes first', () => {
  expect(pairs(PEOPLE)).toEqual(['de', 'ba', 'bc'])
  expect(pairs(PEOPLE.toReversed())).toEqual(['de', 'ba', 'bc'])
})

test('all are of one block and unsure, and tell why', () => {
  for (const { a, b, why } of findUnsure(PEOPLE, () => false).pairs) {
    expect(blockOf(a.descriptor)).toBe(blockOf(b.descriptor))
    expect(judge(a.descriptor, b.descriptor)).toEqual({ verdict: 'unsure', why })
  }
})

test('what has been judged is not asked again', () => {
  expect(pairs(PEOPLE, (a, b) => a + b === 'de')).toEqual(['ba', 'bc'])
})

test('a very common name is compared among its most named, and it is said how many are left out', () => {
  const many = Array.from({ length: 150 }, (_, n) => person(`p${n}`, '韩立新', n + 1))
  const { pairs, leftOut } = findUnsure(many, () => false)
  expect(leftOut).toBe(30)
  expect(pairs).toHaveLength((120 * 119) / 2)
  expect(Math.min(...pairs.map(({ b }) => b.documents))).toBe(31)
})
