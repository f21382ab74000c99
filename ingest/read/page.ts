// A text in; its head and foot as lines out, and the marks that several readings of a page share: stamps and numbers.
import { FULL_DATE, foldDigits, toDate, toDateText } from './dates.js'

/** A line without mark-up; `folded` has plain digits and single spaces, as every pattern of this folder expects it. */
export interface Line {
  raw: string
  folded: string
}

/** The two ends of a text, where it says what it is. Blank lines are not among the lines. */
export interface Page {
  head: readonly Line[]
  foot: readonly Line[]
  text: string
}

/** A date that stands by itself on a line, and what else is on that line. */
export interface Stamp {
  date: string
  labelled: boolean
  before: string
  after: string
}

/** Furniture stands within this many lines of the beginning and of the end. */
const HEAD = 10
const FOOT = 8
/** No stamp line is longer, in characters; a longer line is a sentence of the story. */
export const STAMP_LENGTH = 120

export const LABEL =
  /(?:发布时间|發布時間|发布日期|发文日期|成文日期|发表时间|更新时间|时间|日期|发布|發布)\s*[:：]?\s*$/

/** The number of an official paper: 安委〔2023〕17号. Captures the year. */
const NUMBER = /^[\p{Script=Han}]{1,12}[〔[(（【]((?:19|20)\d{2})[〕\])）】]\s*第?\d+\s*号$/u

/** The name of a body that can issue a paper, by its ending. */
export const BODY = /(?:委员会|委员会办公室|办公室|办公厅|人民政府|政府|厅|局|部|委|院|总队|指挥部|公司)$/

/** The head and the foot of a text. */
export function readPage(text: string): Page {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map(toLine)
    .filter(({ folded }) => folded !== '')
  return { head: lines.slice(0, HEAD), foot: lines.slice(-FOOT), text }
}

function toLine(line: string): Line {
  const raw = line
    .replace(/!\[[^\]]*\]\([^)]*\)?/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>\s\u3000]+/, '')
    .replace(/\*\*|__/g, '')
    .trim()
  return { raw, folded: foldDigits(raw).replace(/ +/g, ' ').trim() }
}

/** A full date that stands by itself on a short line: at its beginning or after a gap or label, and nothing but a gap after it. */
export function findStamp({ folded }: Line): Stamp | undefined {
  if (folded.length > STAMP_LENGTH || /。.|[，；]/.test(folded)) return undefined
  for (const match of folded.matchAll(FULL_DATE)) {
    const before = folded.slice(0, match.index)
    const after = folded.slice(match.index + match[0].length)
    const labelled = LABEL.test(before)
    const date = toDateText(match)
    if (
      !date ||
      !(labelled || /^$|[\s|｜:：(（\]】)）]$/.test(before)) ||
      !/^$|^[\s|｜T)）\]】]|^\d{1,2}[:时]/.test(after)
    )
      continue
    return { date, labelled, before, after: after.replace(/^\s*T?\d{1,2}:\d{2}(?::\d{2})?/, '') }
  }
  return undefined
}

/** A line that is a month and nothing else: 2005-12. */
export function findMonth(head: readonly Line[]): string | undefined {
  return head
    .map(({ folded }) => (/^\d{4}(?:-\d{1,2}|年\d{1,2}月)$/.test(folded) ? toDate(folded) : undefined))
    .find((month) => month)
}

/** Where an official paper bears its number: above it stands only the body that prints it. A paper quoted further down has its own. */
export function findNumber(head: readonly Line[]): number {
  const at = head.findIndex(({ folded }) => NUMBER.test(folded))
  const above = head.slice(0, Math.max(0, at)).map(({ folded }) => folded.replace(/ /g, '').replace(/文件$/, ''))
  return above.every((line) => BODY.test(line) && line.length <= 40) ? at : -1
}

/** The year in the number of an official paper: 安委〔2023〕17号. */
export function findNumberYear(head: readonly Line[]): string | undefined {
  return NUMBER.exec(head[findNumber(head)]?.folded ?? '')?.[1]
}

/** Whether a line is the number of an official paper. */
export function isNumber({ folded }: Line): boolean {
  return NUMBER.test(folded)
}
