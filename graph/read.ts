// The questions the console and the commands ask again and again in, plain answers out. Never writes.
import { ENTITY_TYPES, type EntityType, RELATION_TYPES, type RelationType } from '../schema/model.js'
import type { WireNode } from '../schema/wire.js'
import { ask } from './ask.js'
import type { Graph } from './connect.js'
import { type Part, unique } from './part.js'
import { nodeToWire, relationshipToWire } from './value.js'

export { type DocumentView, document, type Evidence, evidence, listDocuments } from './documents.js'
export { overview } from './overview.js'
export type { Part } from './part.js'
export { type Found, search } from './search.js'

/** How many of each there are; a type with none is there with 0. */
export interface Counts {
  documents: number
  statements: number
  entities: Record<EntityType, number>
  relationships: Record<RelationType, number>
}

/** Relationships of one type and direction that an entity has. */
export interface NeighbourCount {
  type: RelationType
  direction: 'out' | 'in'
  count: number
}

export async function counts(graph: Graph): Promise<Counts> {
  const countNodes = async (label: string) => await countOf(graph, `MATCH (n:${label}) RETURN count(n) AS count`)
  const countFacts = async (type: string) => await countOf(graph, `MATCH ()-[r:${type}]->() RETURN count(r) AS count`)
  const [documents, statements, entities, relationships] = await Promise.all([
    countNodes('Document'),
    countNodes('Statement'),
    countEach(ENTITY_TYPES, countNodes),
    countEach(RELATION_TYPES, countFacts),
  ])
  return { documents, statements, entities, relationships }
}

async function countEach<T extends string>(
  types: readonly T[],
  count: (type: T) => Promise<number>,
): Promise<Record<T, number>> {
  const pairs = await Promise.all(types.map(async (type) => [type, await count(type)] as const))
  return Object.fromEntries(pairs) as Record<T, number>
}

async function countOf(graph: Graph, statement: string): Promise<number> {
  const [record] = await ask(graph, statement)
  return Number(record?.get('count') ?? 0)
}

/** The entity with this id, if there is one. */
export async function entity(graph: Graph, id: string): Promise<WireNode | undefined> {
  const [record] = await ask(graph, 'MATCH (e:Entity {id: $id}) RETURN e', { id })
  return record === undefined ? undefined : nodeToWire(record.get('e'))
}

/** What an entity is linked to, best supported first; the entity itself is the first node. */
export async function neighbours(
  graph: Graph,
  id: string,
  options: { types?: readonly RelationType[]; limit?: number } = {},
): Promise<Part> {
  const { types = RELATION_TYPES, limit = 100 } = options
  const records = await ask(
    graph,
    `MATCH (e:Entity {id: $id})-[r]-(n:Entity) WHERE type(r) IN $types
     RETURN e, r, n ORDER BY r.sources DESC, n.documents DESC, r.id LIMIT $rows`,
    { id, types, rows: limit + 1 },
  )
  const taken = records.slice(0, limit)
  const nodes = taken.flatMap((record) => [nodeToWire(record.get('e')), nodeToWire(record.get('n'))])
  const alone = taken.length === 0 ? await entity(graph, id) : undefined
  return {
    nodes: alone === undefined ? unique(nodes) : [alone],
    relationships: unique(taken.map((record) => relationshipToWire(record.get('r')))),
    truncated: records.length > limit,
  }
}

/** How many relationships of each type an entity has, each way. */
export async function neighbourCounts(graph: Graph, id: string): Promise<NeighbourCount[]> {
  const directions = [
    ['out', 'MATCH (e:Entity {id: $id})-[r]->(:Entity) RETURN type(r) AS type, count(r) AS count'],
    ['in', 'MATCH (e:Entity {id: $id})<-[r]-(:Entity) RETURN type(r) AS type, count(r) AS count'],
  ] as const
  const found = await Promise.all(
    directions.map(async ([direction, statement]) =>
      (await ask(graph, statement, { id })).map((record) => ({
        type: record.get('type') as RelationType,
        direction,
        count: Number(record.get('count')),
      })),
    ),
  )
  return found.flat().sort((a, b) => RELATION_TYPES.indexOf(a.type) - RELATION_TYPES.indexOf(b.type))
}
