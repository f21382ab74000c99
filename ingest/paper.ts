// One document under analysis: its folded text, its lines with their items, and what it says of itself (home region, date).
import type { Document } from '../schema/fact.js'
import { Line } from './line.js'
import { CharSet } from './scan.js'
import { Slot } from './slot.js'
import { type Folded, foldText } from './text/fold.js'
import { Grams } from './text/grams.js'
import { type Sentence, splitSentences } from './text/sentence.js'

/** The value of an item of kind `Place` (provinces too). Names are official full names. */
export interface PlaceValue {
  type: 'Province' | 'Place'
  name: string
  /** p province, c prefecture-level, x county-level, t town or village, s site */
  level: 'p' | 'c' | 'x' | 't' | 's'
  province?: string
  prefecture?: string
  code?: string
  /** `我省`, `该市`: stands for the region of the document */
  here?: boolean
  /** Other forms of the same place: 白鹿镇汪家垅灾害点, with the divisions before it. */
  forms?: readonly string[]
}

export interface Paper {
  document: Document
  folded: Folded
  text: string
  lines: Line[]
  /** Year, month, day of the document, as far as known. */
  date: { year: number; month?: number; day?: number } | undefined
  /** The region of each level (省, 市, 县) that the document is from or about; `sure` when it can hardly be another. */
  home: Record<string, { name: string; sure: boolean }>
  /** What layers keep of this paper (see slot.ts). */
  readonly notes: unknown[]
}

/** Folds and splits a document; nothing is recognised yet. */
export function openPaper(document: Document): Paper {
  const folded = foldText(document.text)
  const marks = new Uint8Array(folded.text.length)
  const sentences = withoutOthers(splitSentences(folded.text), folded.text)
  // Not by `map`: once compiled it makes arrays of another shape than before, and all code that reads lines is compiled anew.
  const lines: Line[] = []
  for (const sentence of sentences) lines.push(new Line(folded.text, sentence, lines.length, marks))
  const [year, month, day] = (document.date ?? '').split('-').map(Number)
  const date = year ? { year, ...(month && { month }), ...(day && { day }) } : undefined
  return { document, folded, text: folded.text, lines, date, home: {}, notes: [] }
}

/** Headlines of other pages under a document, introduced so. */
const OTHERS =
  /^[【[]?(?:相关(?:阅读|链接|新闻|报道|推荐)|推荐阅读|延伸阅读|更多阅读|猜你喜欢|热点推荐|往期回顾|[上下]一篇)[】\]]?[：: ]?/u

const OTHERS_FIRST = new CharSet('【[相推延更猜热往上下')

/** The sentences without headlines of other pages: what follows their mark on its line or, when it stands alone, below. */
function withoutOthers(sentences: Sentence[], text: string): Sentence[] {
  const own: Sentence[] = []
  let skipped: number | undefined
  let alone = false
  for (const sentence of sentences) {
    const mark = OTHERS_FIRST.has(text.charCodeAt(sentence.start))
      ? OTHERS.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 12)))?.[0]
      : undefined
    if (mark !== undefined) {
      skipped = sentence.line
      alone = sentence.end - sentence.start <= mark.length
    } else if (skipped === undefined || (sentence.line !== skipped && !(alone && sentence.heading))) {
      own.push(sentence)
      skipped = undefined
    }
  }
  return own
}

const said = new Slot<Paper, Map<string, boolean>>()
const grams = new Slot<Paper, Grams>()
/** From so many characters on a text is not read through for each name that it may lack. */
const LONG = 50_000

/** Whether a document's text holds some words; asked of the same words again and again. */
export function says(paper: Paper, words: string): boolean {
  const known = said.keep(paper, () => new Map())
  let held = known.get(words)
  if (held === undefined) {
    const { text } = paper
    const may = text.length < LONG || grams.keep(paper, () => new Grams(text)).mayHold(words)
    held = may && text.includes(words)
    known.set(words, held)
  }
  return held
}
