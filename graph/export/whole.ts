// An open graph in, every node and relationship of it out, a page at a time, in one order: what all exports are made of.
import type { Transaction } from 'neo4j-driver'
import { ENTITY_TYPES, RECORDS, RELATION_TYPES } from '../../schema/model.js'
import { type Graph, openSession } from '../connect.js'
import { driverFault } from '../driver-fault.js'
import { pages, readIds } from '../pages.js'
import { plain, toWire } from '../value.js'

/** A value as files can hold it; integers of the model are well within what a number holds exactly. */
export type Value = string | number | boolean | Value[] | null
export type Properties = Readonly<Record<string, Value>>

/** `id` is unique among nodes of one `kind`: `Entity`, or the label of a record. */
export interface WholeNode {
  kind: string
  id: string
  labels: readonly string[]
  properties: Properties
}

export interface WholeEdge {
  type: string
  from: { kind: string; id: string }
  to: { kind: string; id: string }
  properties: Properties
}

export type WholePart = { node: WholeNode } | { edge: WholeEdge }

/** Tallies are no part of the model; a graph that is written to again needs them. */
const TALLY = 'Tally'

/** What is exported: things and facts; with their evidence; or all that the graph holds, to be written to again. */
export type Extent = 'facts' | 'evidence' | 'all'

const PAGE = 2_000
const DOCUMENT_PAGE = 100

/** All nodes, then all relationships. Read in one transaction; fits into memory whatever its size. */
export async function* readWhole(graph: Graph, extent: Extent): AsyncGenerator<WholePart, void, undefined> {
  const session = openSession(graph, 'READ', { fetchSize: -1 })
  try {
    const tx = await session.beginTransaction()
    const kinds = kindsOf(extent)
    const ids = new Map<string, string[]>()
    for (const kind of kinds) {
      const found = await readIds(tx, kind)
      ids.set(kind, found)
      for (const page of pages(found, kind === 'Document' ? DOCUMENT_PAGE : PAGE)) yield* readNodes(tx, kind, page)
    }
    for (const page of pages(ids.get('Entity') ?? [], PAGE)) yield* readFacts(tx, page)
    if (extent !== 'facts')
      for (const page of pages(ids.get('Document') ?? [], DOCUMENT_PAGE)) yield* readEvidence(tx, page)
    await tx.commit()
  } catch (error) {
    throw driverFault(error, graph.uri)
  } finally {
    await session.close()
  }
}

function kindsOf(extent: Extent): string[] {
  if (extent === 'facts') return ['Entity']
  const records = Object.keys(RECORDS).filter((record) => extent === 'all' || record !== TALLY)
  return ['Entity', ...records]
}

async function* readNodes(tx: Transaction, kind: string, ids: string[]): AsyncGenerator<WholePart> {
  const { records } = await tx.run(
    `UNWIND $ids AS id MATCH (n:${kind} {id: id}) RETURN id, labels(n) AS labels, properties(n) AS properties`,
    { ids },
  )
  for (const record of records) {
    const labels =
      kind === 'Entity' ? ['Entity', ...ENTITY_TYPES.filter((type) => record.get('labels').includes(type))] : [kind]
    yield { node: { kind, id: String(record.get('id')), labels, properties: valuesOf(record.get('properties')) } }
  }
}

async function* readFacts(tx: Transaction, ids: string[]): AsyncGenerator<WholePart> {
  const { records } = await tx.run(
    `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r]->(b:Entity) WHERE type(r) IN $types
     RETURN id AS a, type(r) AS type, b.id AS b, properties(r) AS properties`,
    { ids, types: RELATION_TYPES },
  )
  for (const record of records)
    yield {
      edge: {
        type: record.get('type'),
        from: { kind: 'Entity', id: record.get('a') },
        to: { kind: 'Entity', id: record.get('b') },
        properties: valuesOf(record.get('properties')),
      },
    }
}

async function* readEvidence(tx: Transaction, ids: string[]): AsyncGenerator<WholePart> {
  const mentions = await tx.run(
    'UNWIND $ids AS id MATCH (:Document {id: id})-[m:MENTIONS]->(e:Entity) RETURN id AS a, e.id AS b, properties(m) AS properties',
    { ids },
  )
  for (const record of mentions.records)
    yield {
      edge: {
        type: 'MENTIONS',
        from: { kind: 'Document', id: record.get('a') },
        to: { kind: 'Entity', id: record.get('b') },
        properties: valuesOf(record.get('properties')),
      },
    }
  const stated = await tx.run(
    'UNWIND $ids AS id MATCH (:Document {id: id})<-[:STATED_IN]-(s:Statement) RETURN s.id AS a, id AS b',
    { ids },
  )
  for (const record of stated.records)
    yield {
      edge: {
        type: 'STATED_IN',
        from: { kind: 'Statement', id: record.get('a') },
        to: { kind: 'Document', id: record.get('b') },
        properties: {},
      },
    }
}

/** Properties as the driver gives or takes them, by name in order. */
export function valuesOf(properties: unknown): Properties {
  const values = plain(toWire(properties)) as Record<string, Value>
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))
}
