// Lowest layer: a sentence's characters -> items of kind `Date`, each resolved to a date as precise as the text allows.
// Tags such as “11·16” are no dates but parts of the names of accidents; tagDate resolves them.

import { type Day, type Frame, isDay, isFull, monthOf, shiftDays, shiftMonths, written, yearOf } from './calendar.js'
import type { Item, Line } from './line.js'
import type { Paper } from './paper.js'
import { CharSet } from './scan.js'
import { Slot } from './slot.js'
import { clauseEnd, clauseStart } from './text/clause.js'
import { isDigit } from './text/digit.js'
import { matchesOf } from './text/matches.js'
import { numeral } from './text/numeral.js'

/** The value of an item of kind `Date`. `date` is missing when the words give none (近日). */
export interface DateValue {
  /** `2023-11-16`, `2023-11` or `2023`; of a range, its first day. */
  date?: string
  /** The last day of a range. */
  until?: string
  /** Named by its distance from another day (昨天, 去年, 当日). */
  relative?: true
  /** What the date is to the event told, when it is not its day: a limit (…前), a state (截至…), a beginning (自…起), a dateline (…电). */
  role?: 'limit' | 'state' | 'since' | 'dateline'
}

const NUMBER = '[一二三四五六七八九十]{1,3}'
const CLOCK =
  ' ?(?:凌晨|清晨|早晨|早上|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜间|夜里|深夜|午夜|当晚|今晚|晚|早)?(?: ?(?:\\d{1,2}|[〇零一二三四五六七八九十]{1,3}) ?(?:时|点钟?|：(?=\\d{2}))(?: ?(?:\\d{1,2}|[〇零一二三四五六七八九十]{1,3}) ?分?|半)?(?:许|左右|前后)?)?'
const DATE = new RegExp(
  `(?=[\\d〇○零一二三四五六七八九十]|[去今本前明同当次翌昨第上下近日])(?:${[
    // 2023-03-14 and its like
    '(?<![\\d.-])(?<y1>(?:19|20)\\d{2})(?<sep>[-/.])(?<m1>\\d{1,2})\\k<sep>(?<d1>\\d{1,2})(?![\\d.-]\\d)',
    // 2023年3月14日, 去年3月, 3月14日, 3月
    `(?:(?<y2>(?<![\\d])(?:19|20)\\d{2}|[〇○零一二三四五六七八九]{4}) ?年 ?|(?<ry>去年|今年|本年|前年|明年|同年|当年|次年|翌年) ?)?(?<![\\d.第])(?:(?<m2>\\d{1,2}|${NUMBER}) ?月份?(?![大\\d]*球)(?: ?(?<d2>\\d{1,2}|${NUMBER}) ?[日号](?![线楼院门店机煤井矿仓])|(?<part>[上中下]旬|底|初|末))?)`,
    // 2023年, 去年: only where no name goes on (2023年全国…会议 is a name)
    '(?<![\\d〇○零一二三四五六七八九])(?<y3>(?:19|20)\\d{2}|[〇○零一二三四五六七八九]{4}) ?年(?=[，。；、）：至到—～-]|以来|之?[前后间]|起|至|到|发生|的|在|春节|[上下]半年|[底初末])(?:[底初末]|[上下]半年)?',
    '(?<ry3>去年|今年|前年|明年)(?:[底初末]|[上下]半年)?(?=以来|[^\\d轻]|\\d{1,2}[至到—－~～-])',
    // 昨天（3月14日）, 当日, 次日
    '今（(?<d7>\\d{1,2})）[日天晨晚早]|(?<rd>今[天日晨晚早]|昨[天日晨晚夜]|前天|明[天日晚晨]|当[天日晚夜]|同日|同一天|次日|翌日|第二天)(?:（(?:(?<m4>\\d{1,2})月)?(?<d4>\\d{1,2})日）)?',
    '(?<rm>上个?月|本月|当月|下个?月)(?!份?[球])(?:(?<d5>\\d{1,2})日)?',
    // 9日上午
    '(?<![\\d月第每续期满达.·•])(?<d6>\\d{1,2}) ?日(?![报内均游元常以之间]|至少)',
    '(?<![第每近前后连续满一二三四五六七八九十几数\\d月])(?<d8>二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])日(?=凌晨|清晨|早|上午|中午|下午|傍晚|晚|夜|发生|在|，|从)',
    '(?<none>近日|(?<!\\d)日前)',
  ]
    .map((p) => `(?:${p})`)
    .join('|')})`,
  'gu',
)
const CLOCK_HERE = new RegExp(CLOCK, 'yu')
const SPAN = /(?<![\d.·•])(?<a>\d{1,2})(?:月|日)? ?(?:至|到|—{1,2}|-|－|~|～) ?(?=\d{1,2} ?(?<unit>月|日))/gu
/** A span's joint ends with one of these. */
const SPAN_ENDS = new CharSet('至到—-－~～ ')
const AHEAD = /将|拟|定于|计划|预计|届时|明[天日晚年]|下个?月/u

const found = new Slot<Line, { items: Item[]; before: Line | undefined }>()
/** What the lines read so far have named. */
interface Memory {
  /** In this paragraph. */
  named: Day | undefined
  /** Anywhere. */
  recent: Day | undefined
  /** The month that a heading sets for the days below it. */
  chapter: Day | undefined
  /** The day on which the dispatch was sent. */
  dateline: Day | undefined
  /** The year of each full date, by month and day. */
  years: Map<string, number>
  last: Line | undefined
}
const memory = new Slot<Paper, Memory>()

function memoryOf(paper: Paper): Memory {
  return memory.keep(paper, () => ({
    named: undefined,
    recent: undefined,
    chapter: undefined,
    dateline: undefined,
    years: new Map(),
    last: undefined,
  }))
}

/** Puts the dates of one sentence in. Run over the lines of a paper in their order: a date leans on those before it. */
export function findDates(line: Line, paper: Paper): void {
  const state = memoryOf(paper)
  const { start, end, line: row } = line.sentence
  const items: Item[] = []
  found.set(line, { items, before: state.last?.sentence.line === row ? state.last : undefined })
  // A paragraph of its own begins anew, unless the document's date is unknown: then the text is all there is.
  if (state.last?.sentence.line !== row && paper.date) state.named = undefined
  state.last = line
  const first = firstOfDate(line.folded, start, end)
  if (first < 0) return
  const text = line.folded.slice(start, end)
  let starts: ReturnType<typeof spanStarts> | undefined
  for (const m of matchesOf(DATE, text, Math.max(0, first - start - AHEAD_OF_MARK))) {
    const at = start + m.index
    const previous = items.at(-1)
    const goesOn = previous?.value.date !== undefined && joins(line.folded.slice(previous.end, at))
    const groups = m.groups as Groups
    // 今天 in a dispatch is the day of its dateline.
    const today = goesOn ? undefined : groups.rd && state.dateline ? state.dateline : paper.date
    const opens = groups.d6 && m.index <= 2 ? state.chapter : undefined
    const named = state.named ?? (groups.rd ? state.recent : opens)
    const frame: Frame = { today, named, ahead: () => aheadOf(text, m.index, m.index + m[0].length) }
    const day = resolve(groups, frame)
    if (day === null) continue
    const full = day && isFull(day)
    CLOCK_HERE.lastIndex = m.index + m[0].length
    const clock = full ? (CLOCK_HERE.exec(text)?.[0] ?? '') : ''
    const stop = at + m[0].length + clock.trimEnd().length
    const value: DateValue = day ? { date: written(day) } : {}
    if (groups.ry || groups.ry3 || groups.rd || groups.rm) value.relative = true
    const role = roleOf(text.slice(Math.max(0, m.index - 3), m.index), line.folded.slice(stop, end), groups)
    if (role) value.role = role
    const item: Item = { kind: 'Date', start: at, end: stop, rule: 'date/written', value: { ...value }, parts: [] }
    if (day && previous && goesOn) {
      previous.value.until = written(day)
      previous.end = stop
      if (previous.value.role === 'since') delete previous.value.role
    } else {
      const joined = SPAN_ENDS.has(text.charCodeAt(m.index - 1))
      if (joined) starts ??= spanStarts(text)
      const span = joined ? starts?.get(m.index) : undefined
      if (span && day?.month) {
        const from = span.unit === '月' ? { ...day, month: span.number } : { ...day, day: span.number }
        item.value.until = written(day)
        item.value.date = written(from)
        item.start = start + span.at
      }
      items.push(item)
    }
    // A bare year says nothing of the days that follow, unless there is no other.
    if (day && !role && (day.month || !paper.date)) state.named = state.recent = day
    if (full && role === 'dateline') state.dateline = day
    if (full) state.years.set(`${day.month}-${day.day}`, day.year)
    else if (day?.month && line.sentence.heading) state.chapter = day
  }
  for (const item of items) line.put(item)
}

/** A date holds one of these, or figures with a mark between them, after so many characters at most. */
const IN_DATES = new CharSet('年月日天晚晨早夜')
const BETWEEN = new CharSet('-/.')
const AHEAD_OF_MARK = 8

/** Where the first of these stands; -1: nowhere. */
function firstOfDate(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (IN_DATES.has(code) || (BETWEEN.has(code) && isDigit(text.charCodeAt(i - 1)))) return i
  }
  return -1
}

/** What has happened is told so: a day with it is not to come. */
const HAPPENED = /^(?! ?(?:至|到|—|-|－|～|~))[^。；]{0,40}?(?:召开|举行|发生|作出|主持|出席|闭幕|赶赴|赴|率队|印发)/u

function aheadOf(text: string, start: number, end: number): ReturnType<Frame['ahead']> {
  if (lookAhead(text, start, end)) return 'yes'
  return HAPPENED.test(text.slice(end)) ? 'never' : 'no'
}

type Groups = Record<string, string | undefined>

/** The day that a match names; undefined when it names none, null when it is no date. */
function resolve(g: Groups, frame: Frame): Day | undefined | null {
  const { today, named } = frame
  if (g.none) return undefined
  if (g.y1) return day(Number(g.y1), Number(g.m1), Number(g.d1))
  if (g.m2) {
    const month = numeral(g.m2)
    const d = g.d2 ? numeral(g.d2) : undefined
    if (month < 1 || month > 12 || (d !== undefined && !isDay(month, d))) return null
    const year = g.y2 ? numeral(g.y2) : g.ry ? relativeYear(g.ry, today, named) : yearOf(month, d, frame)
    if (year === undefined) return g.ry || !g.d2 ? undefined : null
    return { year, month, ...(d && { day: d }) }
  }
  if (g.y3) return { year: numeral(g.y3) }
  if (g.ry3) {
    const year = relativeYear(g.ry3, today, named)
    return year === undefined ? undefined : { year }
  }
  if (g.rd) return relativeDay(g, frame)
  if (g.rm) {
    const base = g.rm === '当月' ? (named ?? today) : today
    if (!base?.month) return undefined
    const step = g.rm.startsWith('上') ? -1 : g.rm.startsWith('下') ? 1 : 0
    const month = shiftMonths({ year: base.year, month: base.month }, step)
    return { ...month, ...(g.d5 && { day: Number(g.d5) }) }
  }
  const d = g.d8 ? numeral(g.d8) : Number(g.d6 ?? g.d7)
  if (d < 1 || d > 31) return null
  const month = monthOf(d, frame)
  return month ? { ...month, day: d } : null
}

function relativeDay(g: Groups, frame: Frame): Day | undefined {
  const { today, named } = frame
  if (g.d4) {
    const d = Number(g.d4)
    const month = g.m4 ? { year: yearOf(Number(g.m4), d, frame), month: Number(g.m4) } : monthOf(d, frame)
    return month?.year === undefined ? undefined : { year: month.year, month: month.month, day: d }
  }
  const word = g.rd as string
  const base = /^[今昨前明]/u.test(word) ? today : (named ?? today)
  if (!isFull(base)) return undefined
  const step = word.startsWith('昨') ? -1 : word.startsWith('前') ? -2 : /^[明次翌第]/u.test(word) ? 1 : 0
  return shiftDays(base, step)
}

function relativeYear(word: string, today: Day | undefined, named: Day | undefined): number | undefined {
  if (/^[同当]/u.test(word)) return named?.year ?? today?.year
  if (/^[次翌]/u.test(word)) return named && named.year + 1
  const step = { 去: -1, 前: -2, 明: 1 }[word[0] as '去' | '前' | '明'] ?? 0
  return today && today.year + step
}

function day(year: number, month: number, d: number): Day | null {
  return isDay(month, d, year) ? { year, month, day: d } : null
}

const joins = (between: string) => /^ ?(?:至|到|—{1,2}|-|－|~|～) ?$/u.test(between)

/** 1至3月, 20—22日: where the second number stands -> the first number. */
function spanStarts(text: string): Map<number, { at: number; number: number; unit: string }> {
  const starts = new Map<number, { at: number; number: number; unit: string }>()
  for (const m of matchesOf(SPAN, text)) {
    const g = m.groups as { a: string; unit: string }
    if (!/[月日]/u.test(m[0])) starts.set(m.index + m[0].length, { at: m.index, number: Number(g.a), unit: g.unit })
  }
  return starts
}

/** @param before the three characters before the date, or fewer */
function roleOf(before: string, after: string, g: Groups): DateValue['role'] {
  if (/^(?:之?前(?![后\d])|以前|底前)/u.test(after)) return 'limit'
  if (/截[至止到]于?$/u.test(before)) return 'state'
  if (
    /^(?:起(?=[，。；、）至]|施行|实施|执行|$)|以来|之?后起)/u.test(after) ||
    (/[自从]$/u.test(before) && !/发生/u.test(after))
  )
    return 'since'
  if (g.d2 && /^[\u4e00-\u9fff]{0,4}?(?:电(?!话|视|力|站)|讯|消息|信息|报道|综合)/u.test(after)) return 'dateline'
  return undefined
}

/** Whether the clause of a date, or the one that a date opens, speaks of what is to come. */
function lookAhead(text: string, from: number, to: number): boolean {
  const clause = text.slice(clauseStart(text, from, 0), clauseEnd(text, text[to] === '，' ? to + 1 : to, text.length))
  return (
    AHEAD.test(clause) ||
    /^(?:之?前(?!后)|起(?:施行|实施|执行|，?正式))/u.test(text.slice(to)) ||
    text.endsWith('起至', from)
  )
}

/**
 * The date that a tag such as “11·16” means: the last such day not after the text was written, or after a date named with it.
 * @returns undefined when no calendar has that day or the year cannot be known
 */
export function tagDate(month: number, d: number, paper: Paper): string | undefined {
  if (!isDay(month, d)) return undefined
  const { years, recent } = memoryOf(paper)
  const named = paper.date ? undefined : (recent ?? firstYear(paper.text))
  const year = years.get(`${month}-${d}`) ?? yearOf(month, d, { today: paper.date, named, ahead: () => 'never' })
  return year === undefined ? undefined : written({ year, month, day: d })
}

function firstYear(text: string): Day | undefined {
  const year = /(?<!\d)20\d{2}(?= ?年|[-.]\d)/u.exec(text)?.[0]
  return year ? { year: Number(year) } : undefined
}

/**
 * The date of what is told at a folded offset: the nearest named before it in the sentence (`here`), else in the paragraph.
 */
export function dateBefore(line: Line, at: number): (DateValue & { here: boolean }) | undefined {
  for (let l: Line | undefined = line; l; l = found.get(l)?.before) {
    const last = governing(l)
      .filter((i) => i.end <= at)
      .at(-1)
    if (last) return { ...dated(last), here: l === line }
  }
  return undefined
}

/**
 * The date that governs a folded offset: in its clause the nearest before it, else after it; else the nearest before in the
 * sentence; else the last one named before in the paragraph. Limits, states and datelines govern nothing, nor do titles in 《》.
 */
export function dateNear(line: Line, at: number): DateValue | undefined {
  const dates = governing(line)
  const before = dates.filter((i) => i.end <= at).at(-1)
  const clause = (a: number, b: number) => clauseEnd(line.folded, a, b) >= b
  // 11月18日，…会议召开: the comma after a date that opens the clause does not part them.
  if (before && clause(before.end + (line.folded[before.end] === '，' ? 1 : 0), at)) return dated(before)
  const after = dates.find((i) => i.start >= at)
  if (after && clause(at, after.start)) return dated(after)
  if (before) return dated(before)
  for (let l = found.get(line)?.before; l; l = found.get(l)?.before) {
    const last = governing(l).at(-1)
    if (last) return dated(last)
  }
  return undefined
}

const dated = (item: Item) => item.value as DateValue

function governing(line: Line): Item[] {
  return (found.get(line)?.items ?? []).filter((i) => {
    const value = dated(i)
    if (!value.date || value.role) return false
    const head = line.folded.slice(line.sentence.start, i.start)
    return head.lastIndexOf('《') <= head.lastIndexOf('》')
  })
}
