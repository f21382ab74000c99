// A query a user writes in; a Fault out when it reaches beyond the graph: files, the network, procedures that change the server.
// A read transaction of Neo4j stops none of these. The engine's own plan says what a query does, whatever words hide it.
import type { PlanStep } from '../schema/answer.js'
import { Fault } from '../schema/fault.js'
import type { Graph } from './connect.js'
import { query } from './query.js'

/** Without one of these words, or an escape that may hide one, no query reaches out: it need not be planned twice. */
const MAY_REACH = /load|call|show|terminate|\\u/i
/** Procedures that read the graph and nothing else. */
const HARMLESS = /^(db\.(labels|relationshipTypes|propertyKeys|schema\.|index\.fulltext\.query|ping)|dbms\.components)/

/**
 * Refuses LOAD CSV, and procedures other than those that only read the graph.
 * The embedded engine refuses to read files by itself and has no such procedures.
 * @throws Fault `denied` for a query that reaches out, `query` for one that cannot be planned
 */
export async function refuseReach(graph: Graph, cypher: string, params: Record<string, unknown> = {}): Promise<void> {
  if (graph.engine !== 'neo4j' || !MAY_REACH.test(cypher)) return
  const { summary } = await query(graph, `EXPLAIN ${cypher}`, { params, limit: 0 })
  for (const step of steps(summary.plan)) {
    const operator = step.operator.replace(/@.*$/, '')
    if (operator === 'LoadCSV') throw new Fault('denied', 'LOAD CSV reads files and web addresses: it is refused here.')
    if (!operator.endsWith('ProcedureCall')) continue
    const called = procedureOf(step)
    if (!HARMLESS.test(called))
      throw new Fault('denied', `The procedure ${called} may reach beyond the graph: it is refused here.`)
  }
}

function* steps(plan: PlanStep | undefined): Generator<PlanStep> {
  if (plan === undefined) return
  yield plan
  for (const child of plan.children) yield* steps(child)
}

function procedureOf(step: PlanStep): string {
  const details = step.arguments.Details
  return typeof details === 'string' ? (/[\w.]+/.exec(details)?.[0] ?? '') : ''
}
