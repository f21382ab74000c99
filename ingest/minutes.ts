// The head of minutes -> who was there: a label (出席, 列席, 缺席, 主持) and the names on its line and on the lines below that begin with
// one. What stands after a label and a colon, the data rules read; here a label before a gap, the lines below, and those who stand in.
import type { Finding, Supplier } from './facts.js'
import type { Item, Line } from './line.js'
import type { Paper } from './paper.js'
import { draftsOf, type Roster } from './roster.js'
import { Search } from './search.js'

const PRESENT = new Search(
  /^ ?(?:出 ?席|列 ?席|参 ?加|参 ?会|与 ?会|到 ?会|邀请列席|特邀)(?:会议)?(?: ?[领人单名情代嘉][导员位单况表宾] ?| ?人 ?| ?名 ?单 ?)?(?<gap>：| |｜)/u,
)
const ABSENT = new Search(/^ ?(?:缺 ?席|请 ?假|因[公事]请假|未出席)(?:会议)?(?: ?人 ?员?)?(?<gap>：| |｜|（)/u)
const CHAIR = new Search(/^ ?(?:会议)? ?主 ?持(?: ?人)?(?: ?领导)?(?<gap> |｜)/u)
const FIELD = /^[^，。：]{1,10}：|^(?:记录|整理|审核|签发|会议时间|会议地点|时间|地点|议题)[ ｜]/u
/** One who stands in for an absent one, in brackets after the name. */
const FOR = /^(?:同志)?(?:代|代会|代为参加|代为出席|参加|出席|列席|代替参加|代为参会|参会)(?:）|，|；|$)/u

/** A heading of its own: …会议出席人员（名单）. */
const ROLL =
  /^(?:[^。；：]{0,40}?)(?:出席|参会|与会|列席|参加|到会)(?:会议)?(?:的)?(?:人员|领导|人|单位及人员|同志)?(?:名单)?(?:（[^（）]{1,12}）)?$/u
/** Fields of a roll: whose names follow. */
const OF_ROLL =
  /^ ?(?:第?[一二三]?副? ?主 {0,3}任|委 {0,3}员|成 {0,3}员|[常副]?[组会秘][ 书]{0,3}长|(?:副?指挥长)|[^，。：]{0,8}(?:领导|部门|单位|同志|代表|会场|方面|成员|嘉宾|专家))(?:（[^（）]{1,12}）)?：/u

/** 出席今天发布会的还有： before a line for each. */
const ALSO = new Search(/^ ?(?:出席|参加|列席)[^。；，：]{0,24}的(?:还)?(?:有|是)(?:领导|嘉宾)?(?<gap>：)$/u)

type Label = 'present' | 'absent' | 'chair'
const LABELS: readonly { sort: Label; search: Search }[] = [
  { sort: 'present', search: PRESENT },
  { sort: 'present', search: ALSO },
  { sort: 'absent', search: ABSENT },
  { sort: 'chair', search: CHAIR },
]

/** Those present and in the chair whom no colon leads to. Run before lists are gathered. */
export function findPresent(paper: Paper, supply: Supplier): Finding[] {
  const findings: Finding[] = []
  let open: Label | undefined
  let colon: Line | undefined
  let roll = false
  for (const line of paper.lines) {
    const label = labelOf(line)
    if (label) {
      open = label.sort
      colon = label.gap === '：' ? line : undefined
      roll = false
    } else if (line.sentence.heading && ROLL.test(line.text)) {
      open = 'present'
      roll = true
    } else if (open && roll && OF_ROLL.test(line.text)) colon = undefined
    else if (open && (open === 'chair' || FIELD.test(line.text) || !goesOn(line, roll))) open = undefined
    if (!open) continue
    for (const person of line.items.filter((i) => i.kind === 'Person')) {
      const standsIn = FOR.test(line.folded.slice(person.end, line.sentence.end))
      if (open === 'absent' ? !standsIn : line === colon || excused(line, person)) continue
      const to = supply('Meeting whole', line, line.sentence.end)
      const from = draftsOf(person)[0]
      if (!to || !from) continue
      const { start, end } = line.sentence
      const type = open === 'chair' ? 'CHAIRED' : 'ATTENDED'
      findings.push({ type, from, to, attrs: {}, start, end, rule: `minutes/${open}`, confidence: 0.93 })
    }
  }
  return findings
}

/** The label that a line begins with; before a gap only when a name or an office stands right after it. */
function labelOf(line: Line): { sort: Label; gap: string } | undefined {
  for (const { sort, search } of LABELS) {
    const m = search.first(line)
    if (!m) continue
    const gap = m.groups?.gap as string
    const at = line.sentence.start + m[0].length
    if (/[ ｜]/u.test(gap) && !line.items.some((i) => i.start === at && (i.kind === 'Person' || i.kind === 'Post')))
      continue
    return { sort, gap }
  }
  return undefined
}

/** A line that goes on with the list: it begins with a name or an office and tells nothing. */
function goesOn(line: Line, roll: boolean): boolean {
  const first = line.items.find((i) => i.kind === 'Person' || i.kind === 'Post')
  if (!first || first.start > line.sentence.start + 1 || (!roll && line.text.length > 80)) return false
  // 某局局长某某先生。: the last of the list ends as a sentence does.
  const text = line.text.replace(/(?<=先生|女士|同志)[；。]$/u, '')
  return !/[。！？]$|：|会议|主持|讲话|强调|指出/u.test(text)
}

const excused = (line: Line, person: Item): boolean =>
  /^[^、；）]{0,12}(?:请假|缺席|未到)/u.test(line.folded.slice(person.end, line.sentence.end))

const WHEN = new Search(/^(?:会议)? ?时 {0,4}间[：｜ ]/u)
/** How far down the head of minutes goes, in lines. */
const HEAD = 12

/** The meeting of a document takes the day of its head: a field 时间, or a date alone under the title of a speech. Run after naming. */
export function dateMeeting(paper: Paper, roster: Roster): void {
  const head = paper.lines.slice(0, HEAD)
  const at = head.findIndex(
    (l, i) => WHEN.first(l) || (i > 0 && i < 5 && /^（?\d{4}年\d{1,2}月\d{1,2}日(?:[上下]午)?）?$/u.test(l.text)),
  )
  const date = head[at]?.items.find((i) => i.kind === 'Date')?.value.date
  if (typeof date !== 'string' || date.length !== 10) return
  const title = head
    .slice(0, WHEN.first(head[at] as Line) ? HEAD : at)
    .flatMap((l) => l.items.filter((i) => i.kind === 'Meeting' && SPOKEN.test(l.folded.slice(i.end, l.sentence.end))))
    .flatMap(draftsOf)[0]
  if (title && roster.drafts.includes(title)) title.attrs.date ??= date
}

/** What follows the meeting in the title of its papers. */
const SPOKEN = /^(?:$|上的|纪要|议程|[（(]|的?(?:会议)?记录|简报)/u
