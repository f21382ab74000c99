// Nothing in, the best-connected part of the graph out: what a first view shows before any question is asked.
import type { WireNode } from '../schema/wire.js'
import { ask } from './ask.js'
import type { Graph } from './connect.js'
import type { Part } from './part.js'
import { nodeToWire, relationshipToWire } from './value.js'

// Degrees are counted among so many of the most mentioned only, so that the answer does not wait for the whole graph.
const CANDIDATES = 400

/**
 * The most linked entities with what links them, and their best supported neighbours, `limit` nodes in all.
 * Nothing stands alone in it.
 */
export async function overview(graph: Graph, limit = 80): Promise<Part> {
  const core = await findCore(graph, Math.max(1, Math.ceil(limit / 4)))
  const chosen = new Map<string, WireNode>()
  const around = await ask(
    graph,
    `UNWIND $ids AS id MATCH (e:Entity {id: id})-[r]-(n:Entity)
     RETURN e, n ORDER BY r.sources DESC, n.documents DESC, r.id LIMIT $rows`,
    { ids: core, rows: limit * 4 },
  )
  const ends = around.map((record) => [nodeToWire(record.get('e')), nodeToWire(record.get('n'))] as const)
  for (const pair of ends) {
    const missing = pair.filter((node) => !chosen.has(node.id))
    if (chosen.size + missing.length > limit) continue
    for (const node of missing) chosen.set(node.id, node)
  }
  const nodes = [...chosen.values()]
  const between = await ask(
    graph,
    'UNWIND $ids AS id MATCH (a:Entity {id: id})-[r]->(b:Entity) WHERE b.id IN $ids RETURN r',
    { ids: nodes.map((node) => node.properties.id) },
  )
  const relationships = between.map((record) => relationshipToWire(record.get('r')))
  return { nodes, relationships, truncated: around.length === limit * 4 || chosen.size >= limit }
}

async function findCore(graph: Graph, size: number): Promise<string[]> {
  const candidates = await ask(
    graph,
    'MATCH (e:Entity) RETURN e.id AS id ORDER BY e.documents DESC, e.id LIMIT $candidates',
    { candidates: CANDIDATES },
  )
  const core = await ask(
    graph,
    `UNWIND $ids AS id MATCH (e:Entity {id: id})-[r]-(:Entity)
     RETURN id, count(r) AS degree ORDER BY degree DESC, id LIMIT $size`,
    { ids: candidates.map((record) => record.get('id')), size },
  )
  return core.map((record) => record.get('id'))
}
