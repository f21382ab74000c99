// Writes to what an OPTIONAL MATCH has not found: Neo4j passes over null, the engine fails. In: a query. Out: the query with
// each write done only where there is something to write to.

import { clausesOf } from './clause.js'
import { Source } from './source.js'

const WRITES = new Set(['SET', 'REMOVE', 'DELETE', 'DETACH DELETE'])

/** The query so that its top-level SET, REMOVE and DELETE pass over null; the same text when there are none. */
export function withoutNullWrites(query: string): string {
  const source = new Source(query)
  const clauses = clausesOf(source, 0, source.length)
  return clauses
    .map((clause, at) => {
      const gap = at > 0 ? source.gap(clause.from) : ''
      const ofMerge = clauses[at - 1]?.word.startsWith('ON ') === true
      const items = source.split(clause.body, clause.to)
      const named = items.every(([from]) => source.isName(from) && !source.call(from))
      if (!WRITES.has(clause.word) || ofMerge || !named) return gap + source.text(clause.from, clause.to)
      const writes = items.map(([from, to]) => {
        const there = `CASE WHEN ${source.text(from, from + 1)} IS NULL THEN [] ELSE [1] END`
        return `FOREACH (__w IN ${there} | ${clause.word} ${source.text(from, to)})`
      })
      return gap + writes.join(' ')
    })
    .join('')
}
