// Any query a user writes in, its rows as wire values out. Read-only unless told: the engine decides that (access mode),
// not words in the query.
import neo4j, { type QueryResult, type Result, type ResultSummary, type Session } from 'neo4j-driver'
import type { PlanStep } from '../schema/answer.js'
import type { Wire } from '../schema/wire.js'
import { type Graph, openSession } from './connect.js'
import { driverFault } from './driver-fault.js'
import { toParameter, toWire } from './value.js'

export { plain } from './value.js'

/** What the server remarks on a query. */
export interface Notification {
  code: string
  title: string
  description: string
  severity: string
  /** Where in the query, both counted from 1. */
  position?: { line: number; column: number }
}

/** What an answer says of itself besides its rows. */
export interface Summary {
  /** What was changed, by name (`nodesCreated` …); empty for a read. */
  counters: Record<string, number>
  plan?: PlanStep
  notifications: Notification[]
}

export interface Answer {
  columns: string[]
  rows: Wire[][]
  /** True when there were more rows than the limit. */
  truncated: boolean
  /** How many rows there are; when not `exact`, there are at least so many. */
  total: { count: number; exact: boolean }
  /** From sending the query to the last row taken, in milliseconds. */
  ms: number
  summary: Summary
}

export interface QueryOptions {
  params?: Record<string, unknown>
  /** At most so many rows; no limit when absent. */
  limit?: number
  timeoutMs?: number
  write?: boolean
  signal?: AbortSignal
  /** Gets the rows in parts while they come; the answer then holds none. Resolves with false when it wants no more. */
  onRows?: (columns: string[], rows: Wire[][]) => Promise<boolean>
  /** Past the limit, goes on to count: so many rows more at most, for so long at most. */
  countOn?: { rows: number; ms: number }
}

/** Rows are handed on when there are so many, or when so many milliseconds have passed. */
const PART = { rows: 500, ms: 100 }

/**
 * Runs one query.
 * @throws Fault `query` for a query that cannot run (with its position) or ran out of time, `denied` for a write in
 * read mode, `store` when the server does not answer
 */
export async function query(graph: Graph, cypher: string, options: QueryOptions = {}): Promise<Answer> {
  const { params = {}, limit = Number.POSITIVE_INFINITY, timeoutMs, write = false, signal } = options
  signal?.throwIfAborted()
  const session = openSession(graph, write ? 'WRITE' : 'READ')
  const stop = () => void session.close()
  signal?.addEventListener('abort', stop, { once: true })
  const started = performance.now()
  try {
    const config = timeoutMs === undefined ? {} : { timeout: neo4j.int(Math.max(1, Math.round(timeoutMs))) }
    const result = session.run(cypher, toParameter(params) as Record<string, unknown>, config)
    const columns = await result.keys()
    const taken = await takeRows(result, columns, { limit, ...options })
    const summary = await result.summary()
    return { columns, ...taken, ms: performance.now() - started, summary: summarize(summary) }
  } catch (error) {
    signal?.throwIfAborted()
    throw driverFault(error, graph.uri)
  } finally {
    signal?.removeEventListener('abort', stop)
    await closeQuietly(session)
  }
}

type Taken = Pick<Answer, 'rows' | 'truncated' | 'total'>

async function takeRows(
  result: Result,
  columns: string[],
  { limit, onRows, countOn }: QueryOptions & { limit: number },
): Promise<Taken> {
  let rows: Wire[][] = []
  let count = 0
  let handedOn = performance.now()
  let countedUntil = 0
  const handOn = async (): Promise<boolean> => {
    if (onRows === undefined || rows.length === 0) return true
    const part = rows
    rows = []
    const more = await onRows(columns, part)
    handedOn = performance.now()
    return more
  }
  for await (const record of result) {
    // Leaving the loop tells the server to throw the rest away.
    if (count === limit) {
      if (!(await handOn())) return { rows, truncated: true, total: { count, exact: false } }
      countedUntil = performance.now() + (countOn?.ms ?? 0)
    }
    count++
    if (count <= limit) {
      rows.push(Array.from(record.values(), toWire))
      const due = rows.length >= PART.rows || performance.now() - handedOn > PART.ms
      if (onRows !== undefined && due && !(await handOn()))
        return { rows, truncated: true, total: { count, exact: false } }
    } else if (count >= limit + (countOn?.rows ?? 1) || performance.now() > countedUntil)
      return { rows, truncated: true, total: { count, exact: false } }
  }
  const more = await handOn()
  return { rows, truncated: count > limit || !more, total: { count, exact: true } }
}

function summarize(summary: ResultSummary): Summary {
  const plan = summary.profile || summary.plan
  return {
    counters: Object.fromEntries(Object.entries(summary.counters.updates()).filter(([, count]) => count > 0)),
    ...(plan ? { plan: planStep(plan) } : {}),
    notifications: summary.notifications.map(({ code, title, description, severityLevel, position }) => ({
      code,
      title,
      description,
      severity: severityLevel,
      ...(position && 'line' in position
        ? { position: { line: Number(position.line), column: Number(position.column) } }
        : {}),
    })),
  }
}

type DriverPlan = Exclude<QueryResult['summary']['plan'], false>

function planStep(plan: DriverPlan & { rows?: number; dbHits?: number }): PlanStep {
  return {
    operator: plan.operatorType,
    arguments: Object.fromEntries(Object.entries(plan.arguments ?? {}).map(([key, value]) => [key, toWire(value)])),
    identifiers: plan.identifiers ?? [],
    children: (plan.children ?? []).map(planStep),
    ...(plan.rows === undefined ? {} : { rows: Number(plan.rows) }),
    ...(plan.dbHits === undefined ? {} : { hits: Number(plan.dbHits) }),
  }
}

async function closeQuietly(session: Session): Promise<void> {
  // A session that fails to close has already told its error through the result.
  await session.close().catch(() => undefined)
}
