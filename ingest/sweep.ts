// All word lists at once, one pass over a sentence -> at which characters words of each list may begin (marks), and which sets of words
// stand in the sentence (bits). So a layer looks only where one of its words may be, and a rule is tried only where one of its words is.
// A mark goes by the first two characters of a word: that is one look-up in a table that keeps to the cache.
// Contains no Chinese word and no type name.
import type { Line } from './line.js'
import { PairTable, WordTree } from './scan.js'

/** The words of all sets; what a word says is kept by the node it ends at. */
const tree = new WordTree()
/** The bits that each word sets: for each number of the row of bits that it touches the number, then the bits. */
const notes: (number[] | undefined)[] = []
/** Of each character: whether a pair may begin with it, and above that the node of the word that it is by itself. */
const letters = new Uint16Array(0x10000)
const PAIR = 1
/** Two characters -> what begins with them: marks, and above those the node that words of the sets go on from. */
const pairs = new PairTable()
const MARKS = 0xff
const NODE_SHIFT = 8

const bits = new Map<string, number>()
let lists = 0
/** Grows with every list and set: a sentence that was read before is then read again. */
let version = 0

/** What is known of a sentence: the marks of all its characters together, and the bits of the sets that it holds a word of. */
export interface Swept {
  version: number
  marks: number
  bits: readonly number[]
}

/**
 * Has the places where words of a list may begin marked in every sentence.
 * @param words each of two characters or more
 * @returns the list's mark, one bit of the eight that there are
 */
export function markFor(words: Iterable<string>): number {
  const mark = 1 << lists++
  for (const word of words) addPair(word, mark)
  version++
  return mark
}

/** The number of the bit that is set for a sentence in which one of some words stands. */
export function bitFor(words: readonly string[]): number {
  const key = [...words].sort().join('\n')
  let bit = bits.get(key)
  if (bit === undefined) {
    bit = bits.size
    bits.set(key, bit)
    for (const word of new Set(words)) addWord(word, bit)
    version++
  }
  return bit
}

function addWord(word: string, bit: number): void {
  const node = tree.insert(word)
  notes[node] ??= []
  const held = notes[node] as number[]
  const n = bit >> 5
  let at = 0
  while (at < held.length && held[at] !== n) at += 2
  if (at === held.length) held.push(n, 0)
  held[at + 1] = (held[at + 1] as number) | (1 << (bit & 31))
  const first = word.charCodeAt(0)
  if (word.length === 1) letters[first] = (letters[first] as number) | (node << 1)
  else addPair(word, tree.step(tree.step(0, first), word.charCodeAt(1)) << NODE_SHIFT)
}

function addPair(word: string, what: number): void {
  const first = word.charCodeAt(0)
  letters[first] = (letters[first] as number) | PAIR
  pairs.add(first, word.charCodeAt(1), what)
}

/** Whether a sentence holds a word of a set. */
export function holdsBit(line: Line, bit: number): boolean {
  return ((sweep(line).bits[bit >> 5] as number) & (1 << (bit & 31))) !== 0
}

/** What stands in a sentence, items or not. At each of its characters `line.marks` then says words of which lists may begin there. */
export function sweep(line: Line): Swept {
  const held = line.swept
  return held !== undefined && held.version === version ? held : read(line)
}

function read(line: Line): Swept {
  const { folded, marks } = line
  const { start, end } = line.sentence
  const seen: number[] = []
  for (let n = 0; n <= bits.size >> 5; n++) seen.push(0)
  let all = 0
  let code = folded.charCodeAt(start)
  for (let i = start; i < end; i++) {
    const letter = letters[code] as number
    const next = i + 1 < end ? folded.charCodeAt(i + 1) : 0
    let here = 0
    if (letter !== 0) {
      if (letter > PAIR) take(letter >> 1, seen)
      if (letter & PAIR) {
        const found = pairs.find(code, next)
        if (found !== 0) {
          here = found & MARKS
          let node = found >>> NODE_SHIFT
          for (let at = i + 2; node !== 0; at++) {
            take(node, seen)
            node = at < end ? tree.step(node, folded.charCodeAt(at)) : 0
          }
        }
      }
    }
    marks[i] = here
    all |= here
    code = next
  }
  const swept: Swept = { version, marks: all, bits: seen }
  line.swept = swept
  return swept
}

/** Sets the bits of the word that ends at a node, if one does. */
function take(node: number, seen: number[]): void {
  const held = notes[node]
  if (held === undefined) return
  for (let k = 0; k < held.length; k += 2) {
    const n = held[k] as number
    seen[n] = (seen[n] as number) | (held[k + 1] as number)
  }
}
