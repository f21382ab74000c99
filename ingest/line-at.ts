// A folded offset -> the line of the paper that holds it, in the time of a look-up. Knows nothing of items.
import { bisect } from './bisect.js'
import type { Line } from './line.js'
import type { Paper } from './paper.js'

/** The number of the last line that begins at or before a folded offset; -1 before the first. */
export function lineIndexAt(paper: Paper, offset: number): number {
  return bisect(paper.lines.length, (i) => (paper.lines[i] as Line).sentence.start <= offset) - 1
}

/** The lines that a stretch of the folded text touches, in order. */
export function linesBetween(paper: Paper, start: number, end: number): Line[] {
  const found: Line[] = []
  for (let i = Math.max(0, lineIndexAt(paper, start)); i < paper.lines.length; i++) {
    const line = paper.lines[i] as Line
    if (line.sentence.start >= end) break
    if (line.sentence.end > start) found.push(line)
  }
  return found
}
