// A relation type, what its rule thinks of itself and whether the sentence holds the name as given in, how sure a fact of it is out:
// never surer than facts of that kind have proved on texts that no rule had seen.
import type { RelationType } from '../schema/model.js'

type Count = readonly [right: number, of: number]

/**
 * Facts found right, of how many, each judged by a reader against its sentence: in papers and news annotated before the rules
 * were run on them, and in samples of the corpus. 2026-11; it is counted anew when the rules have changed much.
 */
const JUDGED: Record<Exclude<RelationType, 'HOLDS_POST'>, Count> = {
  LEADS_GROUP: [71, 75],
  INSPECTS: [91, 93],
  CHAIRED: [100, 105],
  SPOKE_AT: [259, 289],
  ATTENDED: [187, 199],
  HELD_BY: [53, 59],
  HELD_IN: [82, 88],
  ISSUED: [115, 118],
  CONVEYED: [21, 24],
  RESPONDED_TO: [86, 91],
  OCCURRED_IN: [302, 333],
  LAUNCHED: [29, 34],
  VISITED: [237, 249],
}

/** The same for offices whose whole name stands in their sentence. */
const OFFICE_STATED: Count = [319, 321]

/**
 * The same for facts of any type whose second end is completed from the document's context (省长, 江苏): news, and by their total
 * alone the papers set aside, since context misleads oftener in papers of a region than in news.
 */
const COMPLETED: Count = [365 + 82, 384 + 100]

/** Of the normal distribution: 95 of 100 samples lie within so many deviations. */
const Z = 1.96

const BOUNDS = new Map(Object.entries(JUDGED).map(([type, count]) => [type, lowerBound(count)]))
const OFFICE = lowerBound(OFFICE_STATED)
const CONTEXT = lowerBound(COMPLETED)

/**
 * @param own the confidence that the rule was written with, 0 to 1
 * @param stated whether the name of the second end stands in the quote as it is given
 */
export function confidenceOf(type: RelationType, own: number, stated: boolean): number {
  const proved = type === 'HOLDS_POST' ? OFFICE : (BOUNDS.get(type) ?? own)
  return Math.min(own, proved, stated ? 1 : CONTEXT)
}

/** The lower end of Wilson's score interval (Wilson 1927) for a share, to two digits, rounded down. */
function lowerBound([right, of]: Count): number {
  const share = right / of
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  return Math.floor(((share + (Z * Z) / (2 * of) - spread) / (1 + (Z * Z) / of)) * 100) / 100
}
