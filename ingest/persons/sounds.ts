// Characters of a transliterated name -> what they cost one after the other (-10 ln of the share), from name-sound-pair.txt.
// Contains no Chinese word.
import { list, words } from '../lexicon.js'

/** A character beside a · that writes no usual sound. */
const RARE = 125
/** What an end costs that follows no usual sound. */
const RARE_END = 14

/** A step that costs no more joins two characters. */
const JOINED = 56

/** A step that costs more is hardly met in names. */
const FOLLOWS = 56

export class Sounds {
  /** By character code: its number from 1 on; 0 for one that writes no usual sound. */
  private readonly index = new Uint16Array(0x10000)
  private readonly first: Uint8Array
  private readonly last: Uint8Array
  /** By number of the character before and number of the character. */
  private readonly pairs: Uint8Array
  private readonly size: number

  constructor() {
    const rows = words('name-sound-pair')
    const size = rows.length + 1
    this.size = size
    this.first = new Uint8Array(size).fill(RARE)
    this.last = new Uint8Array(size).fill(RARE_END)
    this.pairs = new Uint8Array(size * size)
    const elsewhere = new Uint8Array(size).fill(RARE)
    rows.forEach(({ word, fields }, k) => {
      this.index[word.charCodeAt(0)] = k + 1
      this.first[k + 1] = Number(fields[0])
      this.last[k + 1] = Number(fields[1])
      elsewhere[k + 1] = Number(fields[2])
    })
    for (let a = 0; a < size; a++) this.pairs.set(elsewhere, a * size)
    rows.forEach(({ fields }, k) => {
      for (const pair of list(fields[3]))
        this.pairs[(k + 1) * size + (this.index[pair.charCodeAt(0)] as number)] = Number(pair.slice(1))
    })
  }

  begin(code: number): number {
    return this.first[this.index[code] as number] as number
  }

  step(before: number, code: number): number {
    return this.pairs[(this.index[before] as number) * this.size + (this.index[code] as number)] as number
  }

  /** Whether one character is so often followed by the other in names that none is likely to end between them. */
  joins(before: number, code: number): boolean {
    return this.index[code] !== 0 && this.index[before] !== 0 && this.step(before, code) <= JOINED
  }

  /** Whether one character may follow the other in a name that is spelt by sound. */
  follows(before: number, code: number): boolean {
    return this.step(before, code) <= FOLLOWS
  }

  end(code: number): number {
    return this.last[this.index[code] as number] as number
  }
}
