// Mentions of kind Campaign.
import type { MentionRule } from '../match.js'

export const campaignRules: readonly MentionRule[] = []
