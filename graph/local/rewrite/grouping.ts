// Aggregates inside an index, a slice or a comprehension (`collect(x)[0..5]`), which the engine refuses: they are reckoned in a
// WITH of their own first. In: a query. Out: the query with such projections in two steps.

import { AGGREGATES } from './aggregate.js'
import { type Clause, clausesOf } from './clause.js'
import { Source } from './source.js'

/** The query with its aggregating projections taken apart, at the top level; the same text when there are none. */
export function groupedApart(query: string): string {
  const source = new Source(query)
  const clauses = clausesOf(source, 0, source.length)
  let text = ''
  for (const [at, clause] of clauses.entries()) {
    const orders = clauses[at + 1]?.word === 'ORDER BY' ? (clauses[at + 1] as Clause) : null
    const ordered =
      clauses[at - 1] && clause.word === 'ORDER BY' && takenApart(source, clauses[at - 1] as Clause, clause)
    if (ordered) continue
    const apart = takenApart(source, clause, orders)
    text += (at > 0 ? source.gap(clause.from) : '') + (apart ?? source.text(clause.from, clause.to))
  }
  return text
}

/** A projection (and its ORDER BY) in two steps, or null when it needs none or cannot be taken apart. */
function takenApart(source: Source, clause: Clause, orders: Clause | null): string | null {
  if (!['RETURN', 'WITH'].includes(clause.word) || source.mark(clause.body) === '*') return null
  const distinct = source.word(clause.body) === 'DISTINCT'
  const items = source.split(clause.body + (distinct ? 1 : 0), clause.to).map(([from, to]) => {
    const as = source.find(from, to, (at) => source.word(at) === 'AS')
    return { from, to: as, name: source.text(as < to ? as + 1 : from, to), aggregates: aggregatesIn(source, from, as) }
  })
  if (!items.some(({ from, to, aggregates }) => aggregates.some(([start, end]) => start > from || end < to)))
    return null
  const columns = new Map<string, string>()
  const column = (expression: string) => {
    const known = columns.get(expression) ?? `__g${columns.size + 1}`
    columns.set(expression, known)
    return known
  }
  // The keys come first: what an aggregating item says besides its aggregates can only be one of them.
  for (const { from, to, aggregates } of items) if (aggregates.length === 0) column(source.text(from, to))
  const say = (from: number, to: number): string => {
    const key = columns.get(source.text(from, to))
    if (key) return key
    let text = ''
    for (let at = from; at < to; ) {
      const found = aggregatesIn(source, at, at + 1, to)[0]
      const end =
        found?.[1] ?? [...columns.keys()].map((known) => endOf(source, at, to, known)).find((next) => next > at)
      text += (at > from ? source.gap(at) : '') + (end ? column(source.text(at, end)) : source.tokens[at]?.text)
      at = end ?? at + 1
    }
    return text
  }
  const second = items.map(({ from, to, name }) => `${say(from, to)} AS ${quoted(name)}`)
  const order = orders ? ` ${source.text(orders.from, orders.body)}${orderBy(source, orders, items, say)}` : ''
  const first = [...columns].map(([expression, name]) => `${expression} AS ${name}`)
  return `WITH ${first.join(', ')} ${clause.word} ${distinct ? 'DISTINCT ' : ''}${second.join(', ')}${order}`
}

function orderBy(
  source: Source,
  orders: Clause,
  items: { name: string }[],
  say: (from: number, to: number) => string,
): string {
  const keys = source.split(orders.body, orders.to).map(([from, to]) => {
    const down = /^(ASC|DESC|ASCENDING|DESCENDING)$/.test(source.word(to - 1)) ? 1 : 0
    const text = source.text(from, to - down)
    const known = items.some(({ name }) => name === text)
    return ` ${known ? quoted(text) : say(from, to - down)}${down ? ` ${source.word(to - 1)}` : ''}`
  })
  return keys.join(',')
}

/** Where the aggregate calls lie that begin between `from` and `until`; one inside another counts as part of it. */
function aggregatesIn(source: Source, from: number, until: number, to = until): [number, number][] {
  const found: [number, number][] = []
  for (let at = from; at < until; at++) {
    const call = source.call(at)
    if (!call || !AGGREGATES.has(call.name) || call.end > Math.max(to, until)) continue
    found.push([at, call.end])
    at = call.end - 1
  }
  return found
}

/** The place behind `text` when it stands at `at`, else 0. */
function endOf(source: Source, at: number, to: number, text: string): number {
  if (source.mark(at - 1) === '.') return 0
  for (let end = at + 1; end <= to; end++) if (source.text(at, end) === text && source.mark(end) !== '.') return end
  return 0
}

/** A name as it is, or an expression that names its own column. */
function quoted(name: string): string {
  return /^(`.*`|[\p{L}_][\p{L}\p{N}_]*)$/u.test(name) ? name : `\`${name.replaceAll('`', '``')}\``
}
