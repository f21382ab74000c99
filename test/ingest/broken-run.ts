// Run as a process of its own, which may write into one folder only and reach no network: reads all files of a folder
// in threads, and prints what became of them. In: the folder, the folder of notes. Out: one JSON object.
import { openPool } from '../../ingest/pool.js'
import { ingest, type Sink } from '../../ingest/run.js'

/** Milliseconds that a file may take here: none of them is large. */
const TIME = 10_000

const [folder] = process.argv.slice(2) as [string]
const documents: string[] = []
const sink: Sink = {
  known: async () => new Map(),
  write: async (batch) => {
    documents.push(...batch.map(({ document }) => document.id))
    return 0
  },
  settle: async () => {},
}
const worker = openPool({ jobs: 2, time: TIME })
const { lines, counts, fault } = await ingest([folder], sink, { worker })
await worker.close()
console.log(JSON.stringify({ lines, counts, documents, fault: fault?.message }))
