// Rules and a sentence -> whether a rule can match there, by the words and kinds of items that its pattern needs (see necessity.ts).
// One pass over a sentence serves all rules: it notes which of their words stand in it. Contains no Chinese word and no type name.
import { kindBit, type Line } from './line.js'
import { chance, needsOf } from './necessity.js'
import { Trie } from './scan.js'

/** One of some kinds of items must stand in the sentence, or one of the words behind a bit (-1: there are none). */
interface Condition {
  kinds: number
  bit: number
}

/** What must hold of a sentence, all of it, before a rule is tried. */
export type Gate = readonly Condition[]

/** Of what a pattern needs, so many sets of words are asked for: those that fewest sentences hold. */
const MOST_WORDS = 2

const triggers = new Trie<number>()
const bits = new Map<string, number>()

/**
 * The gate of a rule.
 * @param source of its regular expression over the encoded sentence
 * @param words one of which must stand in the sentence as well, items or not
 */
export function gateOf(source: string, words?: readonly string[]): Gate {
  const gate: Condition[] = words ? [{ kinds: 0, bit: bitOf(words) }] : []
  let plain = 0
  for (const set of [...needsOf(source)].sort((a, b) => chance(a) - chance(b))) {
    const literals: string[] = []
    let kinds = 0
    for (const s of set) {
      const item = /[\ue000-\uefff]/.exec(s)?.[0]
      if (item) kinds |= kindBit(item.charCodeAt(0))
      else literals.push(s)
    }
    if (!kinds && ++plain > MOST_WORDS) continue
    gate.push({ kinds, bit: literals.length ? bitOf(literals) : -1 })
  }
  // Kinds are known at once; the words of a line are looked for when they must be.
  return gate.sort((a, b) => a.bit - b.bit)
}

function bitOf(words: readonly string[]): number {
  const key = [...words].sort().join('\n')
  let bit = bits.get(key)
  if (bit === undefined) {
    bit = bits.size
    bits.set(key, bit)
    for (const word of new Set(words)) triggers.add(word, bit)
  }
  return bit
}

/** Whether a sentence holds what a gate asks for. */
export function opens(gate: Gate, line: Line): boolean {
  const { kinds } = line
  for (const condition of gate) {
    if (condition.kinds & kinds) continue
    const { bit } = condition
    if (bit < 0) return false
    if (!((seenIn(line)[bit >> 5] as number) & (1 << (bit & 31)))) return false
  }
  return true
}

/** The bits of the words that stand in a sentence, items or not. */
function seenIn(line: Line): readonly number[] {
  const held = line.seen
  if (held && held.version === bits.size) return held.bits
  const seen: number[] = []
  for (let n = 0; n <= bits.size >> 5; n++) seen.push(0)
  const note = (found: readonly number[]) => {
    for (let n = 0; n < found.length; n++) {
      const bit = found[n] as number
      seen[bit >> 5] = (seen[bit >> 5] as number) | (1 << (bit & 31))
    }
  }
  const { folded } = line
  const { start, end } = line.sentence
  for (let i = start; i < end; i++) triggers.each(folded, i, end, note)
  line.seen = { version: bits.size, bits: seen }
  return seen
}
