// The types of the properties of nodes and relationships that a result shows where its schema does not tell them: in paths, and
// where nodes and relationships stand in one column. In: a result and a way to ask. Out: types by entity and key.

import type { QueryResult } from '@grafeo-db/js'

/** Runs a query in the transaction that gave the result. */
export type Ask = (query: string, parameters: Record<string, unknown>) => Promise<QueryResult>

type Fields = Record<string, unknown>

/** Of which rows it is looked whether a column holds entities. */
const SAMPLE = 50
/** Rows that are looked through before others have their turn. */
const TURN = 1000
/** The types that a value alone does not show. */
const HIDDEN = ['FLOAT', 'LIST<FLOAT>', 'DATE', 'ZONED DATETIME', 'LOCAL TIME', 'ZONED TIME', 'DURATION']

export class EntityKinds {
  readonly #nodes = new Map<number, Map<string, string>>()
  readonly #edges = new Map<number, Map<string, string>>()

  /** Key -> type, for keys whose values do not show their type; nothing when all do. */
  of(entity: Fields): Map<string, string> | undefined {
    return ('_source' in entity ? this.#edges : this.#nodes).get(entity._id as number)
  }

  async learn(ask: Ask, kind: 'node' | 'edge', ids: Set<number>): Promise<void> {
    if (ids.size === 0) return
    const hidden = HIDDEN.map((type) => `'${type}'`).join(', ')
    const rows = await ask(
      `MATCH ${kind === 'node' ? '(x)' : '()-[x]->()'} WHERE id(x) IN $ids UNWIND keys(x) AS key WITH id(x) AS id, key, head([t IN [${hidden}] WHERE isTyped(x[key], t)]) AS type WHERE type IS NOT NULL RETURN id, key, type`,
      { ids: [...ids] },
    )
    const known = kind === 'node' ? this.#nodes : this.#edges
    for (const { id, key, type } of rows.toArray() as unknown as { id: number; key: string; type: string }[]) {
      const kinds = known.get(id) ?? new Map<string, string>()
      known.set(id, kinds.set(key, type))
    }
  }
}

/** The types in these columns of a result; null when there are no entities in them. */
export async function entityKinds(result: QueryResult, columns: string[], ask: Ask): Promise<EntityKinds | null> {
  const step = Math.max(1, Math.floor(result.length / SAMPLE))
  let found = false
  for (let at = 0; at < result.length && !found; at += step) {
    const row = result.get(at)
    found = columns.some((name) => typeof row[name] === 'object' && row[name] !== null)
  }
  if (!found) return null
  const [nodes, edges] = [new Set<number>(), new Set<number>()]
  for (let at = 0; at < result.length; at++) {
    if (at % TURN === TURN - 1) await new Promise((done) => setImmediate(done))
    const row = result.get(at)
    for (const name of columns) collect(row[name], nodes, edges)
  }
  const kinds = new EntityKinds()
  await kinds.learn(ask, 'node', nodes)
  await kinds.learn(ask, 'edge', edges)
  return kinds
}

function collect(value: unknown, nodes: Set<number>, edges: Set<number>): void {
  if (typeof value !== 'object' || value === null || value instanceof Date || ArrayBuffer.isView(value)) return
  const entity = value as Fields
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, edges)
  else if ('_source' in entity) edges.add(entity._id as number)
  else if ('_labels' in entity) nodes.add(entity._id as number)
  else for (const item of Object.values(entity)) collect(item, nodes, edges)
}
