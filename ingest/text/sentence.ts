// Folded text -> sentences. A sentence ends at 。！？ or a line break; closing quotes and brackets belong to it.

/** One sentence in folded offsets; `line` counts lines of the folded text, `heading` is a short line without an end. */
export interface Sentence {
  start: number
  end: number
  line: number
  heading: boolean
}

const codes = (marks: string) => new Set([...marks].map((c) => c.charCodeAt(0)))
const ENDS = codes('。！？…')
const CLOSERS = codes('”’」』）》】。…')
const NO_HEADING = codes('。！？；')
const CLAUSE_MARKS = codes('，；：、｜ ')
const BLANK = 32

/**
 * Splits folded text into sentences, none empty, in order.
 * @param text folded text (see fold.ts)
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let line = 0
  let lineStart = 0
  while (lineStart <= text.length) {
    let lineEnd = text.indexOf('\n', lineStart)
    if (lineEnd < 0) lineEnd = text.length
    splitLine(text, lineStart, lineEnd, line, sentences)
    line++
    lineStart = lineEnd + 1
  }
  return sentences
}

function splitLine(text: string, from: number, to: number, line: number, sentences: Sentence[]): void {
  let start = from
  const push = (end: number) => {
    for (let cut = cutOf(text, start, end); cut < end; cut = cutOf(text, start, end)) put(cut)
    put(end)
  }
  const put = (end: number) => {
    let a = start
    let b = end
    while (a < b && text.charCodeAt(a) === BLANK) a++
    while (b > a && text.charCodeAt(b - 1) === BLANK) b--
    if (b > a) {
      const heading =
        a === from && b === to && to - from <= (line ? 60 : 200) && !NO_HEADING.has(text.charCodeAt(b - 1))
      sentences.push({ start: a, end: b, line, heading })
    }
    start = end
  }
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    // All marks that end a sentence lie in these two blocks.
    if ((code > 0x3002 && code < 0xff01) || !ENDS.has(code)) continue
    let end = i + 1
    while (end < to && CLOSERS.has(text.charCodeAt(end))) end++
    push(end)
    i = end - 1
  }
  push(to)
}

/** A longer sentence is none that anybody wrote; it is read in pieces, so that no layer meets one without bound. */
const LONGEST = 2000

/** Where a sentence is cut: at its end, or of a longer one after the last mark of a clause within bounds. */
function cutOf(text: string, start: number, end: number): number {
  if (end - start <= LONGEST) return end
  for (let i = start + LONGEST; i > start + LONGEST / 2; i--) if (CLAUSE_MARKS.has(text.charCodeAt(i - 1))) return i
  return start + LONGEST
}
