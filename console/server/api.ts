// The API as one table: the name of a question, the shape of its request, how it is answered, the shape of its answer.
// In: a parsed JSON body. Out: an answer parsed by schema/answer.ts. Must not know how HTTP guards it.
import { z } from 'zod'
import {
  CountsAnswer,
  DocumentAnswer,
  DocumentsAnswer,
  EntityAnswer,
  EvidenceAnswer,
  GraphAnswer,
  NeighbourCountsAnswer,
  QueryAnswer,
  SchemaAnswer,
  SearchAnswer,
} from '../../schema/answer.js'
import { Fault } from '../../schema/fault.js'
import { RELATION_TYPES } from '../../schema/model.js'
import { capBytes } from './caps.js'
import type { Questions } from './questions.js'

/** The most a page can ask for, and what it gets when it does not say. */
export const CAPS = {
  rows: { usual: 1000, most: 100_000 },
  timeoutMs: { usual: 30_000, most: 300_000 },
  nodes: { usual: 80, most: 2000 },
  answerBytes: 32 * 1024 * 1024,
  requestBytes: 1024 * 1024,
} as const

interface Route {
  readonly name: string
  answer(questions: Questions, body: unknown, signal: AbortSignal): Promise<unknown>
}

function route<Ask, Answer>(
  name: string,
  ask: z.ZodType<Ask>,
  answer: z.ZodType<Answer>,
  run: (questions: Questions, ask: Ask, signal: AbortSignal) => Promise<Answer>,
): Route {
  return {
    name,
    answer: async (questions, body, signal) => {
      const asked = ask.safeParse(body)
      if (!asked.success) throw new Fault('usage', `Question ${name}: ${z.prettifyError(asked.error)}`)
      return answer.parse(await run(questions, asked.data, signal))
    },
  }
}

const id = z.string().min(1).max(1000)
const atMost = (cap: { usual: number; most: number }) => z.int().min(1).max(cap.most).default(cap.usual)
const byId = z.strictObject({ id })
const nothing = z.strictObject({})

const queryAsk = z.strictObject({
  cypher: z.string().min(1).max(200_000),
  params: z.record(z.string(), z.json()).default({}),
  limit: atMost(CAPS.rows),
  timeoutMs: atMost(CAPS.timeoutMs),
})

/** Every question of the API; its address is `/api/` and its name. */
export const ROUTES: readonly Route[] = [
  route('query', queryAsk, QueryAnswer, async (questions, ask, signal) =>
    capBytes(await questions.query({ ...ask, signal }), CAPS.answerBytes),
  ),
  route('overview', z.strictObject({ limit: atMost(CAPS.nodes) }), GraphAnswer, (q, ask) => q.overview(ask.limit)),
  route(
    'search',
    z.strictObject({ text: z.string().max(200), limit: atMost({ usual: 20, most: 100 }) }),
    SearchAnswer,
    (q, ask) => q.search(ask.text, ask.limit),
  ),
  route('entity', byId, EntityAnswer, (q, ask) => q.entity(ask.id)),
  route(
    'neighbours',
    z.strictObject({ id, limit: atMost({ usual: 100, most: 1000 }), type: z.enum(RELATION_TYPES).optional() }),
    GraphAnswer,
    (q, ask) => q.neighbours(ask.id, ask.limit, ask.type),
  ),
  route('neighbour-counts', byId, NeighbourCountsAnswer, (q, ask) => q.neighbourCounts(ask.id)),
  route('evidence', z.strictObject({ fact: id }), EvidenceAnswer, (q, ask) => q.evidence(ask.fact)),
  route('document', byId, DocumentAnswer, (q, ask) => q.document(ask.id)),
  route('documents', z.strictObject({ limit: atMost({ usual: 100, most: 10_000 }) }), DocumentsAnswer, (q, ask) =>
    q.documents(ask.limit),
  ),
  route('counts', nothing, CountsAnswer, (q) => q.counts()),
  route('schema', nothing, SchemaAnswer, (q) => q.schema()),
]
