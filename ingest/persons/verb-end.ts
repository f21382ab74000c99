// What only looks like a name, or like a part of it: the verb before an office (冯某任|组长), the mark of a paper (毕府发〔2024〕8号).
// Runs when all names are found.
import type { Line } from '../line.js'
import type { Paper } from '../paper.js'

const OFFICES = new Set(['Lead', 'Vice', 'Post', 'Role'])

/** 秦某等|参加: the word for others is no part of a name. */
export function dropOthers(line: Line): void {
  for (const item of [...line.items])
    if (item.kind === 'Person' && item.end - item.start === 3 && line.folded[item.end - 1] === '等') {
      line.lift(item)
      const end = item.end - 1
      line.put({ ...item, end, value: { ...item.value, name: line.folded.slice(item.start, end) } })
    }
}

/** Takes out names that are the mark of a numbered paper, or a clause that no name ends: 宣誓后, 大家表示. */
export function dropPaperMarks(line: Line): void {
  for (const item of [...line.items])
    if (
      item.kind === 'Person' &&
      (/(?:表示|认为|后)$/u.test(line.textOf(item)) ||
        /^ ?[\u4e00-\u9fff]{0,4}[〔[（]20\d{2}[〕\]）]/u.test(line.folded.slice(item.end, item.end + 8)))
    )
      line.lift(item)
}

/** 毛方, 柬方: the side of a country that the paper names is no person. */
export function dropSides(paper: Paper): void {
  const first = new Set<string>()
  for (const line of paper.lines)
    for (const item of line.items) if (item.kind === 'Country') first.add(line.folded[item.start] as string)
  if (!first.size) return
  for (const line of paper.lines)
    for (const item of [...line.items])
      if (
        item.kind === 'Person' &&
        /^.[方中国]$/u.test(line.textOf(item)) &&
        first.has(line.folded[item.start] as string)
      )
        line.lift(item)
}

/** 冯某任|组长, 李平受|省长委托 */
const endsInVerb = (line: Line, end: number): boolean =>
  /[任为兼]/u.test(line.folded[end - 1] as string) ||
  (line.folded[end - 1] === '受' && /^[^，。；]{2,24}委[托派]/u.test(line.folded.slice(end, end + 30)))

/** Shortens persons of three characters that end with 任, 为 or 兼 right before an office. */
export function dropVerbEnds(line: Line): void {
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
      line.put({ ...item, end: item.end - 1, value })
    }
  line.items.forEach((item, i) => {
    const next = line.items[i + 1]
    if (item.kind !== 'Person' || item.end - item.start !== 3 || !next || next.start !== item.end) return
    if (!OFFICES.has(next.kind) || !endsInVerb(line, item.end)) return
    line.lift(item)
    line.put({
      ...item,
      end: item.end - 1,
      value: { ...item.value, name: line.folded.slice(item.start, item.end - 1) },
    })
  })
}
