// Facts of the family "directive".
import type { FactRule } from '../facts.js'

export const directiveFacts: readonly FactRule[] = []
