// The first page and saved views over the sample: a summary of our own, and a shelf in memory.
import { type KeepQuestions, viewQuestions } from '../../console/server/keep-questions.js'
import type { GraphAnswer } from '../../schema/answer.js'
import type { SavedView, SummaryAnswer } from '../../schema/keeping.js'

const SUMMARY: SummaryAnswer = {
  counts: {
    documents: 2,
    statements: 2,
    entities: [
      { type: 'Person', count: 1 },
      { type: 'Meeting', count: 1 },
    ],
    relations: [{ type: 'CHAIRED', count: 1 }],
  },
  years: [
    { year: '', documents: 1, accidents: 0, meetings: 0 },
    { year: '2022', documents: 3, accidents: 1, meetings: 0 },
    { year: '2024', documents: 2, accidents: 1, meetings: 1 },
  ],
  provinces: [
    { name: '山西省', code: '140000', documents: 12, accidents: 2 },
    { name: '山东省', code: '370000', documents: 3, accidents: 0 },
  ],
  newest: [
    { id: 'd2', title: '<img src=x onerror=alert(1)>', date: '2024-03-13' },
    { id: 'd1', title: '云岭县仓库火灾的通报', date: '2024-03-12', source: '云岭县应急管理局' },
  ],
  lastRun: {
    started: '2024-03-14T08:00:00.000Z',
    seconds: 2.5,
    paths: ['samples'],
    ingested: 2,
    unchanged: 1,
    skipped: 0,
    rejected: 1,
    bytes: 4096,
    failed: [{ place: 'samples/broken.pdf', reason: 'the file ends too early' }],
    stopped: false,
  },
}

/** Answers from the whole sample; what is saved lives as long as the answers do. */
export function keepSample(whole: GraphAnswer): KeepQuestions {
  const kept = new Map<string, SavedView>()
  return {
    summary: async () => SUMMARY,
    pieces: async (nodes, edges) => ({
      nodes: whole.nodes.filter((node) => nodes.includes(String(node.properties.id))),
      relationships: whole.relationships.filter((edge) => edges.includes(String(edge.properties.id))),
      truncated: false,
    }),
    sentences: async (facts) => ({
      sentences: facts.map((fact) => ({
        fact,
        quote: `关于 ${fact} 的一句话`,
        rule: 'meeting/chaired',
        confidence: 0.9,
        document: { id: 'd2', title: '<img src=x onerror=alert(1)>', date: '2024-03-13' },
      })),
      truncated: false,
    }),
    ...viewQuestions({
      all: async () => [...kept.values()].reverse(),
      get: async (id) => kept.get(id),
      put: async (id, view) => void kept.set(id, view),
      remove: async (id) => void kept.delete(id),
    }),
  }
}
