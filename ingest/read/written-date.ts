// A page in; the day its words were written out, as far as it says: signature, stamp, dateline, or the year of its number.
// Dates told inside a story are not the document's own and are left alone.
import { FULL_DATE, foldDigits, makeDate, toDateText } from './dates.js'
import { findMonth, findNumberYear, findStamp, type Page, STAMP_LENGTH } from './page.js'

/** The date of a page, as precise as it says; undefined when it says nothing. */
export function readDate(page: Page, title: string): string | undefined {
  const stamps = page.head.map(findStamp).filter((stamp) => stamp !== undefined)
  const stamp = (stamps.find(({ labelled }) => labelled) ?? stamps[0])?.date
  const signed = findSignature(page)
  // A signature says when the words were written, a stamp when the page was put up: later, or much later in a repost.
  if (signed && (!stamp || signed <= stamp)) return signed
  return stamp ?? findDateline(page, title) ?? findMonth(page.head) ?? findYear(page, title)
}

/** The date under the last words: alone on its line, in front of 印发, or at the end of a closing note in brackets. */
function findSignature({ foot }: Page): string | undefined {
  const patterns = [/^DATE$/, /(?:^| )DATE ?印发$/, /^[^。，；]{2,30} DATE$/, /[(（][^()（）。]{0,30}DATE[)）]$/]
  // Sentences after a date mean that it was no signature of the whole.
  const story = foot.findLastIndex(
    ({ folded }) => folded.length > 30 && /。$/.test(folded) && !/^[(（]?(?:抄送|主送|此件)/.test(folded),
  )
  const last = foot.slice(story + 1)
  for (const pattern of patterns)
    for (const { folded } of [...last].reverse()) {
      const dates: string[] = []
      const marked = folded.replace(FULL_DATE, (...found) => {
        dates.push(toDateText(found as unknown as RegExpMatchArray) ?? '')
        return 'DATE'
      })
      if (dates.length === 1 && dates[0] && pattern.test(marked)) return dates[0]
    }
  return undefined
}

const DATELINE =
  /(?:^|[(（【\s])(?:据\s*)?([\p{Script=Han}]{0,12}?)(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})日[^。，；]{0,14}?(?:电(?![话力视动梯缆网站])|讯|消息|信息)/u

/** 新华社北京1月2日电: month and day, with the year that the text, or a link in it that bears the same day, gives. */
function findDateline(page: Page, title: string): string | undefined {
  for (const { folded } of [...page.head, ...page.foot]) {
    const match = DATELINE.exec(folded.slice(0, STAMP_LENGTH)) ?? DATELINE.exec(folded.slice(-40))
    if (!match) continue
    const [month, day] = [Number(match[3]), Number(match[4])]
    const year = match[2] ?? findLinkYear(page.text, month, day) ?? findYear(page, title)
    if (year) return makeDate(Number(year), month, day)
  }
  return undefined
}

function findLinkYear(text: string, month: number, day: number): string | undefined {
  const [mm, dd] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')]
  return new RegExp(`https?://[^\\s)]*?[/_-](20\\d{2})[/-]?${mm}[/-]?${dd}(?!\\d)`).exec(text)?.[1]
}

/** The year a text is plainly of: in its number, in the kind of paper it is, or in 2023年度. */
function findYear({ head, text }: Page, title: string): string | undefined {
  const number = findNumberYear(head)
  const kind = /((?:19|20)\d{2})年(?:度|.{0,12}(?:总结|要点|计划|大事记|全体|会议|报告))/.exec(foldDigits(title))?.[1]
  if (number ?? kind) return number ?? kind
  const years = [...foldDigits(text).matchAll(/(20\d{2})年度/g)].map((match) => match[1] as string)
  return new Set(years).size === 1 ? years[0] : undefined
}
