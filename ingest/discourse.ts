// What a document speaks of at a place in it: the meeting it is reporting there, the thing of another kind it named last.

import { bisect } from './bisect.js'
import type { Supplier } from './facts.js'
import type { Line } from './line.js'
import type { MeetingValue } from './meetings.js'
import type { Paper } from './paper.js'
import { meetingOfRoll } from './rolls.js'
import { type Draft, draftsOf, type Roster } from './roster.js'
import { Search } from './search.js'
import { clauseEnd } from './text/clause.js'
import { isDigit } from './text/digit.js'

interface Turn {
  at: number
  /** The sentence in which the text turned to it, counted from 0. */
  line: number
  meeting: Draft | undefined
  /** The text tells of another encounter: a meeting named in passing does not bring it back. */
  away?: true
}

/** The meeting that the text tells of, if it was named so many sentences ago or less. */
const REACH: Readonly<Record<string, number>> = { 'Meeting near': 4, 'Meeting next': 2 }
/** The meeting last told of, whatever came between: for lists at the end of minutes. */
const WHOLE = 'Meeting whole'
/** The meeting of the speech whose title stands just above. */
const TITLED = 'Meeting titled'
/** The meeting of which the title above says that these are the words of the one in the chair. */
const HOSTED = 'Meeting hosted'
/** The meeting of whose agenda the document is. */
const AGENDA = 'Meeting agenda'
const SPEECH = /^上的(?:讲话|发言|致辞|报告|汇报|总结|主持词|主持讲话)/u
const HOSTING = /^上的(?:主持词|主持讲话)/u
/** The meeting whose words the document records from beginning to end (实录, 答记者问), else the one told of. */
const RECORDED = 'Meeting recorded'
const RECORD = /^(?:文字|图文|现场)?(?:实录|记录|直播|摘录|摘要)|^[^，。]{0,10}(?:文字实录|图文实录)/u
/** In minutes the meeting is one from the head to the end; elsewhere, the one told of lately. */
const MINUTED = 'Meeting minuted'
/** The body whose name is the head of the paper, a few lines above its title. */
const LETTERHEAD = 'Letterhead'
/** Whom the sentence before, of the same paragraph, is about: he that the next begins with. */
const SUBJECT = 'Subject'
/** A sentence of this kind tells of another encounter, whatever meeting it names. */
const ELSEWHERE = new Search(
  /(?:代表|委员|部长)通道|贺信|贺电|致电|致信|回信|会见|(?<!工作|参加)会谈|通电话|会晤|视察|回电/u,
)
/** The day that a sentence begins with. */
const DAY = /^(?:(?<m>\d{1,2})月)?(?<d>\d{1,2})日/u
/** Words by which a sentence tells that a meeting is held, not only that someone was at it. */
const MEETS = /召开|举行|举办|开幕|闭幕|闭会|主持/u
/** A paragraph that begins so speaks of something else than the one before it. */
const ANEW =
  /^(?!\d{1,2}[:：]\d{2})(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|第[一二三四五六七八九十]+[章节]|[▇▶▷●■□◆◇▲△▼▽★☆※◎○•#\d]{1,2}[、.．]?|又讯|另悉|另据|另讯|又据|据了解|此外|【(?!\d{1,2}[:：]|参会|与会|出席|会场))/u
/** A date on a line of its own belongs to the title above. */
const BARE_DATE = /^[（(]?[\d年月日 .:：-]{6,24}(?:[上下]午|晚)?[）)]?$/u
/** The one who does this has left the meeting. */
const AWAY = /^.{0,24}?(?:来到|前往|走进|走访|赶赴|赶往|赴|深入|察看|查看|看望|慰问|考察|实地|登上|步入)/u

/** Reads a named document once; the result says which thing it speaks of at any offset. */
export function openDiscourse(paper: Paper, roster: Roster): Supplier {
  const turns = roster.ofType('Meeting').length ? meetingTurns(paper) : []
  const minuted = meetingOfRecord(paper)
  const turns3 = paper.lines.filter((line) => line.items[0]?.kind === 'Person' && TURN.test(line.text)).length >= 3
  return (kind: string, line: Line, at: number) => {
    const reach = REACH[kind]
    if (kind === LETTERHEAD) return letterhead(paper, line.index) ?? signature(paper, line.index)
    if (kind === SUBJECT) return subjectBefore(paper, line.index)
    if (kind === TITLED) return titled(paper, line.index, SPEECH)
    if (kind === HOSTED) return titled(paper, line.index, HOSTING)
    if (kind === AGENDA) return agenda(paper)
    if (kind === MINUTED) return minuted
    // In a record of turns what one says that another demands was not said there.
    if (REACH[kind] !== undefined && turns3 && TURN.test(rowOf(paper, line))) return undefined
    if (minuted && (kind === RECORDED || REACH[kind] !== undefined)) return minuted
    if (kind === RECORDED) kind = 'Meeting'
    if (kind === WHOLE) return turns.findLast((turn) => turn.at < at && turn.meeting)?.meeting
    if (kind !== 'Meeting' && reach === undefined) return roster.latest(kind as Draft['type'], at)
    const best = lastBefore(turns, at)
    if (reach !== undefined && best && line.index - best.line > reach) return undefined
    return best?.meeting ?? (best?.away ? undefined : minuted)
  }
}

function lastBefore(turns: readonly Turn[], at: number): Turn | undefined {
  return turns[bisect(turns.length, (i) => (turns[i] as Turn).at < at) - 1]
}

function meetingTurns(paper: Paper): Turn[] {
  const turns: Turn[] = []
  let paragraph = -1
  for (const [index, line] of paper.lines.entries()) {
    const { start, end, line: row } = line.sentence
    const begins = row !== paragraph
    paragraph = row
    const own = line.items.filter((i) => i.kind === 'Meeting' && draftsOf(i).length > 0)
    if ((begins && anew(line)) || (!own.length && (leaves(line) || otherDay(line, turns.at(-1)?.meeting))))
      turns.push({ at: start - 1, line: index, meeting: undefined })
    for (const item of own) {
      const value = item.value as unknown as MeetingValue
      if (value.passing || (value.aside && (turns.at(-1)?.meeting || turns.at(-1)?.away))) continue
      if (turns.at(-1)?.away && !(value.convened && MEETS.test(line.text)) && !/^会议?$/u.test(line.textOf(item)))
        continue
      // 某次会议主席团常务主席: those who sit in its organ are at another meeting.
      if (/^主席团(?:常务主席|成员|秘书长|会议)/u.test(line.folded.slice(item.end, item.end + 8))) continue
      // 委员长会议关于提请审议…的议案: the one who proposes, not the one that is told of.
      if (!begins && /^关于/u.test(line.folded.slice(item.end, item.end + 2))) continue
      const meeting = draftsOf(item)[0]
      if (!begins && pastOf(meeting, turns.at(-1)?.meeting)) continue
      turns.push({ at: item.start, line: index, meeting })
    }
    if (ELSEWHERE.first(line)) turns.push({ at: end - 1, line: index, meeting: undefined, away: true })
  }
  return turns
}

/** 去年召开的会议, told in a report of a meeting of this year. */
function pastOf(meeting: Draft | undefined, present: Draft | undefined): boolean {
  const [then, now] = [meeting?.attrs.date, present?.attrs.date].map((d) =>
    typeof d === 'string' ? d.slice(0, 4) : '',
  )
  return !!then && !!now && then < now
}

function anew(line: Line): boolean {
  const first = line.items[0]
  if (first?.kind === 'Date' && first.start - line.sentence.start <= 2) return !BARE_DATE.test(line.text)
  return ANEW.test(line.text)
}

/** 14日反馈意见: a sentence that begins with another day than the meeting's tells of something else. */
function otherDay(line: Line, meeting: Draft | undefined): boolean {
  const day = isDigit(line.folded.charCodeAt(line.sentence.start)) && DAY.exec(line.text)?.groups
  if (!day) return false
  const [, month, date] = /^\d{4}-(\d{2})-(\d{2})$/u.exec(`${meeting?.attrs.date ?? ''}`) ?? []
  // 12日下午召开座谈会。14日反馈意见: days are told, the meeting's own is not sure.
  if (!month || !date) return meeting !== undefined && day.m === undefined && !/会/u.test(line.text)
  return Number(day.d) !== Number(date) || (day.m !== undefined && Number(day.m) !== Number(month))
}

function leaves(line: Line): boolean {
  const first = line.items.find((i) => i.kind === 'Person')
  if (!first || first.start - line.sentence.start > 30) return false
  return AWAY.test(line.folded.slice(first.end, clauseEnd(line.folded, first.end, line.sentence.end)))
}

/** The first person of the sentence before in the same paragraph, when that sentence also tells of a meeting. */
function subjectBefore(paper: Paper, index: number): Draft | undefined {
  const [above, line] = [paper.lines[index - 1], paper.lines[index]]
  if (!above || above.sentence.line !== line?.sentence.line) return undefined
  const first = above.items.find((i) => i.kind === 'Person')
  const told = above.items.some((i) => i.kind === 'Meeting' && !i.value.passing && !i.value.aside)
  return first && told ? draftsOf(first)[0] : undefined
}

/** A line that is nothing but a body, with or without 文件, among the three lines above. */
function letterhead(paper: Paper, index: number): Draft | undefined {
  for (const above of paper.lines.slice(Math.max(0, index - 3), index).reverse()) {
    const org = above.items.find((i) => i.kind === 'Org')
    if (!org || org.start !== above.sentence.start) continue
    if (/^(?:文件|函件|令|办公室文件)?(?:（[^（）]{1,8}）)?$/u.test(above.folded.slice(org.end, above.sentence.end)))
      return draftsOf(org)[0]
  }
  return undefined
}

/** The body that signs a paper headed by its title: alone on a line near the end, a date on the next. */
function signature(paper: Paper, index: number): Draft | undefined {
  if (index > 3) return undefined
  const tail = paper.lines.slice(-8)
  for (const [i, line] of tail.entries()) {
    const org = line.items[0]
    if (org?.kind !== 'Org' || line.items.length !== 1 || line.text.trim().length !== org.end - org.start) continue
    if (tail[i + 1]?.items[0]?.kind === 'Date' && BARE_DATE.test(tail[i + 1]?.text.trim() ?? ''))
      return draftsOf(org)[0]
  }
  return undefined
}

/** 在…会议上的讲话, one or two lines above. */
function titled(paper: Paper, index: number, words: RegExp): Draft | undefined {
  for (const above of paper.lines.slice(Math.max(0, index - 2), index).reverse()) {
    const item = above.items.find(
      (i) => i.kind === 'Meeting' && words.test(above.folded.slice(i.end, above.sentence.end)),
    )
    if (item) return draftsOf(item)[0]
  }
  return undefined
}

const TURN = /^[^，。：]{2,16}：/u

/** The first sentence of the paragraph that a sentence stands in. */
function rowOf(paper: Paper, line: Line): string {
  let i = line.index
  while (i > 0 && paper.lines[i - 1]?.sentence.line === line.sentence.line) i--
  return paper.lines[i]?.text ?? ''
}

/** The meeting of which the whole document is the minutes or the record, said in its first lines. */
function meetingOfRecord(paper: Paper): Draft | undefined {
  const roll = meetingOfRoll(paper)
  if (roll) return roll
  for (const line of paper.lines.slice(0, 5))
    for (const item of line.items)
      if (item.kind === 'Meeting' && draftsOf(item)[0]) {
        if (/^(?:会议)?名 ?称：$/u.test(line.folded.slice(line.sentence.start, item.start))) return draftsOf(item)[0]
        const after = line.folded.slice(item.end, line.sentence.end)
        if (MINUTES.test(after) || RECORD.test(after)) return draftsOf(item)[0]
      }
  return undefined
}

const MINUTES = /^(?:的)?(?:会议)?纪要/u

/** …会议程: the document is the agenda of the meeting in its title. */
function agenda(paper: Paper): Draft | undefined {
  for (const line of paper.lines.slice(0, 4))
    for (const item of line.items)
      if (
        item.kind === 'Meeting' &&
        /^(?:的)?(?:签到(?:表|册)?(?:及|和|暨)?)?议程/u.test(line.folded.slice(item.end, line.sentence.end))
      )
        return draftsOf(item)[0]
  return undefined
}
