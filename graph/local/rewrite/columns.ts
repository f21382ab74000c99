// What the columns of a result are called. In: a query as it was sent. Out: the names of its columns, where the text tells them.

import { clausesOf } from './clause.js'
import { Source } from './source.js'

/** The names: an alias, or the expression as it was written; null for `RETURN *` and for a query that returns nothing. */
export function columnNames(query: string): string[] | null {
  const source = new Source(query)
  const projection = clausesOf(source, 0, source.length).find(({ word }) => word === 'RETURN')
  if (!projection) return null
  const distinct = source.word(projection.body) === 'DISTINCT'
  const items = source.split(projection.body + (distinct ? 1 : 0), projection.to)
  if (items.some(([from]) => source.mark(from) === '*')) return null
  return items.map(([from, to]) => {
    const as = source.find(from, to, (at) => source.word(at) === 'AS')
    const alias = as < to ? source.tokens[as + 1] : undefined
    if (!alias) return source.text(from, to)
    return alias.kind === 'name' ? alias.value : alias.text
  })
}
