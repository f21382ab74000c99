// Evidence, judgements and paths over the sample: what is judged is kept in a list of its own, so that it can be undone.
import type { BelievingQuestions } from '../../console/server/believing-questions.js'
import type { DayQuestions } from '../../console/server/days.js'
import type { Questions } from '../../console/server/questions.js'
import type { believingApi } from '../../console/web/believing-api.js'
import type { GraphAnswer } from '../../schema/answer.js'
import type { ReviewAnswer, RivalsAnswer, SideAnswer } from '../../schema/believing.js'
import { Fault } from '../../schema/fault.js'
import { type Judgement, judgementId } from '../../schema/judgement.js'

const side = (id: string, name: string, quote: string, title: string): SideAnswer => ({
  id,
  name,
  documents: 2,
  sentences: [{ document: 'd1', title, date: '2024-03-12', quote }],
})

const PAIRS: ReviewAnswer['pairs'] = [
  {
    type: 'Organization',
    why: { zh: '一个名字可能是另一个的简称', en: 'one name may be short for the other' },
    a: side('o1', '云岭县应急局', '云岭县应急局派员到场。', '现场情况'),
    b: side('o2', '云岭县应急管理局', '会议由县应急管理局组织。', '云岭县仓库火灾的通报'),
  },
  {
    type: 'Person',
    why: { zh: '同名，没有相同的职务', en: 'same name, no office in common' },
    a: side('p1', '方亭之', '副县长方亭之主持会议。', '<img src=x onerror=alert(1)>'),
    b: side('p9', '方亭之 · 仓库保管员', '保管员方亭之报警。', '火灾经过'),
  },
]

const rivals: RivalsAnswer = {
  from: '2024-03-01',
  to: '2024-03-09',
  holders: [side('p1', '方亭之', '县长方亭之到场。', '现场情况'), side('p2', '陆远舟', '县长陆远舟批示。', '批示原文')],
}

/** @param whole the graph that paths and facts are taken from */
export function believingSample(whole: GraphAnswer): BelievingQuestions & Omit<DayQuestions, 'at'> {
  let judgements: Judgement[] = []
  const nothing = { entities: 0, relationships: 0 }
  const judged = (judgement: Judgement, going = false) => {
    judgements = judgements.filter(({ id }) => id !== judgement.id)
    if (!going) judgements.push(judgement)
    return { judgement, came: nothing, went: nothing }
  }
  const factOf = (id: string) => whole.relationships.find(({ properties }) => properties.id === id)
  const nodeOf = (id: string) => whole.nodes.find((node) => node.id === id)
  const part = (...facts: string[]): GraphAnswer => {
    const relationships = facts.flatMap((id) => factOf(id) ?? [])
    const ends = new Set(relationships.flatMap(({ start, end }) => [start, end]))
    return { nodes: whole.nodes.filter(({ id }) => ends.has(id)), relationships, truncated: false }
  }
  return {
    rules: async () => ({
      rules: { 'meeting/chaired': { zh: '某人主持动词后面的会议', en: 'A person presides over the meeting named.' } },
    }),
    wrongFacts: async () => ({
      wrong: judgements.flatMap((judgement) =>
        judgement.kind === 'wrong' ? [{ fact: judgement.a.key, judgement }] : [],
      ),
    }),
    doubts: async (of) => ({
      disagreements:
        'entity' in of && of.entity === 'm1'
          ? [
              {
                attribute: 'date',
                values: ['2024-03-09', '2024-03-10'].map((value) => ({
                  value,
                  said: [{ document: 'd1', title: '云岭县仓库火灾的通报', quote: `会议于${value}召开` }],
                })),
              },
            ]
          : [],
      rivals: 'fact' in of && of.fact === 'f1' ? [rivals] : [],
    }),
    fact: async (id) => part(id),
    paths: async ({ types }) =>
      types?.includes('LEADS_GROUP') === false
        ? { paths: [], graph: { ...part(), nodes: [] }, ended: 'none', seen: 2 }
        : {
            paths: [{ entities: ['p1', 'g1', 'v1'], facts: ['f2', 'f3'] }],
            graph: part('f2', 'f3'),
            ended: 'found',
            seen: 4,
          },
    review: async (limit) => {
      const settled = new Set(judgements.map(({ a, b }) => `${a.key} ${b?.key}`))
      const pairs = PAIRS.filter(({ a, b }) => !settled.has(`${a.id} ${b.id}`))
      return { pairs: pairs.slice(0, limit), total: pairs.length, leftOut: 0 }
    },
    clashes: async () => ({ clashes: [{ ...rivals, office: { id: 'o9', name: '云岭县县长' } }], total: 1 }),
    judgements: async () => ({ judgements: [...judgements].reverse() }),
    changes: async (since) => ({
      since,
      documents: 1,
      entities: [{ id: 'g1', type: 'Group', name: '火灾善后工作组' }],
      facts: [{ id: 'f2', type: 'LEADS_GROUP', from: '方亭之', to: '火灾善后工作组', quote: '方亭之任组长' }],
      figures: [],
      holders: [],
      counts: { entities: 1, facts: 1, figures: 0, holders: 0 },
    }),
    judge: async (verdict, a, b, { why, by }) => {
      const pair = PAIRS.find((one) => one.a.id === a && one.b.id === b)
      if (pair === undefined) throw new Fault('input', `Nothing in the graph has the id or name ${a}.`)
      const told = {
        kind: verdict === 'same' ? ('merge' as const) : ('split' as const),
        type: pair.type,
        a: { key: a, name: pair.a.name },
        b: { key: b, name: pair.b.name },
      }
      return judged({
        ...told,
        id: judgementId(told),
        why,
        at: '2024-03-15T08:00:00.000Z',
        ...(by === undefined ? {} : { by }),
      })
    },
    report: async (fact, { why, by }) => {
      const edge = factOf(fact)
      if (edge === undefined) throw new Fault('input', `No fact of the graph has the id ${fact}.`)
      const [from, to] = [nodeOf(edge.start), nodeOf(edge.end)].map((node) => String(node?.properties.name))
      const told = {
        kind: 'wrong' as const,
        type: 'Person' as const,
        relation: edge.type as NonNullable<Judgement['relation']>,
        a: { key: fact, name: from as string },
        b: { key: 'end', name: to as string },
      }
      return judged({
        ...told,
        id: judgementId(told),
        why,
        at: '2024-03-15T08:00:00.000Z',
        ...(by === undefined ? {} : { by }),
      })
    },
    undo: async (id) => {
      const found = judgements.find((one) => one.id === id)
      if (found === undefined) throw new Fault('input', `No judgement has the id ${id}.`)
      return judged(found, true)
    },
    openDay: async (day) => ({ day, documents: 1, later: 1, undated: 0, ended: 0 }),
    closeDay: async () => {},
  }
}

/** The same questions as the page asks them. */
export function believingSampleApi(sample: Questions): ReturnType<typeof believingApi> {
  const signal = new AbortController().signal
  return {
    rules: sample.rules,
    wrongFacts: sample.wrongFacts,
    doubts: sample.doubts,
    fact: sample.fact,
    judgements: sample.judgements,
    findPaths: (from, to, types) => sample.paths({ from, to, types: types as never, timeoutMs: 1, signal }),
    pairs: () => sample.review(30),
    rivals: () => sample.clashes(30),
    changedSince: (since) => sample.changes(since, 'date', 200),
    judgePair: (verdict, a, b, why) => sample.judge(verdict, a, b, { why }),
    reportFact: (fact, why) => sample.report(fact, { why }),
    undoJudgement: sample.undo,
    openDay: sample.openDay,
    closeDay: async () => ({}),
  }
}
