// Asks the server. In: the name of a question and its body. Out: the answer, or a Problem thrown. Must not know the state.
import type {
  CheckAnswer,
  CountsAnswer,
  DocumentAnswer,
  ErrorAnswer,
  EvidenceAnswer,
  GraphAnswer,
  NeighbourCountsAnswer,
  QueryAnswer,
  SchemaAnswer,
  SearchAnswer,
  VocabularyAnswer,
} from '../../schema/answer.js'
import type { SavedView, SentencesAnswer, SummaryAnswer, View, ViewsAnswer } from '../../schema/keeping.js'
import type { History, PastRun, SavedQueries, SavedQuery } from '../../schema/saved-query.js'
import type { Wire } from '../../schema/wire.js'
import { readLines } from './ask/run-stream.js'
import { believingApi } from './believing-api.js'
import { dayHeader } from './day.js'
import type { Problem } from './state/state.js'

async function send(name: string, body: object, signal?: AbortSignal): Promise<Response> {
  let response: Response
  try {
    response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...dayHeader() },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    throw lost(error)
  }
  if (response.ok) return response
  const answer: unknown = await response.json().catch(() => undefined)
  const problem = (answer as ErrorAnswer | undefined)?.error
  throw problem ?? ({ kind: 'broken', message: `HTTP ${response.status}` } satisfies Problem)
}

/** What it means that the connection broke off. */
function lost(error: unknown): Problem {
  const stopped = error instanceof DOMException && error.name === 'AbortError'
  return { kind: stopped ? 'stopped' : 'offline', message: '' }
}

async function ask<Answer>(name: string, body: object, signal?: AbortSignal): Promise<Answer> {
  const response = await send(name, body, signal)
  try {
    return (await response.json()) as Answer
  } catch (error) {
    throw lost(error)
  }
}

/** A statement with what bounds it: rows, and milliseconds. */
export interface RunAsk {
  cypher: string
  params: Record<string, Wire>
  limit: number
  timeoutMs: number
}

/** Runs a statement; `onRows` gets the rows as they come, and the answer holds none. */
async function run(
  body: RunAsk,
  signal: AbortSignal,
  onRows: (columns: string[], rows: Wire[][]) => void,
): Promise<QueryAnswer> {
  const response = await send('run', body, signal)
  let columns: string[] = []
  try {
    if (response.body === null) throw new TypeError('no body')
    for await (const line of readLines(response.body)) {
      if ('columns' in line) columns = line.columns
      else if ('rows' in line) onRows(columns, line.rows)
      else if ('end' in line) return { ...line.end, rows: [] }
      else throw line.error satisfies Problem
    }
  } catch (error) {
    throw isProblem(error) ? error : lost(error)
  }
  throw { kind: 'offline', message: '' } satisfies Problem
}

/** So many names fit into one request of the size the server takes. */
const MOST_NAMES = 8000

/** What the graph holds of so many names, and of the facts between the nodes and those `around`. Asked in as many parts as it
 *  needs, one after the other; an edge whose ends are not both there is left out. */
async function pieces(
  nodes: readonly string[],
  edges: readonly string[],
  around: readonly string[] = [],
): Promise<GraphAnswer> {
  const found: GraphAnswer = { nodes: [], relationships: [], truncated: false }
  const parts = Math.ceil(Math.max(nodes.length, edges.length) / MOST_NAMES)
  const known = new Set<string>()
  for (let at = 0; at < parts * MOST_NAMES; at += MOST_NAMES) {
    const part = { nodes: nodes.slice(at, at + MOST_NAMES), edges: edges.slice(at, at + MOST_NAMES), around }
    const answer = await ask<GraphAnswer>('pieces', part)
    for (const node of answer.nodes) {
      if (known.has(node.id)) continue
      known.add(node.id)
      found.nodes.push(node)
    }
    for (const edge of answer.relationships) found.relationships.push(edge)
    found.truncated ||= answer.truncated
  }
  const ids = new Set(found.nodes.map((node) => node.id))
  found.relationships = found.relationships.filter(({ start, end }) => ids.has(start) && ids.has(end))
  return found
}

/** The questions the page asks; each may throw a Problem. */
export const api = {
  run,
  check: (cypher: string, params: Record<string, Wire>, signal: AbortSignal) =>
    ask<CheckAnswer>('check', { cypher, params }, signal),
  vocabulary: () => ask<VocabularyAnswer>('vocabulary', {}),
  savedQueries: () => ask<SavedQueries>('saved-queries', {}),
  saveQuery: (collection: string, query: SavedQuery) => ask<SavedQueries>('save-query', { collection, query }),
  dropQuery: (collection: string, name: string) => ask<SavedQueries>('drop-query', { collection, name }),
  importQueries: (file: unknown) => ask<SavedQueries>('import-queries', { file }),
  history: () => ask<History>('history', {}),
  remember: (past: PastRun) => ask<History>('remember', { run: past }),
  forgetHistory: () => ask<History>('forget-history', {}),
  overview: (limit: number) => ask<GraphAnswer>('overview', { limit }),
  search: (text: string, signal: AbortSignal) => ask<SearchAnswer>('search', { text, limit: 20 }, signal),
  neighbours: (id: string, type?: string) => ask<GraphAnswer>('neighbours', type === undefined ? { id } : { id, type }),
  neighbourCounts: (id: string) => ask<NeighbourCountsAnswer>('neighbour-counts', { id }),
  evidence: (fact: string) => ask<EvidenceAnswer>('evidence', { fact }),
  document: (id: string) => ask<DocumentAnswer>('document', { id }),
  counts: () => ask<CountsAnswer>('counts', {}),
  ...believingApi(ask),
  schema: () => ask<SchemaAnswer>('schema', {}),
  pieces,
  views: () => ask<ViewsAnswer>('views', {}),
  view: (id: string) => ask<SavedView>('view', { id }),
  saveView: (name: string, view: View) => ask<SavedView>('save-view', { name, view }),
  removeView: (id: string) => ask<ViewsAnswer>('remove-view', { id }),
  sentences: (facts: readonly string[]) => ask<SentencesAnswer>('sentences', { facts }),
  summary: () => ask<SummaryAnswer>('summary', {}),
}
export type Api = typeof api

function isProblem(error: unknown): error is Problem {
  const given = error as Partial<Problem> | null
  return given !== null && typeof given?.kind === 'string' && typeof given.message === 'string'
}

/** What was thrown, as a Problem. */
export function problemOf(error: unknown): Problem {
  if (isProblem(error)) return error
  return { kind: 'broken', message: error instanceof Error ? error.message : String(error) }
}
