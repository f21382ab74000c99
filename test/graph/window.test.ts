// The window against the plain thing it stands for: a sorted list of all that is in it.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareKeys, type Key, Window } from '../../graph/window.js'

const SIGNS = [-1, 1] as const
const key = fc.tuple(fc.constantFrom('', '2022', '2023'), fc.integer({ min: 0, max: 20 }))
// In, or out: from the front, as that is what uses a window up, or from the back.
type Step = { in: readonly [string, number] } | { out: 'front' | 'back' }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ in: key }) },
  { weight: 2, arbitrary: fc.record({ out: fc.constantFrom('front' as const, 'back' as const) }) },
)

it('knows the first of all that is in it, or says that it does not', () => {
  let dried = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (list) => {
      let window = new Window(SIGNS)
      const all: Key[] = []
      for (const each of list) {
        if ('in' in each) {
          all.push(each.in)
          window.add(each.in)
        } else {
          const gone = each.out === 'front' ? all.shift() : all.pop()
          if (gone !== undefined) window.remove(gone)
        }
        all.sort((a, b) => compareKeys(a, b, SIGNS))
        // Kept in the graph between two changes.
        window = new Window(SIGNS, JSON.parse(JSON.stringify(window.kept)))
        expect(window.kept.entries.length).toBeLessThanOrEqual(12)
        if (window.dry) {
          dried++
          expect(all.length).toBeGreaterThan(0)
          window = new Window(SIGNS)
          for (const other of all) window.add(other)
        }
        expect(window.first).toEqual(all[0])
      }
    }),
    { numRuns: 100, examples: [[usedUp()]] },
  )
  expect(dried).toBeGreaterThan(0)
})

/** Twenty in, twenty out from the front. */
function usedUp(): Step[] {
  const keys = Array.from({ length: 20 }, (_, n): [string, number] => ['2023', n])
  return [...keys.map((key) => ({ in: key })), ...keys.map(() => ({ out: 'front' as const }))]
}

it('is dry when told to give out what it never had', () => {
  const window = new Window(SIGNS)
  window.add(['2023', 1])
  window.remove(['2024', 1])
  expect(window.dry).toBe(true)
})
