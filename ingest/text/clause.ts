// Where clauses of a text begin and end: at ，。；：
import { CharSet } from '../scan.js'

const MARKS = new CharSet('，。；：')

/** Where the clause that holds the character before `at` begins, not before `least`. */
export function clauseStart(text: string, at: number, least: number): number {
  let start = at
  while (start > least && !MARKS.has(text.charCodeAt(start - 1))) start--
  return start
}

/** Where the clause that holds the character at `at` ends, not behind `most`. */
export function clauseEnd(text: string, at: number, most: number): number {
  let end = at
  while (end < most && !MARKS.has(text.charCodeAt(end))) end++
  return end
}
