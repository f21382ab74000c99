// A paper that divides the work among leaders (李平　副市长 / 负责…。兼任市安委会主任。) -> the offices told without their holder in the lines
// below his. Knows lines, items and drafts; run before lists are gathered.
import type { Finding } from './facts.js'
import type { Item, Line } from './line.js'
import type { Paper } from './paper.js'
import { type Draft, draftsOf } from './roster.js'
import { Search } from './search.js'

/** 兼任…: nobody is named before it in its sentence. */
const ALSO = new Search(/^ ?(?:并|同时|还)?(?:兼任|兼|担任)(?=[\u4e00-\u9fff])/u)
/** So many lines below his name a leader's work is told. */
const BELOW = 3

/** Offices held besides, one finding each. */
export function findPortfolios(paper: Paper): Finding[] {
  const findings: Finding[] = []
  let holder: { of: Draft; row: number } | undefined
  for (const line of paper.lines) {
    const { start, end, line: row } = line.sentence
    const of = headOf(line)
    if (of) holder = { of, row }
    const also = ALSO.first(line)
    if (!holder || !also || row - holder.row > BELOW || line.items.some((i) => i.kind === 'Person')) continue
    for (const to of postsFrom(line, start + also[0].length).flatMap(draftsOf))
      findings.push({
        type: 'HOLDS_POST',
        from: holder.of,
        to,
        attrs: {},
        start,
        end,
        rule: 'post/held-besides',
        confidence: 0.93,
      })
  }
  return findings
}

/** The one with whose name and office, and nothing else, a line begins. */
function headOf(line: Line): Draft | undefined {
  const [first, second] = line.items
  if (first?.kind !== 'Person' || second?.kind !== 'Post' || first.start > line.sentence.start + 1) return undefined
  return /^(?:（[^（）]*）)? ?$|^，$/u.test(line.folded.slice(first.end, second.start)) ? draftsOf(first)[0] : undefined
}

/** The row of offices that begins at an offset. */
function postsFrom(line: Line, at: number): Item[] {
  const found: Item[] = []
  for (const item of line.items) {
    if (item.start < at) continue
    if (item.kind !== 'Post' || !/^[、和]?$/u.test(line.folded.slice(at, item.start))) break
    found.push(item)
    at = item.end
  }
  return found
}
