// Full-text indexes as Neo4j has them (a name over labels and properties), made of the engine's (one label, one property).
// In: the engine's database, a transaction, a query. Out: what there is, and the ids of what a query finds.
// The names lie in a named graph of the same file, which MATCH does not see.

import type { GrafeoDB } from '@grafeo-db/js'
import type { EngineTransaction } from './engine.js'
import { BoltFailure, CODE } from './failure.js'
import { fits, readTextQuery, type TextQuery } from './text-query.js'

export interface FullTextIndex {
  name: string
  labels: string[]
  properties: string[]
}

/** A node found, and how well it fits (higher is better). */
export interface Hit {
  id: number
  score: number
}

const CATALOG = 'wentu_full_text'
/** Two signs of Chinese are a term; words of other languages are cut at blanks. No word is left out. */
const TERMS = { tokenizer: 'cjk_bigram', stopWords: [] }
/** More than a query can find. */
const ALL = 1_000_000

/** What this process has filled: the engine (0.6.0) opens a file with its text indexes empty. */
const filled = new WeakMap<GrafeoDB, Set<string>>()

/** The full-text indexes that there are. */
export async function listFullText(db: GrafeoDB): Promise<FullTextIndex[]> {
  const graphs = (await db.execute('SHOW GRAPHS')).toArray()
  if (!graphs.some(({ name }) => name === CATALOG)) return []
  const kept = await db
    .graph(CATALOG)
    .execute('MATCH (i:Index) RETURN i.name AS name, i.labels AS labels, i.properties AS properties')
  return kept.toArray() as unknown as FullTextIndex[]
}

/** Makes an index; committed at once, as all of the engine's schema is. */
export async function createFullText(db: GrafeoDB, index: FullTextIndex): Promise<void> {
  await db.execute(`CREATE GRAPH IF NOT EXISTS ${CATALOG}`)
  db.graph(CATALOG).createNode(['Index'], { ...index })
  for (const [label, property] of pairs(index)) await fill(db, label, property)
}

/** Drops the index of this name; false when there is none. */
export async function dropFullText(db: GrafeoDB, name: string): Promise<boolean> {
  const all = await listFullText(db)
  const index = all.find((one) => one.name === name)
  if (!index) return false
  await db.graph(CATALOG).execute('MATCH (i:Index {name: $name}) DELETE i', { name })
  const others = new Set(all.filter((one) => one !== index).flatMap((one) => pairs(one).map(String)))
  for (const [label, property] of pairs(index)) {
    if (others.has(String([label, property]))) continue
    await db.dropTextIndex(label, property)
    filled.get(db)?.delete(String([label, property]))
  }
  return true
}

/**
 * The nodes that fit a query in the language of Lucene (words, "phrases", +, -, AND, NOT, word*), the best first.
 * Throws BoltFailure when there is no such index.
 */
export async function searchFullText(
  db: GrafeoDB,
  transaction: EngineTransaction,
  name: string,
  text: string,
): Promise<Hit[]> {
  const index = (await listFullText(db)).find((one) => one.name === name)
  if (!index) throw new BoltFailure(CODE.procedureFailed, `There is no such fulltext schema index: ${name}`, '52N02')
  const query = readTextQuery(text)
  const scores = new Map<number, number>()
  for (const [label, property] of pairs(index)) {
    await fill(db, label, property)
    for (const { id, score } of await candidates(transaction, label, property, query)) {
      scores.set(id, (scores.get(id) ?? 0) + score)
    }
  }
  const texts = await textsOf(transaction, [...scores.keys()], index.properties, query)
  return [...scores]
    .filter(([id]) => fits(query, texts?.get(id)))
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || a.id - b.id)
}

async function candidates(
  transaction: EngineTransaction,
  label: string,
  property: string,
  { ranked, sought }: TextQuery,
): Promise<Hit[]> {
  const hits: Hit[] = []
  if (ranked !== '') {
    const call = `CALL grafeo.search.text(${quoted(label)}, ${quoted(property)}, ${quoted(ranked)}, ${ALL})`
    const found = await transaction.run(`${call} YIELD node_id, score RETURN node_id AS id, score`)
    hits.push(...(found.toArray() as unknown as Hit[]))
  }
  for (const part of sought) {
    const where = `toLower(n.\`${property}\`) CONTAINS $part`
    const found = await transaction.run(`MATCH (n:\`${label}\`) WHERE ${where} RETURN id(n) AS id, 1.0 AS score`, {
      part,
    })
    hits.push(...(found.toArray() as unknown as Hit[]))
  }
  return hits
}

/** The texts of these nodes, where the query asks for more than the index knows. */
async function textsOf(
  transaction: EngineTransaction,
  ids: number[],
  properties: string[],
  { required, excluded }: TextQuery,
): Promise<Map<number, string> | null> {
  if (required.length + excluded.length === 0) return null
  const list = properties.map((property) => `n.\`${property}\``).join(', ')
  const found = await transaction.run(`MATCH (n) WHERE id(n) IN $ids RETURN id(n) AS id, [${list}] AS texts`, { ids })
  const rows = found.toArray() as unknown as { id: number; texts: unknown[] }[]
  return new Map(rows.map(({ id, texts }) => [id, texts.filter((text) => typeof text === 'string').join('\n')]))
}

async function fill(db: GrafeoDB, label: string, property: string): Promise<void> {
  const done = filled.get(db) ?? new Set<string>()
  filled.set(db, done)
  const key = String([label, property])
  if (done.has(key)) return
  await db.dropTextIndex(label, property)
  await db.createTextIndex(label, property, TERMS)
  done.add(key)
}

function pairs({ labels, properties }: FullTextIndex): [string, string][] {
  return labels.flatMap((label) => properties.map((property): [string, string] => [label, property]))
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
