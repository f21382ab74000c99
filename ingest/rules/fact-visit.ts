// Facts of the family "visit".
import type { FactRule } from '../facts.js'

export const visitFacts: readonly FactRule[] = []
