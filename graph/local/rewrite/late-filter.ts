// `WITH c WHERE r IS NULL`: the condition may speak of what the WITH leaves out, which the engine does not see any more.
// In: a query. Out: the query with such a condition asked before anything is left out.

import { AGGREGATES } from './aggregate.js'
import { clausesOf } from './clause.js'
import { Source } from './source.js'

/** The query with its filters before its projections, at the top level; the same text when there are none. */
export function filteredFirst(query: string): string {
  const source = new Source(query)
  const clauses = clausesOf(source, 0, source.length)
  let text = ''
  for (const [at, clause] of clauses.entries()) {
    const next = clauses[at + 1]
    const before = clauses[at - 1]
    if (clause.word === 'WHERE' && before?.word === 'WITH' && itemsOf(source, before.body, before.to)) continue
    text += at > 0 ? source.gap(clause.from) : ''
    const items = clause.word === 'WITH' && next?.word === 'WHERE' ? itemsOf(source, clause.body, clause.to) : null
    if (!items || !next) {
      text += source.text(clause.from, clause.to)
      continue
    }
    const made = items
      .filter(({ expression, name }) => expression !== name)
      .map(({ expression, name }) => `, ${expression} AS ${name}`)
    text += `WITH *${made.join('')} ${source.text(next.from, next.to)} WITH ${items.map(({ name }) => name).join(', ')}`
  }
  return text
}

/** The items of a projection that leaves the rows as they are; null for one that groups them, or takes all. */
function itemsOf(source: Source, from: number, to: number): { expression: string; name: string }[] | null {
  if (source.mark(from) === '*' || source.word(from) === 'DISTINCT') return null
  for (let at = from; at < to; at++) if (AGGREGATES.has(source.call(at)?.name ?? '')) return null
  return source.split(from, to).map(([start, end]) => {
    const as = source.find(start, end, (at) => source.word(at) === 'AS')
    return { expression: source.text(start, as), name: source.text(as < end ? as + 1 : start, end) }
  })
}
