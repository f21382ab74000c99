// Characters of a clause -> the spans that could be a name, with what reading them so would cost. What stands around them is not looked at.
import {
  COMPOUND_FIRST,
  type Compound,
  codeAt,
  ELEMENT,
  ELEMENT_FIRST,
  HAN,
  type Letters,
  SOUND,
  SURNAME,
} from './letters.js'

export type NameKind = 'family' | 'sound' | 'strange' | 'lone' | 'call'

/** Who is told of each span that begins at the character that is read. */
export interface Visitor {
  visit(kind: NameKind, end: number, cost: number): void
}

/** The longest transliterated name, without and with a ·. */
const LONGEST = 8
const LONGEST_DOTTED = 24
/** A space between surname and given character speaks for a name. */
const SPACED = 15
const MOST_ELEMENTS = 3
/** What a part of one character after a · costs more. */
const STUMP = 30
const DOT = 0xb7
/** 里卡多-莫雷诺: a hyphen joins as well, but speaks for nothing. */
const HYPHEN = 0x2d
const DASH = 0x2014
const SPACE = 32
const AND = '和'.charCodeAt(0)

/** Chinese and Japanese names that could begin at `i`: surname and given characters, also with a space between. */
export function familyNamesAt(text: string, i: number, to: number, letters: Letters, visitor: Visitor): void {
  const code = codeAt(text, i)
  const flags = letters.flags[code] as number
  if (flags & SURNAME) givenNamesAt(text, i + 1, to, letters.surname[code] as number, letters, visitor)
  if (flags & COMPOUND_FIRST) {
    const compounds = letters.compoundsAt(text, i)
    for (let c = 0; c < compounds.length; c++) {
      const { text: surname, cost, japanese } = compounds[c] as Compound
      const at = i + surname.length
      if (japanese) japaneseNamesAt(text, at, to, cost, letters, visitor)
      else givenNamesAt(text, at, to, cost - 6, letters, visitor)
    }
  }
}

function givenNamesAt(
  text: string,
  from: number,
  to: number,
  family: number,
  letters: Letters,
  visitor: Visitor,
): void {
  const spaced = codeAt(text, from) === SPACE
  const at = spaced ? from + 1 : from
  const a = codeAt(text, at)
  if (at >= to || !((letters.flags[a] as number) & HAN)) return
  if (letters.isForm(a)) visitor.visit('call', at + 1, letters.called(family))
  else visitor.visit('family', at + 1, letters.one(family, a) - (spaced ? SPACED : 0))
  const b = codeAt(text, at + 1)
  if (spaced || at + 2 > to || !((letters.flags[b] as number) & HAN)) return
  if (letters.isFormOfTwo(a, b)) visitor.visit('call', at + 2, letters.called(family))
  else visitor.visit('family', at + 2, letters.two(family, a, b))
}

function japaneseNamesAt(
  text: string,
  at: number,
  to: number,
  family: number,
  letters: Letters,
  visitor: Visitor,
): void {
  visitor.visit('lone', at, letters.lone(family))
  for (let end = at + 1; end <= at + 3 && end <= to; end++) {
    if (!((letters.flags[codeAt(text, end - 1)] as number) & HAN)) return
    visitor.visit('family', end, letters.japanese(family, text, at, end))
  }
}

/** What the cheapest spelling of a name up to each of its characters costs, and the cheapest that may end there; known as far as `far`. */
const spelt = new Int32Array(LONGEST_DOTTED + 1)
const ended = new Int32Array(LONGEST_DOTTED + 1)
const FAR = 1 << 28
/** The furthest that a spelling has come. */
let far = 0

function reach(at: number, cost: number, ending: number): void {
  while (far < at) {
    far++
    spelt[far] = FAR
    ended[far] = FAR
  }
  if (cost < (spelt[at] as number)) spelt[at] = cost
  if (cost + ending < (ended[at] as number)) ended[at] = cost + ending
}

/** Transliterated names that could begin at `i`: characters that write sounds and known elements, with or without · between. */
export function soundNamesAt(text: string, i: number, to: number, letters: Letters, visitor: Visitor): void {
  if (codeAt(text, i) === AND || !goesOn(text, i, letters)) return
  const { flags, sounds } = letters
  const limit = Math.min(to - i, LONGEST_DOTTED)
  spelt[0] = 0
  far = 0
  let dotted = false
  let last = DOT
  for (let n = 0; n <= far; n++) {
    const k = i + n
    if (n > 1 && (ended[n] as number) < FAR) {
      const stump = dotted && codeAt(text, k - 2) === DOT ? STUMP : 0
      visitor.visit('sound', k, (ended[n] as number) + letters.sounded(n, dotted) + stump)
    }
    if (n >= limit || (!dotted && n >= LONGEST)) return
    const code = codeAt(text, k)
    const here = spelt[n] as number
    if (code === DOT) {
      if (last === DOT) return
      dotted = true
      reach(n + 1, Math.min(ended[n] as number, FAR), FAR)
    } else if ((code === HYPHEN || code === DASH) && n > 1) reach(n + 1, here, FAR)
    else if (here < FAR) {
      const flag = flags[code] as number
      if (flag & ELEMENT_FIRST) {
        const elements = letters.elementsAt(text, k)
        for (let e = 0; e < elements.length; e++) {
          const { length } = elements[e] as string
          if (n + length <= limit) reach(n + length, here + ELEMENT, 0)
        }
      }
      const spells = flag & SOUND || (flag & HAN && (dotted || dotNear(text, k, letters)))
      if (spells && (dotted || code !== AND))
        reach(n + 1, here + (last === DOT ? sounds.begin(code) : sounds.step(last, code)), sounds.end(code))
    }
    last = code
  }
}

/** Whether a spelling that begins at `i` can come further than its first character. */
function goesOn(text: string, i: number, letters: Letters): boolean {
  if ((letters.flags[codeAt(text, i)] as number) & ELEMENT_FIRST) return true
  const next = codeAt(text, i + 1)
  const flag = letters.flags[next] as number
  return (flag & (SOUND | ELEMENT_FIRST)) !== 0 || next === DOT || (flag & HAN ? dotNear(text, i + 1, letters) : false)
}

/** Names made of known elements that could begin at `i`: 巴图 + 孟克. */
export function composedNamesAt(text: string, i: number, to: number, letters: Letters, visitor: Visitor): void {
  composeFrom(text, i, 1, to, letters, visitor)
}

function composeFrom(text: string, at: number, count: number, to: number, letters: Letters, visitor: Visitor): void {
  const elements = letters.elementsAt(text, at)
  for (let e = 0; e < elements.length; e++) {
    const end = at + (elements[e] as string).length
    if (end > to) continue
    visitor.visit('sound', end, letters.composed(count))
    if (count < MOST_ELEMENTS) composeFrom(text, end, count + 1, to, letters, visitor)
  }
}

/** Whether a · joins to the characters at `k` within three characters. */
export function dotNear(text: string, k: number, letters: Letters): boolean {
  for (let d = 1; d <= 3; d++) {
    const code = codeAt(text, k + d)
    if (code === DOT) return true
    if (!((letters.flags[code] as number) & HAN)) return false
  }
  return false
}

/** Names of two or three characters; to be asked for only where the first is no known surname. */
export function strangeNamesAt(text: string, i: number, to: number, letters: Letters, visitor: Visitor): void {
  for (let end = i + 2; end <= i + 3 && end <= to; end++) {
    if (!((letters.flags[codeAt(text, end - 1)] as number) & HAN)) return
    visitor.visit('strange', end, letters.strange(text, i, end))
  }
}
