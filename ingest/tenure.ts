// Facts of who holds which office or leads which team in, the same with the days since and until which, where the words
// say them: 自2020年5月起担任, 2019年3月至2021年5月任, 3月12日任命…为, 免去…职务. A decision without a day of its own is of
// the document's day.
import type { AttributeValue } from '../schema/fact.js'
import { bisect } from './bisect.js'
import type { DateValue } from './dates.js'
import type { Finding } from './facts.js'
import type { Item, Line } from './line.js'
import { type Draft, draftsOf } from './roster.js'

/** Words between a day and the office or the name that it begins with; the name of the holder is taken out before. */
const BEGINS =
  /^(?:起|开始|后|至今)?[，,]?(?:同志)?(?:[，,])?(?:开始|正式|先后|又|再次|被|已|至今)?(?:担任|出任|就任|接任|升任|调任|改任|兼任|转任|任职?|当选为?|获?任命为|补选为|选举为|挂任)(?:[^，。；：]{2,24}[、兼])?$/u
const BEGINS_EARLIER = /^(?:至今|以来)[，,]?(?:一直)?(?:担任|任)(?:[^，。；：]{2,24}[、兼])?$/u
/** Between two days of a span. */
const TO = /^ ?(?:至|到|—{1,2}|-|－|–|~|～) ?$/u
const APPOINTED = /任命|补选|选举|推选|当选|决定代理/u
const NOT_YET = /拟|提名|建议|人选/u
/** Rules by which an office ends. */
const ENDS = new Set(['post/removed', 'post/resigned', 'post/of-office', 'post/and-no-longer'])
const BEGUN = new Set(['post/appointed', 'post/also-appointed'])

/**
 * Adds `since` and `until` where the words give them.
 * @param published the document's date, as precise as known
 */
export function dateTenures(findings: readonly Finding[], published: string | undefined): Finding[] {
  return findings.map((finding) => {
    if (finding.type !== 'HOLDS_POST' && finding.type !== 'LEADS_GROUP') return finding
    if (finding.attrs.since !== undefined || finding.attrs.until !== undefined) return finding
    const told = tenureOf(finding, published)
    return told === undefined ? finding : { ...finding, attrs: { ...finding.attrs, ...told } }
  })
}

type Tenure = Record<'since' | 'until', AttributeValue> | { since: string } | { until: string }

function tenureOf(finding: Finding, published: string | undefined): Tenure | undefined {
  for (const { line, item } of mentionsIn(finding)) {
    const dates = line.items.filter(isDay).filter(({ end }) => end <= item.start)
    // 任省长期间, 任组长的检查组: what is told of the day is something else.
    if (/^(?:期间|时|的)/u.test(line.folded.slice(item.end, item.end + 2)) && !ENDS.has(finding.rule)) continue
    const told = spanBefore(finding, line, item, dates)
    if (told !== undefined) return told
    const day = decisionDay(line, item, dates, published)
    if (day === undefined) continue
    if (ENDS.has(finding.rule)) return { until: day }
    const before = line.folded.slice(line.sentence.start, item.start)
    if (BEGUN.has(finding.rule) && finding.attrs.former !== true && APPOINTED.test(before) && !NOT_YET.test(before))
      return { since: day }
  }
  return undefined
}

/** So many mentions are looked through one by one. */
const FEW = 32
type Mention = Draft['mentions'][number]
const inOrder = new WeakMap<Draft, readonly Mention[]>()

/** The mentions of the office within the words of a finding, in the order in which they were noted. */
function mentionsIn({ to, start, end }: Finding): readonly Mention[] {
  const within = ({ item }: Mention) => item.start >= start && item.end <= end
  if (to.mentions.length <= FEW) return to.mentions.filter(within)
  let sorted = inOrder.get(to)
  if (sorted?.length !== to.mentions.length) {
    sorted = [...to.mentions].sort((a, b) => a.item.start - b.item.start)
    inOrder.set(to, sorted)
  }
  const known = sorted
  const startOf = (n: number) => (known[n] as Mention).item.start
  const first = bisect(known.length, (n) => startOf(n) < start)
  const found: Mention[] = []
  for (let n = first; n < known.length && startOf(n) < end; n++)
    if (within(known[n] as Mention)) found.push(known[n] as Mention)
  return found.length > 1 ? found.sort((a, b) => to.mentions.indexOf(a) - to.mentions.indexOf(b)) : found
}

const dayTold = (item: Item) => item.value as DateValue
const isDay = (item: Item) => item.kind === 'Date' && dayTold(item).date !== undefined

/** A day or a span of days right before the office. */
function spanBefore(finding: Finding, line: Line, post: Item, dates: readonly Item[]): Tenure | undefined {
  const last = dates.at(-1)
  if (last === undefined) return undefined
  const { date, until } = dayTold(last)
  const between = withoutHolder(finding, line, last.end, post.start)
  const first = dates.at(-2)
  const isSpan = first !== undefined && TO.test(line.folded.slice(first.end, last.start))
  if (!BEGINS.test(between.replace(/^(?:期间|间)/u, '')) && !BEGINS_EARLIER.test(between)) return undefined
  if (date !== undefined && until !== undefined) return { since: date, until }
  if (isSpan) return { since: dayTold(first).date as string, until: date as string }
  return { since: date as string }
}

/** The words of a stretch without the name of the one spoken of; those of others stay and fit no pattern. */
function withoutHolder(finding: Finding, line: Line, start: number, end: number): string {
  let text = ''
  let at = start
  for (const item of line.items) {
    if (item.kind !== 'Person' || item.start < at || item.end > end || draftsOf(item)[0] !== finding.from) continue
    text += line.folded.slice(at, item.start)
    at = item.end
  }
  return text + line.folded.slice(at, end)
}

/** The day of a decision: the nearest one told before it in the sentence, else the document's, if that is a day. */
function decisionDay(
  line: Line,
  post: Item,
  dates: readonly Item[],
  published: string | undefined,
): string | undefined {
  const own = dates.filter((item) => [undefined, 'dateline'].includes(dayTold(item).role)).at(-1)
  if (own !== undefined) return dayTold(own).date
  const later = line.items.some((item) => isDay(item) && item.start > post.end)
  return later || published?.length !== 10 ? undefined : published
}
