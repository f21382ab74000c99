// Replacements in a query that may lie in one another: made one at a time. In: a query and a way to find the next. Out: the query.

import { Source } from './source.js'

/** One replacement of the tokens from `from` up to `to`. */
export interface Replacement {
  from: number
  to: number
  text: string
}

/** Makes one replacement after another until there is none left to make. */
export function replaceAll(query: string, find: (source: Source, at: number) => Replacement | null): string {
  let text = query
  for (let left = 100; left > 0; left--) {
    const source = new Source(text)
    let edit: Replacement | null = null
    for (let at = 1; at < source.length && edit === null; at++) edit = find(source, at)
    if (edit === null) return text
    const { from, to } = edit
    text = `${text.slice(0, source.tokens[from]?.start)}${edit.text}${text.slice(source.tokens[to - 1]?.end)}`
  }
  return text
}
