// How high an office stands and where; and by that whether one person can hold two offices, at once or one after the other.
// Ingest reads standings from names; the graph tells namesakes apart by them. Knows no name of an office.
import { z } from 'zod'

const text = z.string()

/** One office as a person is said to hold it. */
export const Standing = z.object({
  /** What other documents know the office by; absent where its name alone does not tell it. */
  key: text.optional(),
  name: text,
  /** 0 unknown, 1 the leaders of the state, 3 a ministry or province, 5 a prefecture, 7 a county, 9 below, 11 a worker. */
  level: z.int(),
  /** The level is known; else it speaks neither for nor against. */
  sure: z.boolean(),
  /** The level is taken from a word for a region in the name of a body that no list knows. */
  guessed: z.boolean().optional(),
  province: text.optional(),
  prefecture: text.optional(),
  /** The body that it is of, without its inner parts; equal for two offices of one body. */
  body: text.optional(),
  /** The region whose leaders it is one of: party, government, congress. */
  leads: text.optional(),
  /** The country that it is of, where that is another. */
  land: text.optional(),
  /** Of the centre: the state, the party, a ministry. */
  central: z.boolean().optional(),
  /** The head of a team or of a headquarters: a task beside an office. */
  task: z.boolean().optional(),
  /** Said to have been held before the document. */
  former: z.boolean().optional(),
})
export type Standing = z.infer<typeof Standing>

export type Fit = 'together' | 'career' | 'clash' | 'open'

/** Years in which one who rises fast rises one level. */
const YEARS_A_LEVEL = 1.5
/** Days within which two offices count as held at once. */
export const AT_ONCE = 120

/**
 * Whether one person can hold two offices.
 * @param days from the day of the first to that of the second; undefined where either is not known
 */
export function fitStandings(a: Standing, b: Standing, days: number | undefined): Fit {
  if (a.key !== undefined && a.key === b.key) return 'together'
  if (!a.sure || !b.sure) return a.name === b.name && a.name.length >= 4 ? 'together' : 'open'
  const steps = Math.abs(a.level - b.level)
  const near = days === undefined || Math.abs(days) <= AT_ONCE
  if (near) {
    if (steps >= 3 && days !== undefined) return 'clash'
    if (steps >= 5) return 'clash'
    return together(a, b, steps) ? 'together' : days !== undefined && steps === 0 && apart(a, b) ? 'clash' : 'open'
  }
  const years = Math.abs(days) / 365
  const [early, late] = days >= 0 ? [a, b] : [b, a]
  if (steps > 1 + years / YEARS_A_LEVEL) return 'clash'
  if (late.level > early.level + 2) return 'clash'
  // Two of one name so high are one; lower down only where they serve in one province, then in one city.
  const low = Math.max(a.level, b.level)
  if (low <= 4 || (low === 5 && Math.min(a.level, b.level) <= 3)) return 'career'
  if (low <= 6 && a.province !== undefined && a.province === b.province) return 'career'
  return a.prefecture !== undefined && a.prefecture === b.prefecture && steps <= 2 ? 'career' : 'open'
}

/** Offices that go together: of one body, of one region's leaders, of the leaders of the state. */
function together(a: Standing, b: Standing, steps: number): boolean {
  if (a.body !== undefined && a.body === b.body && steps <= 2) return true
  if (a.leads !== undefined && a.leads === b.leads && steps <= 2) return true
  if ((a.task || b.task) && steps <= 2 && !apart(a, b)) return true
  return Math.min(a.level, b.level) <= 2 && steps <= 1 && a.central === true && b.central === true
}

/** Offices whose seats lie in two regions. */
export function apart(a: Standing, b: Standing): boolean {
  return a.province !== undefined && b.province !== undefined && a.province !== b.province
}
