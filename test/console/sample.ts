// A small graph of our own words, and questions answered from it: the page and the server are tried against it without an engine.
import { keptQuestions } from '../../console/server/kept-questions.js'
import type { Questions } from '../../console/server/questions.js'
import type { DocumentAnswer, EvidenceAnswer, GraphAnswer } from '../../schema/answer.js'
import type { WireNode, WireRelationship } from '../../schema/wire.js'
import { believingSample } from './believing-sample.js'
import { keepSample } from './keep-sample.js'

export const HOSTILE = '<img src=x onerror=alert(1)>'

const TEXT = `关于云岭县“3·08”仓库火灾的通报
云岭县应急管理局 2024年3月12日
3月9日，副县长方亭之主持召开云岭县安全生产调度会，传达有关要求。会议由县应急管理局组织。
会后，方亭之任组长的火灾善后工作组进驻云岭县。`

const entity = (
  id: string,
  type: string,
  name: string,
  more: Record<string, string | number | string[]> = {},
): WireNode => ({
  kind: 'node',
  id: `n:${id}`,
  labels: ['Entity', type],
  properties: { id, name, aliases: [], documents: 1, ...more },
})

const fact = (
  id: string,
  type: string,
  start: string,
  end: string,
  sources = 1,
  more: Record<string, string> = {},
): WireRelationship => ({
  kind: 'relationship',
  id: `e:${id}`,
  type,
  start: `n:${start}`,
  end: `n:${end}`,
  properties: { id, sources, ...more },
})

export const PERSON = entity('p1', 'Person', '方亭之')
export const MEETING = entity('m1', 'Meeting', '云岭县安全生产调度会', { date: '2024-03-09', aliases: ['调度会'] })
export const GROUP = entity('g1', 'Group', '火灾善后工作组')
export const PLACE = entity('v1', 'Place', '云岭县')
export const ODD = entity('x1', 'Directive', HOSTILE)
export const CHAIRED = fact('f1', 'CHAIRED', 'p1', 'm1', 2)
export const LEADS = fact('f2', 'LEADS_GROUP', 'p1', 'g1', 1, { first: '2024-03-12', last: '2024-03-14' })
export const INSPECTS = fact('f3', 'INSPECTS', 'g1', 'v1')
export const HELD_IN = fact('f4', 'HELD_IN', 'm1', 'v1')
export const SPOKE = fact('f5', 'SPOKE_AT', 'p1', 'm1')
export const CONVEYED = fact('f6', 'CONVEYED', 'm1', 'x1')

const DOCUMENT = { id: 'd1', title: '云岭县仓库火灾的通报', date: '2024-03-12', source: '云岭县应急管理局' }
const HOSTILE_DOCUMENT = { id: 'd2', title: HOSTILE, date: '2024-03-13' }
const QUOTE = '3月9日，副县长方亭之主持召开云岭县安全生产调度会，传达有关要求。'
const START = TEXT.indexOf(QUOTE)

const evidence: EvidenceAnswer = {
  fact: 'f1',
  total: 2,
  statements: [HOSTILE_DOCUMENT, DOCUMENT].map((document, index) => ({
    id: `s${index}`,
    rule: 'meeting/chaired',
    quote: QUOTE,
    start: START,
    end: START + QUOTE.length,
    confidence: 0.95,
    trigger: { start: TEXT.indexOf('主持'), end: TEXT.indexOf('主持') + 2 },
    document,
  })),
}

const mentions = [PERSON, MEETING, PLACE, GROUP].flatMap((node) => {
  const name = String(node.properties.name)
  const start = TEXT.indexOf(name)
  return start === -1
    ? []
    : [{ entity: String(node.properties.id), type: node.labels[1] ?? '', name, start, end: start + name.length }]
})

const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const statements: DocumentAnswer['statements'] = [
  { fact: 'f1', type: 'CHAIRED', from: 'p1', to: 'm1', ...at(QUOTE) },
  { fact: 'f2', type: 'LEADS_GROUP', from: 'p1', to: 'g1', ...at('方亭之任组长的火灾善后工作组') },
]

const whole: GraphAnswer = {
  nodes: [PERSON, MEETING, GROUP, PLACE, ODD],
  relationships: [CHAIRED, LEADS, INSPECTS, HELD_IN, SPOKE, CONVEYED],
  truncated: false,
}

const early: GraphAnswer = { nodes: [PERSON, MEETING], relationships: [CHAIRED], truncated: false }

/** Answers every question from the sample; `over` replaces single answers. */
export function sampleQuestions(over: Partial<Questions> = {}): Questions {
  const present: Questions = {
    query: async ({ limit }) => ({
      columns: ['p', 'r', 'm', 'n'],
      rows: [[PERSON, CHAIRED, MEETING, { kind: 'int', value: '9007199254740993' }]],
      truncated: false,
      limit,
      ms: 3,
    }),
    overview: async () => whole,
    search: async (text) => ({
      hits: '调度会'.includes(text)
        ? [{ kind: 'entity', id: 'm1', type: 'Meeting', name: '云岭县安全生产调度会', matched: '调度会', documents: 1 }]
        : [],
    }),
    entity: async () => ({ node: PERSON }),
    neighbours: async () => whole,
    neighbourCounts: async () => ({ counts: [{ type: 'CHAIRED', direction: 'out', count: 1 }] }),
    evidence: async () => evidence,
    document: async (id) => ({ ...(id === 'd2' ? HOSTILE_DOCUMENT : DOCUMENT), text: TEXT, mentions, statements }),
    documents: async () => ({ documents: [DOCUMENT, HOSTILE_DOCUMENT], truncated: false }),
    counts: async () => ({
      documents: 2,
      statements: 2,
      entities: [{ type: 'Person', count: 1 }],
      relations: [{ type: 'CHAIRED', count: 1 }],
    }),
    schema: async () => ({ entities: [], relations: [] }),
    ...keepSample(whole),
    check: async () => ({ troubles: [] }),
    vocabulary: async () => ({
      labels: ['Entity', 'Person', 'Meeting', 'Group', 'Place', 'Directive'],
      types: ['CHAIRED', 'LEADS_GROUP', 'INSPECTS', 'HELD_IN', 'SPOKE_AT', 'CONVEYED'],
      properties: ['id', 'name', 'aliases', 'documents', 'date', 'sources'],
    }),
    ...keptQuestions(undefined),
    ...believingSample(whole),
    // Of another day: what one document less tells.
    at: () => ({ ...present, overview: async () => early }),
    ...over,
  }
  return present
}
