// An answer that comes while the query runs. In: the body of a response. Out: its lines, one after another. Must not know what
// becomes of them. The server has checked each line against RunLine.
import type { RunLine } from '../../../schema/answer.js'

/** The lines of a stream of newline-delimited JSON; a line may come in any number of pieces. */
export async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<RunLine> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest: string[] = []
  for (;;) {
    const { value, done } = await reader.read()
    if (done) break
    const pieces = value.split('\n')
    rest.push(pieces[0] ?? '')
    for (const piece of pieces.slice(1)) {
      yield JSON.parse(rest.join('')) as RunLine
      rest = [piece]
    }
  }
  const last = rest.join('')
  if (last !== '') yield JSON.parse(last) as RunLine
}
