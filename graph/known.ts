// Document ids in, what the graph remembers of how each was read out: the hash of its bytes and the version of the rules.
import type { Graph } from './connect.js'
import { query } from './query.js'

/** How a document in the graph was read. */
export interface KnownReading {
  sha256: string
  /** The version of the rules; absent for a document written without one. */
  extractor?: string
}

const READINGS = `
  UNWIND $ids AS id
  MATCH (d:Document {id: id})
  RETURN d.id AS id, d.sha256 AS sha256, d.extractor AS extractor`

const AT_ONCE = 5_000

/** Which of these documents are in the graph, and how they were read. */
export async function knownReadings(graph: Graph, ids: readonly string[]): Promise<Map<string, KnownReading>> {
  const known = new Map<string, KnownReading>()
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const { rows } = await query(graph, READINGS, { params: { ids: ids.slice(start, start + AT_ONCE) } })
    for (const [id, sha256, extractor] of rows)
      known.set(String(id), { sha256: String(sha256), ...(extractor === null ? {} : { extractor: String(extractor) }) })
  }
  return known
}
