// A body that the document gives a short name (以下简称…, 下称…), and a firm called by the first characters of its name
// (远山公司) -> items of kind `Org` wherever the short name stands alone.
import type { OrgValue } from './bodies.js'
import type { Item, Line } from './line.js'
import { linesBetween } from './line-at.js'
import type { Paper } from './paper.js'
import { Search } from './search.js'

const CALLED =
  /^（[^（）]{0,40}?(?:以下|下)(?:简|统|通)?称(?:为|作)?[：“"]?(?<short>[\u4e00-\u9fffA-Za-z0-9]{2,12}?)[”"]?(?:[，；）]|$)/u

/** Finds the short names. Run when the bodies of all lines are found, before offices are. */
export function findShortNames(paper: Paper): void {
  findFirmsAgain(paper)
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

/** What a firm's own name is followed by, and words that many firms have in common: no name of one. */
const TAIL = /(?:集团)?(?:有限责任|股份有限|有限)?公司$/u
const TRADE =
  /^(?:[\u4e00-\u9fff]?(?:城市|建筑|建设|投资|工程|物业|劳务|运输|物流|化工|电力|燃气|矿业|煤业|贸易|科技|实业|发展|国有|交通|路桥|水务|食品|机械|新型|环保|能源|农业|旅游|文化|金属|精细|热力|供水|公交|客运|开发|集团|上市|有限|责任|股份|分|子|总|母|该|本|某|我|各|两家|外包|施工|监理|设计|承包|涉事|保险|安保|保安|商贸|租赁|装饰|置业|地产|医药|生物|材料|网络|信息|管理|服务))/u
const AGAIN = new Search(/(?<short>[\u4e00-\u9fff]{2,4})公司/gu)

/** 桂顺公司 for 某市桂顺再生资源回收有限公司: the one firm of the document whose own name begins so. */
function findFirmsAgain(paper: Paper): void {
  const firms = new Map<string, Item | undefined>()
  for (const line of paper.lines)
    for (const item of line.items) {
      if (item.kind !== 'Org' || !item.value.firm) continue
      const whole = line.textOf(item)
      const seat = item.parts.findLast((p) => p.kind === 'Place' && p.end < item.end)
      const own = line.folded.slice(seat?.end ?? item.start, item.end)
      if (!TAIL.test(own) || TRADE.test(own)) continue
      const core = own.replace(TAIL, '')
      for (let n = 2; n <= Math.min(4, core.length); n++) {
        const short = core.slice(0, n)
        const held = firms.get(short)
        const other = firms.has(short) && (!held || nameAt(held, paper) !== whole)
        firms.set(short, other ? undefined : (held ?? item))
      }
    }
  if (!firms.size) return
  for (const line of paper.lines)
    for (const match of AGAIN.in(line)) {
      const word = match.groups?.short as string
      for (let n = word.length; n >= 2; n--) {
        const firm = firms.get(word.slice(-n))
        if (!firm) continue
        const end = line.sentence.start + match.index + match[0].length
        place(paper, `${word.slice(-n)}公司`, firm, end - n - 2)
        break
      }
    }
}

const nameAt = (item: Item, paper: Paper) => paper.text.slice(item.start, item.end)

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
