// The clauses of a query, at one depth. In: a Source and a span of it. Out: where each clause begins and ends.

import type { Source } from './source.js'

export interface Clause {
  /** `MATCH`, `OPTIONAL MATCH`, `RETURN` …; for a pattern that stands alone in braces: `MATCH`, with `from` = `body`. */
  word: string
  from: number
  /** Behind the words of the clause. */
  body: number
  to: number
}

const STARTS = new Set(
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH CALL UNION ORDER SKIP OFFSET LIMIT ON LOAD YIELD FINISH USING'.split(
    ' ',
  ),
)
const SECOND: Record<string, string[]> = {
  OPTIONAL: ['MATCH', 'CALL'],
  ORDER: ['BY'],
  DETACH: ['DELETE'],
  ON: ['CREATE', 'MATCH'],
  UNION: ['ALL', 'DISTINCT'],
}

/** The clauses from `from` up to `to`, those in brackets left aside. */
export function clausesOf(source: Source, from: number, to: number): Clause[] {
  const clauses: Clause[] = []
  const begins = (at: number) => STARTS.has(source.word(at)) && isKeyword(source, at)
  for (let at = from; at < to; ) {
    const word = source.word(at)
    const known = begins(at)
    const second = known && SECOND[word]?.includes(source.word(at + 1)) ? ` ${source.word(at + 1)}` : ''
    const body = known ? at + (second ? 2 : 1) : at
    const end = source.find(body, to, (next) => begins(next))
    clauses.push({ word: known ? word + second : '', from: at, body, to: end })
    at = end
  }
  return clauses
}

function isKeyword(source: Source, at: number): boolean {
  const [before, after] = [source.mark(at - 1), source.mark(at + 1)]
  if (before === '.' || before === ':' || after === '.' || after === ':') return false
  const word = source.word(at)
  const previous = source.word(at - 1)
  if (word === 'WITH') return previous !== 'STARTS' && previous !== 'ENDS'
  if (word === 'ON') return ['CREATE', 'MATCH'].includes(source.word(at + 1))
  return previous !== 'AS'
}

/** Whether the `{` at a place opens a query of its own: `EXISTS {`, `CALL (x) {` …. */
export function opensQuery(source: Source, at: number): boolean {
  if (source.mark(at) !== '{') return false
  if (['EXISTS', 'COUNT', 'COLLECT', 'CALL'].includes(source.word(at - 1))) return source.mark(at - 2) !== '.'
  const open = source.mark(at - 1) === ')' ? source.partner(at - 1) : -1
  return open > 0 && source.word(open - 1) === 'CALL'
}
