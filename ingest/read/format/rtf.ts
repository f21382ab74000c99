// Rich Text Format: bytes in, the words out. Pictures, objects, fields and other destinations are passed over, never followed.
// Source of the format: Microsoft, Rich Text Format Specification 1.9.1. (No kept library reads its Chinese code pages.)
import { Fault } from '../../../schema/fault.js'
import type { Parsed } from './parsed.js'

/** Code pages of `\ansicpgN` and `\fcharsetN` as TextDecoder calls them. */
const PAGES: Record<string, string> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1252: 'windows-1252',
}
const CHARSETS: Record<string, string> = {
  0: 'windows-1252',
  134: 'gb18030',
  136: 'big5',
  128: 'shift_jis',
  129: 'euc-kr',
}
/** Groups that hold no words of the text. */
const SILENT = new Set(
  'fonttbl colortbl stylesheet info pict object fldinst themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator header footer headerl headerr footerl footerr ftnsep xmlnstbl filetbl revtbl'.split(
    ' ',
  ),
)
const WORDS: Record<string, string> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
}
/** Groups nested deeper than this are an attack. */
const DEPTH = 1000

interface Group {
  silent: boolean
  encoding: string
  /** How many characters stand in for one that follows as `\uN`. */
  skip: number
}

const TOKEN = /\\'([0-9a-fA-F]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z'])|([{}])|([^\\{}\r\n]+)/g

/** @throws Fault('input') when the file is not RTF or holds no words */
export function parseRtf(bytes: Uint8Array, place: string): Parsed {
  const source = new TextDecoder('latin1').decode(bytes)
  if (!/^\s*\{\\rtf/.test(source)) throw new Fault('input', `${place}: no RTF: it does not begin with {\\rtf.`)
  const text = new Reader(place).read(source)
  if (!text.trim()) throw new Fault('input', `${place}: an RTF document without words.`)
  return { text: text.replace(/\n{2,}/g, '\n').trim() }
}

class Reader {
  #text = ''
  #bytes: number[] = []
  #group: Group = { silent: false, encoding: 'windows-1252', skip: 1 }
  readonly #outer: Group[] = []
  readonly #fonts = new Map<string, string>()
  #page = 'windows-1252'
  #font = ''
  /** Stand-ins still to be passed over. */
  #pending = 0

  constructor(readonly place: string) {}

  read(source: string): string {
    for (const [, hex, word, number, symbol, brace, plain] of source.matchAll(TOKEN)) {
      if (hex) this.#byte(Number.parseInt(hex, 16))
      else if (word) this.#control(word, number)
      else if (symbol) this.#symbol(symbol)
      else if (brace) this.#brace(brace)
      else if (plain) for (const char of plain) this.#byte(char.charCodeAt(0))
    }
    this.#flush()
    return this.#text
  }

  #byte(byte: number): void {
    if (this.#pending > 0) this.#pending--
    else if (!this.#group.silent) this.#bytes.push(byte)
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    this.#text += new TextDecoder(this.#group.encoding).decode(Uint8Array.from(this.#bytes))
    this.#bytes = []
  }

  #write(words: string): void {
    this.#flush()
    if (!this.#group.silent) this.#text += words
  }

  #brace(brace: string): void {
    this.#flush()
    this.#pending = 0
    if (brace === '{') {
      if (this.#outer.length > DEPTH) throw new Fault('input', `${this.place}: groups nested more than ${DEPTH} deep.`)
      this.#outer.push({ ...this.#group })
    } else this.#group = this.#outer.pop() ?? this.#group
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#group.silent = true
    else if (symbol === '~') this.#write(' ')
    else if ('\\{}'.includes(symbol)) this.#byte(symbol.charCodeAt(0))
    else if (symbol === '\n' || symbol === '\r') this.#write('\n')
  }

  #control(word: string, number: string | undefined): void {
    if (SILENT.has(word)) {
      this.#flush()
      this.#group.silent = true
    } else if (word === 'ansicpg') this.#page = this.#group.encoding = PAGES[number ?? ''] ?? this.#page
    else if (word === 'uc') this.#group.skip = Number(number ?? 1)
    else if (word === 'u' && number) {
      this.#write(String.fromCharCode(Number(number) & 0xffff))
      this.#pending = this.#group.skip
    } else if (word === 'f' && number) this.#takeFont(number)
    else if (word === 'fcharset' && number) this.#fonts.set(this.#font, CHARSETS[number] ?? this.#page)
    else if (word === 'bin') this.#pending = 0
    else if (WORDS[word]) this.#write(WORDS[word])
  }

  #takeFont(number: string): void {
    this.#flush()
    this.#font = number
    const encoding = this.#fonts.get(number)
    // A Western font over Chinese bytes is common: the code page of the file stands.
    if (!this.#group.silent) this.#group.encoding = encoding && encoding !== 'windows-1252' ? encoding : this.#page
  }
}
