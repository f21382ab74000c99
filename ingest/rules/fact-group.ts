// Facts of the family "group".
import type { FactRule } from '../facts.js'

export const groupFacts: readonly FactRule[] = []
