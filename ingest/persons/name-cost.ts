// Characters -> what reading them as a name costs (-10 ln of its share of running text), by surname, length and given characters.
import { words } from '../lexicon.js'

/** A name begins about once in a hundred characters; three in four names of one surname character have two given ones. */
const NAME = 46
const OF_THREE = 4
const OF_TWO = 14
/** What a character that seldom stands in a given name costs besides. */
const NOT_GIVEN = 40
/** The prior of a transliterated name, without and with a ·, and of a surname that no list knows. */
const SOUNDED = 80
const DOTTED = 30
/** Transliterations of two or three characters are rarer than names of that length that are none. */
const SHORT: Record<number, number> = { 2: 35, 3: 10 }
const JAPANESE = 92
/** What 老师, 大娘, 某 after a surname cost. */
const CALLED = 25
const STRANGE = 105
/** A character never seen in that place. */
const UNSEEN = 98
/** The least cost of a surname by its class in surname.txt. */
const CLASS_FLOOR: Record<string, number> = { '1': 0, '2': 55, '3': 72, '4': 78, '5': 105 }

export class NameCosts {
  private readonly japanese = new Set<string>()
  private readonly sound = new Map<string, number>()
  private readonly surname = new Map<string, number>()
  private readonly middle = new Map<string, number>()
  private readonly last = new Map<string, number>()
  private readonly extra = new Map<string, number>()
  private readonly lastOfTwo = new Map<string, number>()

  constructor() {
    const seen = new Map<string, number>()
    for (const { word, fields } of words('name-letter')) {
      const [first, middle, last, short] = fields.map(Number) as [number, number, number, number]
      if (first) seen.set(word, first)
      this.middle.set(word, middle || UNSEEN)
      this.last.set(word, last || UNSEEN)
      this.lastOfTwo.set(word, Math.min(short || UNSEEN, (last || UNSEEN) + 6))
    }
    for (const { word, fields } of words('not-given')) this.extra.set(word, Number(fields[0] || NOT_GIVEN))
    for (const { word } of words('japanese-surname')) {
      this.japanese.add(word)
      this.surname.set(word, JAPANESE)
    }
    for (const { word, fields } of words('name-sound')) this.sound.set(word, Number(fields[0]))
    for (const { word, fields } of words('surname')) {
      const floor = CLASS_FLOOR[fields[0] ?? '3'] ?? 72
      this.surname.set(word, word.length === 2 ? 80 : Math.max(floor, seen.get(word) ?? 90))
    }
  }

  /** Whether the character may write a sound of a transliterated name. */
  isSound(letter: string): boolean {
    return this.sound.has(letter)
  }

  /** The cost of characters as a transliterated name; a · in it speaks for one, and lets rarer characters in. */
  soundCost(name: string): number {
    const dotted = name.includes('·')
    let cost = dotted ? DOTTED : SOUNDED + (SHORT[name.length] ?? 0)
    for (const c of name) if (c !== '·') cost += this.sound.get(c) ?? (dotted ? 125 : UNSEEN)
    return cost
  }

  /** The cost of two or three characters as a name whose surname no list knows. */
  strangeCost(name: string): number {
    const end = name[name.length - 1] as string
    const extra = [...name].reduce((sum, c) => sum + (this.extra.get(c) ?? 0), 0)
    const middle = name.length === 3 ? (this.middle.get(name[1] as string) ?? UNSEEN) : OF_TWO - OF_THREE
    return NAME + OF_THREE + STRANGE + middle + (this.last.get(end) ?? UNSEEN) + extra
  }

  isJapanese(surname: string): boolean {
    return this.japanese.has(surname)
  }

  /** The cost of a surname with a form of address in place of a given name. */
  callCost(surname: string): number | undefined {
    const family = this.surname.get(surname)
    return family === undefined ? undefined : NAME + family + CALLED
  }

  isSurname(text: string): boolean {
    return this.surname.has(text)
  }

  /** The cost of a surname and one or two given characters; undefined when it is none. */
  cost(surname: string, given: string): number | undefined {
    const family = this.surname.get(surname)
    if (family === undefined) return undefined
    if (given.length === 1)
      return (
        NAME +
        OF_TWO +
        family +
        (this.lastOfTwo.get(given) ?? UNSEEN + 10) +
        (this.extra.get(given) ?? 0) +
        (surname.length > 1 ? -10 : 0)
      )
    if (given.length > 1 && this.japanese.has(surname))
      return NAME + OF_THREE + family + [...given].reduce((sum, c) => sum + Math.min(62, this.last.get(c) ?? UNSEEN), 0)
    if (given.length === 3) return undefined
    const [a, b] = [given[0] as string, given[1] as string]
    const extra = (this.extra.get(a) ?? 0) + (this.extra.get(b) ?? 0)
    const doubled = a === b ? -15 : 0
    return (
      NAME +
      OF_THREE +
      family +
      (this.middle.get(a) ?? UNSEEN + 10) +
      (this.last.get(b) ?? UNSEEN + 10) +
      extra +
      doubled
    )
  }
}
