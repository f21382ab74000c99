// How long questions take on one large network, in every engine in turn. In: open graphs that hold nothing. Out: for each
// kind of question the middle and the slow times of each engine, and whether all engines gave the same answers.
import { ask } from '../../../graph/ask.js'
import { type Graph, openSession } from '../../../graph/connect.js'
import { prepare } from '../../../graph/write.js'
import { random } from '../../random.js'
import { makeNetwork, type Network } from './rows.js'

const ROWS = 5_000
const SEED = 7

/** A kind of question, and how often it is asked. */
interface Kind {
  name: string
  times: number
  statement: string
}

const KINDS: Kind[] = [
  { name: 'point lookup', times: 500, statement: 'MATCH (e:Entity {id: $from}) RETURN e.name AS answer' },
  {
    name: 'two hops',
    times: 40,
    statement: 'MATCH (e:Entity {id: $from})-[:ATTENDED]-()-[:ATTENDED]-(n) RETURN count(DISTINCT n) AS answer',
  },
  {
    name: 'shortest path',
    times: 40,
    statement: `MATCH (a:Entity {id: $from}) MATCH (b:Entity {id: $to})
                MATCH p = shortestPath((a)-[:ATTENDED*..8]-(b)) RETURN length(p) AS answer`,
  },
]

export interface Timed {
  name: string
  times: number
  /** Milliseconds by engine, in the order given. */
  engines: { middle: number; slow: number }[]
  /** Questions to which not all engines gave one answer. */
  differ: number
}

/** Loads the network into each graph; seconds each took. */
export async function loadNetwork(graphs: readonly Graph[], nodes: number, edges: number): Promise<number[]> {
  const network = makeNetwork(nodes, edges, SEED)
  const seconds: number[] = []
  for (const graph of graphs) {
    await prepare(graph)
    const start = performance.now()
    await fill(graph, network)
    seconds.push((performance.now() - start) / 1000)
  }
  return seconds
}

async function fill(graph: Graph, { nodes, edges }: Network): Promise<void> {
  const session = openSession(graph, 'WRITE')
  const send = async (statement: string, rows: readonly object[]) => {
    for (let at = 0; at < rows.length; at += ROWS)
      await session.executeWrite((tx) => tx.run(statement, { rows: rows.slice(at, at + ROWS) }))
  }
  try {
    await send('UNWIND $rows AS row CREATE (e:Entity:Person) SET e = row', nodes)
    await send(
      `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})
       CREATE (a)-[:ATTENDED {id: row.id}]->(b)`,
      edges,
    )
  } finally {
    await session.close()
  }
}

/** Asks every question of each engine in turn, so that all meet the same load of the machine. */
export async function measureQuestions(graphs: readonly Graph[], nodes: number): Promise<Timed[]> {
  const next = random(SEED)
  const pick = () => `n${Math.floor(next() * nodes)}`
  const timed: Timed[] = []
  for (const { name, times, statement } of KINDS) {
    const took: number[][] = graphs.map(() => [])
    let differ = 0
    // The first tenth warms up.
    const warm = Math.ceil(times / 10)
    for (let n = -warm; n < times; n++) {
      const params = { from: pick(), to: pick() }
      const answers = new Set<string>()
      for (const [at, graph] of graphs.entries()) {
        const start = performance.now()
        const records = await ask(graph, statement, params)
        if (n >= 0) took[at]?.push(performance.now() - start)
        answers.add(JSON.stringify(records.map((record) => String(record.get('answer')))))
      }
      if (answers.size > 1) differ++
    }
    timed.push({ name, times, engines: took.map((list) => ({ middle: at(list, 0.5), slow: at(list, 0.95) })), differ })
  }
  return timed
}

function at(list: readonly number[], part: number): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length * part)] ?? Number.NaN
}
