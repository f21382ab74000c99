// What the editor asks, answered by the graph room and a folder of files. In: a graph, the folder. Out: answers in their shapes.
// Must not know Cypher: the graph room does.
import { check } from '../../graph/check.js'
import type { Graph } from '../../graph/connect.js'
import { query } from '../../graph/query.js'
import { refuseReach } from '../../graph/reach.js'
import { wireToParameter } from '../../graph/value.js'
import { vocabulary } from '../../graph/vocabulary.js'
import type { CheckAnswer, QueryAnswer, VocabularyAnswer } from '../../schema/answer.js'
import { ENTITIES, ENTITY_TYPES, RELATION_TYPES, RELATIONS } from '../../schema/model.js'
import type { Wire } from '../../schema/wire.js'
import { type KeptQuestions, keptQuestions } from './kept-questions.js'
import type { QueryAsk } from './questions.js'

/** What can be asked about asking itself. */
export interface AskQuestions extends KeptQuestions {
  query(ask: QueryAsk): Promise<QueryAnswer>
  check(ask: Pick<QueryAsk, 'cypher' | 'params' | 'signal'>): Promise<CheckAnswer>
  vocabulary(): Promise<VocabularyAnswer>
}

/** The rest of the rows is counted for so long at most; a longer count is worth less than the wait. */
const COUNT_ON = { rows: 1_000_000, ms: 3000 }
const CHECK_MS = 5000

const ATTRIBUTES = [...Object.values(ENTITIES), ...Object.values(RELATIONS)].flatMap((row) =>
  Object.keys(row.attributes),
)

/** Answers from a graph; `folder` as in graphQuestions. */
export function askQuestions(graph: Graph, folder: string | undefined): AskQuestions {
  return {
    query: async ({ cypher, params, limit, timeoutMs, signal, onRows }) => {
      const values = parameters(params)
      await refuseReach(graph, cypher, values)
      const { summary, total, ...answer } = await query(graph, cypher, {
        params: values,
        limit,
        timeoutMs,
        signal,
        ...(onRows === undefined ? {} : { onRows, countOn: COUNT_ON }),
      })
      const remarks = summary.notifications.map(({ description }) => description)
      return {
        ...answer,
        limit,
        ...(answer.truncated ? { total } : {}),
        ...(summary.plan === undefined ? {} : { plan: summary.plan }),
        ...(remarks.length === 0 ? {} : { remarks }),
      }
    },
    check: async ({ cypher, params, signal }) => ({
      troubles: await check(graph, cypher, { params: parameters(params), timeoutMs: CHECK_MS, signal }),
    }),
    vocabulary: async () => {
      const found = await vocabulary(graph)
      // What the model has and this graph does not yet hold is not misspelt.
      const joined = (names: string[], more: readonly string[]) => [...new Set([...names, ...more])].sort()
      return {
        labels: joined(found.labels, ENTITY_TYPES),
        types: joined(found.types, RELATION_TYPES),
        properties: joined(found.properties, ATTRIBUTES),
      }
    },
    ...keptQuestions(folder),
  }
}

function parameters(params: Record<string, Wire>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, wireToParameter(value)]))
}
