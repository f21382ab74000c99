// How fast documents go from a file into a graph. In: an engine, a file of documents. Out: seconds of three ways that take turns,
// so that all meet the same load of the machine: end to end, the bare driver with the same rows, reading and extracting alone.
import { openSink } from '../../../console/terminal/graph-sink.js'
import { prepare } from '../../../graph/write.js'
import { openPool } from '../../../ingest/pool.js'
import type { Found } from '../../../ingest/read/raw.js'
import { readSources } from '../../../ingest/read/sources.js'
import { emptyReport, type Stages } from '../../../ingest/report.js'
import { ingest, type Sink } from '../../../ingest/run.js'
import type { Resolved } from '../../../schema/fact.js'
import type { Engine, OpenEngine } from '../../graph/engines.js'
import { Books, sendAll } from '../graph/bare.js'

/** Documents of one turn, and of one transaction of the bare driver. */
const TURN = 2_000
const BATCH = 200

/** Seconds that passed, and seconds of processors that this process used in all its threads; the engine's are not in it. */
export interface Took {
  passed: number
  used: number
}

export interface Rates {
  documents: number
  rows: number
  ours: Took
  bare: Took
  alone: Took
  /** The middle one of the turns' bare time over our time: above 1 the whole way is faster than its last part alone. */
  ratio: number
  stages: Stages
  retries: number
}

/** Reads `limit` documents by each way; each writes into a graph of its own. */
export async function measureRates(engine: Engine, file: string, limit: number): Promise<Rates> {
  const open: OpenEngine[] = []
  const worker = openPool()
  try {
    for (let n = 0; n < 2; n++) open.push(await engine.open())
    const [ours, bare] = open as [OpenEngine, OpenEngine]
    await prepare(bare.graph)
    const sink = await openSink(ours.graph)
    const [first, second] = [readSources([file]), readSources([file])]
    const rates: Rates = { documents: 0, rows: 0, ours: none(), bare: none(), alone: none(), ratio: 0, ...emptyTimes() }
    const ratios: number[] = []
    const books = new Books()
    while (rates.documents < limit) {
      const size = Math.min(TURN, limit - rates.documents)
      const kept: Resolved[] = []
      await clock(rates.alone, () => ingest([], keep(kept), { found: take(first, size), worker }))
      if (kept.length === 0) break
      const mine = await clock(rates.ours, async () => {
        const report = await ingest([], sink, { found: take(second, size), worker })
        if (report.fault) throw report.fault
        for (const stage of Object.keys(rates.stages) as (keyof Stages)[]) rates.stages[stage] += report.stages[stage]
        rates.retries += report.retries
      })
      let theirs = 0
      for (let at = 0; at < kept.length; at += BATCH) {
        const statements = books.statementsFor(kept.slice(at, at + BATCH))
        rates.rows += statements.reduce((sum, { rows }) => sum + rows.length, 0)
        theirs += await clock(rates.bare, () => sendAll(bare.graph, statements))
      }
      ratios.push(theirs / mine)
      rates.documents += kept.length
    }
    rates.ratio = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0
    return rates
  } finally {
    await worker.close()
    for (const one of open) await one.close()
  }
}

const emptyTimes = (): Pick<Rates, 'stages' | 'retries'> => {
  const { stages, retries } = emptyReport()
  return { stages, retries }
}

/** A sink that writes nothing. */
function keep(kept: Resolved[]): Sink {
  return {
    known: async () => new Map(),
    write: async (batch) => {
      kept.push(...batch)
      return 0
    },
    settle: async () => {},
  }
}

/** The next so many of what is found; the rest stays for the next time. */
async function* take(found: AsyncIterator<Found>, size: number): AsyncGenerator<Found> {
  for (let n = 0; n < size; n++) {
    const next = await found.next()
    if (next.done) return
    yield next.value
  }
}

const none = (): Took => ({ passed: 0, used: 0 })

/** Adds what some work takes, and gives the seconds that passed. */
async function clock(took: Took, work: () => Promise<unknown>): Promise<number> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  const passed = (performance.now() - start) / 1000
  took.passed += passed
  took.used += (user + system) / 1e6
  return passed
}
