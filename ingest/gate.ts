// Rules and a sentence -> which rules can match there at all, by the words and kinds of items that their patterns need
// (see necessity.ts). One pass over a sentence serves all rules (see sweep.ts).
// Contains no Chinese word and no type name.
import { kindBit, type Line } from './line.js'
import { chance, needsOf } from './necessity.js'
import { bitFor, holdsBit, sweep } from './sweep.js'

/** One of some kinds of items must stand in the sentence, or one of the words behind a bit (-1: there are none). */
interface Condition {
  kinds: number
  bit: number
}

/** What must hold of a sentence, all of it, before a rule is tried. */
export interface Gate {
  readonly conditions: readonly Condition[]
  /** The bit of the rarest words that it asks for, no kind of item will do instead; -1: it asks for none. */
  readonly rarest: number
}

/** Of what a pattern needs, so many sets of words are asked for: those that fewest sentences hold. */
const MOST_WORDS = 3

/**
 * The gate of a rule.
 * @param source of its regular expression over the encoded sentence
 * @param words one of which must stand in the sentence as well, items or not
 */
export function gateOf(source: string, words?: readonly string[]): Gate {
  const conditions: Condition[] = []
  let rarest = -1
  let least = Infinity
  const ask = (set: readonly string[]) => {
    const bit = bitFor(set)
    conditions.push({ kinds: 0, bit })
    if (chance(set) >= least) return
    rarest = bit
    least = chance(set)
  }
  if (words) ask(words)
  const plain: (readonly string[])[] = []
  for (const set of needsOf(source)) {
    const literals = set.filter((s) => !ITEMS.test(s))
    if (literals.length === set.length) plain.push(set)
    else if (literals.length)
      conditions.push({ kinds: set.reduce((all, s) => all | kindsIn(s), 0), bit: bitFor(literals) })
    else {
      conditions.push(...kindsOf(set).map((kinds) => ({ kinds, bit: -1 })))
      const between = set.map((s) => s.split(ITEMS).reduce((a, b) => (b.length > a.length ? b : a)))
      if (!between.includes('')) plain.push([...new Set(between)])
    }
  }
  plain.sort((a, b) => chance(a) - chance(b))
  for (const set of plain.slice(0, MOST_WORDS)) ask(set)
  // Kinds are known at once; the words of a line are looked for when they must be.
  conditions.sort((a, b) => a.bit - b.bit)
  return { conditions, rarest }
}

const ITEMS = /[\ue000-\uefff]/

/** The kinds of the items in a string. */
function kindsIn(s: string): number {
  let kinds = 0
  for (const c of s) if (ITEMS.test(c)) kinds |= kindBit(c.charCodeAt(0))
  return kinds
}

/** What one of some strings with items asks for: each kind that all of them hold, else any of their kinds. */
function kindsOf(strings: readonly string[]): number[] {
  const every = strings.map(kindsIn)
  const shared: number[] = []
  for (let rest = every.reduce((a, b) => a & b); rest !== 0; rest &= rest - 1) shared.push(rest & -rest)
  return shared.length ? shared : [every.reduce((a, b) => a | b)]
}

/** Whether a sentence holds what a gate asks for. */
export function opens(gate: Gate, line: Line): boolean {
  const { kinds } = line
  const { conditions } = gate
  for (let k = 0; k < conditions.length; k++) {
    const { kinds: some, bit } = conditions[k] as Condition
    if (some & kinds) continue
    if (bit < 0 || !holdsBit(line, bit)) return false
  }
  return true
}

/** Some rules in their order, each behind its gate: most are passed over without a look at them. */
export class Sieve<R extends { gate: Gate }> {
  /** Bits of the words by which rules are found, as a sweep gives them; for each bit the rules found by it. */
  private readonly asked: number[] = []
  private readonly byWords: number[][] = []
  /** Rules that ask for no words. */
  private readonly others: number[] = []
  /** Of these kinds of items every rule needs one; -1: some rule needs none. */
  private readonly kinds: number

  constructor(private readonly rules: readonly R[]) {
    rules.forEach(({ gate: { rarest } }, n) => {
      if (rarest < 0) {
        this.others.push(n)
        return
      }
      const word = rarest >> 5
      while (this.asked.length <= word) this.asked.push(0)
      this.asked[word] = (this.asked[word] as number) | (1 << (rarest & 31))
      const found = this.byWords[rarest]
      if (found) found.push(n)
      else this.byWords[rarest] = [n]
    })
    const needed = rules.map(({ gate: { conditions } }) => conditions.find((c) => c.bit < 0)?.kinds ?? -1)
    this.kinds = needed.reduce((all, kinds) => all | kinds, 0)
  }

  /** The rules that a sentence as it stands can hold a match of, in their order. */
  through(line: Line): readonly R[] {
    if (this.kinds !== -1 && !(this.kinds & line.kinds)) return NO_RULES
    const { asked, others, rules } = this
    let found = NO_NUMBERS
    for (let k = 0; k < others.length; k++) {
      const n = others[k] as number
      if (opens((rules[n] as R).gate, line)) found = added(found, n)
    }
    const seen = asked.length ? sweep(line).bits : NO_NUMBERS
    for (let word = 0; word < asked.length; word++) {
      let hits = (asked[word] as number) & (seen[word] as number)
      for (; hits !== 0; hits &= hits - 1) {
        const bit = 31 - Math.clz32(hits & -hits)
        const those = this.byWords[word * 32 + bit] as number[]
        for (let k = 0; k < those.length; k++) {
          const n = those[k] as number
          if (opens((rules[n] as R).gate, line)) found = added(found, n)
        }
      }
    }
    if (found === NO_NUMBERS) return NO_RULES
    if (found.length === 1) return [rules[found[0] as number] as R]
    const passed: R[] = []
    for (const n of found) passed.push(rules[n] as R)
    return passed
  }
}

/** Most sentences pass no rule: a list is made when the first one does, and kept in order. */
const NO_NUMBERS: number[] = []
const NO_RULES: readonly never[] = []

function added(found: number[], n: number): number[] {
  if (found === NO_NUMBERS) return [n]
  let k = found.length
  for (; k > 0 && (found[k - 1] as number) > n; k--) found[k] = found[k - 1] as number
  found[k] = n
  return found
}
