// The questions a page may ask, whatever answers them. In: what a request carried. Out: shapes of schema/answer.ts.
// Must not know HTTP, and not how a graph is kept.
import type {
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
import type { RelationType } from '../../schema/model.js'
import type { Wire } from '../../schema/wire.js'
import type { AskQuestions } from './ask-questions.js'
import type { BelievingQuestions } from './believing-questions.js'
import type { DayQuestions } from './days.js'
import type { KeepQuestions } from './keep-questions.js'

/** A query of the user's own: `limit` in rows, `timeoutMs` in milliseconds, `signal` stops it on the engine. */
export interface QueryAsk {
  cypher: string
  params: Record<string, Wire>
  limit: number
  timeoutMs: number
  signal: AbortSignal
  /** Gets the rows in parts while they come, and the answer none; says whether it wants more. */
  onRows?: (columns: string[], rows: Wire[][]) => Promise<boolean>
}

/** What can be asked of a graph. `id` is the `id` property of an entity or document, `fact` that of a relationship. */
export interface Questions extends AskQuestions, BelievingQuestions, DayQuestions, KeepQuestions {
  query(ask: QueryAsk): Promise<QueryAnswer>
  overview(limit: number): Promise<GraphAnswer>
  search(text: string, limit: number): Promise<SearchAnswer>
  entity(id: string): Promise<EntityAnswer>
  neighbours(id: string, limit: number, type?: RelationType): Promise<GraphAnswer>
  neighbourCounts(id: string): Promise<NeighbourCountsAnswer>
  evidence(fact: string): Promise<EvidenceAnswer>
  document(id: string): Promise<DocumentAnswer>
  documents(limit: number): Promise<DocumentsAnswer>
  counts(): Promise<CountsAnswer>
  schema(): Promise<SchemaAnswer>
}
