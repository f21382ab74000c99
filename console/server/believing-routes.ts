// The API of evidence, judgements and paths: the shape of each request and of its answer. In: a parsed JSON body.
// Out: routes for api.ts. `judge`, `report` and `undo` write; they come in by the same guards as all others.
import { z } from 'zod'
import { GraphAnswer } from '../../schema/answer.js'
import {
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
import { DateText } from '../../schema/fact.js'
import { ENTITY_TYPES, RELATION_TYPES } from '../../schema/model.js'
import { atMost, byId, id, nothing, type Route, route } from './route.js'

const words = z.string().trim().min(1).max(1000)
const reason = { why: words, by: words.optional() }

export const BELIEVING_ROUTES: readonly Route[] = [
  route('rules', nothing, RulesAnswer, (q) => q.rules()),
  route('wrong-facts', nothing, WrongAnswer, (q) => q.wrongFacts()),
  route('doubts', z.union([z.strictObject({ fact: id }), z.strictObject({ entity: id })]), DoubtsAnswer, (q, ask) =>
    q.doubts(ask),
  ),
  route('fact', byId, GraphAnswer, (q, ask) => q.fact(ask.id)),
  route(
    'paths',
    z.strictObject({
      from: id,
      to: id,
      types: z.array(z.enum(RELATION_TYPES)).min(1).optional(),
      timeoutMs: atMost({ usual: 10_000, most: 60_000 }),
    }),
    PathsAnswer,
    (q, ask, signal) => q.paths({ ...ask, signal }),
  ),
  route(
    'review',
    z.strictObject({ type: z.enum(ENTITY_TYPES).optional(), limit: atMost({ usual: 30, most: 200 }) }),
    ReviewAnswer,
    (q, ask) => q.review(ask.limit, ask.type),
  ),
  route('clashes', z.strictObject({ limit: atMost({ usual: 30, most: 200 }) }), ClashesAnswer, (q, ask) =>
    q.clashes(ask.limit),
  ),
  route('open-day', z.strictObject({ day: DateText }), DayAnswer, (q, ask) => q.openDay(ask.day)),
  route('close-day', nothing, z.strictObject({}), async (q) => {
    await q.closeDay()
    return {}
  }),
  route('judgements', nothing, JudgementsAnswer, (q) => q.judgements()),
  route(
    'changes',
    z.strictObject({
      since: DateText,
      by: z.enum(['date', 'ingested']).default('date'),
      limit: atMost({ usual: 200, most: 5000 }),
    }),
    ChangesAnswer,
    (q, ask) => q.changes(ask.since, ask.by, ask.limit),
  ),
  route(
    'judge',
    z.strictObject({ verdict: z.enum(['same', 'different']), a: id, b: id, ...reason }),
    JudgedAnswer,
    (q, { verdict, a, b, ...why }) => q.judge(verdict, a, b, why),
  ),
  route('report', z.strictObject({ fact: id, ...reason }), JudgedAnswer, (q, { fact, ...why }) => q.report(fact, why)),
  route('undo', z.strictObject({ id: z.string().regex(/^[0-9a-f]{24}$/) }), JudgedAnswer, (q, ask) => q.undo(ask.id)),
]
