// Folded characters -> the folded text without the line breaks that fall inside a sentence: wrapped text, page breaks, open titles.
import { isDigit } from './digit.js'
import type { Folded } from './fold.js'

const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff

const TERMINAL = /[。！？!?：；…”）】〕》｜|]/u
const LIST_START =
  /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|^[▇▶◆■●★△▲※·•→☆【[]|^附件|^第[一二三四五六七八九十百\d]+[章节条]/u

const stringOf = (codes: Uint16Array) =>
  Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString('utf16le')

/** A line of a scanned text goes on when it is so long, of the longest. */
const FULL = 0.55

/**
 * Removes line breaks that fall inside a sentence: wrapped text, page breaks, open titles.
 * @param scanned the text comes from a scanner: its lines break anywhere, and no two are of one length
 */
export function joinLines(codes: Uint16Array, origin: Int32Array, scanned: boolean): Folded {
  const text = stringOf(codes)
  const lines = text.split('\n')
  const wrap = wrapWidth(lines)
  const long = scanned ? lines.reduce((most, line) => Math.max(most, line.length), 0) * FULL : Infinity
  const dropped: number[] = []
  let at = 0
  let open = 0
  let since = 0
  for (let k = 0; k < lines.length - 1; k++) {
    const line = lines[k] as string
    const next = lines[k + 1] as string
    for (const end = at + line.length; at < end; at++) {
      const c = codes[at] as number
      if (isLowSurrogate(c) && isHighSurrogate(codes[at - 1] as number)) continue
      if (isOpening(c)) {
        open++
        since = 0
      } else if (isClosing(c)) open = Math.max(0, open - 1)
      since++
    }
    // An indent or a squeezed space makes a full line a little shorter.
    const wrapped = (wrap > 0 && line.length >= wrap - 4 && line.length <= wrap + 2) || line.length >= long
    if (goesOn(line, next, open > 0 && since < 80, wrapped)) dropped.push(at)
    else open = 0
    at += 1
  }
  return dropped.length ? without(codes, origin, dropped) : { text, origin }
}

const BRACKETS = [...'《〔（》〕）'].map((c) => c.charCodeAt(0))
const isOpening = (c: number) => c === BRACKETS[0] || c === BRACKETS[1] || c === BRACKETS[2]
const isClosing = (c: number) => c === BRACKETS[3] || c === BRACKETS[4] || c === BRACKETS[5]
const isLowSurrogate = (c: number) => c >= 0xdc00 && c < 0xe000
const isHighSurrogate = (c: number) => c >= 0xd800 && c < 0xdc00

/** A title or a signature stands on a line of its own. */
const APART = /^关于|^[^，。；、]{2,24}(?:厅|局|办公室|委员会|指挥部|人民政府)$/u

/** A heading set on two lines: 关于…|…的通知, …事故|调查报告; the last character of an office on a line of its own. */
function headingGoesOn(line: string, next: string): boolean {
  if (line.length > 48 || next.length > 48) return false
  return (
    (/^关于[^，。；：]{4,}$/u.test(line) && !PAPER.test(line) && /^[^，。；：]{2,}$/u.test(next) && PAPER.test(next)) ||
    (/(?:事故|火灾|爆炸)$/u.test(line) &&
      /^(?:调查|责任|有关责任|防范和整改|整改)[^，。；：]{0,16}(?:报告|通报|情况)/u.test(next)) ||
    (/[\u4e00-\u9fff]{4}$/u.test(line) && /^[长任席员师]$/u.test(next.trim()))
  )
}

const PAPER =
  /的(?:紧急|补充)?(?:通知|通报|意见|决定|公告|通告|报告|批复|答复|复函|函|方案|办法|规定)(?:（[^（）]{1,10}）)?$/u

/** Whether the break between two lines falls inside a sentence. */
function goesOn(line: string, next: string, inBrackets: boolean, wrapped: boolean): boolean {
  const joins =
    inBrackets ||
    /^[，。、；）》”]/u.test(next) ||
    /[，、]$/u.test(line) ||
    headingGoesOn(line, next) ||
    (next.startsWith('关于') && line.length <= 40 && /[会厅局府室部委院办]$/u.test(line)) ||
    ((line.length >= 70 || wrapped) &&
      !(wrapped && APART.test(next)) &&
      !TERMINAL.test(line.at(-1) ?? '') &&
      (isHan(next.charCodeAt(0)) || isDigit(next.charCodeAt(0)) || /^[“《（]/u.test(next)))
  return joins && !LIST_START.test(next) && !/^(?:19|20)\d{2}[-年/.]/u.test(next)
}

/** A text without the characters at some places. */
function without(codes: Uint16Array, origin: Int32Array, places: readonly number[]): Folded {
  let n = places[0] as number
  for (const [k, place] of places.entries()) {
    const end = places[k + 1] ?? codes.length
    codes.copyWithin(n, place + 1, end)
    origin.copyWithin(n, place + 1, end)
    n += end - place - 1
  }
  return { text: stringOf(codes.subarray(0, n)), origin: origin.slice(0, n) }
}

/** The width at which a text is hard-wrapped, or 0: many lines of just the same, greatest, length. */
function wrapWidth(lines: readonly string[]): number {
  if (lines.length < 8) return 0
  const counts = new Map<number, number>()
  for (const line of lines)
    if (line.length >= 18 && line.length <= 60) counts.set(line.length, (counts.get(line.length) ?? 0) + 1)
  let width = 0
  let most = 0
  for (const [length, n] of counts) if (n > most) [width, most] = [length, n]
  const longer = lines.filter((line) => line.length > width + 2).length
  return most >= 6 && longer * 10 < lines.length ? width : 0
}
