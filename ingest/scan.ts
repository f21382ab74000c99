// Words of the lexicon -> where they stand in a text, by one pass over a hashed trie: longest word first, left to right.
// Contains no Chinese word and no type name. Flat arrays throughout: a look-up is made at every character of every document.

/** Words as a tree of characters in one flat hash table; a word is the number of the node it ends at. */
export class WordTree {
  /** Slots of three numbers each: node, character code, node that they lead to (0 = empty). */
  private slots = new Int32Array(3 * 64)
  private mask = 63
  private used = 0
  /** Which first characters and which first two there are, one bit each (by hash, so that a no is sure): few words fit in a cache. */
  private firsts = NO_BITS
  private pairs = NO_BITS
  /** Which characters are words of their own. */
  private alone = NO_BITS

  /** The node that a word ends at, made when there is none. */
  insert(word: string): number {
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
        to = ++this.used
        if (to * 2 > this.mask) this.grow()
        this.link(node, code, to)
      }
      node = to
    }
    return node
  }

  /** The node that a character leads to from a node (0: where all words begin); 0: none. */
  step(node: number, code: number): number {
    const { slots, mask } = this
    for (let slot = hash(node, code) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 3
      const to = slots[at + 2] as number
      if (to === 0 || (slots[at + 1] === code && slots[at] === node)) return to
    }
  }

  /** Whether a word may begin at `at` and end by `limit`; sure only when it says no. */
  mayStart(text: string, at: number, limit: number): boolean {
    if (this.firsts === NO_BITS) return false
    const code = text.charCodeAt(at)
    if (!hasBit(this.firsts, code & (FIRSTS - 1))) return false
    if (hasBit(this.alone, code & (FIRSTS - 1))) return true
    return at + 1 < limit && hasBit(this.pairs, pairOf(code, text.charCodeAt(at + 1)))
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

/** Numbers by two characters: a flat hash table behind a filter, as most pairs of a text are not in it. */
export class PairTable {
  /** Slots of two numbers: both characters in one (0 = empty), what is held for them. */
  private slots = new Int32Array(2 << 10)
  private mask = (1 << 10) - 1
  private used = 0
  private readonly filter = new Uint8Array(PAIRS >> 3)

  /** Adds the bits of a number to what is held for two characters. */
  add(a: number, b: number, what: number): void {
    if (this.used * 2 > this.mask) this.grow()
    const key = (a << 16) | b
    setBit(this.filter, pairOf(a, b))
    const at = this.slotOf(key)
    if (this.slots[at] === 0) {
      this.slots[at] = key
      this.used++
    }
    this.slots[at + 1] = (this.slots[at + 1] as number) | what
  }

  /** What is held for two characters; 0: nothing. */
  find(a: number, b: number): number {
    return hasBit(this.filter, pairOf(a, b)) ? (this.slots[this.slotOf((a << 16) | b) + 1] as number) : 0
  }

  private slotOf(key: number): number {
    const { slots, mask } = this
    for (let slot = hash(0, key) & mask; ; slot = (slot + 1) & mask) {
      const held = slots[slot * 2]
      if (held === key || held === 0) return slot * 2
    }
  }

  private grow(): void {
    const old = this.slots
    this.mask = this.mask * 2 + 1
    this.slots = new Int32Array(2 * (this.mask + 1))
    for (let at = 0; at < old.length; at += 2)
      if (old[at]) {
        const to = this.slotOf(old[at] as number)
        this.slots[to] = old[at] as number
        this.slots[to + 1] = old[at + 1] as number
      }
  }
}

const NOTHING: readonly never[] = []

/** A set of words, each with the entries that it stands for. */
export class Trie<T> {
  private readonly tree = new WordTree()
  private readonly values: (T[] | undefined)[] = [undefined]
  private readonly added: string[] = []

  /** Adds a word; several entries may share one word. */
  add(word: string, entry: T): void {
    const node = this.tree.insert(word)
    while (this.values.length <= node) this.values.push(undefined)
    const held = this.values[node]
    if (held) {
      held.push(entry)
      return
    }
    this.values[node] = [entry]
    this.added.push(word)
  }

  /** Its words, each once. */
  get words(): readonly string[] {
    return this.added
  }

  /** The longest word that starts at `at`, or undefined. */
  longest(text: string, at: number, limit = text.length): { end: number; entries: T[] } | undefined {
    const { values, tree } = this
    if (at >= limit || !tree.mayStart(text, at, limit)) return undefined
    let node = tree.step(0, text.charCodeAt(at))
    let found = 0
    let end = at
    for (let i = at + 1; node !== 0; i++) {
      if (values[node]) {
        found = node
        end = i
      }
      if (i >= limit) break
      node = tree.step(node, text.charCodeAt(i))
    }
    return found ? { end, entries: values[found] as T[] } : undefined
  }

  /** All words that start at `at`, shortest first. */
  all(text: string, at: number, limit = text.length): readonly { end: number; entries: T[] }[] {
    const { values, tree } = this
    if (at >= limit || !tree.mayStart(text, at, limit)) return NOTHING
    let found: { end: number; entries: T[] }[] | undefined
    let node = tree.step(0, text.charCodeAt(at))
    for (let end = at + 1; node !== 0; end++) {
      const entries = values[node]
      if (entries && found) found.push({ end, entries })
      else if (entries) found = [{ end, entries }]
      if (end >= limit) break
      node = tree.step(node, text.charCodeAt(end))
    }
    return found ?? NOTHING
  }

  has(word: string): boolean {
    return this.longest(word, 0)?.end === word.length
  }
}

const NO_BITS = new Uint8Array(0)
const FIRSTS = 1 << 15
const PAIRS = 1 << 17

function setBit(bits: Uint8Array, n: number): void {
  bits[n >> 3] = (bits[n >> 3] as number) | (1 << (n & 7))
}

function hasBit(bits: Uint8Array, n: number): boolean {
  return ((bits[n >> 3] as number) & (1 << (n & 7))) !== 0
}

function pairOf(a: number, b: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 15
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
