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
  SchemaAnswer,
  SearchAnswer,
} from '../../schema/answer.js'
import { RELATION_TYPES } from '../../schema/model.js'
import { ASK_ROUTES } from './ask-routes.js'
import { BELIEVING_ROUTES } from './believing-routes.js'
import { KEEP_ROUTES } from './keep-routes.js'
import { atMost, byId, CAPS, id, nothing, type Route, route } from './route.js'

/** Every question of the API; its address is `/api/` and its name. */
export const ROUTES: readonly Route[] = [
  ...ASK_ROUTES,
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
  ...BELIEVING_ROUTES,
  ...KEEP_ROUTES,
]
