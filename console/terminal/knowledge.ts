// What the console's server may not fetch itself: the rules in words, and the pairs to judge. In: nothing. Out: two ways to ask, each
// of which loads the rooms that read documents only when it is asked.
import type { Knowledge } from '../server/believing-questions.js'

export const knowledge: Knowledge = {
  rules: async () => {
    const [{ ruleBook }, { RULES_IN_CHINESE }] = await Promise.all([
      import('../../ingest/rule-book.js'),
      import('./rule-words.js'),
    ])
    return Object.fromEntries(
      ruleBook().map(({ id, says }) => [id, { zh: RULES_IN_CHINESE[id] ?? says, en: says }] as const),
    )
  },
  pairs: async (graph, type) => {
    const [{ unsurePairs }, { reasonInChinese }] = await Promise.all([
      import('./unsure-pairs.js'),
      import('./reason-words.js'),
    ])
    const { pairs, leftOut } = await unsurePairs(graph, type)
    return { pairs: pairs.map((pair) => ({ ...pair, why: { zh: reasonInChinese(pair.why), en: pair.why } })), leftOut }
  },
}
