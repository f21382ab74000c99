// Mentions of kind Meeting.
import type { MentionRule } from '../match.js'

export const meetingRules: readonly MentionRule[] = []
