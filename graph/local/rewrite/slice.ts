// Slices that count from the end: `xs[-2..]`, `xs[..-1]`. In: a query. Out: the query with places that count from the front.

import { replaceAll } from './replacement.js'

/** `xs[-2..]`, `xs[..-1]`: the engine gives something else, unless the place is counted from the front. */
export function withoutNegativeSlices(query: string): string {
  if (!/\[[^\]]*-\s*\d+\s*(\.\.)|\.\.\s*-\s*\d/.test(query)) return query
  return replaceAll(query, (source, at) => {
    if (source.mark(at) !== '[' || (source.tokens[at - 1]?.kind === 'mark' && source.partner(at - 1) < 0)) return null
    const close = source.partner(at)
    if (close < 0) return null
    const dots = source.find(at + 1, close, (next) => source.mark(next) === '.' && source.mark(next + 1) === '.')
    if (dots === close) return null
    const from = source.operandStart(at)
    const base = source.text(from, at)
    const negative = (start: number) => source.mark(start) === '-' && source.tokens[start + 1]?.kind === 'number'
    const low = negative(at + 1) && dots === at + 3
    const high = negative(dots + 2) && close === dots + 4
    if (!low && !high) return null
    const counted = (start: number, end: number, is: boolean) =>
      is ? `size(${base}) - ${source.text(start + 1, end)}` : source.text(start, end)
    const text = `${base}[${counted(at + 1, dots, low)}..${counted(dots + 2, close, high)}]`
    return { from, to: close + 1, text }
  })
}
