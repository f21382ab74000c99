// Any query a user writes in, its rows as wire values out. Read-only unless told: the engine decides that (access mode),
// not words in the query.
import neo4j, { type QueryResult, type Result, type ResultSummary, type Session } from 'neo4j-driver'
import type { Wire } from '../schema/wire.js'
import { type Graph, openSession } from './connect.js'
import { driverFault } from './driver-fault.js'
import { toParameter, toWire } from './value.js'

export { plain } from './value.js'

/** A step of a plan, with what it did when the query was run with PROFILE. */
export interface PlanStep {
  operator: string
  arguments: Record<string, Wire>
  identifiers: string[]
  children: PlanStep[]
  rows?: number
  hits?: number
}

/** What the server remarks on a query. */
export interface Notification {
  code: string
  title: string
  description: string
  severity: string
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
}

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
    const { rows, truncated } = await takeRows(result, limit)
    const columns = await result.keys()
    const summary = await result.summary()
    return { columns, rows, truncated, ms: performance.now() - started, summary: summarize(summary) }
  } catch (error) {
    signal?.throwIfAborted()
    throw driverFault(error, graph.uri)
  } finally {
    signal?.removeEventListener('abort', stop)
    await closeQuietly(session)
  }
}

async function takeRows(result: Result, limit: number): Promise<{ rows: Wire[][]; truncated: boolean }> {
  const rows: Wire[][] = []
  for await (const record of result) {
    // Leaving the loop tells the server to throw the rest away.
    if (rows.length >= limit) return { rows, truncated: true }
    rows.push(Array.from(record.values(), toWire))
  }
  return { rows, truncated: false }
}

function summarize(summary: ResultSummary): Summary {
  const plan = summary.profile || summary.plan
  return {
    counters: Object.fromEntries(Object.entries(summary.counters.updates()).filter(([, count]) => count > 0)),
    ...(plan ? { plan: planStep(plan) } : {}),
    notifications: summary.notifications.map(({ code, title, description, severityLevel }) => ({
      code,
      title,
      description,
      severity: severityLevel,
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
