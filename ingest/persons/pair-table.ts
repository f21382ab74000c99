// Words by their first two characters: an open hash table in flat arrays, for one look-up a character must be cheap.
// Contains no Chinese word.

/** A word of three or more characters, with its cost. */
interface LongWord {
  word: string
  cost: number
}

/** In `costs`: the cost of the word of just two characters (0 for none), and whether longer ones begin with them. */
export const SHORT_COST = 0x3fff
export const HAS_LONGER = 0x4000

/** Room for four times the pairs there are, so that a look-up seldom takes a second step. */
const BITS = 18
const MASK = (1 << BITS) - 1

export class PairTable {
  private readonly keys = new Int32Array(1 << BITS)
  readonly costs = new Int16Array(1 << BITS)
  private readonly long = new Map<number, LongWord[]>()

  add(word: string, cost: number): void {
    const key = (word.charCodeAt(0) << 16) | word.charCodeAt(1)
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - BITS)
    while (this.keys[slot] && this.keys[slot] !== key) slot = (slot + 1) & MASK
    this.keys[slot] = key
    const held = this.costs[slot] as number
    if (word.length === 2) {
      this.costs[slot] = (held & HAS_LONGER) | cost
      return
    }
    this.costs[slot] = held | HAS_LONGER
    this.long.set(slot, [...(this.long.get(slot) ?? []), { word, cost }])
  }

  /** The slot of two characters, or -1. */
  find(a: number, b: number): number {
    const key = (a << 16) | b
    for (let slot = Math.imul(key, 0x9e3779b1) >>> (32 - BITS); this.keys[slot]; slot = (slot + 1) & MASK)
      if (this.keys[slot] === key) return slot
    return -1
  }

  /** The words of three or more characters in a slot. */
  longer(slot: number): readonly LongWord[] {
    return this.long.get(slot) ?? []
  }
}
