// Items of kind `Meeting` -> drafts: full names completed from the convener and the region, short ones and 会议 to what they stand for.
import { type DateValue, dateNear } from '../dates.js'
import { isDigest } from '../digest.js'
import type { Item, Line } from '../line.js'
import { fold, leavesOut, mainOf, sameName } from '../meeting-names.js'
import { fullOf, sortOf } from '../meeting-words.js'
import type { MeetingValue } from '../meetings.js'
import type { Paper } from '../paper.js'
import { type Draft, draftsOf, type Roster } from '../roster.js'
import { convener, formsOf, fullName, inFull, nameOf, organOf } from './meeting-forms.js'

/** Names that say which session but not of whom: they take their convener. */
const OF_WHOM =
  /^(?:\d{4}年(?:度)?)?(?:第.{1,4}[次届]|首次|全体|扩大|常务|主任|党组|常委会?|委务|部务|厅务|局务|办公|专题|紧急|视频|工作例|联组|分组|电视电话)/u
const CONVENER =
  '(?<who>‹Org|Group|Meeting›)(?:‹Post›团)?(?:‹Date|Place|Accident›|[^，。；：！？\\n\\uE000-\\uEFFF]){0,40}?(?:召开|举行|举办|进行)了?的?$'
const TALK = '(?<who>‹Org›)(?:‹Date|Place|Org›|[^。；：！？\\n\\uE000-\\uEFFF]){0,30}?(?:进行|实施|开展|组织)了?$'

/** 省安委办对…两市主要负责人进行|约谈: what is summoned may be told at length. */
const TALK_TO =
  '(?<who>‹Org›)(?:在‹Place›{1,3}|‹Date›|[^，。；：！？\\n\\uE000-\\uEFFF对]){0,16}?对(?:‹Date|Place|Org|Title|Role|Bound|Accident|Post›|[^。；：！？\\n\\uE000-\\uEFFF]){0,240}?(?:进行|实施|开展|组织)了?$'

const SUMMONS = '(?<who>‹Org›)(?:‹Date|Place›|[^，。；：！？\\n\\uE000-\\uEFFF]){0,16}?$'

export function nameMeeting(item: Item, line: Line, paper: Paper, roster: Roster): void {
  const value = item.value as unknown as MeetingValue
  const text = line.textOf(item)
  const full = fullOf(text)
  if (value.sort === 'anaphor') {
    const here = withinItem(line, paper)
    const told = latest(roster, item.start, (d) => here(d) && (text !== '会谈' || d.name.endsWith(text)))
    refer(item, line, roster, told, text)
    if (!told && !value.passing) waiting.set(paper, [...(waiting.get(paper) ?? []), { item, line }])
  } else if (full) found(roster.draft('Meeting', full, [text]), item, line, roster)
  else {
    const local = inFull(item, line, paper)
    const same =
      standsFor(roster, mainOf(text), value, item, line) ?? (local && standsFor(roster, local, value, item, line))
    const known = same && (value.sort === 'named' || withinItem(line, paper)(same)) ? same : undefined
    if (value.also) nameOther(item, line, roster)
    if (value.sort === 'summons') nameSummons(item, line, paper, roster, known)
    else if (!known && (value.passing || !line.items.includes(item))) return
    else if (value.sort === 'bare') {
      nameBare(item, line, paper, roster, known)
      if (text === '会议' && !draftsOf(item).length) waiting.set(paper, [...(waiting.get(paper) ?? []), { item, line }])
      else if (!known) nameWaiting(item, line, paper, roster)
    } else if (known) {
      if (text.length > known.name.length && !known.name.includes(text))
        roster.rename(known, fullName(item, line, paper))
      for (const form of formsOf(item, line, paper)) roster.alias(known, form)
      found(known, item, line, roster)
    } else nameNew(item, line, paper, roster)
  }
}

/**
 * A document that names no meeting, but tells that someone in an office called and led one: that is the meeting of all it says of 会议.
 * Run when everything has its name.
 */
export function nameUnnamed(paper: Paper, roster: Roster): void {
  if (roster.near('Meeting').length) return
  const told = waiting.get(paper) ?? []
  const first = told.find(
    ({ item, line }) =>
      line.textOf(item) === '会议' &&
      ((/主持(?:召开|举行)了?(?:一次|专题|专门)*$/u.test(line.folded.slice(line.sentence.start, item.start)) &&
        line.items.some((i) => i.kind === 'Person' && i.end <= item.start)) ||
        /^由[^，。；]{2,40}主持(?:召开)?/u.test(line.folded.slice(item.end, line.sentence.end))),
  )
  if (!first) return
  const post = first.line.items.find((i) => i.kind === 'Post')
  const owner = (post?.value.owner as { name: string } | undefined)?.name
  if (!owner) return
  const draft = roster.draft('Meeting', `${owner}会议`, ['会议'])
  for (const { item, line } of told) if (item.start >= first.item.start) found(draft, item, line, roster)
}

/** 会议 before any meeting has a name. */
const waiting = new WeakMap<Paper, { item: Item; line: Line }[]>()
/** So many paragraphs further on a text still tells what 会议 was: 反馈会前，…. */
const WAITS = 8

/** 出席会议…反馈会前: the kind of the meeting is told after it was spoken of. */
function nameWaiting(item: Item, line: Line, paper: Paper, roster: Roster): void {
  const draft = draftsOf(item)[0]
  if (!draft || sortOf((item.value as unknown as MeetingValue).head) !== 'gathering') return
  for (const told of waiting.get(paper) ?? [])
    if (line.sentence.line - told.line.sentence.line <= WAITS)
      refer(told.item, told.line, roster, draft, told.line.textOf(told.item))
  waiting.delete(paper)
}

/** In a digest 会议 means none of the meetings of other items. */
function withinItem(line: Line, paper: Paper): (draft: Draft) => boolean {
  if (!isDigest(paper)) return () => true
  return (draft) => draft.mentions.some((m) => m.line.sentence.line === line.sentence.line)
}

/** A meeting not spoken of before. */
function nameNew(item: Item, line: Line, paper: Paper, roster: Roster): void {
  const name = nameOfNew(item, line, paper)
  const who = name.endsWith(line.textOf(item)) && name !== line.textOf(item)
  const day = dayOf(item, line)
  // Two meetings of one name on different days: the second is named with its day.
  const again = who
    ? (composed(roster, name, item) ?? below(roster, name.slice(0, name.length - line.textOf(item).length)))
    : undefined
  const twin = !again && roster.find('Meeting', name) && day ? `${written(day)}${name}` : name
  if (again && name.length >= again.name.length) roster.rename(again, name)
  found(again ?? roster.draft('Meeting', twin), item, line, roster)
  for (const form of formsOf(item, line, paper)) roster.alias(draftsOf(item)[0] as Draft, form)
}

/** The name with what its clause adds: the convener of a session, the region of a body. */
function nameOfNew(item: Item, line: Line, paper: Paper): string {
  const text = line.textOf(item)
  const who = OF_WHOM.test(text) ? convener(item, line, CONVENER) : undefined
  return who
    ? nameOf(who, line, paper) + (who.kind === 'Meeting' ? organOf(who, line) : '') + text
    : mainOf(fullName(item, line, paper))
}

/** 近日将|约谈: not yet. */
const INTENDED = /(?:将|拟|计划|准备|视情|适时)[^，。；]{0,20}$/u

/** A last word alone: a meeting already named, or one that its convener and its kind name. */
function nameBare(item: Item, line: Line, paper: Paper, roster: Roster, known: Draft | undefined): void {
  const value = item.value as unknown as MeetingValue
  const text = line.textOf(item)
  const sort = sortOf(value.head)
  // 比武在山丹举行，…出席闭幕式: that of something that is no meeting.
  const foreign =
    sort === 'part' &&
    !line.items.some((i) => i.kind === 'Meeting' && i.end <= item.start) &&
    HELD.test(line.folded.slice(line.sentence.start, item.start))
  if (foreign) return
  if (!known && (sort === 'part' || sort === 'back')) known = latest(roster, item.start, withinItem(line, paper))
  // 出席会议 soon after a meeting with a name of another kind: that one.
  if (!known && text === '会议' && AT_IT.test(line.folded.slice(line.sentence.start, item.start)))
    known = latest(roster, item.start, (d) =>
      d.mentions.some((m) => m.item.start < item.start && line.sentence.line - m.line.sentence.line <= 1),
    )
  const who = value.convened ? convener(item, line, CONVENER) : undefined
  if (known && (!who || value.head !== '会议')) refer(item, line, roster, known, text)
  else if (value.convened && (who || ALONE.has(sort) || chairedHere(item, line))) {
    const name = who ? nameOf(who, line, paper) + organOf(who, line) + text : text
    const draft =
      composed(roster, name, item) ?? below(roster, who && nameOf(who, line, paper)) ?? roster.draft('Meeting', name)
    if (line.sentence.heading) headlines.set(draft, text)
    roster.alias(draft, text)
    roster.alias(draft, name)
    found(draft, item, line, roster)
  }
}

/** 县长李平主持召开|专题会议: someone in the chair makes it a particular one. */
function chairedHere(item: Item, line: Line): boolean {
  if (item.end - item.start < 3 || line.textOf(item) === '座谈会') return false
  // 专题会议纪要: the title of the paper.
  if (line.index < 4 && /^纪 ?要$/u.test(line.folded.slice(item.end, line.sentence.end))) return true
  const before = line.folded.slice(line.sentence.start, item.start)
  return (
    /(?:主持(?:召开)?|(?:^|，)(?:并|还|随后|现场)?(?:组织)?召开|在[^，。；]{2,24}召开)了?$/u.test(before) &&
    line.items.some((i) => i.kind === 'Person' && i.end <= item.start)
  )
}

const HELD = /(?:举行|举办)[，。；]/u
const AT_IT = /(?:出席|参加|列席|主持)了?$/u

/** The meeting of a headline that the same body convenes. */
function below(roster: Roster, who: string | undefined): Draft | undefined {
  return who ? roster.near('Meeting').find((d) => headlines.has(d) && d.name.startsWith(who)) : undefined
}

/** The meeting already known by a name composed of convener and session. */
function composed(roster: Roster, name: string, item: Item): Draft | undefined {
  const own = fold(name)
  return latest(roster, item.start, (d) => [d.name, ...d.forms].some((form) => sameName(own, fold(form), true)))
}

/** 全国、全省…会议: the item stands for both meetings. */
function nameOther(item: Item, line: Line, roster: Roster): void {
  const value = item.value as unknown as MeetingValue
  const other = `${value.also}${line.textOf(item).replace(/^全[省市县区州]/u, '')}`
  const draft = standsFor(roster, other, value, item, line) ?? roster.draft('Meeting', other)
  roster.mention(draft, line, item)
}

const ALONE = new Set(['gathering', 'ceremony'])

function refer(item: Item, line: Line, roster: Roster, draft: Draft | undefined, text: string): void {
  if (!draft) return
  if (text !== '会') roster.alias(draft, text)
  roster.mention(draft, line, item)
}

const ranged = new WeakSet<Draft>()
/** Meetings that a headline names by their kind alone (省政府召开专题会议): the text below says their names. */
const headlines = new WeakMap<Draft, string>()

function found(draft: Draft, item: Item, line: Line, roster: Roster): void {
  roster.mention(draft, line, item)
  const value = item.value as unknown as MeetingValue
  if (value.passing) return
  const near = dateNear(line, item.start)
  if (!near?.date) return
  // The first day of a range gives way to a day of its own.
  if (!draft.attrs.date || (ranged.has(draft) && !near.until)) {
    // Of a range that another doing may fill, only the month is sure.
    draft.attrs.date = near.until ? near.date.slice(0, 7) : near.date
    if (near.until) ranged.add(draft)
    else ranged.delete(draft)
  }
}

function dayOf(item: Item, line: Line): string | undefined {
  const near: DateValue | undefined = dateNear(line, item.start)
  return near?.until ? undefined : near?.date
}

function written(day: string): string {
  const [y, m, d] = day.split('-').map(Number)
  return `${y}年${m ? `${m}月` : ''}${d ? `${d}日` : ''}`
}

/** How many mentions of one meeting are looked back on, so that time stays linear. */
const REACH = 64

/** The meeting that the text last told of before an offset; failing that, the last one named. */
function latest(roster: Roster, before: number, accept: (d: Draft) => boolean = () => true): Draft | undefined {
  let best: Draft | undefined
  let rank = 0
  let at = -1
  for (const draft of roster.near('Meeting')) {
    if (!accept(draft)) continue
    // Mentions stand in the order of the text: the last one before the offset decides, of its rank.
    for (let i = draft.mentions.length - 1; i >= Math.max(0, draft.mentions.length - REACH); i--) {
      const { item } = draft.mentions[i] as Draft['mentions'][number]
      if (item.start >= before || item.value.passing) continue
      const own = item.value.aside ? 1 : 2
      if (own > rank || (own === rank && item.start >= at)) {
        rank = own
        at = item.start
        best = draft
      }
      if (own === 2) break
    }
  }
  return best
}

/** The document's own region convenes it. */
const LOCAL = /我[省市县区州盟旗][^，。；]{0,6}召开了?$/u

/** The meeting of the document that a name is another form of, unless their days forbid it. */
function standsFor(roster: Roster, text: string, value: MeetingValue, item: Item, line: Line): Draft | undefined {
  const own = fold(text)
  const day = value.convened && !/[第届]|\d{4}/u.test(text) ? dayOf(item, line) : undefined
  const year = day?.length === 4 ? day : undefined
  const atHead = line.sentence.line <= 8
  // 随后，我省召开安全生产电视电话会议: not the one of the whole country that it follows.
  const local = LOCAL.test(line.folded.slice(line.sentence.start, item.start))
  return latest(roster, item.start, (draft) => {
    if (local && draft.name.startsWith('全国')) return false
    if (
      day &&
      draft.attrs.date &&
      !ranged.has(draft) &&
      day.length === 10 &&
      `${draft.attrs.date}`.length === 10 &&
      draft.attrs.date !== day
    )
      return false
    // 2015年出席…大会 is not the one of this year.
    const held = year && `${draft.attrs.date ?? /^(\d{4})年/u.exec(draft.name)?.[1] ?? ''}`
    if (year && held && !held.startsWith(year)) return false
    if (
      atHead &&
      draft.mentions.every((m) => m.line.sentence.heading) &&
      (leavesOut(fold(draft.name), own) || (fold(draft.name).length >= 5 && own.endsWith(fold(draft.name))))
    )
      return true
    const headline = headlines.get(draft)
    // Any name ends like 会议, which the headline says of its own meeting alone.
    if (headline && headline !== '会议' && own.endsWith(fold(headline))) return true
    const named = value.sort === 'named'
    if (sameName(own, fold(draft.name), named)) return true
    for (const form of draft.forms) if (sameName(own, fold(form), named)) return true
    return false
  })
}

function nameSummons(item: Item, line: Line, paper: Paper, roster: Roster, known: Draft | undefined): void {
  const text = line.textOf(item)
  if (INTENDED.test(line.folded.slice(line.sentence.start, item.start))) return
  const talk = /^[^，。；]{2,30}(?:政府|管委会|党委|市委|县委)/u.test(line.folded.slice(item.end, line.sentence.end))
    ? SUMMONS
    : TALK
  const who = known ? undefined : (convener(item, line, TALK_TO) ?? convener(item, line, talk))
  if (known) refer(item, line, roster, known, text)
  if (!who) return
  const body = nameOf(who, line, paper)
  const draft = roster.draft('Meeting', `${body}约谈会`, ['约谈会', `${body}${text}`])
  headlines.set(draft, '约谈会')
  found(draft, item, line, roster)
}
