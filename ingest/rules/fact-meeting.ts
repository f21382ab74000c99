// Facts of the family "meeting".
import type { FactRule } from '../facts.js'

export const meetingFacts: readonly FactRule[] = []
