// `SET n.list = n.list + x`: the engine gives null for a list and one item, and the property would be lost without a word.
// In: a query. Out: the query with such an item made a list of its own, where the property holds a list.

import type { Source } from './source.js'

/** The query said so that it appends; null when it holds no such thing (left to append). */
export function withoutSilentAppends(source: Source): string | null {
  for (let at = 0; at < source.length; at++) {
    if (source.word(at) !== 'SET' && source.mark(at) !== ',') continue
    const sign = at + 4
    if (source.mark(at + 2) !== '.' || source.mark(sign) !== '=') continue
    const target = source.text(at + 1, sign)
    if (source.text(sign + 1, sign + 4) !== target || source.mark(sign + 4) !== '+' || !isInSet(source, at)) continue
    const end = endOfItem(source, sign + 5)
    const item = source.text(sign + 5, end)
    if (item.startsWith('[') || item === '') continue
    const [from, to] = [source.tokens[sign + 1]?.start ?? 0, source.tokens[end - 1]?.end]
    const text = `CASE WHEN isTyped(${target}, 'LIST') THEN ${target} + toList(${item}) ELSE (${target} + ${item}) END`
    return source.query.slice(0, from) + text + source.query.slice(to)
  }
  return null
}

function isInSet(source: Source, at: number): boolean {
  for (let before = at; before >= 0; before--) {
    const word = source.word(before)
    if (word === 'SET') return true
    if (['RETURN', 'WITH', 'WHERE', 'CREATE', 'MERGE', 'MATCH'].includes(word)) return false
  }
  return false
}

function endOfItem(source: Source, from: number): number {
  const stops =
    /^(SET|RETURN|WITH|MATCH|MERGE|CREATE|DELETE|DETACH|REMOVE|ON|UNWIND|CALL|FOREACH|OPTIONAL|UNION|FINISH)$/
  const stop = (at: number) => stops.test(source.word(at)) || [',', ')', '}', '|', ';'].includes(source.mark(at))
  return source.find(from, source.length, stop)
}
