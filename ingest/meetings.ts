// Layer of meetings: a sentence with its items -> items of kind `Meeting`, each with what it is: named, bare or a reference back.
import { bisect } from './bisect.js'
import { type Edge, leftEdge } from './left-edge.js'
import type { Item, Line } from './line.js'
import { findMatches } from './match.js'
import { sortOf } from './meeting-words.js'
import { meetingRules } from './rules/meeting.js'

/** The value of an item of kind `Meeting`. */
export interface MeetingValue {
  /** `named` has a name of its own; `bare` is a last word alone (座谈会); `anaphor` refers back (会议, 会上); `summons` is 约谈. */
  sort: 'named' | 'bare' | 'anaphor' | 'summons'
  /** The last word of the name. */
  head: string
  /** Spoken of in passing: planned, or a meeting whose spirit is being followed. The text does not report it here. */
  passing?: true
  /** A verb of convening governs it: 召开, 举行, 主持. */
  convened?: true
  /** Named, but the sentence is not about it. */
  aside?: true
  /** 全国、全省…会议: the other of the two meetings that share a name. */
  also?: string
}

const EDGE: Edge = {
  list: 'meeting-edge',
  opens: ['Org', 'Place', 'Group', 'Accident', 'Campaign'],
  shuts: ['Person', 'Post', 'Role', 'Date', 'Directive', 'Meeting'],
  goesOn:
    /^(?:暨|第|创办|创刊|创建|成立|建立|设立|\d{4}年|开幕|闭幕|开班|分组|全体|联组|小组|预备|主席团|高级别|[\u4e00-\u9fff]{2,3}峰会(?:[\u4e00-\u9fff]{2,20})?$|[\u4e00-\u9fff]{2,14}(?:高级别|平行|主题|专题|分)$)/u,
  verbAfter: /(?:召开|举行|举办|主持|出席|参加)(?:了|的)?$|在$/u,
  limit: 72,
}

/** A name that is itself said to meet may begin with a verb at the start of its clause. */
const EDGE_OF_SUBJECT: Edge = {
  ...EDGE,
  verbAfter: /(?:召开|举行|举办|主持|出席|参加)(?:了|的)?$|在$|^$|[，。；：\n ]$/u,
}

/** Words that make no meeting a particular one. */
const GENERIC =
  /^(?:相关|有关|整场|重要|一系列|系列|各类|各种|各级|多边|双边|大型|小型|历次|历届|每次|每届|其他|任何|一些|多场|多个|这类|此类|类似|国内外|国际性?|[两三四五六七八九十几\d]+[次场个](?!集体))+/u
const THIS = /^(?:本|这|此|该|上述|当次|今天)(?:次|届|场|个|项|一)?/u
const SOFT =
  /^(?:（扩大）|专题|专门|紧急|视频|现场|线上|全体|内部|调度|动员|工作|联席|集中|部署|动员部署|电视电话|电话|扩大|临时|重要|正式)+$/u
const PLURAL =
  /(?:多次|多场|分别|[两三四五六七八九十几\d]+[次场]|[各每]\S{0,6}|\d人次\S{0,4}|人次\S{0,4}|层层|定期|一?系列)(?:主持|组织)?(?:召开|举行|举办|列席)了?(?:[^，。；]{0,40}[、和及])?$/u
const CONVENED = /(?:召开|举行|举办|主持|召集|组织|出席|参加|列席)(?:的|了)?(?:一[次场个])?$/u
const PLANNED =
  /(?:将|拟|定于|呼吁|敦促|计划|准备|筹备|原定|(?<![主重需])要(?!闻)|应当|必须|需要|可以|建议|提议|(?<!指示|批示|工作|部署|安排|讲话|精神|有关|具体)要求|严禁|不得|不再|未|没有|取消|尽快)(?:[^，。；]{0,22}?|，[^，。；]{0,10}(?:前|之前|底)?，?由?[^，。；]{0,22}?)(?:召开|举行|举办|出席|参加)(?:了|的)?(?:一次|一场)?$/u
const FOLLOWED =
  /(?:传达学习|学习贯彻|贯彻落实|传达|贯彻|落实|学习|按照|根据|依据|围绕|迎接|领会|宣传|宣讲|确保|保障|服务)[^，。；召举]{0,12}$/u
const SPIRIT =
  /^(?:[”）]|的|时?发表的[^，。；]{0,12}|上的?(?:系列)?(?:重要)?(?:讲话|发言)(?:和[^，。；]{2,12})?)?(?:精神|和[^，。]{2,16}精神|、[^，。]{2,20}精神|召开在即|将在|将于|即将|拟|定于|胜利召开|顺利召开|任务|决策部署|工作要求|部署要求)/u
/** An organ of a larger meeting that meets itself. */
const ORGAN = /(?:[第一二三四五六七八九十]{1,4}届[^，。；：在的]{2,12}?次会议|大会)?主席团(?:常务主席)?$/u
/** 科技大会和院士|大会第二次会议: two that meet as one; 主席会议|成员务虚会: those who sit in another. */
const TWO = /[\u4e00-\u9fff]{2,8}大会和[\u4e00-\u9fff]{2,6}$/u
const SEATS = /(?:\d{4}年度?)?[\u4e00-\u9fff]{2}会议$/u
/** 祝贺…成功举办峰会, 提请…会议审议: a meeting of others, or one to come. */
const CONGRATULATED = /(?:祝贺|恭贺)[^，。；]{0,16}(?:举办|举行|召开|主办)了?$/u
const SUBMITTED = /(?:提请|提交|提出)[^，。；]{0,30}$/u
/** 出席…论坛的总统, 出席…峰会期间: the sentence is about something else. */
const RELATIVE =
  /^(?:期间|并对|上的(?:重要)?(?:讲话|发言|指示|要求|批示|部署|报告|致辞)|[^，。；上]{0,10}?的(?!是)|[^，。；]{0,30}?时的(?:重要)?(?:讲话|指示|发言|要求))/u
/** What follows a meeting that the sentence is about. */
const ABOUT =
  /^(?:$|[，。；！\n ]|上(?!海)|还|经|认为|审议|听取|决定|指出|强调|要求|通过|明确|部署|研究|传达|学习|宣布|提出|号召|以|分为|共)/u

/** Finds meetings in one sentence. */
export function findMeetings(line: Line): void {
  for (const rule of meetingRules) {
    const matches = findMatches(rule, line)
    if (!matches.length) continue
    const heads = new Map(matches.map((m) => [m.start, m.end]))
    // From the right: a name that holds an earlier last word takes it in.
    for (const match of [...matches].reverse()) {
      const sort = rule.value?.sort as MeetingValue['sort']
      const span = match.groups.it ?? match.groups.it2 ?? match
      if (taken(line, span)) continue
      const item = sort === 'named' ? named(line, match, heads, rule.id) : fixed(line, span, sort, rule.id)
      if (item) line.put(item)
    }
  }
}

/** Whether a meeting already stands there; items of a line stand in order. */
function taken(line: Line, span: { start: number; end: number }): boolean {
  const before = line.items[bisect(line.items.length, (i) => (line.items[i] as Item).start < span.end) - 1]
  return before !== undefined && before.kind === 'Meeting' && before.end > span.start
}

function fixed(line: Line, span: { start: number; end: number }, sort: MeetingValue['sort'], rule: string): Item {
  const head = line.folded.slice(span.start, span.end)
  return {
    kind: 'Meeting',
    start: span.start,
    end: span.end,
    rule,
    value: { sort, head, ...aside(line, span, false) },
    parts: [],
  }
}

function named(
  line: Line,
  match: { start: number; end: number },
  heads: ReadonlyMap<number, number>,
  rule: string,
): Item | undefined {
  const head = line.folded.slice(match.start, match.end)
  if (inTitle(line, match.start)) return undefined
  // 【安委会会议】: the head of a section of a yearbook.
  if (
    line.folded[match.end] === '】' &&
    /^【[^【】]{0,12}$/u.test(line.folded.slice(Math.max(line.sentence.start, match.start - 14), match.start))
  )
    return undefined
  const meets = /^[^，。；]{0,24}?(?:召开|举行|举办|开幕|闭幕|开班)/u.test(line.folded.slice(match.end, match.end + 30))
  let start = leftEdge(line, match.start, heads, meets ? EDGE_OF_SUBJECT : EDGE)
  if (/^[暨、]/u.test(line.folded.slice(start, match.start))) start++
  if (line.folded.startsWith('同志', start) && start < match.start) start += 2
  let sort: MeetingValue['sort'] = 'named'
  // 二、会议决定: the number of a paragraph is no part of a name.
  start +=
    /^(?:[①-⑳]|\d{1,2}[:：]\d{2} ?|[（(]?[一二三四五六七八九十]{1,3}[）)、]+|[（(]?\d{1,2}(?:[）)、]|[.．](?!\d)) ?)/u.exec(
      line.folded.slice(start, match.start),
    )?.[0].length ?? 0
  // 一次会议主席团常务主席|第三次会议: the organ of a larger meeting.
  if (/^第[^第]{1,5}次$/u.test(line.folded.slice(start, match.start)))
    start -= ORGAN.exec(line.folded.slice(Math.max(line.sentence.start, start - 30), start))?.[0].length ?? 0
  // 召开|平安安康建设…推进会
  if (/(?:召开|举行|举办)平安$/u.test(line.folded.slice(Math.max(line.sentence.start, start - 4), start))) start -= 2
  start += /^一[场次]/u.exec(line.folded.slice(start, match.start))?.[0].length ?? 0
  // 开|好这次|全军党的建设会议
  start +=
    /^[\u4e00-\u9fff]{0,2}[这此本]次(?=[\u4e00-\u9fff]{3})/u.exec(line.folded.slice(start, match.start))?.[0].length ??
    0
  const lead = line.folded.slice(start, match.start)
  const wider = /^大会第/u.test(lead) ? TWO : /^成员/u.test(lead) ? SEATS : undefined
  start -= wider?.exec(line.folded.slice(Math.max(line.sentence.start, start - 20), start))?.[0].length ?? 0
  // 确保|某论坛年会的顺利召开
  if (/^的?(?:顺利|胜利|圆满|成功)/u.test(line.folded.slice(match.end, match.end + 4)))
    start += /^(?:确保|保障|保证|迎接|护航|助力)/u.exec(line.folded.slice(start, match.start))?.[0].length ?? 0
  let modifier = line.folded.slice(start, match.start)
  const before = line.folded.slice(Math.max(line.sentence.start, start - 60), start)
  if (/^[的了着]/u.test(modifier) || (modifier && sortOf(head) === 'back')) return undefined
  if (
    /(?:\d|[多数几两三四五六七八九十百])(?:多|余)?[场]|(?<![第\d])\d+(?:多|余)?次(?!会|全|峰)|、$/u.test(modifier) &&
    !/第[^第]{1,4}场/u.test(modifier)
  )
    return undefined
  if (/运动会|[亚奥残]运|奥林匹克|联赛|锦标赛|世界杯|博览会/u.test(modifier) && sortOf(head) === 'part')
    return undefined
  if (PLURAL.test(before) || GENERIC.test(modifier) || /(?:相关|有关|多次|系列|历次|等)$/u.test(modifier))
    return undefined
  if (/(?:^|[^本这此该当])(?:相关|有关|多场|多次|系列|历次|重要|等)的?$/u.test(before)) return undefined
  // 就开|好这次|会议
  // 此次会议是…召开的|第一次联席会议: what that meeting is.
  const same = /^(?:这|此|本|该)次会议是[^，。；]*$/u.test(line.folded.slice(line.sentence.start, match.start))
  // 省会议指出、市会议强调: the meeting of that level that the text has told of.
  const told = same || (head === '会议' && /^[省市县区州]$/u.test(modifier)) || /[本这此该][次届场个]$/u.test(modifier)
  if (!modifier || told || THIS.test(modifier) || /[本这此该](?:[次届场个])?$/u.test(before)) {
    if (told || THIS.test(modifier) || /[本这此该](?:[次届场个])?$/u.test(before)) {
      start = match.start
      modifier = ''
      sort = 'anaphor'
    } else sort = head === '会议' ? (CONVENED.test(before) ? 'bare' : 'anaphor') : 'bare'
  } else if (SOFT.test(modifier) || (sortOf(head) === 'part' && /^(?:大会|会议|论坛|年会|峰会|活动)$/u.test(modifier)))
    sort = 'bare'
  // 欢迎出席省政府新闻办新闻发布会: the one that is being held.
  if (sort === 'named' && /发布会$/u.test(head) && /欢迎(?:大家|各位)?(?:出席|参加)$/u.test(before)) {
    start = match.start
    sort = 'bare'
  }
  const said = aside(line, { start, end: match.end }, sort === 'named')
  // A course that is not said to be held is an institution: 民族干部培训班.
  if (sortOf(head) === 'lesson' && sort === 'named' && /班$/u.test(head) && !said.convened) return undefined
  // A forum that is not said to meet is an institution: 中非合作论坛.
  if (/论坛|峰会/u.test(head) && sort === 'named') {
    if (/^(?:等|框架|机制|平台|建设|成立)/u.test(line.folded.slice(match.end, match.end + 2)) || /、/u.test(modifier))
      return undefined
    if (!said.convened && !/第|届|\d{4}/u.test(modifier)) return undefined
  }
  const also = /(全国|全省|全市)、$/u.exec(before)?.[1]
  const value: MeetingValue = {
    sort,
    head,
    ...said,
    ...(also && { also }),
  }
  return { kind: 'Meeting', start, end: match.end, rule, value: { ...value }, parts: [] }
}

/** Inside 《》 a name belongs to a title. */
function inTitle(line: Line, at: number): boolean {
  const before = line.folded.slice(Math.max(line.sentence.start, at - 120), at)
  return before.lastIndexOf('《') > before.lastIndexOf('》')
}

/** Whether the meeting is spoken of in passing, and whether it is said to be convened. */
function aside(line: Line, span: { start: number; end: number }, named: boolean): Partial<MeetingValue> {
  const { start, end } = line.sentence
  const after = line.folded.slice(span.end, Math.min(end, span.end + 26))
  const before = line.folded.slice(Math.max(start, span.start - 40), span.start)
  const convened =
    CONVENED.test(before) ||
    /^[^，。；]{0,24}?(?:召开|举行|举办|主办|开幕|闭幕|闭会|开班)/u.test(after) ||
    /^(?:上(?!海)|(?:结束)?前，|(?:结束)?后，|期间，|由[^，。；]{2,22}主持)/u.test(after)
      ? { convened: true as const }
      : {}
  const other = CONGRATULATED.test(before) || (SUBMITTED.test(before) && /^审议/u.test(after))
  const passing =
    other || SPIRIT.test(after) || PLANNED.test(before) || (named && FOLLOWED.test(before) && !convened.convened)
  const reported = /(?:指出|强调|认为|提出|要求|表示|说|介绍|提到)[，：][^。]*$/u.test(
    line.folded.slice(Math.max(start, span.start - 200), span.start),
  )
  const aside = named && ((!convened.convened && !ABOUT.test(after)) || RELATIVE.test(after) || reported)
  return { ...convened, ...(passing && { passing: true as const }), ...(aside && { aside: true as const }) }
}
