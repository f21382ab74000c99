// Mentions of kind Accident.
import type { MentionRule } from '../match.js'

export const accidentRules: readonly MentionRule[] = []
