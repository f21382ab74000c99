// Words of the lexicon -> where they stand in a text, by one pass over a hashed trie: longest word first, left to right.
// Contains no Chinese word and no type name. Flat arrays throughout: a look-up is made at every character of every document.

/** A set of words, each with the entries that it stands for. */
export class Trie<T> {
  /** Slots of three numbers each: node, character code, node that they lead to (0 = empty). */
  private slots = new Int32Array(3 * 64)
  private mask = 63
  private readonly values: (T[] | undefined)[] = [undefined]
  /** Which first characters and which first two there are, one bit each (by hash, so that a no is sure): few words fit in a cache. */
  private firsts = NO_BITS
  private pairs = NO_BITS
  /** Which characters are words of their own. */
  private alone = NO_BITS

  /** Adds a word; several entries may share one word. */
  add(word: string, entry: T): void {
    if (this.firsts === NO_BITS) {
      this.firsts = new Uint8Array(FIRSTS >> 3)
      this.alone = new Uint8Array(FIRSTS >> 3)
      this.pairs = new Uint8Array(PAIRS >> 3)
    }
    const first = word.charCodeAt(0) & (FIRSTS - 1)
    setBit(this.firsts, first)
    if (word.length > 1) setBit(this.pairs, pairOf(word.charCodeAt(0), word.charCodeAt(1)))
    else setBit(this.alone, first)
    let node = 0
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      let to = this.step(node, code)
      if (to === 0) {
        to = this.values.length
        this.values.push(undefined)
        if (to * 2 > this.mask) this.grow()
        this.link(node, code, to)
      }
      node = to
    }
    const held = this.values[node]
    if (held) held.push(entry)
    else this.values[node] = [entry]
  }

  /** The longest word that starts at `at`, or undefined. */
  longest(text: string, at: number, limit = text.length): { end: number; entries: T[] } | undefined {
    if (at >= limit) return undefined
    if (!this.mayStart(text, at, limit)) return undefined
    const { values } = this
    let node = this.step(0, text.charCodeAt(at))
    let found = 0
    let end = at
    for (let i = at + 1; node !== 0; i++) {
      if (values[node]) {
        found = node
        end = i
      }
      if (i >= limit) break
      node = this.step(node, text.charCodeAt(i))
    }
    return found ? { end, entries: values[found] as T[] } : undefined
  }

  /** All words that start at `at`, shortest first. */
  all(text: string, at: number, limit = text.length): { end: number; entries: T[] }[] {
    const found: { end: number; entries: T[] }[] = []
    if (at < limit && this.mayStart(text, at, limit))
      this.visit(text, at, limit, (entries, end) => found.push({ end, entries }))
    return found
  }

  /** Tells `note` the entries of every word that stands between two offsets. */
  eachIn(text: string, from: number, to: number, note: (entries: T[]) => void): void {
    for (let i = from; i < to; i++) if (this.mayStart(text, i, to)) this.visit(text, i, to, note)
  }

  private visit(text: string, at: number, limit: number, note: (entries: T[], end: number) => void): void {
    let node = this.step(0, text.charCodeAt(at))
    for (let i = at + 1; node !== 0; i++) {
      const entries = this.values[node]
      if (entries) note(entries, i)
      if (i >= limit) return
      node = this.step(node, text.charCodeAt(i))
    }
  }

  /** Whether a word may begin with this character; sure only when it says no. */
  begins(code: number): boolean {
    return this.firsts !== NO_BITS && hasBit(this.firsts, code & (FIRSTS - 1))
  }

  private mayStart(text: string, at: number, limit: number): boolean {
    const code = text.charCodeAt(at)
    if (!this.begins(code)) return false
    if (hasBit(this.alone, code & (FIRSTS - 1))) return true
    return at + 1 < limit && hasBit(this.pairs, pairOf(code, text.charCodeAt(at + 1)))
  }

  has(word: string): boolean {
    return this.longest(word, 0)?.end === word.length
  }

  private step(node: number, code: number): number {
    const { slots, mask } = this
    for (let slot = hash(node, code) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 3
      const to = slots[at + 2] as number
      if (to === 0 || (slots[at + 1] === code && slots[at] === node)) return to
    }
  }

  private link(node: number, code: number, to: number): void {
    let slot = hash(node, code) & this.mask
    while (this.slots[slot * 3 + 2] !== 0) slot = (slot + 1) & this.mask
    this.slots.set([node, code, to], slot * 3)
  }

  private grow(): void {
    const old = this.slots
    this.mask = this.mask * 2 + 1
    this.slots = new Int32Array(3 * (this.mask + 1))
    for (let at = 0; at < old.length; at += 3)
      if (old[at + 2]) this.link(old[at] as number, old[at + 1] as number, old[at + 2] as number)
  }
}

const NO_BITS = new Uint8Array(0)
const FIRSTS = 1 << 15
const PAIRS = 1 << 16

function setBit(bits: Uint8Array, n: number): void {
  bits[n >> 3] = (bits[n >> 3] as number) | (1 << (n & 7))
}

function hasBit(bits: Uint8Array, n: number): boolean {
  return ((bits[n >> 3] as number) & (1 << (n & 7))) !== 0
}

function pairOf(a: number, b: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 16
}

function hash(node: number, code: number): number {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)
  return h ^ (h >>> 15)
}

/** A set of characters, asked by code: one bit each. */
export class CharSet {
  private readonly bits = new Uint8Array(0x2000)

  constructor(characters: string) {
    for (let i = 0; i < characters.length; i++) {
      setBit(this.bits, characters.charCodeAt(i))
    }
  }

  /** Whether the character with this code is of the set. NaN, the code of no character, counts as the code 0. */
  has(code: number): boolean {
    return ((this.bits[code >> 3] as number) & (1 << (code & 7))) !== 0
  }
}
