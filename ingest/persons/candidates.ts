// Characters of a clause -> the spans that could be a name, with what reading them so would cost. What stands around them is not looked at.
import { COMPOUND_FIRST, HAN, type Letters, SOUND, SURNAME } from './letters.js'

export type NameKind = 'family' | 'sound' | 'strange' | 'call'

/** Told of each span: its kind, its end, its cost. */
export type Visit = (kind: NameKind, end: number, cost: number) => void

/** The longest transliterated name, without and with a ·. */
const LONGEST = 8
const LONGEST_DOTTED = 24
/** A space between surname and given character speaks for a name. */
const SPACED = 15
const MOST_ELEMENTS = 3
const DOT = 0xb7
/** 里卡多-莫雷诺: a hyphen joins as well, but speaks for nothing. */
const HYPHEN = 0x2d
const DASH = 0x2014
const SPACE = 32
const AND = '和'.charCodeAt(0)

/** Chinese and Japanese names that could begin at `i`: surname and given characters, also with a space between. */
export function familyNamesAt(text: string, i: number, to: number, letters: Letters, visit: Visit): void {
  const code = text.charCodeAt(i)
  const flags = letters.flags[code] as number
  if (flags & SURNAME) givenNamesAt(text, i + 1, to, letters.surname[code] as number, letters, visit)
  if (flags & COMPOUND_FIRST)
    for (const { text: surname, cost, japanese } of letters.compoundsAt(text, i)) {
      const at = i + surname.length
      if (japanese) japaneseNamesAt(text, at, to, cost, letters, visit)
      else givenNamesAt(text, at, to, cost - 6, letters, visit)
    }
}

function givenNamesAt(text: string, from: number, to: number, family: number, letters: Letters, visit: Visit): void {
  const spaced = text.charCodeAt(from) === SPACE
  const at = spaced ? from + 1 : from
  const a = text.charCodeAt(at)
  if (at >= to || !((letters.flags[a] as number) & HAN)) return
  if (letters.isForm(text, at, at + 1)) visit('call', at + 1, letters.called(family))
  else visit('family', at + 1, letters.one(family, a) - (spaced ? SPACED : 0))
  const b = text.charCodeAt(at + 1)
  if (spaced || at + 2 > to || !((letters.flags[b] as number) & HAN)) return
  if (letters.isForm(text, at, at + 2)) visit('call', at + 2, letters.called(family))
  else visit('family', at + 2, letters.two(family, a, b))
}

function japaneseNamesAt(text: string, at: number, to: number, family: number, letters: Letters, visit: Visit): void {
  for (let end = at + 1; end <= at + 3 && end <= to; end++) {
    if (!((letters.flags[text.charCodeAt(end - 1)] as number) & HAN)) return
    visit('family', end, letters.japanese(family, text, at, end))
  }
}

/** Transliterated names that could begin at `i`: characters that write sounds, with or without · between them. */
export function soundNamesAt(text: string, i: number, to: number, letters: Letters, visit: Visit): void {
  const { flags, sound } = letters
  if (text.charCodeAt(i) === AND) return
  let cost = sound[text.charCodeAt(i)] as number
  let dotted = false
  for (let k = i + 1; k < to && k - i < (dotted ? LONGEST_DOTTED : LONGEST); k++) {
    const code = text.charCodeAt(k)
    if (code === DOT) {
      if (text.charCodeAt(k - 1) === DOT) return
      dotted = true
      continue
    }
    if ((code === HYPHEN || code === DASH) && k - i > 1) continue
    const flag = flags[code] as number
    if (!dotted && code === AND && k - i > 1) return
    if (!(flag & SOUND) && !(flag & HAN && (dotted || dotNear(text, k, letters)))) return
    cost += sound[code] as number
    visit('sound', k + 1, cost + letters.sounded(k + 1 - i, dotted))
  }
}

/** Names made of known elements that could begin at `i`: 巴图 + 孟克. */
export function composedNamesAt(text: string, i: number, to: number, letters: Letters, visit: Visit): void {
  const grow = (at: number, count: number): void => {
    for (const element of letters.elementsAt(text, at)) {
      const end = at + element.length
      if (end > to) continue
      visit('sound', end, letters.composed(count))
      if (count < MOST_ELEMENTS) grow(end, count + 1)
    }
  }
  grow(i, 1)
}

/** Whether a · joins to the characters at `k` within three characters. */
export function dotNear(text: string, k: number, letters: Letters): boolean {
  for (let d = 1; d <= 3; d++) {
    const code = text.charCodeAt(k + d)
    if (code === DOT) return true
    if (!((letters.flags[code] as number) & HAN)) return false
  }
  return false
}

/** Names of two or three characters whose first character is no known surname. */
export function strangeNamesAt(text: string, i: number, to: number, letters: Letters, visit: Visit): void {
  if ((letters.flags[text.charCodeAt(i)] as number) & SURNAME) return
  for (let end = i + 2; end <= i + 3 && end <= to; end++) {
    if (!((letters.flags[text.charCodeAt(end - 1)] as number) & HAN)) return
    visit('strange', end, letters.strange(text, i, end))
  }
}
