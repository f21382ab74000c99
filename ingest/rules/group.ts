// Mentions of kind Group.
import type { MentionRule } from '../match.js'

export const groupRules: readonly MentionRule[] = []
