// The head of minutes -> who was there: a label (出席, 列席, 缺席) and the names on its line and on the lines below it that begin with one.
// What a label says on its own line, the data rules read; here only what goes on below, and those who stand in for the absent.
import type { Finding, Supplier } from './facts.js'
import type { Item, Line } from './line.js'
import type { Paper } from './paper.js'
import { draftsOf } from './roster.js'

const PRESENT =
  /^ ?(?:出 ?席|列 ?席|参 ?加|参 ?会|与 ?会|到 ?会|邀请列席|特邀)(?:会议)?(?: ?[领人单名情代嘉][导员位单况表宾] ?| ?人 ?| ?名 ?单 ?)?：/u
const ABSENT = /^ ?(?:缺 ?席|请 ?假|因[公事]请假|未出席)(?:会议)?(?: ?人 ?员?)?：/u
const FIELD = /^[^，。：]{1,10}：/u
/** One who stands in for an absent one, in brackets after the name. */
const FOR = /^(?:同志)?(?:代|代会|代为参加|代为出席|参加|出席|列席|代替参加|代为参会|参会)(?:）|，|；|$)/u

/** Those present whom a list names below its first line. Run before lists are gathered. */
export function findPresent(paper: Paper, supply: Supplier): Finding[] {
  const findings: Finding[] = []
  let open: 'present' | 'absent' | undefined
  let head: Line | undefined
  for (const line of paper.lines) {
    const text = line.text
    const begins = PRESENT.test(text) ? 'present' : ABSENT.test(text) ? 'absent' : undefined
    if (begins) {
      open = begins
      head = line
    } else if (open && (FIELD.test(text) || !goesOn(line))) open = undefined
    if (!open || !head) continue
    for (const person of line.items.filter((i) => i.kind === 'Person')) {
      const standsIn = FOR.test(line.folded.slice(person.end, line.sentence.end))
      if (open === 'absent' ? !standsIn : line === head || excused(line, person)) continue
      const to = supply('Meeting whole', line, line.sentence.end)
      const from = draftsOf(person)[0]
      if (!to || !from) continue
      const { start, end } = line.sentence
      findings.push({ type: 'ATTENDED', from, to, attrs: {}, start, end, rule: 'attended/below', confidence: 0.93 })
    }
  }
  return findings
}

/** A line that goes on with the list: it begins with a name or an office and tells nothing. */
function goesOn(line: Line): boolean {
  const first = line.items.find((i) => i.kind === 'Person' || i.kind === 'Post')
  if (!first || first.start > line.sentence.start + 1 || line.text.length > 80) return false
  return !/[。！？]$|：|会议|主持|讲话|强调|指出/u.test(line.text)
}

const excused = (line: Line, person: Item): boolean =>
  /^[^、；）]{0,12}(?:请假|缺席|未到)/u.test(line.folded.slice(person.end, line.sentence.end))
