// Dates as documents write them in their furniture, in; DateText out. Knows nothing of where on a page they stand.

const DIGITS = '〇一二三四五六七八九'

/** Full-width digits and Chinese year numerals made plain, so that one pattern reads every spelling. Length may change. */
export function foldDigits(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\t]/g, ' ')
    .replace(
      /([〇○零一二三四五六七八九]{4})\s*年\s*(?:([一二三四五六七八九十]{1,2})\s*月)?(?:\s*([一二三四五六七八九十]{1,3})\s*日)?/g,
      foldChinese,
    )
}

function foldChinese(_: string, year: string, month?: string, day?: string): string {
  const digits = [...year.replace(/[○零]/g, '〇')].map((c) => DIGITS.indexOf(c)).join('')
  return `${digits}年${month ? `${toNumber(month)}月` : ''}${day ? `${toNumber(day)}日` : ''}`
}

/** 三 -> 3, 十 -> 10, 十二 -> 12, 二十 -> 20, 三十一 -> 31. */
function toNumber(numeral: string): number {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['0', numeral]
  return (tens === '' ? 1 : Math.max(0, DIGITS.indexOf(tens as string))) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

/** A full date in folded text: 2023-03-13, 2023/3/13, 2023.3.13, 2023年3月13日, 2023 年 3 月 13 日. */
export const FULL_DATE =
  /(?<![\d-])((?:19|20)\d{2})(?:\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|([-/.])(\d{1,2})\4(\d{1,2})(?![\d-]))/g

/** The date of a FULL_DATE match, or undefined when no calendar has that day. */
export function toDateText(match: RegExpMatchArray): string | undefined {
  return makeDate(Number(match[1]), Number(match[2] ?? match[5]), Number(match[3] ?? match[6]))
}

/** `2023-03-13`, or undefined when no calendar has that day. */
export function makeDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}

/** A date given as a field: any spelling of a full date, or `2023-11`, `2023年11月`, `2023`; undefined for anything else. */
export function toDate(field: string): string | undefined {
  const text = foldDigits(field).trim()
  for (const match of text.matchAll(FULL_DATE)) return toDateText(match)
  const part = /^((?:19|20)\d{2})(?:[-/.年]\s*(\d{1,2})\s*月?)?年?$/.exec(text)
  if (!part) return undefined
  const month = Number(part[2] ?? 0)
  if (month > 12) return undefined
  return part[2] ? `${part[1]}-${String(month).padStart(2, '0')}` : part[1]
}
