// Resolved documents in, the graph changed: each call is one transaction, whole or not at all.
// The driver retries what another writer was in the way of; nothing here does.
import type { ManagedTransaction } from 'neo4j-driver'
import type { Resolved } from '../schema/fact.js'
import { Fault } from '../schema/fault.js'
import type { Judgement } from '../schema/judgement.js'
import { applyChange, type Change, type Changed, type WriteReport } from './change.js'
import { claimsOf } from './claim.js'
import { type Graph, openSession } from './connect.js'
import { DOCUMENT_HASHES, schemaStatements } from './cypher.js'
import { driverFault } from './driver-fault.js'
import { Recall } from './recall.js'

export type { WriteReport } from './change.js'

/** Makes the constraints and indexes of the model; does nothing where they are. */
export async function prepare(graph: Graph): Promise<void> {
  const statements = schemaStatements(graph.engine)
  await change(graph, async (tx) => await Promise.all(statements.map((statement) => tx.run(statement))))
  if (graph.engine === 'neo4j') await execute(graph, 'CALL db.awaitIndexes(300)')
}

/** Which of these documents are in the graph: id -> SHA-256 of the bytes they were read from. */
export async function knownDocuments(graph: Graph, ids: readonly string[]): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for (let start = 0; start < ids.length; start += KNOWN_AT_ONCE) {
    const { records } = await execute(graph, DOCUMENT_HASHES, { ids: ids.slice(start, start + KNOWN_AT_ONCE) })
    for (const record of records) known.set(record.get('id'), record.get('sha256'))
  }
  return known
}

const KNOWN_AT_ONCE = 5_000

/**
 * Writes documents with all they say; one that is there already is replaced.
 * @returns how many of each are in the graph now that were not before, and how often the driver had to begin anew
 * because another writer was in the way
 * @throws Fault `input` when a document contradicts itself (see `claimsOf`) or is twice in the batch
 */
export async function writeDocuments(
  graph: Graph,
  batch: readonly Resolved[],
): Promise<WriteReport & { retries: number }> {
  const documents = batch.map((resolved) => resolved.document)
  const seen = new Set<string>()
  const twice = documents.find(({ id }) => seen.size === seen.add(id).size)
  if (twice !== undefined) throw new Fault('input', `Document ${twice.id} is twice in one batch.`)
  const claims = batch.map(claimsOf)
  const { came, retries } = await carryOut(graph, {
    documents,
    mentions: claims.flatMap((claim) => claim.mentions),
    statements: claims.flatMap((claim) => claim.statements),
    gone: [],
    ingestedAt: new Date().toISOString(),
  })
  return { ...came, retries }
}

/**
 * Takes documents out with all that only they say; ids that are not in the graph are passed over.
 * @returns how many of each were in the graph and are no longer
 */
export async function removeDocuments(graph: Graph, ids: readonly string[]): Promise<WriteReport> {
  const gone = [...new Set(ids)]
  const { went } = await carryOut(graph, { documents: [], mentions: [], statements: [], gone, ingestedAt: '' })
  return went
}

/** Writes documents with what they were read to say before: for a graph made of another. */
export async function writeClaims(
  graph: Graph,
  { documents, mentions, statements }: Pick<Change, 'documents' | 'mentions' | 'statements'>,
): Promise<void> {
  const ingestedAt = new Date().toISOString()
  await carryOut(graph, { documents, mentions, statements, gone: [], ingestedAt })
}

/**
 * Puts judgements in, and takes out those with the given ids; what they say of the graph is so at once.
 * @returns how many of each came into the graph and left it
 */
export async function writeJudgements(
  graph: Graph,
  judged: { put?: readonly Judgement[]; drop?: readonly string[] },
): Promise<{ came: WriteReport; went: WriteReport }> {
  const { put = [], drop = [] } = judged
  const nothing = { documents: [], mentions: [], statements: [], gone: [], ingestedAt: '' }
  const { came, went } = await carryOut(graph, { ...nothing, judged: { put, drop } })
  return { came, went }
}

const recalls = new WeakMap<Graph, Recall>()

async function carryOut(graph: Graph, wanted: Change): Promise<Changed & { retries: number }> {
  const recall = recalls.get(graph) ?? new Recall()
  recalls.set(graph, recall)
  let attempts = 0
  const changed = await change(graph, (tx) => {
    attempts++
    return applyChange(tx, wanted, recall)
  })
  recall.keep(changed.turn, changed.books)
  return { ...changed, retries: attempts - 1 }
}

/** Makes what was written outlive a power cut. Neo4j does so at each commit; the embedded engine when told. */
export async function settle(graph: Graph): Promise<void> {
  if (graph.engine === 'local') await execute(graph, 'CALL wentu.checkpoint()')
}

async function change<T>(graph: Graph, work: (tx: ManagedTransaction) => Promise<T>): Promise<T> {
  // Every answer whole: one half taken would be read on after later statements have deleted what it speaks of.
  const session = openSession(graph, 'WRITE', { fetchSize: -1 })
  try {
    return await session.executeWrite(work)
  } catch (error) {
    throw driverFault(error, graph.uri)
  } finally {
    await session.close()
  }
}

async function execute(graph: Graph, statement: string, params: Record<string, unknown> = {}) {
  try {
    return await graph.driver.executeQuery(
      statement,
      params,
      graph.database === undefined ? {} : { database: graph.database },
    )
  } catch (error) {
    throw driverFault(error, graph.uri)
  }
}
