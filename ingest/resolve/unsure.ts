// Things as the graph knows them in, the pairs that the rules cannot settle out, most consequential first.
// Compares within blocks only (judge.ts), so that the time grows with the number of things and not with its square.
import type { Descriptor } from './descriptor.js'
import { blockOf, judge } from './judge.js'

/** A thing to compare. */
export interface Candidate {
  id: string
  descriptor: Descriptor
  /** How many documents speak of it. */
  documents: number
}

export interface UnsurePair {
  a: Candidate
  b: Candidate
  why: string
}

/** In a block of more, only so many are compared, those that most documents speak of. */
const LARGEST_BLOCK = 120

/**
 * The pairs on which `judge` is unsure. Of two things that many documents speak of comes first what would move most.
 * @param settled whether a person has judged the pair
 * @returns the pairs, and how many things were left out of blocks that are too large
 */
export function findUnsure(
  candidates: readonly Candidate[],
  settled: (a: string, b: string) => boolean,
): { pairs: UnsurePair[]; leftOut: number } {
  const blocks = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const block = blockOf(candidate.descriptor)
    const others = blocks.get(block)
    if (others === undefined) blocks.set(block, [candidate])
    else others.push(candidate)
  }
  const pairs: UnsurePair[] = []
  let leftOut = 0
  for (const block of blocks.values()) {
    const compared = block.sort(byWeight).slice(0, LARGEST_BLOCK)
    leftOut += block.length - compared.length
    for (const [i, a] of compared.entries())
      for (const b of compared.slice(i + 1)) {
        if (settled(a.id, b.id)) continue
        const { verdict, why } = judge(a.descriptor, b.descriptor)
        if (verdict === 'unsure') pairs.push({ a, b, why })
      }
  }
  return { pairs: pairs.sort(byConsequence), leftOut }
}

function byWeight(a: Candidate, b: Candidate): number {
  return b.documents - a.documents || (a.id < b.id ? -1 : 1)
}

/** A merge moves the smaller of the two; of equals it touches more where the larger is larger. */
function byConsequence(one: UnsurePair, two: UnsurePair): number {
  const smaller = (pair: UnsurePair) => Math.min(pair.a.documents, pair.b.documents)
  const all = (pair: UnsurePair) => pair.a.documents + pair.b.documents
  return smaller(two) - smaller(one) || all(two) - all(one) || byWeight(one.a, two.a) || byWeight(one.b, two.b)
}
