// All rules in one book, for whoever lists or explains them. The rules themselves are data in rules/*.ts.
import { eventFacts } from './event-facts.js'
import { accidentRules } from './rules/accident.js'
import { vehicleRules } from './rules/accident-vehicle.js'
import { bodyRules } from './rules/body.js'
import { campaignRules } from './rules/campaign.js'
import { containmentRules } from './rules/containment.js'
import { directiveRules } from './rules/directive.js'
import { postFacts } from './rules/fact-post.js'
import { visitFacts } from './rules/fact-visit.js'
import { groupRules } from './rules/group.js'
import { inferenceRules } from './rules/inference.js'
import { meetingRules } from './rules/meeting.js'
import { personClues } from './rules/person.js'
import { placeRules } from './rules/place.js'
import { envoyRules, postRules } from './rules/post.js'

/** One rule as a reader sees it: `gives` is the type of the mention or the fact that it makes. */
export interface RulePage {
  id: string
  says: string
  gives: string
  pattern: string | undefined
  yes: readonly string[]
  no: readonly string[]
}

interface AnyRule {
  id: string
  says: string
  kind?: string
  gives?: string
  pattern?: string
  yes: readonly string[]
  no: readonly string[]
}

const SHELVES: readonly (readonly AnyRule[])[] = [
  placeRules,
  bodyRules,
  envoyRules,
  postRules,
  personClues,
  accidentRules,
  vehicleRules,
  groupRules,
  campaignRules,
  meetingRules,
  directiveRules,
  postFacts,
  eventFacts,
  visitFacts,
  containmentRules,
  inferenceRules,
]

/** Every rule, in the order of the cascade. */
export function ruleBook(): RulePage[] {
  return SHELVES.flat().map(({ id, says, kind, gives, pattern, yes, no }) => ({
    id,
    says,
    gives: gives ?? kind ?? 'Person',
    pattern,
    yes,
    no,
  }))
}
