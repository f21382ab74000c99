// A whole query in the words of the engine. In: Cypher as Neo4j 5 takes it, and the parameters (some name labels).
// Out: Cypher as the engine takes it. Clause by clause; each kind of difference has a file of its own beside this one.

import type { PackValue } from '../packstream.js'
import { type Clause, clausesOf, opensQuery } from './clause.js'
import { withoutDynamicNames } from './dynamic-name.js'
import { type Found, respell, respellCalls } from './expressions.js'
import { ANSWERED_OTHERWISE, UNKNOWN } from './functions.js'
import { groupedApart } from './grouping.js'
import { filteredFirst } from './late-filter.js'
import { withoutSilentAppends } from './list-append.js'
import { type Namer, rewritePattern } from './pattern.js'
import { withoutNegativeSlices } from './slice.js'
import { Source } from './source.js'
import { replaceSubquery } from './subquery.js'
import { withoutTypePredicates } from './type-predicate.js'

/** The query with what the engine would take but answer otherwise than Neo4j said so that it answers the same. */
export function corrected(query: string): string {
  const text = withoutNegativeSlices(query)
  const source = new Source(text)
  const appended = withoutSilentAppends(source)
  if (appended !== null) return corrected(appended)
  const calls = source.tokens.some((token, at) => {
    const name = token.value.toLowerCase()
    return (
      source.mark(at + 1) === '(' && (Object.hasOwn(ANSWERED_OTHERWISE, name) || /^(local)?date(time)?$/.test(name))
    )
  })
  return calls ? respellCalls(source, 0, source.length, ANSWERED_OTHERWISE) : text
}

/** Other ways to say the query, for when the engine has refused it; none when it can only be said as it was. */
export function rewritten(query: string, parameters: { [key: string]: PackValue }): string[] {
  const plain = withoutTypePredicates(withoutNegativeSlices(withoutDynamicNames(query, parameters)))
  const text = new Rewriting(new Source(plain)).whole()
  return [...new Set([text, groupedApart(text), filteredFirst(text)])].filter((way) => way !== query)
}

const ALL = { ...ANSWERED_OTHERWISE, ...UNKNOWN }

class Rewriting {
  #names = 0
  readonly #name: Namer = () => `__n${++this.#names}`

  constructor(readonly source: Source) {}

  whole(): string {
    return this.#query(0, this.source.length, true)
  }

  #query(from: number, to: number, alone: boolean): string {
    const { source } = this
    const clauses = clausesOf(source, from, to)
    let text = ''
    for (let at = 0; at < clauses.length; at++) {
      const clause = clauses[at] as Clause
      const first = alone && (at === 0 || clauses[at - 1]?.word.startsWith('UNION') === true)
      const gap = clause.from > from ? source.gap(clause.from) || ' ' : ''
      if (clause.word === 'USING') continue
      if (clause.word === 'FINISH') continue
      if (clause.word === 'MATCH' || clause.word === 'OPTIONAL MATCH' || clause.word === '') {
        const hints = clauses.slice(at + 1).findIndex(({ word }) => word !== 'USING')
        const next = hints < 0 ? undefined : clauses[at + 1 + hints]
        const where = next?.word === 'WHERE' ? next : null
        text += gap + this.#match(clause, where)
        if (where) at += hints + 1
      } else if (clause.word === 'CREATE') {
        text += gap + this.#create(clause)
      } else {
        text += gap + this.#other(clause, first)
      }
    }
    return text
  }

  #match(clause: Clause, where: Clause | null): string {
    const { source } = this
    const head = source.text(clause.from, clause.body)
    // In braces an expression may stand where a pattern may: `{.name}`, `WITH x`.
    if (clause.word === '' && source.mark(clause.from) !== '(' && source.mark(clause.from + 1) !== '=') {
      return this.#expression(clause.from, clause.to)
    }
    const pattern = rewritePattern(source, clause.body, clause.to, this.#name, (from, to) => this.#expression(from, to))
    const given = where ? this.#expression(where.body, where.to) : ''
    const conditions = [...(given ? [pattern.conditions.length > 0 ? `(${given})` : given] : []), ...pattern.conditions]
    const text = `${head}${head && ' '}${pattern.text}`
    return conditions.length > 0 ? `${text} WHERE ${conditions.join(' AND ')}` : text
  }

  /** `CREATE (n:W $map)`: the engine makes the node first and is given its properties then. */
  #create(clause: Clause): string {
    const { source } = this
    const sets: string[] = []
    const text = this.#expression(clause.from, clause.to, undefined, undefined, (at) => {
      if (source.mark(at) === '&') return { text: ':', next: at + 1 }
      const [close, named] = [source.partner(at), source.isName(at + 1)]
      const map = source.tokens[close - 1]
      if (!['(', '['].includes(source.mark(at)) || map?.kind !== 'parameter') return null
      if (!named && source.mark(at + 1) !== ':') return null
      const variable = named ? source.text(at + 1, at + 2) : this.#name()
      sets.push(`${variable} = ${map.text}`)
      const labels = source.text(at + (named ? 2 : 1), close - 1).replaceAll('&', ':')
      return { text: `${source.mark(at)}${variable}${labels}`, next: close }
    })
    return sets.length > 0 ? `${text} SET ${sets.join(', ')}` : text
  }

  #other(clause: Clause, first: boolean): string {
    let before = ''
    const end = clause.word === 'CALL' ? this.#withoutBatches(clause) : clause.to
    const text = this.#expression(clause.from, end, clause, (call) => {
      // Where no clause stands before it, there is no variable to be handed in.
      before += first && before === '' ? call.replace('(*)', '()') : call
    })
    return before + text
  }

  /** `CALL {…} IN TRANSACTIONS OF 100 ROWS` is one transaction here; where that would change what is done, it is left to fail. */
  #withoutBatches(clause: Clause): number {
    const { source } = this
    const at = source.find(
      clause.body,
      clause.to,
      (next) => source.word(next) === 'IN' && source.mark(next - 1) === '}',
    )
    const plain = /^IN (\d+ CONCURRENT )?TRANSACTIONS( OF [\d_]+ ROWS?)?$/i.test(
      source.text(at, clause.to).replace(/\s+/g, ' '),
    )
    return plain ? at : clause.to
  }

  /** A span of expressions; the queries in it are rewritten as such. */
  #expression(
    from: number,
    to: number,
    clause?: Clause,
    before?: (call: string) => void,
    first: (at: number) => Found = () => null,
  ): string {
    const { source } = this
    const query = (start: number, end: number) => this.#query(start, end, false)
    return respell(source, from, to, ALL, (at) => {
      const special = first(at)
      if (special) return special
      const found = replaceSubquery(source, at, clause, this.#name, query)
      if (found?.before) before?.(found.before)
      if (found) return found
      const close = opensQuery(source, at) ? source.partner(at) : -1
      return close < 0 ? null : { text: `{ ${query(at + 1, close)} }`, next: close + 1 }
    })
  }
}
