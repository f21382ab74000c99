// `x IS :: INTEGER`, `x IS NOT TYPED STRING`. In: a query. Out: the query with calls of the engine's own instead.

import { replaceAll } from './replacement.js'
import type { Source } from './source.js'

/** Type predicates as calls of the engine's own; null is of every type, unless NOT NULL is asked for. */
export function withoutTypePredicates(query: string): string {
  return replaceAll(query, (source, at) => {
    if (source.word(at) !== 'IS') return null
    const not = source.word(at + 1) === 'NOT'
    const sign = at + (not ? 2 : 1)
    const doubled = source.mark(sign) === ':' && source.mark(sign + 1) === ':'
    if (!doubled && source.word(sign) !== 'TYPED') return null
    const from = source.operandStart(at)
    const first = sign + (doubled ? 2 : 1)
    const to = endOfType(source, first)
    if (to === first) return null
    const words = source.text(first, to).toUpperCase()
    const type = words.replace(/ NOT NULL$/, '')
    const operand = source.text(from, at)
    const nullable = type === words ? `${operand} IS NULL OR ` : ''
    const name = type
      .replace(/^BOOL$/, 'BOOLEAN')
      .replace(/^INT(64)?$/, 'INTEGER')
      .replace(/^VARCHAR$/, 'STRING')
    return { from, to, text: `(${not ? 'NOT ' : ''}(${nullable}coalesce(isTyped(${operand}, '${name}'), false)))` }
  })
}

function endOfType(source: Source, first: number): number {
  const goesOn = 'LOCAL ZONED TIME DATETIME NOT NULL PROPERTY VALUE ANY'.split(' ')
  let at = first
  while (source.word(at) !== '' && (at === first || goesOn.includes(source.word(at)))) at++
  if (source.mark(at) !== '<') return at
  while (at < source.length && source.mark(at) !== '>') at++
  at++
  return source.word(at) === 'NOT' && source.word(at + 1) === 'NULL' ? at + 2 : at
}
