// A relation type and what its rule thinks of itself in, how sure a fact of it is out: never surer than facts of that type have
// proved on texts that no rule had seen.
import type { RelationType } from '../schema/model.js'

/**
 * Facts found right, of how many, each judged by a reader against its sentence: in papers and news annotated before the rules
 * were run on them, and in samples of the corpus. 2026-11; it is counted anew when the rules have changed much.
 */
const JUDGED: Record<RelationType, readonly [right: number, of: number]> = {
  HOLDS_POST: [1198, 1244],
  LEADS_GROUP: [59, 63],
  INSPECTS: [72, 74],
  CHAIRED: [73, 78],
  SPOKE_AT: [204, 232],
  ATTENDED: [143, 152],
  HELD_BY: [45, 50],
  HELD_IN: [63, 68],
  ISSUED: [93, 95],
  CONVEYED: [17, 20],
  RESPONDED_TO: [65, 70],
  OCCURRED_IN: [221, 243],
  LAUNCHED: [21, 26],
  VISITED: [185, 193],
}

/** Of the normal distribution: 95 of 100 samples lie within so many deviations. */
const Z = 1.96

const BOUNDS = new Map(Object.entries(JUDGED).map(([type, [right, of]]) => [type, lowerBound(right, of)]))

/** @param own the confidence that the rule was written with, 0 to 1 */
export function confidenceOf(type: RelationType, own: number): number {
  return Math.min(own, BOUNDS.get(type) ?? own)
}

/** The lower end of Wilson's score interval (Wilson 1927) for a share, to two digits. */
function lowerBound(right: number, of: number): number {
  const share = right / of
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  return Math.round(((share + (Z * Z) / (2 * of) - spread) / (1 + (Z * Z) / of)) * 100) / 100
}
