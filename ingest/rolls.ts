// A paper that is the roll of a meeting (…会议参会人员名单) -> who is there and who speaks: everyone named in its sections but those
// excused and those who only serve. Knows lines, items and the meeting of the title.
import type { Finding } from './facts.js'
import type { Line } from './line.js'
import type { Paper } from './paper.js'
import { type Draft, draftsOf } from './roster.js'

const TITLE =
  /^的?(?:拟)?(?:参会|出席|与会|参加|到会|列席)?(?:领导|人员|单位|代表|同志|嘉宾)?(?:名单|名册|签到表|签到册|座次表)/u
/** Sections of people who are not there, or not to take part. */
const OTHERS = /会务|工作人员|联系人|联络|记者|媒体|服务|后勤|请假|缺席|总协调|材料|签到|值班/u
const SPEAKERS = /发言|汇报|交流|典型/u
const NOTES = /^[【（(]?(?:备注|说明|注|附注|其他事项|有关要求|会议要求)/u
const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[▇▶●■◆▲【])/u
const AWAY = /^[^、；）]{0,12}(?:请假|缺席|未到|不参加|因[病事公])/u

/** The meeting whose roll the paper is. */
export function meetingOfRoll(paper: Paper): Draft | undefined {
  for (const line of paper.lines.slice(0, 3))
    for (const item of line.items)
      if (item.kind === 'Meeting' && TITLE.test(line.folded.slice(item.end, line.sentence.end)))
        return draftsOf(item)[0]
  return undefined
}

/** Those on the roll. Run after naming, before lists are gathered. */
export function findRoll(paper: Paper): Finding[] {
  const meeting = meetingOfRoll(paper)
  if (!meeting) return []
  const findings: Finding[] = []
  let type: 'ATTENDED' | 'SPOKE_AT' | undefined
  for (const line of paper.lines.slice(1)) {
    if (NOTES.test(line.text)) break
    if (HEADING.test(line.text))
      type = OTHERS.test(line.text) ? undefined : SPEAKERS.test(line.text) ? 'SPOKE_AT' : 'ATTENDED'
    if (!type || /[。！？]$/u.test(line.text)) continue
    for (const person of line.items) {
      if (person.kind !== 'Person' || AWAY.test(after(line, person.end))) continue
      const from = draftsOf(person)[0]
      const { start, end } = line.sentence
      if (from)
        findings.push({ type, from, to: meeting, attrs: {}, start, end, rule: 'minutes/roll', confidence: 0.93 })
      if (from && /^（主持/u.test(after(line, person.end)))
        findings.push({
          type: 'CHAIRED',
          from,
          to: meeting,
          attrs: {},
          start,
          end,
          rule: 'minutes/roll-chair',
          confidence: 0.93,
        })
    }
  }
  return findings
}

/** The words after a name, without the bracket it opens in. */
const after = (line: Line, at: number): string =>
  line.folded.slice(at, Math.min(line.sentence.end, at + 24)).replace(/^（(?!主持)/u, '')
