// The window against the plain thing it stands for: a sorted list of all that is in it.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareKeys, type Key, Window } from '../../graph/window.js'

const SIGNS = [-1, 1] as const
const key = fc.tuple(fc.constantFrom('', '2022', '2023'), fc.integer({ min: 0, max: 20 }))
const steps = fc.array(fc.record({ key, add: fc.integer({ min: 0, max: 2 }) }), { maxLength: 120 })

it('knows the first of all that is in it, or says that it does not', () => {
  let dried = 0
  fc.assert(
    fc.property(steps, (list) => {
      let window = new Window(SIGNS)
      const all: Key[] = []
      for (const { key, add } of list) {
        if (add > 0) {
          all.push(key)
          window.add(key)
        } else {
          // Taken out: one that is in, the first as often as not, as that is what uses a window up.
          const place = all.length % 2 === 0 ? 0 : all.length - 1
          all.sort((a, b) => compareKeys(a, b, SIGNS))
          const [gone] = all.splice(place, 1)
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
          for (const each of all) window.add(each)
        }
        expect(window.first).toEqual(all[0])
      }
    }),
    { numRuns: 300, examples: [[usedUp()]] },
  )
  expect(dried).toBeGreaterThan(0)
})

/** Twenty in, twenty out from the front. */
function usedUp(): { key: [string, number]; add: number }[] {
  const keys = Array.from({ length: 20 }, (_, n): [string, number] => ['2023', n])
  return [...keys.map((key) => ({ key, add: 1 })), ...keys.flatMap((key) => [{ key, add: 0 }])]
}

it('is dry when told to give out what it never had', () => {
  const window = new Window(SIGNS)
  window.add(['2023', 1])
  window.remove(['2024', 1])
  expect(window.dry).toBe(true)
})
