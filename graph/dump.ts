// The whole graph in, one canonical text out: a line of JSON a thing, keys and lines in an order that depends on nothing
// but what is in it. No engine's own ids, no time of ingest, no place where a file lay, no bookkeeping: two graphs of
// one content give one text, wherever the documents were read from.
import { createHash } from 'node:crypto'
import type { Transaction } from 'neo4j-driver'
import { ENTITY_TYPES, RELATION_TYPES } from '../schema/model.js'
import { type Graph, openSession } from './connect.js'
import { driverFault } from './driver-fault.js'
import { pages, readIds } from './pages.js'
import { plain, toWire } from './value.js'

// Documents carry their whole text.
const DOCUMENTS_AT_ONCE = 100
const ENTITIES_AT_ONCE = 1_000

/**
 * The graph, line by line: each document with what it mentions and states, each entity with the facts that start at
 * it, each judgement. Read in one transaction, a page at a time, so that it fits into memory whatever its size.
 */
export async function* dump(graph: Graph): AsyncGenerator<string, void, undefined> {
  const session = openSession(graph, 'READ', { fetchSize: -1 })
  try {
    const tx = await session.beginTransaction()
    for (const page of pages(await readIds(tx, 'Document'), DOCUMENTS_AT_ONCE)) yield* documentLines(tx, page)
    for (const page of pages(await readIds(tx, 'Entity'), ENTITIES_AT_ONCE)) yield* entityLines(tx, page)
    for (const page of pages(await readIds(tx, 'Judgement'), ENTITIES_AT_ONCE)) yield* judgementLines(tx, page)
    await tx.commit()
  } catch (error) {
    throw driverFault(error, graph.uri)
  } finally {
    await session.close()
  }
}

/** SHA-256 of the dump's lines, each with its line feed. */
export async function dumpHash(graph: Graph): Promise<string> {
  const hash = createHash('sha256')
  for await (const line of dump(graph)) hash.update(`${line}\n`)
  return hash.digest('hex')
}

async function* documentLines(tx: Transaction, ids: string[]): AsyncGenerator<string> {
  const documents = await readLines(
    tx,
    'UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id AS of, "" AS key, {document: properties(d)} AS line',
    ids,
  )
  const mentions = await readLines(
    tx,
    `UNWIND $ids AS id MATCH (d:Document {id: id})-[m:MENTIONS]->(e:Entity)
     RETURN d.id AS of, e.id AS key, {document: d.id, mentions: e.id, properties: properties(m)} AS line`,
    ids,
  )
  const statements = await readLines(
    tx,
    `UNWIND $ids AS id MATCH (d:Document {id: id})<-[:STATED_IN]-(s:Statement)
     RETURN d.id AS of, s.id AS key, {document: d.id, statement: properties(s)} AS line`,
    ids,
  )
  for (const id of ids) yield* [documents, mentions, statements].flatMap((lines) => lines.get(id) ?? [])
}

async function* entityLines(tx: Transaction, ids: string[]): AsyncGenerator<string> {
  const entities = await readLines(
    tx,
    `UNWIND $ids AS id MATCH (e:Entity {id: id})
     RETURN e.id AS of, "" AS key, {labels: [label IN $types WHERE label IN labels(e)], entity: properties(e)} AS line`,
    ids,
  )
  const facts = await readLines(
    tx,
    `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r]->(b:Entity) WHERE type(r) IN $relations
     RETURN a.id AS of, type(r) + b.id AS key,
            {type: type(r), from: a.id, to: b.id, properties: properties(r)} AS line`,
    ids,
  )
  for (const id of ids) yield* [entities, facts].flatMap((lines) => lines.get(id) ?? [])
}

async function* judgementLines(tx: Transaction, ids: string[]): AsyncGenerator<string> {
  const judgements = await readLines(
    tx,
    'UNWIND $ids AS id MATCH (j:Judgement {id: id}) RETURN j.id AS of, "" AS key, {judgement: properties(j)} AS line',
    ids,
  )
  for (const id of ids) yield* judgements.get(id) ?? []
}

/** Lines by what they belong to, sorted by key. */
async function readLines(tx: Transaction, statement: string, ids: string[]): Promise<Map<string, string[]>> {
  const { records } = await tx.run(statement, { ids, types: ENTITY_TYPES, relations: RELATION_TYPES })
  const found = new Map<string, [key: string, line: string][]>()
  for (const record of records) {
    const of = String(record.get('of'))
    const line: [string, string] = [String(record.get('key')), canonical(plain(toWire(record.get('line'))))]
    const lines = found.get(of)
    if (lines === undefined) found.set(of, [line])
    else lines.push(line)
  }
  return new Map([...found].map(([of, lines]) => [of, lines.sort(byKeyThenLine).map(([, line]) => line)]))
}

function byKeyThenLine(a: readonly [string, string], b: readonly [string, string]): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
  return a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0
}

/** Said of the reading or of the deed, and not of the content: the same file is `a.txt`, `./a.txt` or `../b/a.txt`. */
const CIRCUMSTANCES = new Set(['ingested_at', 'at', 'path'])

/** JSON with the keys of every object in order, and without what says nothing of the content. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (CIRCUMSTANCES.has(key)) return undefined
    // An empty list and none say the same, and the files of neo4j-admin have no word for an empty one.
    if (Array.isArray(part) && part.length === 0) return undefined
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
