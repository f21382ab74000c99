// The questions on evidence, judgements, paths and other days, answered by the graph room. In: a graph, and what other rooms know
// of rules and of pairs. Out: answers in the shapes of schema/believing.ts. Must not know Cypher, HTTP, nor how documents are read.
import { type Changes, changesSince } from '../../graph/changes.js'
import type { Graph } from '../../graph/connect.js'
import { type Disagreement, doubtsOfEntity, doubtsOfFact, type Rivals } from '../../graph/doubts.js'
import { findNamed, type Judged, keepApart, listJudgements, merge, undo } from '../../graph/judging.js'
import { officeClashes, type ToldSide } from '../../graph/offices.js'
import { findPaths } from '../../graph/paths.js'
import { evidence } from '../../graph/read.js'
import { sentencesOn } from '../../graph/samples.js'
import { settle } from '../../graph/write.js'
import { reportWrong, wrongFacts } from '../../graph/wrong-facts.js'
import type { GraphAnswer } from '../../schema/answer.js'
import type {
  ChangesAnswer,
  ClashesAnswer,
  DoubtsAnswer,
  JudgedAnswer,
  JudgementsAnswer,
  PathsAnswer,
  ReviewAnswer,
  RivalsAnswer,
  RulesAnswer,
  SideAnswer,
  WrongAnswer,
} from '../../schema/believing.js'
import { Fault } from '../../schema/fault.js'
import type { EntityType, RelationType } from '../../schema/model.js'

/** What the rooms that read documents know, handed in by who starts the server. */
export interface Knowledge {
  rules?: () => Promise<RulesAnswer['rules']>
  /** All pairs that the rules cannot settle, the most consequential first. */
  pairs?: (graph: Graph, type?: EntityType) => Promise<Unsure>
}

/** Pairs to judge. */
export interface Unsure {
  pairs: { type: EntityType; why: ReviewAnswer['pairs'][number]['why']; a: Party; b: Party }[]
  leftOut: number
}
type Party = Omit<SideAnswer, 'sentences'>

export interface PathAsk {
  from: string
  to: string
  types?: RelationType[] | undefined
  timeoutMs: number
  signal: AbortSignal
}

interface Reason {
  why: string
  by?: string | undefined
}

export interface BelievingQuestions {
  rules(): Promise<RulesAnswer>
  wrongFacts(): Promise<WrongAnswer>
  doubts(of: { fact: string } | { entity: string }): Promise<DoubtsAnswer>
  /** A fact with both ends. */
  fact(id: string): Promise<GraphAnswer>
  paths(ask: PathAsk): Promise<PathsAnswer>
  review(limit: number, type?: EntityType): Promise<ReviewAnswer>
  clashes(limit: number): Promise<ClashesAnswer>
  judgements(): Promise<JudgementsAnswer>
  changes(since: string, by: 'date' | 'ingested', limit: number): Promise<ChangesAnswer>
  judge(verdict: 'same' | 'different', a: string, b: string, reason: Reason): Promise<JudgedAnswer>
  report(fact: string, reason: Reason): Promise<JudgedAnswer>
  undo(judgement: string): Promise<JudgedAnswer>
}

/** Sentences on each side. */
const SENTENCES = 3

/** @param past the graph is a copy of another day: in it nothing is judged */
export function believingQuestions(graph: Graph, knows: Knowledge = {}, past = false): BelievingQuestions {
  const judging = async (judge: () => Promise<Judged>): Promise<JudgedAnswer> => {
    if (past) throw new Fault('denied', 'A graph of another day is only looked at: go back to the present to judge.')
    const { judgement, came, went } = await judge()
    await settle(graph)
    return { judgement, came, went }
  }
  const because = ({ why, by }: Reason) => ({ why, ...(by === undefined ? {} : { by }) })
  return {
    rules: async () => ({ rules: (await knows.rules?.()) ?? {} }),
    wrongFacts: async () => ({ wrong: await wrongFacts(graph) }),
    doubts: async (of) => {
      if ('entity' in of) return { disagreements: await doubtsOfEntity(graph, of.entity), rivals: [] }
      const { disagreements, rivals } = await doubtsOfFact(graph, of.fact)
      return { disagreements: disagreements as Disagreement[], rivals: rivals.map(rivalsOf) }
    },
    fact: async (id) => {
      const found = await evidence(graph, id, 1)
      if (found === undefined)
        throw new Fault('input', `There is no fact with the id ${JSON.stringify(id)} in the graph.`)
      return { nodes: [found.from, found.to], relationships: [found.relationship], truncated: false }
    },
    paths: async ({ from, to, types, timeoutMs, signal }) => {
      const { part, ...found } = await findPaths(graph, from, to, { ...(types && { types }), timeoutMs, signal })
      return { ...found, graph: part }
    },
    review: async (limit, type) => {
      const { pairs, leftOut } = (await knows.pairs?.(graph, type)) ?? { pairs: [], leftOut: 0 }
      const shown: ReviewAnswer['pairs'] = []
      for (const { a, b, ...pair } of pairs.slice(0, limit)) {
        const [one, two] = await Promise.all([withSentences(graph, a), withSentences(graph, b)])
        shown.push({ ...pair, a: one, b: two })
      }
      return { pairs: shown, total: pairs.length, leftOut }
    },
    clashes: async (limit) => {
      const all = await officeClashes(graph)
      return {
        clashes: all.slice(0, limit).map((one) => ({ ...rivalsOf(one), office: one.office })),
        total: all.length,
      }
    },
    judgements: async () => ({ judgements: (await listJudgements(graph)).reverse() }),
    changes: async (since, by, limit) => cut(await changesSince(graph, since, by), limit),
    judge: (verdict, a, b, reason) =>
      judging(async () => {
        const [one, two] = [await findNamed(graph, a), await findNamed(graph, b)]
        return await (verdict === 'same' ? merge : keepApart)(graph, one, two, because(reason))
      }),
    report: (fact, reason) => judging(() => reportWrong(graph, fact, because(reason))),
    undo: (judgement) => judging(() => undo(graph, judgement)),
  }
}

async function withSentences(graph: Graph, party: Party): Promise<SideAnswer> {
  return { ...party, sentences: await sentencesOn(graph, party.id, SENTENCES) }
}

function rivalsOf({ from, to, holders }: Rivals): RivalsAnswer {
  const side = ({ id, name, statements }: ToldSide): SideAnswer => {
    // Those of the days on which both are told to hold it come first.
    const then = statements.filter(({ date }) => date >= from && date <= to)
    const sentences = [...then, ...statements.filter((one) => !then.includes(one))].slice(0, SENTENCES)
    return {
      id,
      name,
      documents: new Set(statements.map(({ document }) => document)).size,
      sentences: sentences.map(({ document, title, date, quote }) => ({
        document,
        title,
        quote,
        ...(date === '' ? {} : { date }),
      })),
    }
  }
  return { from, to, holders: [side(holders[0]), side(holders[1])] }
}

function cut({ since, documents, entities, facts, figures, holders }: Changes, limit: number): ChangesAnswer {
  return {
    since,
    documents: documents.length,
    entities: entities.slice(0, limit),
    facts: facts.slice(0, limit),
    figures: figures.slice(0, limit).map(({ before, ...figure }) => ({ ...figure, before: before ?? null })),
    holders: holders.slice(0, limit),
    counts: {
      entities: entities.length,
      facts: facts.length,
      figures: figures.length,
      holders: holders.length,
    },
  }
}
