// Facts of a document -> facts that follow from two of them. Each rests on the sentence of the first, and says so by its rule.
import type { Finding } from './facts.js'
import { inferenceRules } from './rules/inference.js'

/** What follows from the findings by the rules of inference: A first B and B second C make A gives C. */
export function inferFacts(findings: readonly Finding[]): Finding[] {
  const inferred: Finding[] = []
  for (const rule of inferenceRules)
    for (const first of findings) {
      if (first.type !== rule.first) continue
      for (const second of findings)
        if (second.type === rule.second && second.from === first.to)
          inferred.push({
            ...first,
            type: rule.gives,
            to: second.to,
            attrs: {},
            rule: rule.id,
            confidence: rule.confidence,
          })
    }
  return inferred
}
