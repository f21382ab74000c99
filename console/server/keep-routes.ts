// The API of the first page and of saved views: the shape of each request and of its answer. In: a parsed JSON body.
// Out: routes for api.ts.
import { z } from 'zod'
import { GraphAnswer } from '../../schema/answer.js'
import { SavedView, SentencesAnswer, SummaryAnswer, View, ViewName, ViewsAnswer } from '../../schema/keeping.js'
import { byId, id, nothing, type Route, route } from './route.js'

const MOST_PIECES = 10_000
const MOST_AROUND = 10

export const KEEP_ROUTES: readonly Route[] = [
  route('summary', nothing, SummaryAnswer, (q) => q.summary()),
  route(
    'pieces',
    z.strictObject({
      nodes: z.array(id).max(MOST_PIECES),
      edges: z.array(id).max(MOST_PIECES),
      around: z.array(id).max(MOST_AROUND).default([]),
    }),
    GraphAnswer,
    (q, ask) => q.pieces(ask.nodes, ask.edges, ask.around),
  ),
  route('sentences', z.strictObject({ facts: z.array(id).max(MOST_PIECES) }), SentencesAnswer, (q, ask) =>
    q.sentences(ask.facts),
  ),
  route('views', nothing, ViewsAnswer, (q) => q.views()),
  route('view', byId, SavedView, (q, ask) => q.view(ask.id)),
  route('save-view', z.strictObject({ name: ViewName, view: View }), SavedView, (q, ask) =>
    q.saveView(ask.name, ask.view),
  ),
  route('remove-view', byId, ViewsAnswer, (q, ask) => q.removeView(ask.id)),
]
