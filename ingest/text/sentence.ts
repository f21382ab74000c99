// Folded text -> sentences. A sentence ends at 。！？ or a line break; closing quotes and brackets belong to it.

/** One sentence in folded offsets; `line` counts lines of the folded text, `heading` is a short line without an end. */
export interface Sentence {
  start: number
  end: number
  line: number
  heading: boolean
}

const CLOSERS = /[”’」』）》】]/u

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
  const whole = to - from
  const push = (end: number) => {
    let a = start
    let b = end
    while (a < b && text[a] === ' ') a++
    while (b > a && text[b - 1] === ' ') b--
    if (b > a) {
      const heading = a === from && b === to && whole <= 60 && !/[。！？；]/u.test(text[b - 1] as string)
      sentences.push({ start: a, end: b, line, heading })
    }
    start = end
  }
  for (let i = from; i < to; i++) {
    const c = text[i]
    if (c !== '。' && c !== '！' && c !== '？' && c !== '…') continue
    let end = i + 1
    while (end < to && (CLOSERS.test(text[end] as string) || text[end] === '。' || text[end] === '…')) end++
    push(end)
    i = end - 1
  }
  push(to)
}
