// A paper -> whether it is a digest: many short items, each headed by the province or body it is from. Knows lines and places only.
import type { Line } from './line.js'
import type { Paper } from './paper.js'
import { Slot } from './slot.js'

const known = new Slot<Paper, boolean>()
/** Items headed by a place, from so many on, make a digest. */
const FEW = 3
const MARK = /^[▲●■◆★·•▶◇△※【〔[ 　]*$/u
const AFTER = /^[】〕\]：｜]/u

/** Whether each paragraph of a paper is an item of its own. */
export function isDigest(paper: Paper): boolean {
  return known.keep(paper, () => paper.lines.filter(headed).length >= FEW)
}

/** 【湖南】…, ▲湖南：…: the line begins with a province. */
function headed(line: Line): boolean {
  const first = line.items[0]
  return (
    first?.kind === 'Place' &&
    first.value.type === 'Province' &&
    MARK.test(line.folded.slice(line.sentence.start, first.start)) &&
    AFTER.test(line.folded.slice(first.end, line.sentence.end))
  )
}
