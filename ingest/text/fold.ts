// The text as published -> the text as the rules read it, with the way back to the original offsets.
// Folds width, quotes, brackets and traditional characters, drops mark-up, joins lines broken inside a sentence.
// Every folded character stems from exactly one original UTF-16 unit, so a span maps back without guessing.
import { words } from '../lexicon.js'

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

const isSpace = (c: string) => /[\s\u00a0\u3000\u200b\ufeff]/u.test(c)
const isDigit = (c: string | undefined) => c !== undefined && c >= '0' && c <= '9'
const isHan = (c: string | undefined) => c !== undefined && /[\u3400-\u9fff]/u.test(c)
const DROPPED = /\r|\u200b|\u200c|\u200d|\ufeff|\u00ad|\*/u

let simplified: Map<string, string> | undefined
const simplify = (c: string) => {
  simplified ??= new Map(words('traditional').map((row) => [row.word, row.fields[0] ?? row.word]))
  return simplified.get(c) ?? c
}

/** Spans of mark-up that carry no words: images, link targets, bare addresses, table rules, tags. */
const MARKUP =
  /!\[[^\]\n]{0,200}\]\([^)]{0,2000}\)|(?<=\])\([^()\n]{4,500}\)|https?:\/\/[\w./?=&%#:+-]{1,500}|<\/?[a-zA-Z][^<>\n]{0,300}>|^[ \t]*[-=_|:]{3,}[ \t]*$|^[ \t]*(?:[—–-]{1,2} ?\d{1,3} ?[—–-]{1,2}|第 ?\d{1,3} ?页(?:[，, ]*共 ?\d{1,3} ?页)?)[ \t\r]*$/gmu

/**
 * Folds a text for matching.
 * @param text the document's text as published
 * @returns the folded text and, for each of its characters, the UTF-16 offset it stems from
 */
export function foldText(text: string): Folded {
  const out: string[] = []
  const origin: number[] = []
  const skip = new Map<number, number>()
  for (const m of text.matchAll(MARKUP)) skip.set(m.index, m.index + m[0].length)
  let space = -1
  let newlines: number[] = []
  const push = (c: string, at: number) => {
    if (newlines.length) {
      if (out.length) {
        out.push('\n')
        origin.push(newlines[0] as number)
      }
      newlines = []
      space = -1
    }
    if (space >= 0) {
      if (out.length && out[out.length - 1] !== '\n') {
        out.push(' ')
        origin.push(space)
      }
      space = -1
    }
    out.push(c)
    origin.push(at)
  }
  for (let i = 0; i < text.length; i++) {
    const end = skip.get(i)
    if (end !== undefined) {
      i = end - 1
      continue
    }
    const c = text[i] as string
    if (c === '\n') newlines.push(i)
    else if (DROPPED.test(c)) continue
    else if (isSpace(c)) space = space < 0 ? i : space
    else if ((c === '_' || c === '#' || c === '>') && (newlines.length > 0 || out.length === 0)) continue
    else push(foldUnit(text, i), i)
  }
  return joinLines({ text: out.join(''), origin: Int32Array.from(origin) })
}

function foldUnit(text: string, i: number): string {
  let c = text[i] as string
  const code = c.charCodeAt(0)
  if (code < 0x80 && code > 0x2f && code < 0x3a) return c
  if (code >= 0xff01 && code <= 0xff5e) c = String.fromCharCode(code - 0xfee0)
  if ((c === ',' || c === ':' || c === '.') && isDigit(text[i - 1]) && isDigit(text[i + 1])) return c
  // What a scanner takes for letters among figures: 2O23年, l1月.
  if (
    /[OoIl]/u.test(c) &&
    !/[A-Za-z]/u.test(text[i - 1] ?? '') &&
    /[\d年月日]/u.test(text[i + 1] ?? '') &&
    (isDigit(text[i - 1]) || isDigit(text[i + 1]))
  )
    return /[Oo]/u.test(c) ? '0' : '1'
  // A point after a Chinese character ends a sentence, unless a figure or a letter goes on.
  if (c === '.' && i > 0 && /[\u3400-\u9fff）)”"》]/u.test(text[i - 1] as string) && !/[\w.]/u.test(text[i + 1] ?? ''))
    return '。'
  if (c === '"') return quoteSide(text, i)
  if (code >= 0x3400 && code <= 0x9fff) return simplify(c)
  return PUNCTUATION[c] ?? c
}

/** A straight quote opens after a space, a bracket or an ordinary character when the quotes before it are balanced. */
function quoteSide(text: string, i: number): string {
  let open = false
  for (let k = i - 1; k >= 0 && text[k] !== '\n'; k--) if (text[k] === '"') open = !open
  return open ? '”' : '“'
}

const TERMINAL = /[。！？!?：；…”）】〕》｜|]/u
const LIST_START =
  /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|^[▇▶◆■●★△▲※·•→☆【[]|^附件|^第[一二三四五六七八九十百\d]+[章节条]/u

/** Removes line breaks that fall inside a sentence: wrapped text, page breaks, open titles. */
function joinLines(folded: Folded): Folded {
  const lines = folded.text.split('\n')
  const wrap = wrapWidth(lines)
  const keep: boolean[] = new Array(folded.text.length).fill(true)
  let at = 0
  let open = 0
  let since = 0
  for (let k = 0; k < lines.length - 1; k++) {
    const line = lines[k] as string
    const next = lines[k + 1] as string
    for (const c of line) {
      if (c === '《' || c === '〔' || c === '（') {
        open++
        since = 0
      } else if (c === '》' || c === '〕' || c === '）') open = Math.max(0, open - 1)
      since++
    }
    at += line.length
    const last = line.at(-1) ?? ''
    // An indent or a squeezed space makes a full line a little shorter.
    const wrapped = wrap > 0 && line.length >= wrap - 4 && line.length <= wrap + 2
    const join =
      !LIST_START.test(next) &&
      !/^(?:19|20)\d{2}[-年/.]/u.test(next) &&
      ((next.startsWith('关于') && line.length <= 40 && /[会厅局府室部委院办]$/u.test(line)) ||
        /^[，。、；）》”]/u.test(next) ||
        /[，、]$/u.test(line) ||
        (open > 0 && since < 80) ||
        (!TERMINAL.test(last) &&
          (line.length >= 70 || wrapped) &&
          (isHan(next[0]) || isDigit(next[0]) || /^[“《（]/u.test(next))))
    if (join) keep[at] = false
    else open = 0
    at += 1
  }
  let text = ''
  const origin: number[] = []
  for (let i = 0; i < folded.text.length; i++)
    if (keep[i]) {
      text += folded.text[i]
      origin.push(folded.origin[i] as number)
    }
  return { text, origin: Int32Array.from(origin) }
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

/** The original span of a folded span. */
export function originSpan(folded: Folded, start: number, end: number): { start: number; end: number } {
  return { start: folded.origin[start] as number, end: (folded.origin[end - 1] as number) + 1 }
}
