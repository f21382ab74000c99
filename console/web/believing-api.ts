// What the page asks of evidence, judgements, paths and other days. In: the way to ask. Out: questions by name; each may throw a Problem.
import type { GraphAnswer } from '../../schema/answer.js'
import type {
  ChangesAnswer,
  ClashesAnswer,
  DayAnswer,
  DoubtsAnswer,
  JudgedAnswer,
  JudgementsAnswer,
  PathsAnswer,
  ReviewAnswer,
  RulesAnswer,
  WrongAnswer,
} from '../../schema/believing.js'

type Ask = <Answer>(name: string, body: object, signal?: AbortSignal) => Promise<Answer>

export const believingApi = (ask: Ask) => ({
  rules: () => ask<RulesAnswer>('rules', {}),
  wrongFacts: () => ask<WrongAnswer>('wrong-facts', {}),
  doubts: (of: { fact: string } | { entity: string }) => ask<DoubtsAnswer>('doubts', of),
  fact: (id: string) => ask<GraphAnswer>('fact', { id }),
  findPaths: (from: string, to: string, types: readonly string[], signal: AbortSignal) =>
    ask<PathsAnswer>('paths', { from, to, types }, signal),
  pairs: (type: string | null) => ask<ReviewAnswer>('review', type === null ? {} : { type }),
  rivals: () => ask<ClashesAnswer>('clashes', {}),
  judgements: () => ask<JudgementsAnswer>('judgements', {}),
  changedSince: (since: string) => ask<ChangesAnswer>('changes', { since }),
  judgePair: (verdict: 'same' | 'different', a: string, b: string, why: string) =>
    ask<JudgedAnswer>('judge', { verdict, a, b, why }),
  reportFact: (fact: string, why: string) => ask<JudgedAnswer>('report', { fact, why }),
  undoJudgement: (id: string) => ask<JudgedAnswer>('undo', { id }),
  openDay: (day: string) => ask<DayAnswer>('open-day', { day }),
  closeDay: () => ask<object>('close-day', {}),
})
