// Rules for facts of events, all families in one row: for extract.ts, which applies them, and for the book of rules.
// Facts about offices (rules/fact-post.ts) come before persons are gathered into lists, these after.
import type { FactRule } from './facts.js'
import { accidentFacts } from './rules/fact-accident.js'
import { attendanceFacts } from './rules/fact-attendance.js'
import { campaignFacts } from './rules/fact-campaign.js'
import { directiveFacts } from './rules/fact-directive.js'
import { groupFacts } from './rules/fact-group.js'
import { meetingFacts } from './rules/fact-meeting.js'
import { speechFacts } from './rules/fact-speech.js'
import { teamFacts } from './rules/fact-team.js'

export const eventFacts: readonly FactRule[] = [
  ...meetingFacts,
  ...speechFacts,
  ...attendanceFacts,
  ...accidentFacts,
  ...groupFacts,
  ...teamFacts,
  ...directiveFacts,
  ...campaignFacts,
]
