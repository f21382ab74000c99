// Words by their first two characters: an open hash table in flat arrays, for one look-up a character must be cheap.
// Contains no Chinese word.

/** In `costs`: the cost of the word of just two characters (0 for none), and whether longer ones begin with them. */
export const SHORT_COST = 0x3fff
export const HAS_LONGER = 0x4000

/** Room for twice the pairs there are: a look-up seldom takes many steps, and the table keeps to the cache. */
const BITS = 17
const MASK = (1 << BITS) - 1
/** Numbers of a slot: its two characters, costs. */
const WIDTH = 2
const COSTS = 1
/** Numbers of a longer word before its characters from the third on: the next word of the slot, its length, its cost. */
const HEAD = 3

export class PairTable {
  private readonly slots = new Int32Array(WIDTH << BITS)
  /** By slot: the first of its longer words. */
  private readonly first = new Int32Array(1 << BITS)
  /** Longer words, each a head and its characters; a slot holds a chain of them. 0 ends a chain. */
  private words = new Int32Array(1 << 12)
  private used = 1

  add(word: string, cost: number): void {
    const at = this.room(word.charCodeAt(0), word.charCodeAt(1))
    const { slots } = this
    if (word.length === 2) {
      slots[at + COSTS] = ((slots[at + COSTS] as number) & HAS_LONGER) | cost
      return
    }
    slots[at + COSTS] = (slots[at + COSTS] as number) | HAS_LONGER
    if (this.used + HEAD + word.length > this.words.length) this.grow()
    this.words.set([this.first[at / WIDTH] as number, word.length, cost], this.used)
    for (let k = 2; k < word.length; k++) this.words[this.used + HEAD + k - 2] = word.charCodeAt(k)
    this.first[at / WIDTH] = this.used
    this.used += HEAD + word.length - 2
  }

  /** Where two characters stand in the table, or -1. */
  find(a: number, b: number): number {
    const key = (a << 16) | b
    const { slots } = this
    for (let slot = Math.imul(key, 0x9e3779b1) >>> (32 - BITS); ; slot = (slot + 1) & MASK) {
      const held = slots[slot * WIDTH] as number
      if (held === key) return slot * WIDTH
      if (held === 0) return -1
    }
  }

  costs(at: number): number {
    return this.slots[at + COSTS] as number
  }

  /** The next longer word of a slot that stands at `i` and ends by `to`, after the word `last` (0: from the first); 0: none. */
  longer(at: number, last: number, text: string, i: number, to: number): number {
    const { words } = this
    for (let w = (last ? words[last] : this.first[at / WIDTH]) as number; w !== 0; w = words[w] as number) {
      const length = words[w + 1] as number
      if (i + length > to) continue
      let k = 2
      while (k < length && words[w + HEAD + k - 2] === text.charCodeAt(i + k)) k++
      if (k === length) return w
    }
    return 0
  }

  lengthOf(word: number): number {
    return this.words[word + 1] as number
  }

  costOf(word: number): number {
    return this.words[word + 2] as number
  }

  private room(a: number, b: number): number {
    const key = (a << 16) | b
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - BITS)
    while (this.slots[slot * WIDTH] && this.slots[slot * WIDTH] !== key) slot = (slot + 1) & MASK
    this.slots[slot * WIDTH] = key
    return slot * WIDTH
  }

  private grow(): void {
    const wider = new Int32Array(this.words.length * 2)
    wider.set(this.words)
    this.words = wider
  }
}
