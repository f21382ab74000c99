// The text as published -> the text as the rules read it, with the way back to the original offsets.
// Folds width, quotes, brackets and traditional characters, drops mark-up, joins lines broken inside a sentence.
// Every folded character stems from exactly one original UTF-16 unit, so a span maps back without guessing.

import { words } from '../lexicon.js'
import { isDigit } from './digit.js'
import { joinLines } from './line-breaks.js'
import { wordSpaces } from './spaced.js'

/** Folded text; `origin[i]` is the offset in the original text of the unit that folded character `i` stems from. */
export interface Folded {
  text: string
  origin: Int32Array
}

const PUNCTUATION: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '﹙': '（',
  '﹚': '）',
  '"': '”',
  '＂': '”',
  '「': '“',
  '」': '”',
  '『': '“',
  '』': '”',
  '〈': '《',
  '〉': '》',
  '｢': '“',
  '｣': '”',
  '•': '·',
  '‧': '·',
  '・': '·',
  '･': '·',
  '∙': '·',
  '●': '·',
  '．': '.',
  '｡': '。',
  '､': '、',
  '﹐': '，',
  '〜': '～',
  '∶': '：',
  '〔': '〔',
  '|': '｜',
  '│': '｜',
}

const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff

/** What a character is to the folding; all others are looked up in the table. */
const BREAK = 1
const DROP = 2
const SPACE = 3
/** Mark-up at the head of a line: # title, > quotation. */
const HEAD = 4
/** A straight quote, whose side depends on those before it. */
const QUOTE = 5
/** A mark that stays as it is between digits: 1,000 9:30 3.5 */
const BETWEEN = 6
/** What a scanner takes for a figure: 2O23年, l1月. */
const LIKE_FIGURE = 7
/** The first half of a little picture (🔺 before a heading, 📍 before a place): neither half is read. */
const PICTURE = 8
const PICTURES = [0xd83c, 0xd83d, 0xd83e]

interface Tables {
  folded: Uint16Array
  sort: Uint8Array
}
let tables: Tables | undefined

function load(): Tables {
  const folded = new Uint16Array(0x10000)
  const sort = new Uint8Array(0x10000)
  for (let code = 0; code < 0x10000; code++) {
    const c = String.fromCharCode(code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code)
    folded[code] = (PUNCTUATION[c] ?? c).charCodeAt(0)
    if (c === '"') sort[code] = QUOTE
    else if (c === ',' || c === ':' || c === '.') sort[code] = BETWEEN
    else if (c === 'O' || c === 'o' || c === 'I' || c === 'l') sort[code] = LIKE_FIGURE
    else if (/[\s\u00a0\u3000\u200b\ufeff]/u.test(c)) sort[code] = SPACE
  }
  for (const { word, fields } of words('traditional'))
    if (word.length === 1 && fields[0]?.length === 1) folded[word.charCodeAt(0)] = fields[0].charCodeAt(0)
  for (const c of '_#>') sort[c.charCodeAt(0)] = HEAD
  for (const c of '\r\u200b\u200c\u200d\ufeff\u00ad\ufe0f\u20e3*@') sort[c.charCodeAt(0)] = DROP
  for (const half of PICTURES) sort[half] = PICTURE
  sort[NEWLINE] = BREAK
  return { folded, sort }
}

/** A text with more spaces inside its words than this comes from a scanner: its lines break anywhere. */
const MANY_SPACES = 24

const NEWLINE = 10
const BLANK = 32
const TAB = 9
const BAR = '｜'.charCodeAt(0)
const WIDE = '　'.charCodeAt(0)
const codes = (text: string) => new Set([...text].map((c) => c.charCodeAt(0)))
/** Behind these two wide spaces begin a paragraph whose line break is lost. */
const ENDS = codes('。！？')
/** A space behind or before a mark of a sentence says nothing. */
const CLOSE = codes('，；、。')
const MARKS = codes('，；、。：')

/** Spans of mark-up that carry no words: images, link targets, bare addresses, table rules, tags. */
const MARKUP =
  /&(?:nbsp|ensp|emsp|thinsp|#160|#12288|ldquo|rdquo|amp|middot);|!\[[^\]\n]{0,200}\]\([^)]{0,2000}\)|(?<=\])\([^()\n]{4,500}\)|https?:\/\/[\w./?=&%#:+-]{1,500}|<\/?[a-zA-Z][^<>\n]{0,300}>|^[ \t]*[-=_|:]{3,}[ \t]*$|^[ \t]*(?:[—–-]{1,2} ?\d{1,3} ?[—–-]{1,2}|第 ?\d{1,3} ?页(?:[，, ]*共 ?\d{1,3} ?页)?)[ \t\r]*$/gmu

/** Tags between which a line ends. */
const LINE_TAG = /^<\/?(?:p|br|div|tr|li|h[1-6]|table)[\s/>]/iu

/** Most texts hold nothing that looks like mark-up. */
const MARKED = /[<\]&]|https?:|[-=_|:]{3}|^[ \t]*(?:[—–-]|第 ?\d{1,3} ?页)/m

/**
 * Folds a text for matching.
 * @param text the document's text as published
 * @returns the folded text and, for each of its characters, the UTF-16 offset it stems from
 */
export function foldText(text: string): Folded {
  tables ??= load()
  const { folded, sort } = tables
  const out = new Uint16Array(text.length)
  const origin = new Int32Array(text.length)
  const skip = new Map<number, number>()
  if (MARKED.test(text)) for (const m of text.matchAll(MARKUP)) skip.set(m.index, m.index + m[0].length)
  const quoteSide = quoteReader(text)
  const spaces = wordSpaces(text)
  let n = 0
  /** The first space and the first line break since the last character, or -1. */
  let space = -1
  let broken = -1
  /** How many wide spaces stand since the last character. */
  let wide = 0
  /** The tab since the last character of this line, or -1. */
  let cell = -1
  for (let i = 0; i < text.length; i++) {
    if (skip.size) {
      const end = skip.get(i)
      if (end !== undefined) {
        const tag = text.slice(i, end)
        if (tag[0] === '&' && space < 0) space = i
        if (LINE_TAG.test(tag) && broken < 0) broken = i
        i = end - 1
        continue
      }
    }
    const code = text.charCodeAt(i)
    const what = sort[code] as number
    let to = folded[code] as number
    if (what !== 0) {
      if (what === BREAK) {
        if (broken < 0) broken = i
        continue
      }
      if (what === DROP) continue
      if (what === PICTURE) {
        i++
        continue
      }
      if (what === SPACE) {
        // A tab between words parts the cells of a table.
        if (code === TAB && n > 0 && broken < 0 && out[n - 1] !== BAR) cell = i
        if (space < 0 && !spaces?.has(i)) space = i
        if (code === WIDE) wide++
        continue
      }
      if (what === HEAD) {
        if (broken >= 0 || n === 0) continue
      } else if (what === QUOTE) to = quoteSide(i)
      else if (what === LIKE_FIGURE) to = figure(text, i, to)
      else to = mark(text, i, code, to)
    }
    if (broken >= 0) {
      if (n > 0) {
        out[n] = NEWLINE
        origin[n++] = broken
      }
      broken = -1
      space = -1
      cell = -1
    }
    if (cell >= 0 && to !== BAR) {
      out[n] = BAR
      origin[n++] = cell
      space = -1
    }
    cell = -1
    if (space >= 0) {
      const before = out[n - 1] as number
      if (n > 0 && wide > 1 && ENDS.has(before)) {
        out[n] = NEWLINE
        origin[n++] = space
      } else if (n > 0 && before !== NEWLINE && !CLOSE.has(before) && !MARKS.has(to)) {
        out[n] = BLANK
        origin[n++] = space
      }
      space = -1
    }
    wide = 0
    out[n] = to
    origin[n++] = i
  }
  return joinLines(out.subarray(0, n), origin.subarray(0, n), (spaces?.size ?? 0) > MANY_SPACES)
}

/** A comma, colon or point: a part of a number, the end of a sentence, or what it always is. */
function mark(text: string, i: number, code: number, usual: number): number {
  const before = text.charCodeAt(i - 1)
  if (isDigit(before) && isDigit(text.charCodeAt(i + 1))) return code >= 0xff01 ? code - 0xfee0 : code
  // A point after a Chinese character ends a sentence, unless a figure or a letter goes on.
  const ends =
    usual === POINT &&
    (isHan(before) || AFTER_SENTENCE.has(before)) &&
    (!/[\w.]/u.test(text[i + 1] ?? '') || /^\d{1,4}(?:年|月\d|日)/u.test(text.slice(i + 1, i + 6)))
  return ends ? STOP : usual
}

const POINT = '.'.charCodeAt(0)
const STOP = '。'.charCodeAt(0)
const AFTER_SENTENCE = new Set([...'）)”"》'].map((c) => c.charCodeAt(0)))

/** An O or l among figures stands for one. */
function figure(text: string, i: number, usual: number): number {
  const [before, after] = [text[i - 1] ?? '', text[i + 1] ?? '']
  const among =
    (!/[A-Za-z]/u.test(before) && /[\d年月日]/u.test(after) && (/\d/u.test(before) || /\d/u.test(after))) ||
    (/[、，成致]/u.test(before) && /[人名起]/u.test(after))
  return among ? (usual === 0x4f || usual === 0x6f ? 0x30 : 0x31) : usual
}

const OPENING = '“'.charCodeAt(0)
const CLOSING = '”'.charCodeAt(0)

/** A straight quote opens when those before it in its line are balanced. Asked in the order of the text. */
function quoteReader(text: string): (i: number) => number {
  let at = 0
  let open = false
  return (i) => {
    for (; at < i; at++) {
      const c = text.charCodeAt(at)
      if (c === NEWLINE) open = false
      else if (c === 0x22) open = !open
    }
    return open ? CLOSING : OPENING
  }
}

/** The original span of a folded span. */
export function originSpan(folded: Folded, start: number, end: number): { start: number; end: number } {
  return { start: folded.origin[start] as number, end: (folded.origin[end - 1] as number) + 1 }
}
