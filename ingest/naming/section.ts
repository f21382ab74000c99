// A bare office in a list -> the body that heads the list: 省教育厅 on a line of its own, its officers on the lines below.
import type { Item, Line } from '../line.js'
import { lineIndexAt } from '../line-at.js'
import type { Paper } from '../paper.js'
import { draftsOf } from '../roster.js'

/** How many lines of a list may stand between its heading and an office. */
const SECTION = 12
/** 经济运行处 before 处长 at the start of a line. */
const PART = /^[\u4e00-\u9fff]{1,8}(?:处|科|室|部|中心|局|队|司|所)$/u

/** 省林业局　局长　某某: the body stands in the column before the office, on its line or on one above that has it. */
export function besideOwner(item: Item, line: Line, paper: Paper): { name: string; forms: string[] } | undefined {
  const index = lineIndexAt(paper, line.sentence.start)
  for (let i = index; i >= Math.max(0, index - 6); i--) {
    const row = paper.lines[i] as Line
    if (/[。！？]$/u.test(row.text) || row.text.length > 60) return undefined
    const [body, office] = i === index ? [row.items[row.items.indexOf(item) - 1], item] : row.items
    if (
      body?.kind === 'Org' &&
      office?.kind === 'Post' &&
      /^ *$/u.test(line.folded.slice(row.sentence.start, body.start)) &&
      /^ +$/u.test(line.folded.slice(body.end, office.start))
    ) {
      const name = draftsOf(body)[0]?.name
      return name ? { name, forms: [] } : undefined
    }
    // Only an office that begins its line takes the body of a line above.
    if (i === index && (item.start > line.sentence.start + 1 || row.items.some((p) => p.kind === 'Org')))
      return undefined
    if (row.items[0]?.kind === 'Org') return undefined
  }
  return undefined
}

/** The owner that the heading of a list gives to an office below it; undefined outside of lists. */
export function sectionOwner(
  item: Item,
  line: Line,
  paper: Paper,
  unit: string,
): { name: string; forms: string[] } | undefined {
  if (/[。！？]$/u.test(line.text) || line.text.length > 60) return undefined
  const index = lineIndexAt(paper, line.sentence.start)
  for (let i = index - 1; i >= Math.max(0, index - SECTION); i--) {
    const above = paper.lines[i] as Line
    if (/[。！？]$/u.test(above.text)) return undefined
    const head = above.items[0]
    if (!head || (head.kind !== 'Org' && head.kind !== 'Place')) continue
    if (head.end - head.start < above.text.replace(/[：:]$/u, '').length) continue
    const name = head.kind === 'Org' ? draftsOf(head)[0]?.name : undefined
    const before = line.folded.slice(line.sentence.start, item.start)
    return name ? { name: name + (unit || (PART.test(before) ? before : '')), forms: [] } : undefined
  }
  return undefined
}
