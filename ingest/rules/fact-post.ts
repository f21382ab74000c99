// Who holds which office.
import type { FactRule } from '../facts.js'

export const postFacts: readonly FactRule[] = [
  {
    id: 'post/before-name',
    says: 'The office stands before the name, alone or in a row of offices.',
    gives: 'HOLDS_POST',
    pattern: '‹Post=to›(?:[、，]‹Post›){0,6} ?‹Person=from›',
    guard: 'plain',
    confidence: 0.97,
    yes: ['【山西省省长】【金湘军】主持会议'],
    no: ['【山西省省长】会见了【金湘军】'],
  },
  {
    id: 'post/after-name',
    says: 'The bare title stands after the name.',
    gives: 'HOLDS_POST',
    pattern: '‹Person=from›‹Post=to›',
    guard: 'plain',
    confidence: 0.95,
    yes: ['【李强】【总理】作出批示'],
    no: ['【李强】会见【总理】'],
  },
]
