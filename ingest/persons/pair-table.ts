// Words by their first two characters: an open hash table in flat arrays, for one look-up a character must be cheap.
// Contains no Chinese word.

/** A word of three or more characters, with its cost. */
interface LongWord {
  word: string
  cost: number
}

const SIZE = 1 << 18
const MASK = SIZE - 1

export class PairTable {
  private readonly keys = new Int32Array(SIZE)
  /** By slot: the cost of the word of just these two characters, 0 where there is none. */
  readonly short = new Int16Array(SIZE)
  /** By slot: the longer words that begin with them. */
  readonly longer: (LongWord[] | undefined)[] = new Array(SIZE).fill(undefined)

  add(word: string, cost: number): void {
    const key = (word.charCodeAt(0) << 16) | word.charCodeAt(1)
    let slot = Math.imul(key, 0x9e3779b1) >>> 14
    while (this.keys[slot] && this.keys[slot] !== key) slot = (slot + 1) & MASK
    this.keys[slot] = key
    const held = this.longer[slot]
    if (word.length === 2) this.short[slot] = cost
    else if (held) held.push({ word, cost })
    else this.longer[slot] = [{ word, cost }]
  }

  /** The slot of two characters, or -1. */
  find(a: number, b: number): number {
    const key = (a << 16) | b
    for (let slot = Math.imul(key, 0x9e3779b1) >>> 14; this.keys[slot]; slot = (slot + 1) & MASK)
      if (this.keys[slot] === key) return slot
    return -1
  }
}
