// How fast facts come into a graph: our writer beside the bare driver that sends the same rows by UNWIND and MERGE.
// In: an open graph. Out: seconds of both. The two take turns batch by batch in one database, so that both meet the same
// load of the machine and the same size of the graph; what they write shares nothing. Who is first is drawn for each batch:
// with every other one it falls to the same side whenever a collector or the engine clears up after two or four.
import type { Graph } from '../../../graph/connect.js'
import { prepare, writeDocuments } from '../../../graph/write.js'
import type { Resolved } from '../../../schema/fact.js'
import { makeDocument } from '../../graph/sample.js'
import { random } from '../../random.js'
import { Books, sendAll } from './bare.js'
import { makeSheets } from './rows.js'

const BATCH = 200
/** Batches before the clock starts. */
const WARM = 3
const SEED = 5

export interface LoadTimes {
  documents: number
  facts: number
  /** Nodes and relationships that each side wrote, those that were there already included. */
  rows: number
  /** Seconds. */
  ours: number
  bare: number
  /** The middle one of the batches' bare time over our time: above 1 our writer is the faster one. */
  ratio: number
}

/** Loads `batches` batches of 200 documents by either way. */
export async function measureLoad(graph: Graph, batches: number): Promise<LoadTimes> {
  await prepare(graph)
  const count = (batches + WARM) * BATCH
  const [ours, theirs] = ['甲', '乙'].map((prefix) => makeSheets(prefix, count, SEED).map(makeDocument)) as [
    Resolved[],
    Resolved[],
  ]
  const books = new Books()
  const times: LoadTimes = { documents: batches * BATCH, facts: 0, rows: 0, ours: 0, bare: 0, ratio: 0 }
  const ratios: number[] = []
  const next = random(SEED)
  for (let at = 0; at < count; at += BATCH) {
    const statements = books.statementsFor(theirs.slice(at, at + BATCH))
    const writeOurs = () => seconds(() => writeDocuments(graph, ours.slice(at, at + BATCH)))
    const writeBare = () => seconds(() => sendAll(graph, statements))
    const weFirst = next() < 0.5
    const first = weFirst ? await writeOurs() : await writeBare()
    const second = weFirst ? await writeBare() : await writeOurs()
    const [mine, bare] = weFirst ? [first, second] : [second, first]
    if (at < WARM * BATCH) continue
    ratios.push(bare / mine)
    times.ours += mine
    times.bare += bare
    times.facts += statements.filter(({ fact }) => fact).reduce((sum, { rows }) => sum + rows.length, 0)
    times.rows += statements.reduce((sum, { rows }) => sum + rows.length, 0)
  }
  times.ratio = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0
  return times
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
