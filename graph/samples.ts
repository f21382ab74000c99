// Entities in, a few sentences for each that show who or what it is out.
import { ask } from './ask.js'
import type { Graph } from './connect.js'

/** A sentence of a document that speaks of an entity. */
export interface Shown {
  quote: string
  document: string
  title: string
  date?: string
}

/** Characters around a bare mention. */
const AROUND = 40

/** Sentences that state facts on the entity, the best supported first; where there are none, where it is named. */
export async function sentencesOn(graph: Graph, id: string, limit: number): Promise<Shown[]> {
  const stated = await ask(
    graph,
    `MATCH (e:Entity {id: $id})-[r]-(:Entity) WITH r ORDER BY r.sources DESC, r.id LIMIT $limit
     MATCH (s:Statement {fact: r.id})-[:STATED_IN]->(d:Document) WHERE s.quote = r.quote
     RETURN r.id AS fact, s.quote AS quote, d.id AS document, d.title AS title, d.date AS date
     ORDER BY r.sources DESC, fact, document`,
    { id, limit },
  )
  const first = new Map(stated.map((record) => [record.get('quote'), record] as const).reverse())
  const records =
    first.size > 0
      ? [...first.values()].reverse()
      : await ask(
          graph,
          `MATCH (d:Document)-[m:MENTIONS]->(:Entity {id: $id}) WITH d, m.starts[0] AS start ORDER BY d.id LIMIT $limit
           WITH d, CASE WHEN start < $around THEN 0 ELSE start - $around END AS start
           RETURN substring(d.text, start, 2 * $around) AS quote, d.id AS document, d.title AS title, d.date AS date`,
          { id, limit, around: AROUND },
        )
  return records.slice(0, limit).map((record) => ({
    quote: String(record.get('quote')).trim(),
    document: String(record.get('document')),
    title: String(record.get('title')),
    ...(record.get('date') === null ? {} : { date: String(record.get('date')) }),
  }))
}
