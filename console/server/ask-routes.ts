// The questions of the editor, as rows of the API's table. In: a parsed JSON body. Out: an answer in its shape.
import { z } from 'zod'
import { CheckAnswer, QueryAnswer, VocabularyAnswer } from '../../schema/answer.js'
import { History, PastRun, SavedQueries, SavedQuery } from '../../schema/saved-query.js'
import { Wire } from '../../schema/wire.js'
import { capBytes } from './caps.js'
import { atMost, CAPS, nothing, type Route, route } from './route.js'

const cypher = z.string().min(1).max(200_000)
const params = z.record(z.string(), Wire).default({})

/** A query with what bounds it: rows, and milliseconds. */
export const queryAsk = z.strictObject({ cypher, params, limit: atMost(CAPS.rows), timeoutMs: atMost(CAPS.timeoutMs) })

const name = SavedQuery.shape.name

export const ASK_ROUTES: readonly Route[] = [
  route('query', queryAsk, QueryAnswer, async (questions, ask, signal) =>
    capBytes(await questions.query({ ...ask, signal }), CAPS.answerBytes),
  ),
  route('check', z.strictObject({ cypher, params }), CheckAnswer, (q, ask, signal) => q.check({ ...ask, signal })),
  route('vocabulary', nothing, VocabularyAnswer, (q) => q.vocabulary()),
  route('saved-queries', nothing, SavedQueries, (q) => q.savedQueries()),
  route('save-query', z.strictObject({ collection: name, query: SavedQuery }), SavedQueries, (q, ask) =>
    q.saveQuery(ask.collection, ask.query),
  ),
  route('drop-query', z.strictObject({ collection: name, name }), SavedQueries, (q, ask) =>
    q.dropQuery(ask.collection, ask.name),
  ),
  route('import-queries', z.strictObject({ file: SavedQueries }), SavedQueries, (q, ask) => q.importQueries(ask.file)),
  route('history', nothing, History, (q) => q.history()),
  route('remember', z.strictObject({ run: PastRun }), History, (q, ask) => q.remember(ask.run)),
  route('forget-history', nothing, History, (q) => q.forgetHistory()),
]
