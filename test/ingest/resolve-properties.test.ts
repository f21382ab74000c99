// What holds of every pair of descriptors, whatever their words: order, likeness to oneself, one block.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Descriptor } from '../../ingest/resolve/descriptor.js'
import { blockOf, judge } from '../../ingest/resolve/judge.js'
import { ENTITY_TYPES } from '../../schema/model.js'

/** Names as documents have them and as no document has them, of words that the rules look for. */
const piece = fc.constantFrom(
  ...'山西省 湖北 吉林 鼓楼区 南京市 人民政府 省委 市委 安委会 办公室 应急管理 厅 局长 副 书记 代 原 第三 组 第二次 会议 全省 2023年 “3·5” 火灾 事故 · 的 关于 通知 批示 程书衡 国务院 中央 公司 镇 县长'.split(
    ' ',
  ),
)
const name = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
)
const date = fc.constantFrom('2022', '2023-03', '2023-03-05', '2024-03-05')
const descriptor = fc.record(
  {
    type: fc.constantFrom(...ENTITY_TYPES),
    name,
    date,
    places: fc.array(fc.constantFrom('山西省', '南京市', '鼓楼区'), { maxLength: 2 }),
    posts: fc.array(name, { maxLength: 2 }),
    issuer: name,
    held_by: name,
    number: fc.integer({ min: 1, max: 3 }),
    year: fc.integer({ min: 2022, max: 2023 }),
  },
  { requiredKeys: ['type', 'name'] },
) as fc.Arbitrary<Descriptor>

/** A pair of which the second says some things as the first does, so that pairs of one thing come about. */
const pair = fc
  .tuple(descriptor, descriptor, fc.subarray(['name', 'date', 'places', 'posts', 'issuer', 'held_by']))
  .map(([a, b, kept]) => [
    a,
    { ...b, type: a.type, ...Object.fromEntries(kept.map((key) => [key, a[key as keyof Descriptor]])) },
  ]) as fc.Arbitrary<[Descriptor, Descriptor]>

describe('of every pair', () => {
  test('the order of the two does not matter', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(judge(a, b).verdict).toBe(judge(b, a).verdict)
      }),
      { numRuns: 1_000 },
    )
  })

  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(descriptor, (a) => {
        expect(judge(a, { ...a }).verdict).not.toBe('different')
      }),
      { numRuns: 1_000 },
    )
  })

  test('what is the same lies in one block', () => {
    let same = 0
    fc.assert(
      fc.property(pair, ([a, b]) => {
        if (judge(a, b).verdict !== 'same') return
        same++
        expect(blockOf(a)).toBe(blockOf(b))
      }),
      { numRuns: 6_000 },
    )
    expect(same).toBeGreaterThan(40)
  })
})
