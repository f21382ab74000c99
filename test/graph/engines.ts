// The engines that a suite runs on. In: nothing. Out: each with a way to an empty graph of its own, or why it cannot be
// had here. Each file starts a Neo4j of its own.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Graph, type Target } from '../../graph/connect.js'
import { stopLocal } from '../../graph/local/lifecycle.js'
import { query } from '../../graph/query.js'
import { startNeo4j, whyNoNeo4j } from './neo4j-server.js'

/** An engine a suite can run on. */
export interface Engine {
  name: 'local' | 'neo4j'
  /** Why it cannot be had here; a suite skips with these words, and on a build server that counts as a failure. */
  missing?: string
  open(): Promise<OpenEngine>
}

/** A running engine with an empty graph, for one test file alone. */
export interface OpenEngine {
  graph: Graph
  target: Target
  clear(): Promise<void>
  close(): Promise<void>
}

export async function engines(): Promise<Engine[]> {
  const missing = await whyNoNeo4j()
  return [
    { name: 'local', open: openLocal },
    { name: 'neo4j', ...(missing === undefined ? {} : { missing }), open: openNeo4j },
  ]
}

async function openLocal(): Promise<OpenEngine> {
  const data = await mkdtemp(join(tmpdir(), 'wentu-local-'))
  const stop = async () => {
    await stopLocal(data)
    await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
  return await opened({ data }, 'MATCH (n) DETACH DELETE n', stop)
}

async function openNeo4j(): Promise<OpenEngine> {
  const { stop, ...target } = await startNeo4j()
  // Piece by piece: a server of small memory cannot undo a large graph at once.
  return await opened(target, 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS', stop)
}

async function opened(target: Target, emptying: string, stop: () => Promise<void>): Promise<OpenEngine> {
  try {
    const graph = await connect(target)
    const clear = async () => void (await query(graph, emptying, { write: true }))
    const close = async () => {
      await graph.close()
      await stop()
    }
    await clear()
    return { graph, target, clear, close }
  } catch (error) {
    await stop()
    throw error
  }
}
