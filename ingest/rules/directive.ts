// Mentions of kind Directive.
import type { MentionRule } from '../match.js'

export const directiveRules: readonly MentionRule[] = []
