// Ids in, the entities, documents and facts that bear them out: a drawing of earlier comes back as it was. Never writes.
import { ask } from './ask.js'
import type { Graph } from './connect.js'
import { type Part, unique } from './part.js'
import { nodeToWire, relationshipToWire } from './value.js'

/**
 * The things of these ids that are still there; `truncated` when some are not.
 * @param nodes ids of entities and documents
 * @param edges ids of facts; one whose ends are not both among `nodes` is left out
 */
export async function pieces(graph: Graph, nodes: readonly string[], edges: readonly string[]): Promise<Part> {
  const of = async (label: string) =>
    (await ask(graph, `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n`, { ids: nodes })).map((record) =>
      nodeToWire(record.get('n')),
    )
  const [entities, documents, between] = await Promise.all([
    of('Entity'),
    of('Document'),
    // From the nodes, which have an index; an index on facts is not the same on every engine.
    ask(
      graph,
      'UNWIND $ids AS id MATCH (a:Entity {id: id})-[r]->(b:Entity) WHERE b.id IN $ids AND r.id IN $edges RETURN r',
      { ids: nodes, edges },
    ),
  ])
  const found = unique([...entities, ...documents])
  const relationships = unique(between.map((record) => relationshipToWire(record.get('r'))))
  return {
    nodes: found,
    relationships,
    truncated: found.length < new Set(nodes).size || relationships.length < new Set(edges).size,
  }
}
