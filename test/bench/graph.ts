// The graph in figures: facts into each engine beside the bare driver, and questions to both on one large network, in
// one run.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Graph } from '../../graph/connect.js'
import { stopLocal } from '../../graph/local/lifecycle.js'
import { startNeo4j, whyNoNeo4j } from '../graph/neo4j-server.js'
import { loadNetwork, measureQuestions } from './graph/ask.js'
import { measureLoad } from './graph/load.js'

const NODES = 100_000
const EDGES = 400_000

interface Bench {
  name: string
  graph: Graph
  close(): Promise<void>
}

/** @param args how many batches of 200 documents are loaded (default 15); 0 leaves that out */
export async function bench(args: string[]): Promise<void> {
  await load(Number(args[0] ?? 15))
  await questions()
}

async function load(batches: number): Promise<void> {
  if (batches === 0) return
  const engines = await openAll()
  try {
    for (const { name, graph } of engines) {
      const times = await measureLoad(graph, batches)
      const rate = (seconds: number) => `${Math.round(times.rows / seconds)} rows/s`
      console.log(
        `${name.padEnd(9)} load: ${times.documents} documents, ${times.facts} facts, ${times.rows} rows; ` +
          `wentu ${rate(times.ours)}, bare driver ${rate(times.bare)}, ratio ${times.ratio.toFixed(2)} (of the sums ${(times.bare / times.ours).toFixed(2)})`,
      )
    }
  } finally {
    for (const engine of engines) await engine.close()
  }
}

async function questions(): Promise<void> {
  const engines = await openAll()
  const graphs = engines.map(({ graph }) => graph)
  const each = (tell: (at: number) => string) => engines.map(({ name }, at) => `${name} ${tell(at)}`).join(', ')
  try {
    const seconds = await loadNetwork(graphs, NODES, EDGES)
    const rate = (at: number) => `${Math.round((NODES + EDGES) / (seconds[at] ?? Number.NaN))} rows/s`
    console.log(`network of ${NODES} entities and ${EDGES} relationships: loaded by ${each(rate)}`)
    for (const { name, times, engines: took, differ } of await measureQuestions(graphs, NODES)) {
      const tell = (at: number) => `${took[at]?.middle.toFixed(2)} / ${took[at]?.slow.toFixed(2)} ms`
      const same = differ === 0 ? '' : `; ${differ} answers differ`
      console.log(`${name.padEnd(14)} ${times} times, middle / slowest of 20: ${each(tell)}${same}`)
    }
  } finally {
    for (const engine of engines) await engine.close()
  }
}

async function openAll(): Promise<Bench[]> {
  const missing = await whyNoNeo4j()
  if (missing !== undefined) console.log(`neo4j: not measured, ${missing}`)
  return [await openLocal(), ...(missing === undefined ? [await openNeo4j()] : [])]
}

async function openLocal(): Promise<Bench> {
  const data = await mkdtemp(join(tmpdir(), 'wentu-bench-'))
  const graph = await connect({ data })
  const close = async () => {
    await graph.close()
    await stopLocal(data)
    await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
  return { name: 'embedded', graph, close }
}

async function openNeo4j(): Promise<Bench> {
  const { stop, ...target } = await startNeo4j()
  const graph = await connect(target)
  const close = async () => {
    await graph.close()
    await stop()
  }
  return { name: 'neo4j', graph, close }
}
