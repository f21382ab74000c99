// Characters of a clause -> the edges that read them as ordinary words, or as places and firms that no list knows. Knows of no name.
import { list, words } from '../lexicon.js'
import { PairTable } from '../scan.js'
import type { Lattice } from './lattice.js'
import { COST, nodeOf, WordTable } from './word-table.js'

/** Cost of a character that no list knows, of punctuation, of a digit or letter, of a foreign place, of a county's short name, of a word from not-name.txt. */
const UNKNOWN = 150
const SIGN = 10
const LETTER = 30
const PLACE = 90
const COUNTY = 112
const NOT_NAME = 90
/** A common surname that stands alone is counted in running text mostly as a surname; as a word it costs at least so much. */
const ALONE: Record<string, number> = { n: 125, z: 125, j: 125, q: 100, a: 92, v: 95, m: 90 }
/** A place or firm that no list knows, by its last word: up to four characters and the end. */
const PROPER = 75
const PROPER_LETTER = 50
const PROPER_ENDS =
  '镇 村 乡 屯 沟 涧 垅 坝 牌 地产 高铁 铁路 高速 专项 大学 学院 公司 医院 中学 小学 集团 小区 社区 酒店 宾馆 大厦 煤矿 煤业 矿业 化工 水库 花园 花苑 广场 超市 饭店 工厂 铁矿 金矿'
/** No proper name holds one of these. */
const LOOSE = '的在是和了与及为对向从到等将被把由就都也不有这那说以同人'

/** What a character is besides its cost on its own: the bits above it. */
const PLAIN_COST = 0xfff
const BREAK = 1 << 12
const END_ONE = 1 << 13
const END_TWO = 1 << 14
const HAN = 1 << 15

const FAR = 1 << 28

const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff
export class Vocabulary {
  /** Of each character what it costs alone and what else it is: one look-up for both. */
  private readonly letters = new Uint16Array(0x10000).fill(SIGN)
  private readonly words = new WordTable()
  private readonly ends = new PairTable()
  private reached = new Int32Array(256)

  constructor() {
    this.letters.fill(UNKNOWN | HAN, 0x3400, 0xa000)
    for (const c of 'abcdefghijklmnopqrstuvwxyz0123456789') {
      this.letters[c.charCodeAt(0)] = LETTER
      this.letters[c.toUpperCase().charCodeAt(0)] = LETTER
    }
    const surnames = new Map(words('surname').map((r) => [r.word, r.fields[0] ?? '3']))
    for (const { word, fields } of words('vocabulary')) {
      const alone = word.length === 1 && (surnames.get(word) ?? '5') <= '2' ? ALONE[fields[1]?.[0] ?? 'n'] : undefined
      this.add(word, Math.max(Number(fields[0]), alone ?? 0))
    }
    for (const { word, fields } of words('country'))
      for (const name of [word, ...list(fields[0])]) if (name.length > 1) this.add(name, PLACE)
    for (const { word } of words('foreign-place')) this.add(word, PLACE)
    for (const { fields } of words('county'))
      for (const name of list(fields[0])) if (name.length > 1) this.add(name, COUNTY)
    for (const { word, fields } of words('not-name')) this.add(word, Number(fields[0] || NOT_NAME))
    for (const c of LOOSE) this.mark(c, BREAK)
    for (const end of PROPER_ENDS.split(' ')) {
      this.mark(end, end.length > 1 ? END_TWO : END_ONE)
      if (end.length > 1) this.ends.add(end.charCodeAt(0), end.charCodeAt(1), 1)
    }
  }

  private add(word: string, cost: number): void {
    const code = word.charCodeAt(0)
    if (word.length === 1) this.letters[code] = ((this.letters[code] as number) & ~PLAIN_COST) | cost
    else if (isHan(code) && isHan(word.charCodeAt(1))) this.words.add(word, cost)
  }

  private mark(word: string, flag: number): void {
    const code = word.charCodeAt(0)
    this.letters[code] = (this.letters[code] as number) | flag
  }

  /** Whether two characters are a word. */
  isPair(a: number, b: number): boolean {
    return (this.words.find(a, b) & COST) !== 0
  }

  /** Adds to a lattice of the clause [from, to) every reading of its characters as words. */
  read(text: string, from: number, to: number, lattice: Lattice): void {
    const { letters, words } = this
    let code = text.charCodeAt(from)
    let letter = letters[code] as number
    for (let i = from; i < to; i++) {
      const after = i + 1 < to ? text.charCodeAt(i + 1) : 0
      const next = letters[after] as number
      lattice.letter(i - from, letter & PLAIN_COST)
      if (letter & next & HAN) {
        let found = words.find(code, after)
        for (let end = i + 2; found !== 0; end++) {
          if (found & COST) lattice.add(i - from, end - from, found & COST)
          const node = nodeOf(found)
          found = node && end < to ? words.next(node, text.charCodeAt(end)) : 0
        }
      }
      if (letter & END_ONE) this.addProper(text, from, i, i + 1, lattice)
      if (letter & END_TWO && i + 2 <= to && this.ends.find(code, after)) this.addProper(text, from, i, i + 2, lattice)
      code = after
      letter = next
    }
  }

  /**
   * What the cheapest reading of the clause [from, to) as words costs up to each of its characters; valid until the next call.
   * @param wholes spans that may be read as one: start, end (offsets in the clause) and cost of each, in order of their starts
   */
  costs(text: string, from: number, to: number, wholes: readonly number[]): Int32Array {
    const { letters, words } = this
    if (to - from >= this.reached.length) this.reached = new Int32Array((to - from + 1) * 2)
    const { reached } = this
    // By hand: for so few numbers `fill` costs more than all that follows for a character.
    for (let k = to - from; k > 0; k--) reached[k] = FAR
    reached[0] = 0
    let whole = 0
    let code = text.charCodeAt(from)
    let letter = letters[code] as number
    for (let k = 0, i = from; i < to; k++, i++) {
      const after = i + 1 < to ? text.charCodeAt(i + 1) : 0
      const next = letters[after] as number
      const here = reached[k] as number
      for (; wholes[whole] === k; whole += 3) {
        const end = wholes[whole + 1] as number
        const cost = here + (wholes[whole + 2] as number)
        if (cost < (reached[end] as number)) reached[end] = cost
      }
      const alone = here + (letter & PLAIN_COST)
      if (alone < (reached[k + 1] as number)) reached[k + 1] = alone
      if (letter & next & HAN) {
        let found = words.find(code, after)
        for (let end = k + 2; found !== 0; end++) {
          const cost = here + (found & COST)
          if (found & COST && cost < (reached[end] as number)) reached[end] = cost
          const node = nodeOf(found)
          found = node && from + end < to ? words.next(node, text.charCodeAt(from + end)) : 0
        }
      }
      if (letter & END_ONE) this.reachProper(text, from, i, i + 1)
      if (letter & END_TWO && i + 2 <= to && this.ends.find(code, after)) this.reachProper(text, from, i, i + 2)
      code = after
      letter = next
    }
    return reached
  }

  private reachProper(text: string, from: number, stem: number, end: number): void {
    for (let i = stem - 1; i >= from && stem - i <= 4; i--) {
      const letter = this.letters[text.charCodeAt(i)] as number
      if (!(letter & HAN) || letter & BREAK) break
      const cost = (this.reached[i - from] as number) + PROPER + (stem - i + 1) * PROPER_LETTER
      if (cost < (this.reached[end - from] as number)) this.reached[end - from] = cost
    }
  }

  /** Places and firms that end with the word at [stem, end). */
  private addProper(text: string, from: number, stem: number, end: number, lattice: Lattice): void {
    for (let i = stem - 1; i >= from && stem - i <= 4; i--) {
      const letter = this.letters[text.charCodeAt(i)] as number
      if (!(letter & HAN) || letter & BREAK) break
      lattice.add(i - from, end - from, PROPER + (stem - i + 1) * PROPER_LETTER)
    }
  }
}
