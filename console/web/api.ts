// Asks the server. In: the name of a question and its body. Out: the answer, or a Problem thrown. Must not know the state.
import type {
  CountsAnswer,
  DocumentAnswer,
  ErrorAnswer,
  EvidenceAnswer,
  GraphAnswer,
  NeighbourCountsAnswer,
  QueryAnswer,
  SchemaAnswer,
  SearchAnswer,
} from '../../schema/answer.js'
import type { SavedView, SentencesAnswer, SummaryAnswer, View, ViewsAnswer } from '../../schema/keeping.js'
import { believingApi } from './believing-api.js'
import { dayHeader } from './day.js'
import type { Problem } from './state/state.js'

async function ask<Answer>(name: string, body: object, signal?: AbortSignal): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...dayHeader() },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    const stopped = error instanceof DOMException && error.name === 'AbortError'
    throw { kind: stopped ? 'stopped' : 'offline', message: '' } satisfies Problem
  }
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer as Answer
  const problem = (answer as ErrorAnswer | undefined)?.error
  throw problem ?? ({ kind: 'broken', message: `HTTP ${response.status}` } satisfies Problem)
}

/** The questions the page asks; each may throw a Problem. */
export const api = {
  query: (cypher: string, limit: number, signal: AbortSignal) => ask<QueryAnswer>('query', { cypher, limit }, signal),
  overview: (limit: number) => ask<GraphAnswer>('overview', { limit }),
  search: (text: string, signal: AbortSignal) => ask<SearchAnswer>('search', { text, limit: 20 }, signal),
  neighbours: (id: string, type?: string) => ask<GraphAnswer>('neighbours', type === undefined ? { id } : { id, type }),
  neighbourCounts: (id: string) => ask<NeighbourCountsAnswer>('neighbour-counts', { id }),
  evidence: (fact: string) => ask<EvidenceAnswer>('evidence', { fact }),
  document: (id: string) => ask<DocumentAnswer>('document', { id }),
  counts: () => ask<CountsAnswer>('counts', {}),
  ...believingApi(ask),
  schema: () => ask<SchemaAnswer>('schema', {}),
  pieces: (nodes: readonly string[], edges: readonly string[]) => ask<GraphAnswer>('pieces', { nodes, edges }),
  views: () => ask<ViewsAnswer>('views', {}),
  view: (id: string) => ask<SavedView>('view', { id }),
  saveView: (name: string, view: View) => ask<SavedView>('save-view', { name, view }),
  removeView: (id: string) => ask<ViewsAnswer>('remove-view', { id }),
  sentences: (facts: readonly string[]) => ask<SentencesAnswer>('sentences', { facts }),
  summary: () => ask<SummaryAnswer>('summary', {}),
}
export type Api = typeof api

/** What was thrown, as a Problem. */
export function problemOf(error: unknown): Problem {
  const given = error as Partial<Problem> | null
  if (given !== null && typeof given?.kind === 'string' && typeof given.message === 'string') return given as Problem
  return { kind: 'broken', message: error instanceof Error ? error.message : String(error) }
}
