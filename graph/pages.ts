// A label in, the ids of all its nodes out in one order, and those in pages: how a whole graph is read without holding it.
import type { Transaction } from 'neo4j-driver'

/** Sorted here and not by the engines: they need not agree on the order of text. `label` is of the model, never of a user. */
export async function readIds(tx: Transaction, label: string): Promise<string[]> {
  const { records } = await tx.run(`MATCH (n:${label}) RETURN n.id AS id`)
  return records.map((record) => String(record.get('id'))).sort()
}

/** The ids, `size` at a time. */
export function* pages(ids: readonly string[], size: number): Generator<string[]> {
  for (let start = 0; start < ids.length; start += size) yield ids.slice(start, start + size)
}
