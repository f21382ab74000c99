// Facts of the family "accident".
import type { FactRule } from '../facts.js'

export const accidentFacts: readonly FactRule[] = []
