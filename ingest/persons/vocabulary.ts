// Ordinary words -> what reading some characters as a word costs (-10 ln of its share of running text). Knows of no name.
import { list, words } from '../lexicon.js'

/** A word of two or more characters, with its cost. */
interface LongWord {
  word: string
  cost: number
}

/** Cost of a character that no list knows, of punctuation, of a digit or letter. */
const UNKNOWN = 150
const SIGN = 10
const LETTER = 30
const PLACE = 90

/** A common surname that stands alone is counted in running text mostly as a surname; as a word it costs at least so much. */
const ALONE: Record<string, number> = { n: 125, z: 125, j: 125, q: 100, a: 92, v: 95, m: 90 }

const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff
const pairKey = (a: number, b: number) => ((a - 0x3400) << 15) | (b - 0x3400)

export class Vocabulary {
  private readonly single = new Int16Array(0x10000)
  private readonly pairs = new Map<number, LongWord[]>()

  constructor() {
    this.single.fill(SIGN)
    for (let c = 0x3400; c <= 0x9fff; c++) this.single[c] = UNKNOWN
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
      for (const name of [word, ...list(fields[0])]) if (!this.has(name)) this.add(name, PLACE)
    for (const { word, fields } of words('not-name')) this.add(word, Number(fields[0] || 90))
  }

  private add(word: string, cost: number): void {
    if (word.length === 1) {
      this.single[word.charCodeAt(0)] = cost
      return
    }
    const key = pairKey(word.charCodeAt(0), word.charCodeAt(1))
    const list = this.pairs.get(key)
    if (list) list.push({ word, cost })
    else this.pairs.set(key, [{ word, cost }])
  }

  /** The cost of the character at `i` standing alone. */
  letter(text: string, i: number): number {
    return this.single[text.charCodeAt(i)] as number
  }

  /** Calls `give` with the end and cost of each word of two or more characters that begins at `i` and ends by `limit`. */
  each(text: string, i: number, limit: number, give: (end: number, cost: number) => void): void {
    if (i + 1 >= limit) return
    const a = text.charCodeAt(i)
    const b = text.charCodeAt(i + 1)
    if (!isHan(a) || !isHan(b)) return
    const list = this.pairs.get(pairKey(a, b))
    if (!list) return
    for (const { word, cost } of list) {
      const end = i + word.length
      if (end <= limit && (word.length === 2 || text.startsWith(word, i))) give(end, cost)
    }
  }

  /** Whether some word of two or more characters is just this. */
  has(word: string): boolean {
    if (word.length < 2) return false
    const list = this.pairs.get(pairKey(word.charCodeAt(0), word.charCodeAt(1)))
    return list?.some((w) => w.word === word) ?? false
  }
}
