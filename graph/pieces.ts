// Ids in, the entities, documents and facts that bear them out: a drawing of earlier comes back as it was. Never writes.
import { ask } from './ask.js'
import type { Graph } from './connect.js'
import { type Part, unique } from './part.js'
import { nodeToWire, relationshipToWire } from './value.js'

/**
 * The things of these ids that are still there; `truncated` when some are not.
 * @param nodes ids of entities and documents
 * @param edges ids of facts, whether their ends are among `nodes` or not: who asks in parts has them in another one
 * @param around ids of entities: all facts between them and `nodes` are wanted as well
 */
export async function pieces(
  graph: Graph,
  nodes: readonly string[],
  edges: readonly string[],
  around: readonly string[] = [],
): Promise<Part> {
  const of = async (label: string) =>
    (await ask(graph, `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n`, { ids: nodes })).map((record) =>
      nodeToWire(record.get('n')),
    )
  const [entities, documents, facts, beside] = await Promise.all([
    of('Entity'),
    of('Document'),
    factsOf(graph, edges),
    ask(graph, 'UNWIND $around AS id MATCH (a:Entity {id: id})-[r]-(b:Entity) WHERE b.id IN $nodes RETURN r', {
      around,
      nodes,
    }),
  ])
  const found = unique([...entities, ...documents])
  return {
    nodes: found,
    relationships: unique([...facts, ...beside.map((record) => relationshipToWire(record.get('r')))]),
    truncated: found.length < new Set(nodes).size || facts.length < new Set(edges).size,
  }
}

/** Facts by id. They are found by what says them and the end they begin at: facts themselves have no index on every engine. */
async function factsOf(graph: Graph, ids: readonly string[]) {
  const said = await ask(graph, 'UNWIND $ids AS id MATCH (s:Statement {fact: id}) RETURN DISTINCT id, s.from AS from', {
    ids,
  })
  const byEnd = new Map<string, string[]>()
  for (const record of said) {
    const [from, id] = [String(record.get('from')), String(record.get('id'))]
    const facts = byEnd.get(from)
    if (facts === undefined) byEnd.set(from, [id])
    else facts.push(id)
  }
  const rows = [...byEnd].map(([from, facts]) => ({ from, facts }))
  const found = await ask(
    graph,
    'UNWIND $rows AS row MATCH (a:Entity {id: row.from})-[r]->(:Entity) WHERE r.id IN row.facts RETURN r',
    { rows },
  )
  return unique(found.map((record) => relationshipToWire(record.get('r'))))
}
