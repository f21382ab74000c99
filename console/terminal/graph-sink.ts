// An open graph in, the sink that ingest/ writes to out: the one place where the two rooms meet.
import type { Graph } from '../../graph/connect.js'
import { knownReadings } from '../../graph/known.js'
import { prepare, settle, writeDocuments } from '../../graph/write.js'
import type { Sink } from '../../ingest/run.js'

/** Makes sure that the graph has its constraints, and gives the way in. */
export async function openSink(graph: Graph): Promise<Sink> {
  await prepare(graph)
  return {
    known: (ids) => knownReadings(graph, ids),
    write: async (batch) => (await writeDocuments(graph, batch)).retries,
    settle: () => settle(graph),
  }
}
