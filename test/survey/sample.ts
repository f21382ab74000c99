// Facts of many contributions -> a sample drawn with a fixed seed; the same facts and seed give the same sample in any order.
import { createHash } from 'node:crypto'
import type { Contribution } from '../../schema/fact.js'

/** One fact to be judged: where it is said, not the sentence itself. */
export interface SampledFact {
  doc: string
  type: string
  from: string
  to: string
  start: number
  end: number
  rule: string
  confidence: number
}

/** The key under which a judgement of a fact is kept. */
export function factKey(fact: Pick<SampledFact, 'doc' | 'type' | 'from' | 'to'>): string {
  return `${fact.doc} ${fact.type} ${fact.from} → ${fact.to}`
}

/** Draws `n` facts: those whose hashes with the seed are the lowest. */
export function drawFacts(contributions: readonly Contribution[], n: number, seed: number): SampledFact[] {
  const facts: { fact: SampledFact; lot: string }[] = []
  for (const { doc, entities, relations } of contributions) {
    const names = new Map(entities.map((e) => [e.id, e.name]))
    for (const r of relations) {
      const [evidence] = r.evidence
      if (!evidence) continue
      const { start, end, rule, confidence } = evidence
      const fact = {
        doc,
        type: r.type,
        from: names.get(r.from) ?? '',
        to: names.get(r.to) ?? '',
        start,
        end,
        rule,
        confidence,
      }
      facts.push({
        fact,
        lot: createHash('sha256')
          .update(`${seed} ${factKey(fact)}`)
          .digest('hex'),
      })
    }
  }
  return facts
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, n)
    .map((f) => f.fact)
}
