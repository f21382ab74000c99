// What the graph holds, by its labels, types and keys: the answers of `db.labels()`, `db.schema.…`.
// In: a transaction. Out: columns and rows. Changes nothing.

import type { Answer } from './catalog.js'
import type { EngineTransaction } from './engine.js'
import { type PackValue, Structure, TAG } from './packstream.js'

/** Labels that a node has; the engine's own list holds those of nodes that are gone, too. */
export async function labels(transaction: EngineTransaction): Promise<Answer> {
  const rows = (await transaction.run('CALL grafeo.labels()')).toArray()
  const used = await inUse(
    transaction,
    rows.map(({ label }) => String(label)),
    (name) => `(x:${name})`,
  )
  return { columns: ['label'], rows: used }
}

/** Types that a relationship has. */
export async function relationshipTypes(transaction: EngineTransaction): Promise<Answer> {
  const rows = (await transaction.run('CALL grafeo.relationshipTypes()')).toArray()
  const names = rows.map(({ relationshipType }) => String(relationshipType))
  return { columns: ['relationshipType'], rows: await inUse(transaction, names, (name) => `()-[x:${name}]->()`) }
}

async function inUse(
  transaction: EngineTransaction,
  names: string[],
  pattern: (quoted: string) => string,
): Promise<PackValue[][]> {
  const used: PackValue[][] = []
  for (const name of names.sort()) {
    const found = await transaction.run(`MATCH ${pattern(`\`${name.replaceAll('`', '``')}\``)} RETURN 1 LIMIT 1`)
    if (found.length > 0) used.push([name])
  }
  return used
}

/** What Neo4j calls the types of stored values, by what the engine calls them. */
const KINDS: Record<string, string> = {
  INTEGER: 'Long',
  FLOAT: 'Double',
  STRING: 'String',
  BOOLEAN: 'Boolean',
  DATE: 'Date',
  'LOCAL DATETIME': 'LocalDateTime',
  'ZONED DATETIME': 'DateTime',
  'LOCAL TIME': 'LocalTime',
  'ZONED TIME': 'Time',
  DURATION: 'Duration',
  'LIST<STRING>': 'StringArray',
  'LIST<INTEGER>': 'LongArray',
  'LIST<FLOAT>': 'DoubleArray',
  'LIST<BOOLEAN>': 'BooleanArray',
  LIST: 'Array',
  MAP: 'Map',
}
const KIND = `head([t IN [${Object.keys(KINDS).map((kind) => `'${kind}'`)}] WHERE isTyped(x[key], t)])`

interface Group {
  of: string | string[]
  keys: { key: string; kinds: string[]; have: number }[]
  total: number
}

/** For each kind of thing (`of`, said of `x`) its keys, with the types of their values and how many things have them. */
async function keysOf(transaction: EngineTransaction, pattern: string, of: string): Promise<Group[]> {
  const groups = new Map<string, Group>()
  const all = await transaction.run(`MATCH ${pattern} RETURN ${of} AS of, count(*) AS total`)
  for (const { of, total } of all.toArray() as unknown as { of: string | string[]; total: number }[]) {
    groups.set(String(of), { of, keys: [], total })
  }
  const keys = await transaction.run(
    `MATCH ${pattern} UNWIND keys(x) AS key WITH ${of} AS of, key, ${KIND} AS kind RETURN of, key, collect(DISTINCT kind) AS kinds, count(*) AS have`,
  )
  for (const { of, ...key } of keys.toArray() as unknown as (Group['keys'][number] & { of: string | string[] })[]) {
    groups.get(String(of))?.keys.push(key)
  }
  return [...groups.values()]
}

function describe({ keys, total }: Group): PackValue[][] {
  if (keys.length === 0) return [[null, null, false]]
  return keys.map(({ key, kinds, have }) => [key, kinds.map((kind) => KINDS[kind] ?? kind).sort(), have === total])
}

export async function nodeTypeProperties(transaction: EngineTransaction): Promise<Answer> {
  const groups = await keysOf(transaction, '(x)', 'labels(x)')
  const rows = groups.flatMap((group) => {
    const labels = [...group.of].sort()
    return describe(group).map((key) => [typeName(labels), labels, ...key])
  })
  return { columns: ['nodeType', 'nodeLabels', 'propertyName', 'propertyTypes', 'mandatory'], rows: rows.sort(byText) }
}

export async function relTypeProperties(transaction: EngineTransaction): Promise<Answer> {
  const groups = await keysOf(transaction, '()-[x]->()', 'type(x)')
  const rows = groups.flatMap((group) => describe(group).map((key) => [typeName([String(group.of)]), ...key]))
  return { columns: ['relType', 'propertyName', 'propertyTypes', 'mandatory'], rows: rows.sort(byText) }
}

/** One made-up node a label, one made-up relationship for each pair of labels it joins: ids below zero, as Neo4j has them. */
export async function visualization(transaction: EngineTransaction): Promise<Answer> {
  const labels = (
    await transaction.run('MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label ORDER BY label')
  ).toArray()
  const joins = await transaction.run(
    'MATCH (a)-[r]->(b) WITH DISTINCT labels(a) AS from, type(r) AS type, labels(b) AS to UNWIND from AS f UNWIND to AS t RETURN DISTINCT f, type, t',
  )
  const ids = new Map(labels.map((row, at) => [String(row.label), -1 - at]))
  const nodes = [...ids].map(([label, id]) => {
    return new Structure(TAG.node, [id, [label], { name: label, indexes: [], constraints: [] }, `${id}`])
  })
  const edges = joins.toArray().map(({ f, type, t }, at) => {
    const [id, from, to] = [-1 - at, ids.get(String(f)) ?? 0, ids.get(String(t)) ?? 0]
    return new Structure(TAG.relationship, [
      id,
      from,
      to,
      String(type),
      { name: String(type) },
      `${id}`,
      `${from}`,
      `${to}`,
    ])
  })
  return { columns: ['nodes', 'relationships'], rows: [[nodes, edges]] }
}

function typeName(labels: string[]): string {
  return [...labels]
    .sort()
    .map((label) => `:\`${label}\``)
    .join('')
}

function byText(a: PackValue[], b: PackValue[]): number {
  return String(a) < String(b) ? -1 : 1
}
