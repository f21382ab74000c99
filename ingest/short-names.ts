// A body that the document gives a short name (以下简称…, 下称…) -> items of kind `Org` wherever the short name stands alone.
import type { OrgValue } from './bodies.js'
import type { Item, Line } from './line.js'
import { linesBetween } from './line-at.js'
import type { Paper } from './paper.js'

const CALLED =
  /^（[^（）]{0,40}?(?:以下|下)(?:简|统|通)?称(?:为|作)?[：“"]?(?<short>[\u4e00-\u9fffA-Za-z0-9]{2,12}?)[”"]?(?:[，；）]|$)/u

/** Finds the short names. Run when the bodies of all lines are found, before offices are. */
export function findShortNames(paper: Paper): void {
  if (!paper.text.includes('称')) return
  const known = new Map<string, Item>()
  for (const line of paper.lines)
    for (const item of line.items) {
      if (item.kind !== 'Org') continue
      const short = CALLED.exec(line.folded.slice(item.end, Math.min(line.sentence.end, item.end + 60)))?.groups?.short
      if (short && /(?:公司|集团|厂|矿|店|院|校|局|厅|委|会|中心)$/u.test(short)) known.set(short, item)
    }
  for (const [short, item] of known)
    for (let at = paper.text.indexOf(short); at >= 0; at = paper.text.indexOf(short, at + 1))
      place(paper, short, item, at)
}

function place(paper: Paper, short: string, of: Item, at: number): void {
  const end = at + short.length
  const line: Line | undefined = linesBetween(paper, at, end)[0]
  if (!line || end > line.sentence.end || line.items.some((i) => i.start < end && i.end > at && i.kind !== 'Place'))
    return
  if (/称[：“"]?$/u.test(line.folded.slice(Math.max(line.sentence.start, at - 3), at))) return
  const value = of.value as unknown as OrgValue
  const full = value.form === undefined ? nameOf(line, of) : undefined
  line.put({
    kind: 'Org',
    start: at,
    end,
    rule: 'body/short',
    value: { ...of.value, ...(full && { name: full }), forms: [short, ...(value.forms ?? [])] },
    parts: [],
  })
}

/** A firm's name as it is written where it is given in full. */
const nameOf = (line: Line, of: Item): string | undefined =>
  of.value.firm ? line.folded.slice(of.start, of.end) : undefined
