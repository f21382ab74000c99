// Keeps an answer within what a page can hold. In: an answer and a number of bytes. Out: the same, with the rows that fit.
import type { QueryAnswer } from '../../schema/answer.js'

/** The answer with as many of its first rows as fit into `most` UTF-8 bytes of JSON; says so if some do not. */
export function capBytes(answer: QueryAnswer, most: number): QueryAnswer {
  let bytes = 0
  for (const [index, row] of answer.rows.entries()) {
    bytes += Buffer.byteLength(JSON.stringify(row)) + 1
    if (bytes > most)
      return { ...answer, rows: answer.rows.slice(0, index), limit: index, truncated: true, tooLarge: true }
  }
  return answer
}
