// Facts of accidents that a sentence tells: which meeting, directive, team or drive answers to one.
import type { FactRule } from '../facts.js'

const ANSWER = 'Directive|Meeting|Group|Campaign'

export const accidentFacts: readonly FactRule[] = [
  {
    id: 'responded/directive-on',
    gives: 'RESPONDED_TO',
    says: 'A leader gives a directive on an accident.',
    pattern: '[对就]‹Accident=to›‹,24›‹Directive=from›',
    words: ['对', '就'],
    confidence: 0.96,
    yes: ['省长马骏对【同心县“5·13”较大道路交通事故】【作出批示】'],
    no: ['省长马骏要求对事故隐患作出批示'],
  },
]
void ANSWER
