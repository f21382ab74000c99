// What only looks like a name, or like a part of it: the verb before an office (冯某任|组长), the mark of a paper (毕府发〔2024〕8号).
// Runs when all names are found.
import { words } from '../lexicon.js'
import { altered, type Item, kindsOf, type Line } from '../line.js'
import type { Paper } from '../paper.js'

const PERSONS = kindsOf('Person')
const OFFICES = new Set(['Lead', 'Vice', 'Post', 'Role'])

/** 秦某等|参加: the word for others is no part of a name. */
export function dropOthers(line: Line): void {
  if (!line.holds(PERSONS)) return
  for (const item of [...line.items])
    if (
      item.kind === 'Person' &&
      item.end - item.start === 3 &&
      (line.folded[item.end - 1] === '等' || contrasts(line, item.end))
    ) {
      line.lift(item)
      const end = item.end - 1
      line.put(altered(item, { end, value: { ...item.value, name: line.folded.slice(item.start, end) } }))
    }
}

/** Takes out names that are the mark of a numbered paper, or a clause that no name ends: 宣誓后, 大家表示. */
export function dropPaperMarks(line: Line): void {
  if (!line.holds(PERSONS)) return
  for (const item of [...line.items])
    if (
      item.kind === 'Person' &&
      (/(?:表示|认为|后)$/u.test(line.textOf(item)) ||
        /^ ?[\u4e00-\u9fff]{0,4}[〔[（]20\d{2}[〕\]）]/u.test(line.folded.slice(item.end, item.end + 8)))
    )
      line.lift(item)
}

/** 某总理菲佐则|表示: 则 before a verb of speech is no part of a name. */
const contrasts = (line: Line, end: number): boolean =>
  line.folded[end - 1] === '则' && /^(?:表示|认为|说|称|指出|强调|呼吁)/u.test(line.folded.slice(end, end + 2))

/** 毛方, 柬方: the side of a country that the paper names is no person. */
export function dropSides(paper: Paper): void {
  const first = new Set<string>()
  for (const line of paper.lines)
    for (const item of line.items) if (item.kind === 'Country') first.add(line.folded[item.start] as string)
  if (!first.size) return
  for (const line of paper.lines)
    for (const item of line.holds(PERSONS) ? [...line.items] : [])
      if (
        item.kind === 'Person' &&
        /^.[方中国]$/u.test(line.textOf(item)) &&
        (first.has(line.folded[item.start] as string) || (first.size > 1 && line.textOf(item) === '欧方'))
      )
        line.lift(item)
}

/** 冯某任|组长, 李平受|省长委托 */
const endsInVerb = (line: Line, end: number): boolean =>
  /[任为兼]/u.test(line.folded[end - 1] as string) ||
  (line.folded[end - 1] === '受' && /^[^，。；]{2,24}委[托派]/u.test(line.folded.slice(end, end + 30)))

/** 由|顾盈: the word before the name of one who is to do something; 林大|为传达: a given name that ends like a verb. */
export function mendEdges(line: Line): void {
  for (const item of [...line.items]) {
    if (item.kind !== 'Person') continue
    const { start, end } = item
    const after = line.folded.slice(end, Math.min(line.sentence.end, end + 4))
    if (end - start === 3 && line.folded[start] === '由') reput(line, item, start + 1, end)
    else if (end - start === 2 && IN_NAME.test(after) && !line.items.some((i) => i.start === end))
      reput(line, item, start, end + 1)
    else if (end - start === 2 && cutShort(line, item)) reput(line, item, start, end + 1)
    else if (line.folded[start] === '任' && line.items.some((i) => i.kind === 'Person' && i.end === start))
      line.lift(item)
  }
}

/** 为 before a verb of speech or duty belongs to the name. */
const IN_NAME = /^为(?:说|传达|通报|主持|强调|指出|讲话|出席|介绍|带队|表示|宣读|汇报|要求|任|担任|参加|率)/u

/** 市长|谭斯|年就…作说明: one character more, when it makes no word with what follows and a deed follows it. */
function cutShort(line: Line, item: Item): boolean {
  const { end } = item
  const office = line.items.some((i) => i.kind === 'Post' && i.end === item.start)
  const rest = line.folded.slice(end, Math.min(line.sentence.end, end + 8))
  if (!office || !GIVEN.test(rest) || line.items.some((i) => i.start <= end + 1 && i.end > end)) return false
  known ??= new Set(words('vocabulary').map((r) => r.word))
  return !known.has(rest.slice(0, 2)) && !known.has(rest.slice(0, 3))
}

let known: Set<string> | undefined
/** A character that may end a given name, and a deed of a person behind it. */
const GIVEN =
  /^(?![已也均曾原拟接升改转调兼担出连留续离卸现亲急再仍又还并将就正在即便都皆共各分先后前往率带领代替应受被由从对向与和同及至等的了为是有说讲称可能要会到赴去来主参作随陪未不没因以所其此该这那一二三两几每某])[\u4e00-\u9fff](?:就|连夜|主持|出席|参加|带队|率|讲话|汇报|通报|赶[赴到往]|前往|赴|来到|深入|要求|强调|指出|表示|陪同|作(?:了|出|动员|表态)|任(?:组|副))/u

function reput(line: Line, item: Item, start: number, end: number): void {
  line.lift(item)
  line.put(
    altered(item, { start, end, value: { ...item.value, name: line.folded.slice(start, end).replace(/ /gu, '') } }),
  )
}

/** 玉山·艾海|提出席: a dotted name that the document writes one character longer elsewhere. */
export function mendDotted(paper: Paper): void {
  const known = new Set<string>()
  for (const line of paper.lines)
    for (const item of line.items) {
      const name = item.kind === 'Person' ? line.textOf(item) : ''
      if (name.includes('·')) known.add(name)
    }
  if (known.size < 2) return
  for (const line of paper.lines)
    for (const item of [...line.items])
      if (
        item.kind === 'Person' &&
        known.has(line.folded.slice(item.start, item.end + 1)) &&
        item.end < line.sentence.end
      )
        reput(line, item, item.start, item.end + 1)
}

/** Shortens persons of three characters that end with 任, 为 or 兼 right before an office. */
export function dropVerbEnds(line: Line): void {
  if (!line.holds(PERSONS)) return
  // 房玄带|第三组
  for (const item of [...line.items])
    if (
      item.kind === 'Person' &&
      item.end - item.start === 3 &&
      /[带率]$/u.test(line.textOf(item)) &&
      /^(?:第[一二三四五六七八九十\d]|队|[工督检专调]\S{1,4}组|全组)/u.test(line.folded.slice(item.end, item.end + 8))
    ) {
      line.lift(item)
      const value = { ...item.value, name: line.folded.slice(item.start, item.end - 1) }
      line.put(altered(item, { end: item.end - 1, value }))
    }
  line.items.forEach((item, i) => {
    const next = line.items[i + 1]
    if (item.kind !== 'Person' || item.end - item.start !== 3 || !next || next.start !== item.end) return
    if (!OFFICES.has(next.kind) || !endsInVerb(line, item.end)) return
    line.lift(item)
    line.put(
      altered(item, {
        end: item.end - 1,
        value: { ...item.value, name: line.folded.slice(item.start, item.end - 1) },
      }),
    )
  })
}
