// Characters -> what reading them as a name costs (-10 ln of its share of running text), by surname, length and given characters.
import { words } from '../lexicon.js'
import { PairTable } from '../scan.js'
import { Sounds } from './sounds.js'

/** A name begins about once in a hundred characters; three in four names of one surname character have two given ones. */
const NAME = 46
const OF_THREE = 4
const OF_TWO = 14
/** What a character that seldom stands in a given name costs besides. */
const NOT_GIVEN = 40
/** The prior of a transliterated name, without and with a ·, and of a surname that no list knows. */
const SOUNDED = 40
const DOTTED = 30
/** Transliterations of two or three characters are rarer than names of that length that are none. */
const SHORT = [0, 60, 35, 10, 0, 0, 0, 0, 0, 0]
const JAPANESE = 92
const COMPOUND = 80
/** What 老师, 大娘, 某 after a surname cost. */
const CALLED = 25
/** What a surname costs more that stands alone. */
const LONE = 20
const STRANGE = 105
export const ELEMENT = 72
/** A character never seen in that place. */
const UNSEEN = 98
/** Three characters after a Japanese surname: 宫本|业到场 is mostly 宫|本业 and a verb. */
const LONG_GIVEN = 35
/** The least cost of a surname by its class in surname.txt. */
const CLASS_FLOOR: Record<string, number> = { '1': 0, '2': 55, '3': 72, '4': 78, '5': 105 }

/** What a character may be: the bits of `Letters.flags`. */
export const SURNAME = 1
export const SOUND = 2
export const COMPOUND_FIRST = 4
export const HAN = 8
const FORM_FIRST = 16
export const ELEMENT_FIRST = 32
/** A surname that is a word nearly always: one only between an office and a deed. */
export const RARE_SURNAME = 64
const FORM = 128

/** What a character costs in a given name: in its middle, at its end, as all of it, besides; a byte each in one number. */
const LAST = 8
const LAST_OF_TWO = 16
const EXTRA = 24
const BYTE = 0xff
const packed = (middle: number, last: number, ofTwo: number) => middle | (last << LAST) | (ofTwo << LAST_OF_TWO)

/** The code of a character; 0, which nothing is known of, where there is none. A table asked for NaN is slow from then on. */
export const codeAt = (text: string, i: number): number => text.charCodeAt(i) | 0

/** A surname of two or three characters. */
export interface Compound {
  text: string
  cost: number
  japanese: boolean
}

/** Things with a text of two characters or more, found where it stands by its first two. */
class Beginnings<T> {
  private readonly numbers = new PairTable()
  /** By number; those of one number begin alike. */
  private readonly rows: T[][] = [[]]

  constructor(private readonly textOf: (thing: T) => string) {}

  add(thing: T): void {
    const text = this.textOf(thing)
    const [a, b] = [text.charCodeAt(0), text.charCodeAt(1)]
    const n = this.numbers.find(a, b)
    if (n) this.rows[n]?.push(thing)
    else this.numbers.add(a, b, this.rows.push([thing]) - 1)
  }

  /** Those that stand at `i`. */
  at(text: string, i: number): readonly T[] {
    const n = this.numbers.find(text.charCodeAt(i), text.charCodeAt(i + 1))
    if (n === 0) return NONE
    const found: T[] = []
    for (const thing of this.rows[n] as T[]) if (text.startsWith(this.textOf(thing), i)) found.push(thing)
    return found
  }
}

const NONE: readonly never[] = []

export class Letters {
  readonly flags = new Uint8Array(0x10000)
  readonly surname = new Uint8Array(0x10000)
  readonly sounds = new Sounds()
  /** One look-up a character for all that it costs, so that the tables keep to the cache. */
  private readonly given = new Int32Array(0x10000).fill(packed(UNSEEN, UNSEEN, UNSEEN + 6))
  private readonly compounds = new Beginnings<Compound>((c) => c.text)
  private readonly elements = new Beginnings<string>((element) => element)
  /** Those of two characters; the longer ones are asked of nowhere. */
  private readonly forms = new PairTable()

  constructor() {
    this.flags.fill(HAN, 0x4e00, 0xa000)
    for (const { word } of words('minority')) {
      this.mark(word, ELEMENT_FIRST)
      this.elements.add(word)
    }
    for (const { word } of words('not-given-word'))
      if (word.length === 1) this.mark(word, FORM)
      else if (word.length === 2) {
        this.mark(word, FORM_FIRST)
        this.forms.add(word.charCodeAt(0), word.charCodeAt(1), 1)
      }
    const seen = new Map<string, number>()
    for (const { word, fields } of words('name-letter')) {
      const [first, middle, last, short] = fields.map(Number) as [number, number, number, number]
      const code = word.charCodeAt(0)
      if (first) seen.set(word, first)
      const ofTwo = Math.min(short || UNSEEN, (last || UNSEEN) + 6)
      this.given[code] = packed(middle || UNSEEN, last || UNSEEN, ofTwo)
    }
    for (const { word, fields } of words('not-given')) {
      const code = word.charCodeAt(0)
      const known = (this.given[code] as number) & ~(BYTE << EXTRA)
      this.given[code] = known | (Number(fields[0] || NOT_GIVEN) << EXTRA)
    }
    for (const { word } of words('name-sound')) this.mark(word, SOUND)
    for (const { word } of words('japanese-surname')) this.addCompound({ text: word, cost: JAPANESE, japanese: true })
    for (const { word, fields } of words('surname'))
      if (word.length > 1) this.addCompound({ text: word, cost: COMPOUND, japanese: false })
      else {
        this.surname[word.charCodeAt(0)] = Math.max(CLASS_FLOOR[fields[0] ?? '3'] ?? 72, seen.get(word) ?? 90)
        this.mark(word, SURNAME)
      }
    for (const { word } of words('rare-surname')) this.mark(word, RARE_SURNAME)
  }

  private mark(word: string, flag: number): void {
    const code = word.charCodeAt(0)
    this.flags[code] = (this.flags[code] as number) | flag
  }

  private addCompound(compound: Compound): void {
    this.mark(compound.text, COMPOUND_FIRST)
    this.compounds.add(compound)
  }

  /** The surnames of two or three characters that stand at `i`. */
  compoundsAt(text: string, i: number): readonly Compound[] {
    return this.compounds.at(text, i)
  }

  /** The elements of Mongol, Tibetan, Uyghur and Yi names that stand at `i`. */
  elementsAt(text: string, i: number): readonly string[] {
    return this.elements.at(text, i)
  }

  /** The cost of a name of so many such elements. */
  composed(count: number): number {
    return NAME + count * ELEMENT
  }

  /** Whether one character follows a surname without being a given name: 某. */
  isForm(a: number): boolean {
    return ((this.flags[a] as number) & FORM) !== 0
  }

  /** The same of two characters: 老师. */
  isFormOfTwo(a: number, b: number): boolean {
    return ((this.flags[a] as number) & FORM_FIRST) !== 0 && this.forms.find(a, b) !== 0
  }

  /** The cost of a surname that costs `family` with one given character. */
  one(family: number, a: number): number {
    const only = this.given[a] as number
    return NAME + OF_TWO + family + ((only >>> LAST_OF_TWO) & BYTE) + (only >>> EXTRA)
  }

  /** The same with two given characters. */
  two(family: number, a: number, b: number): number {
    const first = this.given[a] as number
    const second = this.given[b] as number
    const extra = (first >>> EXTRA) + (second >>> EXTRA) - (a === b ? 15 : 0)
    return NAME + OF_THREE + family + (first & BYTE) + ((second >>> LAST) & BYTE) + extra
  }

  /** A Japanese surname with its given characters [from, to). */
  japanese(family: number, text: string, from: number, to: number): number {
    let cost = NAME + OF_THREE + family
    for (let k = from; k < to; k++) {
      const given = this.given[codeAt(text, k)] as number
      cost += Math.min(62, (given >>> LAST) & BYTE) + (given >>> EXTRA)
    }
    if (to - from > 2 && text[to - 1] !== '郎') cost += LONG_GIVEN
    return cost
  }

  /** A Japanese surname that stands for the whole name: 大平首相. */
  lone(family: number): number {
    return NAME + family + LONE
  }

  /** A surname with a form of address in place of a given name. */
  called(family: number): number {
    return NAME + family + CALLED
  }

  /** The prior of a transliterated name of `length` characters. */
  sounded(length: number, dotted: boolean): number {
    return dotted ? DOTTED : SOUNDED + (SHORT[length] ?? 0)
  }

  /** The cost of [from, to) as a name whose surname no list knows. */
  strange(text: string, from: number, to: number): number {
    let cost = NAME + OF_THREE + STRANGE
    for (let k = from; k < to; k++) cost += (this.given[codeAt(text, k)] as number) >>> EXTRA
    cost += to - from === 3 ? (this.given[codeAt(text, from + 1)] as number) & BYTE : OF_TWO - OF_THREE
    return cost + (((this.given[codeAt(text, to - 1)] as number) >>> LAST) & BYTE)
  }
}

let shared: Letters | undefined

/** The one table that all who read names ask; made when first asked for, since it takes its time. */
export function letters(): Letters {
  shared ??= new Letters()
  return shared
}
