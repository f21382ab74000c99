// Labels, types and keys that come from a parameter: `(n:$($label))`, `SET n[$key] = 1`. In: a query and its parameters.
// Out: the query with the names in their places, quoted.

import type { PackValue } from '../packstream.js'
import { Source } from './source.js'

/** The query with its dynamic names said; what is no text, or no parameter, is left as it is. */
export function withoutDynamicNames(query: string, parameters: { [key: string]: PackValue }): string {
  const source = new Source(query)
  let text = ''
  let done = 0
  const say = (from: number, to: number, said: string) => {
    text += query.slice(done, source.tokens[from]?.start) + said
    done = source.tokens[to - 1]?.end ?? query.length
  }
  for (let at = 0; at < source.length; at++) {
    const parameter = source.tokens[at]
    if (parameter?.kind !== 'parameter') continue
    const value = parameters[parameter.value]
    const names = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
    // A backslash could begin an escape that ends the quotes.
    if (names.length === 0 || !names.every((name) => typeof name === 'string' && !name.includes('\\'))) continue
    const joined = (sign: string) => names.map((name) => `\`${String(name).replaceAll('`', '``')}\``).join(sign)
    const label = source.mark(at - 1) === '(' && source.mark(at - 2) === '$' && source.mark(at + 1) === ')'
    const key =
      source.mark(at - 1) === '[' && source.mark(at + 1) === ']' && source.isName(at - 2) && setsAt(source, at)
    if (label) say(at - 2, at + 2, joined(':'))
    else if (key && names.length === 1) say(at - 1, at + 2, `.${joined('')}`)
  }
  return text + query.slice(done)
}

/** Whether `n[$key] = …` is a part of a SET, and not a comparison. */
function setsAt(source: Source, at: number): boolean {
  if (source.mark(at + 2) !== '=') return false
  for (let before = at; before >= 0; before--) {
    const word = source.word(before)
    if (word === 'SET') return true
    if (['WHERE', 'RETURN', 'WITH', 'MATCH', 'CREATE', 'MERGE'].includes(word)) return false
  }
  return false
}
