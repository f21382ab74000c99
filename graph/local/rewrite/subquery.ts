// EXISTS, COUNT and COLLECT over a query of its own, where the engine takes a pattern only. In: a clause and the way to say
// spans. Out: the clause with each of them as something the engine has, and what has to stand before the clause.

import { type Clause, clausesOf, opensQuery } from './clause.js'
import type { Namer } from './pattern.js'
import type { Source } from './source.js'

/** A subquery replaced: what stands for it, and the CALL that has to come before its clause, if any. */
export interface Replaced {
  text: string
  before: string
  next: number
}

type Query = (from: number, to: number) => string

/**
 * The subquery whose word (`EXISTS`, `COUNT`, `COLLECT`) is at `at`. Only before a RETURN or WITH there is a place for a CALL.
 * Null when there is none, or no other way to say it.
 */
export function replaceSubquery(
  source: Source,
  at: number,
  clause: Clause | undefined,
  name: Namer,
  query: Query,
): Replaced | null {
  const word = source.word(at)
  if (!['EXISTS', 'COUNT', 'COLLECT'].includes(word) || !opensQuery(source, at + 1)) return null
  const close = source.partner(at + 1)
  if (close < 0) return null
  const parts = clausesOf(source, at + 2, close)
  const end = parts.findIndex(({ word }) => word === 'RETURN')
  const returned = parts[end]
  const simple = parts.slice(0, end < 0 ? undefined : end).every(({ word }) => ['', 'MATCH', 'WHERE'].includes(word))
  const whole = returned !== undefined && parts.length === end + 1 && source.word(returned.body) !== 'DISTINCT'
  if (word !== 'COLLECT' && simple && (end < 0 || whole)) {
    const body = query(at + 2, returned?.from ?? close)
    return { text: `${word} { ${body.trim()} }`, before: '', next: close + 1 }
  }
  if (clause?.word !== 'RETURN' && clause?.word !== 'WITH') return null
  const column = name()
  const call = callOf(source, word, parts, close, column, query)
  return call === null ? null : { text: column, before: `CALL (*) { ${call} } `, next: close + 1 }
}

function callOf(
  source: Source,
  word: string,
  parts: Clause[],
  close: number,
  column: string,
  query: Query,
): string | null {
  const at = parts.findIndex(({ word }) => word === 'RETURN')
  const returned = parts[at]
  const [start = 0] = [parts[0]?.from]
  if (!returned) return word === 'COLLECT' ? null : `${query(start, close)} RETURN ${counted(word)} AS ${column}`
  const distinct = source.word(returned.body) === 'DISTINCT'
  const items = source.split(returned.body + (distinct ? 1 : 0), returned.to)
  const [item] = items
  if (!item || items.length > 1 || parts.some((part, index) => index > at && part.word === 'UNION')) return null
  const alias = source.find(item[0], item[1], (next) => source.word(next) === 'AS')
  const value = query(item[0], alias)
  const tail = query(returned.to, close)
  const head = `${query(start, returned.from)} WITH ${distinct ? 'DISTINCT ' : ''}${value} AS __v ${tail}`
  return `${head} RETURN ${word === 'COLLECT' ? 'collect(__v)' : counted(word)} AS ${column}`
}

function counted(word: string): string {
  return word === 'EXISTS' ? 'count(*) > 0' : 'count(*)'
}
