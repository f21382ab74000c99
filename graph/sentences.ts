// Many facts in, the sentences that say them out: what a report of a drawing quotes. Never writes.
import type { DocumentHead } from '../schema/answer.js'
import { ask } from './ask.js'
import type { Graph } from './connect.js'

/** A sentence that says a fact. */
export interface Sentence {
  fact: string
  quote: string
  rule: string
  confidence: number
  document: DocumentHead
}

/**
 * The sentences of many facts, of each fact the newest first.
 * @param facts ids of relationships
 * @param most how many sentences in all; `truncated` says that there are more
 */
export async function sentences(
  graph: Graph,
  facts: readonly string[],
  most: number,
): Promise<{ sentences: Sentence[]; truncated: boolean }> {
  const records = await ask(
    graph,
    `UNWIND $facts AS fact MATCH (s:Statement {fact: fact})-[:STATED_IN]->(d:Document)
     RETURN fact, s.quote AS quote, s.rule AS rule, s.confidence AS confidence, s.id AS statement,
       d.id AS id, d.title AS title, d.date AS date, d.source AS source, d.url AS url
     ORDER BY fact, coalesce(s.date, '') DESC, s.confidence DESC, statement LIMIT $rows`,
    { facts, rows: most + 1 },
  )
  const rows = records.slice(0, most).map((record): Sentence => {
    const text = (name: string): string => (record.get(name) as string | null) ?? ''
    const given = Object.entries({ date: text('date'), source: text('source'), url: text('url') })
    return {
      fact: text('fact'),
      quote: text('quote'),
      rule: text('rule'),
      confidence: Number(record.get('confidence') ?? 0),
      document: {
        id: text('id'),
        title: text('title'),
        ...Object.fromEntries(given.filter(([, value]) => value !== '')),
      },
    }
  })
  return { sentences: rows, truncated: records.length > most }
}
