// Characters of a clause -> the edges that read them as ordinary words, or as places and firms that no list knows. Knows of no name.
import { list, words } from '../lexicon.js'
import type { Lattice } from './lattice.js'
import { HAS_LONGER, PairTable, SHORT_COST } from './pair-table.js'

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

const BREAK = 1
const END_ONE = 2
const END_TWO = 4

const FAR = 1 << 28

const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff
export class Vocabulary {
  private readonly single = new Int16Array(0x10000).fill(SIGN)
  private readonly pairs = new PairTable()
  private readonly marks = new Uint8Array(0x10000)
  private readonly ends = new Set(PROPER_ENDS.split(' '))
  private reached = new Int32Array(256)

  constructor() {
    this.single.fill(UNKNOWN, 0x3400, 0xa000)
    for (const c of 'abcdefghijklmnopqrstuvwxyz0123456789') {
      this.single[c.charCodeAt(0)] = LETTER
      this.single[c.toUpperCase().charCodeAt(0)] = LETTER
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
    for (const c of LOOSE) this.marks[c.charCodeAt(0)] = BREAK
    for (const end of this.ends) {
      const code = end.charCodeAt(0)
      this.marks[code] = (this.marks[code] as number) | (end.length > 1 ? END_TWO : END_ONE)
    }
  }

  private add(word: string, cost: number): void {
    if (word.length === 1) this.single[word.charCodeAt(0)] = cost
    else this.pairs.add(word, cost)
  }

  /** Adds to a lattice of the clause [from, to) every reading of its characters as words. */
  read(text: string, from: number, to: number, lattice: Lattice): void {
    const { single, pairs, marks } = this
    let code = text.charCodeAt(from)
    for (let i = from; i < to; i++) {
      const after = i + 1 < to ? text.charCodeAt(i + 1) : 0
      lattice.letter(i - from, single[code] as number)
      if (isHan(code) && isHan(after)) {
        const slot = pairs.find(code, after)
        if (slot >= 0) {
          const costs = pairs.costs(slot)
          if (costs & SHORT_COST) lattice.add(i - from, i + 2 - from, costs & SHORT_COST)
          if (costs & HAS_LONGER)
            for (let w = pairs.longer(slot, 0, text, i, to); w; w = pairs.longer(slot, w, text, i, to))
              lattice.add(i - from, i + pairs.lengthOf(w) - from, pairs.costOf(w))
        }
      }
      const mark = marks[code] as number
      if (mark & END_ONE) this.addProper(text, from, i, i + 1, lattice)
      if (mark & END_TWO && i + 2 <= to && this.ends.has(text.slice(i, i + 2)))
        this.addProper(text, from, i, i + 2, lattice)
      code = after
    }
  }

  /**
   * What the cheapest reading of the clause [from, to) as words costs up to each of its characters; valid until the next call.
   * @param wholes spans that may be read as one: start, end (offsets in the clause) and cost of each, in order of their starts
   */
  costs(text: string, from: number, to: number, wholes: readonly number[]): Int32Array {
    const { single, pairs, marks } = this
    if (to - from >= this.reached.length) this.reached = new Int32Array((to - from + 1) * 2)
    const { reached } = this
    reached.fill(FAR, 0, to - from + 1)
    reached[0] = 0
    let whole = 0
    let code = text.charCodeAt(from)
    for (let k = 0, i = from; i < to; k++, i++) {
      const after = i + 1 < to ? text.charCodeAt(i + 1) : 0
      const here = reached[k] as number
      for (; wholes[whole] === k; whole += 3)
        this.reach(wholes[whole + 1] as number, here + (wholes[whole + 2] as number))
      this.reach(k + 1, here + (single[code] as number))
      if (isHan(code) && isHan(after)) {
        const slot = pairs.find(code, after)
        if (slot >= 0) {
          const costs = pairs.costs(slot)
          if (costs & SHORT_COST) this.reach(k + 2, here + (costs & SHORT_COST))
          if (costs & HAS_LONGER)
            for (let w = pairs.longer(slot, 0, text, i, to); w; w = pairs.longer(slot, w, text, i, to))
              this.reach(k + pairs.lengthOf(w), here + pairs.costOf(w))
        }
      }
      const mark = marks[code] as number
      if (mark & END_ONE) this.reachProper(text, from, i, i + 1)
      if (mark & END_TWO && i + 2 <= to && this.ends.has(text.slice(i, i + 2))) this.reachProper(text, from, i, i + 2)
      code = after
    }
    return reached
  }

  private reach(at: number, cost: number): void {
    if (cost < (this.reached[at] as number)) this.reached[at] = cost
  }

  private reachProper(text: string, from: number, stem: number, end: number): void {
    for (let i = stem - 1; i >= from && stem - i <= 4; i--) {
      const code = text.charCodeAt(i)
      if (!isHan(code) || (this.marks[code] as number) & BREAK) break
      this.reach(end - from, (this.reached[i - from] as number) + PROPER + (stem - i + 1) * PROPER_LETTER)
    }
  }

  /** Places and firms that end with the word at [stem, end). */
  private addProper(text: string, from: number, stem: number, end: number, lattice: Lattice): void {
    for (let i = stem - 1; i >= from && stem - i <= 4; i--) {
      const code = text.charCodeAt(i)
      if (!isHan(code) || (this.marks[code] as number) & BREAK) break
      lattice.add(i - from, end - from, PROPER + (stem - i + 1) * PROPER_LETTER)
    }
  }
}
