// Where each accident happened: the places that its mentions name, each with the sentence that names it.
import type { Finding } from './facts.js'
import { profileOf } from './naming/accident.js'
import { draftsOf, type Roster } from './roster.js'

/** OCCURRED_IN for every place that a mention of an accident names. Run after naming. */
export function findScenes(roster: Roster): Finding[] {
  const findings: Finding[] = []
  for (const accident of roster.ofType('Accident'))
    for (const place of profileOf(accident)?.places ?? [])
      for (const draft of draftsOf(place)) {
        const line = accident.mentions.find(
          ({ line: { sentence: s } }) => s.start <= place.start && place.end <= s.end,
        )?.line
        if (!line) continue
        const { start, end } = line.sentence
        findings.push({
          type: 'OCCURRED_IN',
          from: accident,
          to: draft,
          attrs: {},
          start,
          end,
          rule: 'occurred/named',
          confidence: 0.95,
        })
      }
  return findings
}
