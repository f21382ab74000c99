// Two entities in, the shortest ways from one to the other out. Walks breadth-first from both ends at once, a ring of neighbours
// at a time, always on from the smaller ring, so that a hub in the middle is met from both sides and not walked through.
// The same on every engine: the embedded one has no shortest path that could be told when to stop.
import { Fault } from '../schema/fault.js'
import { RELATION_TYPES, type RelationType } from '../schema/model.js'
import { ask } from './ask.js'
import type { Graph } from './connect.js'
import { type Part, unique } from './part.js'
import { nodeToWire, relationshipToWire } from './value.js'

export interface PathOptions {
  /** Only through relations of these types; all when not given. */
  types?: readonly RelationType[]
  /** At most so many paths. */
  limit?: number
  /** After so many milliseconds no further ring is asked for. */
  timeoutMs?: number
  signal?: AbortSignal
}

/** One way: entities in order, and the fact between each and the next, whichever way it points. */
export interface Path {
  entities: string[]
  facts: string[]
}

export interface Paths {
  /** The best supported first: a path is as good as its weakest fact. */
  paths: Path[]
  /** All that the paths go over, to be drawn; `truncated`: there are more paths of this length. */
  part: Part
  /** Why the search ended. `none`: nothing joins them; `time` and `size`: nothing had been found by then. */
  ended: 'found' | 'none' | 'time' | 'size'
  /** Entities looked at. */
  seen: number
}

interface Step {
  to: string
  fact: string
  sources: number
}

/** What is known from one end: for each entity reached, its distance and the steps back. */
interface Side {
  depth: Map<string, number>
  back: Map<string, Step[]>
  ring: string[]
}

const AT_ONCE = 500
const MOST_SEEN = 200_000
/** Ways put together before the best are chosen. */
const MOST_WAYS = 500

/**
 * All shortest paths between two entities.
 * @throws Fault `input` when one of them is not in the graph, or both are one
 */
export async function findPaths(graph: Graph, from: string, to: string, options: PathOptions = {}): Promise<Paths> {
  const { types = RELATION_TYPES, limit = 20, timeoutMs = 10_000, signal } = options
  if (from === to) throw new Fault('input', 'A path needs two things; both are the same one.')
  const found = await ask(graph, 'UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e', { ids: [from, to] })
  const missing = [from, to].find((id) => !found.some((record) => record.get('e').properties.id === id))
  if (missing !== undefined) throw new Fault('input', `There is no entity with the id ${missing} in the graph.`)
  const until = Date.now() + timeoutMs
  const [a, b] = [startAt(from), startAt(to)]
  const ends = (ended: Paths['ended']): Paths => ({
    paths: [],
    part: { nodes: found.map((record) => nodeToWire(record.get('e'))), relationships: [], truncated: false },
    ended,
    seen: a.depth.size + b.depth.size,
  })
  while (a.ring.length > 0 && b.ring.length > 0) {
    const [near, far] = a.ring.length <= b.ring.length ? [a, b] : [b, a]
    for (const stopped of await widen(graph, near, types, until, signal)) return ends(stopped)
    const met = near.ring.filter((id) => far.depth.has(id))
    if (met.length === 0) continue
    const distance = Math.min(...met.map((id) => far.depth.get(id) as number))
    const middles = met.filter((id) => far.depth.get(id) === distance)
    const { ways, more } = joinWays(a, b, middles)
    const best = ways.sort(byStrength).slice(0, limit)
    const part = await partOf(graph, best)
    return {
      paths: best.map(({ entities, facts }) => ({ entities, facts })),
      part: { ...part, truncated: more || ways.length > limit },
      ended: 'found',
      seen: a.depth.size + b.depth.size,
    }
  }
  return ends('none')
}

function startAt(id: string): Side {
  return { depth: new Map([[id, 0]]), back: new Map(), ring: [id] }
}

/** Goes one ring further; gives the reason when it has to stop before the ring is whole. */
async function widen(
  graph: Graph,
  side: Side,
  types: readonly RelationType[],
  until: number,
  signal: AbortSignal | undefined,
): Promise<('time' | 'size')[]> {
  const next = new Set<string>()
  const depth = (side.depth.get(side.ring[0] as string) as number) + 1
  for (let start = 0; start < side.ring.length; start += AT_ONCE) {
    if (Date.now() > until || signal?.aborted) return ['time']
    const records = await ask(
      graph,
      `UNWIND $ids AS id MATCH (:Entity {id: id})-[r:${types.join('|')}]-(b:Entity)
       RETURN id, b.id AS other, r.id AS fact, r.sources AS sources`,
      { ids: side.ring.slice(start, start + AT_ONCE) },
    )
    for (const record of records) {
      const other: string = record.get('other')
      if ((side.depth.get(other) ?? depth) < depth) continue
      side.depth.set(other, depth)
      next.add(other)
      const step = { to: record.get('id'), fact: record.get('fact'), sources: Number(record.get('sources')) }
      side.back.set(other, [...(side.back.get(other) ?? []), step])
    }
    if (side.depth.size > MOST_SEEN) return ['size']
  }
  side.ring = [...next].sort()
  return []
}

interface Way extends Path {
  weakest: number
}

/** The ways over the entities in the middle, put together from both sides. */
function joinWays(a: Side, b: Side, middles: readonly string[]): { ways: Way[]; more: boolean } {
  const ways: Way[] = []
  for (const middle of middles)
    for (const before of waysBack(a, middle))
      for (const after of waysBack(b, middle)) {
        if (ways.length === MOST_WAYS) return { ways, more: true }
        ways.push({
          entities: [...before.entities.toReversed(), ...after.entities.slice(1)],
          facts: [...before.facts.toReversed(), ...after.facts],
          weakest: Math.min(before.weakest, after.weakest),
        })
      }
  return { ways, more: false }
}

function* waysBack(side: Side, id: string): Generator<Way> {
  const steps = side.back.get(id) ?? []
  if (steps.length === 0) yield { entities: [id], facts: [], weakest: Number.POSITIVE_INFINITY }
  for (const { to, fact, sources } of steps)
    for (const rest of waysBack(side, to))
      yield {
        entities: [id, ...rest.entities],
        facts: [fact, ...rest.facts],
        weakest: Math.min(sources, rest.weakest),
      }
}

function byStrength(one: Way, two: Way): number {
  const [a, b] = [one, two].map(({ facts }) => facts.join())
  return two.weakest - one.weakest || ((a as string) < (b as string) ? -1 : 1)
}

async function partOf(graph: Graph, paths: readonly Path[]): Promise<Part> {
  const rows = new Map<string, { from: string; to: string; fact: string }>()
  for (const { entities, facts } of paths)
    for (const [i, fact] of facts.entries())
      rows.set(fact, { from: entities[i] as string, to: entities[i + 1] as string, fact })
  const records = await ask(
    graph,
    `UNWIND $rows AS row MATCH (a:Entity {id: row.from})-[r]-(b:Entity {id: row.to}) WHERE r.id = row.fact
     RETURN a, r, b`,
    { rows: [...rows.values()] },
  )
  return {
    nodes: unique(records.flatMap((record) => [nodeToWire(record.get('a')), nodeToWire(record.get('b'))])),
    relationships: unique(records.map((record) => relationshipToWire(record.get('r')))),
    truncated: false,
  }
}
