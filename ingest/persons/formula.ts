// Lines with posts -> persons whose names are ordinary words, where a formula of official papers leaves room for a name alone: 方言（副县长）,
// 市长（沙漠）, （省地震局局长苗条）, 白云、蓝天为副主任, 甘露同志任…. Run after persons are found by their characters, before told.ts.
import { type Item, kindsOf, type Line } from '../line.js'
import { hasRoom, isPersonAt, type Span } from './room.js'
import { couldBeName, isDeed, isOwn, putName } from './told.js'

const POSTS = kindsOf('Post', 'Lead', 'Vice')
const OFFICES = new Set(['Post', 'Lead', 'Vice'])
const HAN = /^[\u3400-\u9fff]+$/u
/** What a name may follow at once. */
const EDGE = /^[，。；：、（）“ ]?$/u
const APPOINTS = /(?:当选为?|推选为|选举为|同志)?(?:继续)?(?:担任|兼任|为|任)$/u
/** 甘露|同志|任…: what one comrade does. */
const COMRADE = /^同志(?:任|为|不再|兼任|担任|主持|负责|分管|汇报|通报|传达|宣读|的[^，。；]{2,30}职务)/u

/** Puts in the names of a line that formulas show. */
export function findFormulaNames(line: Line): void {
  if (line.holds(POSTS))
    for (const post of [...line.items])
      if (OFFICES.has(post.kind)) {
        nameInBrackets(line, post)
        nameBeforeBrackets(line, post)
        nameAtBracketEnd(line, post)
        namesOfAppointed(line, post)
      }
  comrades(line)
}

const isName = (line: Line, start: number, end: number): boolean => {
  const name = line.folded.slice(start, end)
  return couldBeName(name) && !isOwn(name) && hasRoom(line, { start, end })
}

/** 市长|（沙漠）|主持, 秘书长|（申明）|。 */
function nameInBrackets(line: Line, post: Item): void {
  const { folded } = line
  if (folded[post.end] !== '（') return
  for (const size of [2, 3]) {
    const end = post.end + 1 + size
    if (folded[end] !== '）' || !isName(line, post.end + 1, end)) continue
    const rest = folded.slice(end + 1, Math.min(line.sentence.end, end + 7))
    if (/^(?:[，、。；）]|$)/u.test(rest) || isDeed(rest)) putName(line, post.end + 1, end)
    return
  }
}

/** 方言（|副县长|）: only offices in the brackets, the name from the last mark on. */
function nameBeforeBrackets(line: Line, post: Item): void {
  const { folded, sentence } = line
  if (folded[post.start - 1] !== '（' || !/^[）、，]/u.test(folded.slice(post.end, post.end + 1))) return
  for (const size of [2, 3]) {
    const start = post.start - 1 - size
    if (start < sentence.start || !EDGE.test(start === sentence.start ? '' : (folded[start - 1] as string))) continue
    if (isName(line, start, start + size)) putName(line, start, start + size)
    return
  }
}

/** （省地震局|局长|苗条）: brackets that hold offices and one more word. */
function nameAtBracketEnd(line: Line, post: Item): void {
  const { folded } = line
  let first = line.items.indexOf(post)
  while (
    first > 0 &&
    /^[、兼]?$/u.test(folded.slice((line.items[first - 1] as Item).end, (line.items[first] as Item).start))
  )
    first--
  if (folded[(line.items[first] as Item).start - 1] !== '（') return
  for (const size of [2, 3])
    if (folded[post.end + size] === '）' && couldBeName(folded.slice(post.end, post.end + size)))
      if (hasRoom(line, { start: post.end, end: post.end + size })) putName(line, post.end, post.end + size)
}

/** 选举金盾为主任，|白云、蓝天|为|副主任|: two names or more, or one after somebody else was given an office. */
function namesOfAppointed(line: Line, post: Item): void {
  const { folded, sentence } = line
  const head = folded.slice(sentence.start, post.start)
  const verb = APPOINTS.exec(head)
  if (!verb) return
  const from = sentence.start + Math.max(head.lastIndexOf('，'), head.lastIndexOf('；'), head.lastIndexOf('：')) + 1
  const to = sentence.start + verb.index
  const entries = entriesOf(folded, from, to)
  const known = (e: Span) => isPersonAt(line, e)
  if (!entries || entries.every(known)) return
  const others = line.items.some((i) => i.kind === 'Person' && i.end < from)
  if (entries.length < 2 && !others) return
  if (entries.every((e) => known(e) || isName(line, e.start, e.end)))
    for (const e of entries) if (!known(e)) putName(line, e.start, e.end)
}

/** Two or three characters each, between 、 and 和; undefined where something else stands there. */
function entriesOf(text: string, from: number, to: number): Span[] | undefined {
  const entries: Span[] = []
  let start = from
  for (let i = from; i <= to; i++) {
    if (i < to && text[i] !== '、' && text[i] !== '和') continue
    const word = text.slice(start, i)
    if (word.length < 2 || word.length > 3 || !HAN.test(word)) return undefined
    entries.push({ start, end: i })
    start = i + 1
  }
  return entries
}

/** 甘露|同志任县水利局党组书记 */
function comrades(line: Line): void {
  const { folded, sentence } = line
  for (
    let at = folded.indexOf('同志', sentence.start);
    at >= 0 && at < sentence.end;
    at = folded.indexOf('同志', at + 1)
  ) {
    if (!COMRADE.test(folded.slice(at, Math.min(sentence.end, at + 40)))) continue
    for (const size of [2, 3]) {
      const start = at - size
      if (start < sentence.start || !startsClause(line, start)) continue
      if (couldBeName(folded.slice(start, at)) && hasRoom(line, { start, end: at })) putName(line, start, at)
      break
    }
  }
}

const GIVES = /(?:免去|任命|聘任|推选|选举|推荐|同意|决定)$/u

const startsClause = (line: Line, at: number): boolean =>
  at === line.sentence.start ||
  EDGE.test(line.folded[at - 1] as string) ||
  line.items.some((i) => i.end === at && OFFICES.has(i.kind)) ||
  GIVES.test(line.folded.slice(Math.max(line.sentence.start, at - 2), at))
