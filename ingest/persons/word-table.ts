// Words with costs -> a trie in two flat hash tables: one by the first two characters, one for what follows, for a look-up at every
// character of every document must be cheap. Contains no Chinese word.

/** What is found for some characters: in its low bits the cost of the word that they are (0: none), above them the node they lead to. */
export const COST = 0x3fff
const NODE_SHIFT = 14

/** The node that longer words go on from; 0: there are none. */
export const nodeOf = (found: number): number => found >>> NODE_SHIFT

/** Room for twice the pairs there are: a look-up seldom takes many steps. */
const PAIR_BITS = 17
const FILTER_BITS = 19

export class WordTable {
  /** By two characters: both in one number, what is found. */
  private readonly pairs = new Int32Array(2 << PAIR_BITS)
  /** Which pairs there are, by hash: most pairs of a text are none, and the filter keeps to the cache where the table does not. */
  private readonly filter = new Uint8Array(1 << (FILTER_BITS - 3))
  /** By a node and a character: both, what is found. */
  private nodes = new Int32Array(3 << 10)
  private mask = (1 << 10) - 1
  private links = 0
  private used = 0

  /** Adds a word of two or more characters. Of one added twice a short word keeps the last cost, a longer one the least. */
  add(word: string, cost: number): void {
    const { pairs } = this
    const at = this.roomOf((word.charCodeAt(0) << 16) | word.charCodeAt(1))
    if (word.length === 2) {
      pairs[at] = ((pairs[at] as number) & ~COST) | cost
      return
    }
    let node = nodeOf(pairs[at] as number)
    if (!node) {
      node = ++this.used
      pairs[at] = (pairs[at] as number) | (node << NODE_SHIFT)
    }
    for (let k = 2; ; k++) {
      const slot = this.link(node, word.charCodeAt(k))
      const found = this.nodes[slot] as number
      if (k === word.length - 1) {
        const known = found & COST
        this.nodes[slot] = (found & ~COST) | (known ? Math.min(known, cost) : cost)
        return
      }
      node = nodeOf(found)
      if (!node) {
        node = ++this.used
        this.nodes[slot] = found | (node << NODE_SHIFT)
      }
    }
  }

  /** What is found for two characters; 0: nothing. */
  find(a: number, b: number): number {
    const key = (a << 16) | b
    const hash = Math.imul(key, 0x9e3779b1)
    const bit = hash >>> (32 - FILTER_BITS)
    if (!((this.filter[bit >> 3] as number) & (1 << (bit & 7)))) return 0
    const { pairs } = this
    for (let slot = hash >>> (32 - PAIR_BITS); ; slot = (slot + 1) & PAIR_MASK) {
      const held = pairs[slot * 2] as number
      if (held === key) return pairs[slot * 2 + 1] as number
      if (held === 0) return 0
    }
  }

  /** What is found for one more character after a node; 0: nothing. */
  next(node: number, code: number): number {
    const { nodes, mask } = this
    for (let slot = hashOf(node, code) & mask; ; slot = (slot + 1) & mask) {
      const held = nodes[slot * 3] as number
      if (held === node && nodes[slot * 3 + 1] === code) return nodes[slot * 3 + 2] as number
      if (held === 0) return 0
    }
  }

  /** Where what is found for a pair stands. */
  private roomOf(key: number): number {
    const hash = Math.imul(key, 0x9e3779b1)
    const bit = hash >>> (32 - FILTER_BITS)
    this.filter[bit >> 3] = (this.filter[bit >> 3] as number) | (1 << (bit & 7))
    let slot = hash >>> (32 - PAIR_BITS)
    while (this.pairs[slot * 2] && this.pairs[slot * 2] !== key) slot = (slot + 1) & PAIR_MASK
    this.pairs[slot * 2] = key
    return slot * 2 + 1
  }

  /** Where what is found for a character after a node stands. */
  private link(node: number, code: number): number {
    if (this.links * 2 > this.mask) this.grow()
    const { nodes, mask } = this
    let slot = hashOf(node, code) & mask
    while (nodes[slot * 3] && !(nodes[slot * 3] === node && nodes[slot * 3 + 1] === code)) slot = (slot + 1) & mask
    if (!nodes[slot * 3]) this.links++
    nodes[slot * 3] = node
    nodes[slot * 3 + 1] = code
    return slot * 3 + 2
  }

  private grow(): void {
    const old = this.nodes
    this.mask = this.mask * 2 + 1
    this.nodes = new Int32Array(3 * (this.mask + 1))
    this.links = 0
    for (let at = 0; at < old.length; at += 3)
      if (old[at]) this.nodes[this.link(old[at] as number, old[at + 1] as number)] = old[at + 2] as number
  }
}

const PAIR_MASK = (1 << PAIR_BITS) - 1

function hashOf(node: number, code: number): number {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)
  return h ^ (h >>> 15)
}
