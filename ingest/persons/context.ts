// What stands around some characters of a sentence -> how much it speaks for a name there. Reads the clues of rules/person.ts.
import { words } from '../lexicon.js'
import { edgesOf } from '../necessity.js'
import { type PersonClue, personClues } from '../rules/person.js'
import { codeAt } from './letters.js'

/** The weight of the best clue on one side, and its rule. */
export interface Evidence {
  weight: number
  rule: string
  /** What of the weight (at most 0) speaks against a person here, not against a name. */
  against: number
  /** A word of one character says so. */
  single?: boolean
}

/** A word of one character says so many times less than a longer one of its list. */
const SINGLE = 4

interface Word extends Evidence {
  text: string
}

/** Words by one of their characters. */
class ByLetter {
  private readonly rows: Word[][] = [[]]
  private readonly numbers = new Uint16Array(0x10000)

  add(code: number, word: Word): void {
    const n = this.numbers[code] as number
    if (n) this.rows[n]?.push(word)
    else this.numbers[code] = this.rows.push([word]) - 1
  }

  /** Those of a character. */
  of(code: number): readonly Word[] {
    return this.rows[this.numbers[code] as number] as readonly Word[]
  }
}

interface Side {
  kinds: Map<string, Evidence>
  /** Of transliterated names only. */
  soundKinds: Map<string, Evidence>
  /** Words by the character that touches the name. */
  words: ByLetter
  patterns: { id: string; weight: number; regex: RegExp; sound: boolean }[]
  /** By the character that touches the name: which of the patterns can match there, one bit each. */
  mayMatch: Uint16Array
  /** Which can match beside any character, or where the text begins or ends. */
  anywhere: number
}

export class Context {
  private readonly left: Side
  private readonly right: Side

  constructor(clues: readonly PersonClue[] = personClues) {
    this.left = makeSide(clues, 'before')
    this.right = makeSide(clues, 'after')
  }

  /** Evidence before offset `i` of a name (`sound`: of a transliterated one); `kind` of an item that ends there. */
  before(text: string, i: number, kind: string | undefined, sound: boolean): Evidence {
    const gap = text.charCodeAt(i - 1)
    const at = gap === 32 || gap === DONE ? i - 1 : i
    let best = (kind && (this.left.kinds.get(kind) ?? (sound && this.left.soundKinds.get(kind)))) || NONE
    for (const word of this.left.words.of(codeAt(text, at - 1)))
      if (word.weight > best.weight && text.startsWith(word.text, at - word.text.length)) best = word
    return match(this.left, text, i, i - 1, sound, best)
  }

  /** Whether what stands before `i` is complete there: no character follows, or a word that follows subjects. */
  ends(text: string, i: number): boolean {
    const code = codeAt(text, i)
    if (!isHan(code)) return true
    for (const word of this.right.words.of(code)) if (text.startsWith(word.text, i)) return true
    return false
  }

  /** Evidence after offset `i`, as before; `kind` of an item that starts there: where one does, no pattern speaks against a name. */
  after(text: string, i: number, kind: string | undefined, sound: boolean): Evidence {
    let best = (kind && this.right.kinds.get(kind)) || NONE
    for (const word of this.right.words.of(codeAt(text, i)))
      if (word.weight > best.weight && text.startsWith(word.text, i)) best = word
    return kind ? best : match(this.right, text, i, i, sound, best)
  }
}

/** 采访了, 任命了: the verb stands before its 了. */
const DONE = '了'.charCodeAt(0)

const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff

/** From this weight on what speaks against a name speaks against reading its characters so. */
const STRUCTURAL = -80

const NONE: Evidence = { weight: 0, rule: '', against: 0 }

/** @param touch offset of the character that touches the name at `i` */
function match(side: Side, text: string, i: number, touch: number, sound: boolean, best: Evidence): Evidence {
  const may = side.mayMatch[codeAt(text, touch)] as number
  if (!may) return best
  let against = 0
  let structural = 0
  let most = best
  for (let n = 0; n < side.patterns.length; n++) {
    const pattern = side.patterns[n] as Side['patterns'][number]
    if (!(may & (1 << n)) || (pattern.sound && !sound)) continue
    if (pattern.weight > 0 && pattern.weight <= most.weight) continue
    pattern.regex.lastIndex = i
    if (!pattern.regex.test(text)) continue
    if (pattern.weight <= STRUCTURAL) structural += pattern.weight
    else if (pattern.weight < 0) against += pattern.weight
    else most = { weight: pattern.weight, rule: pattern.id, against: 0 }
  }
  if (!against && !structural) return most
  return { weight: most.weight + against + structural, rule: most.rule, against: against + most.against }
}

function makeSide(clues: readonly PersonClue[], name: PersonClue['side']): Side {
  const side: Side = {
    kinds: new Map(),
    soundKinds: new Map(),
    words: new ByLetter(),
    patterns: [],
    mayMatch: new Uint16Array(0x10000),
    anywhere: 0,
  }
  for (const clue of clues) {
    if (clue.side !== name) continue
    const kinds = clue.of === 'sound' ? side.soundKinds : side.kinds
    for (const kind of clue.kinds ?? [])
      kinds.set(kind, { weight: clue.weight, rule: clue.id, against: Math.min(0, clue.weight) })
    for (const { word, fields } of clue.list ? words(clue.list) : []) {
      const own = /^\d+$/.test(fields[0] ?? '') ? Number(fields[0]) : undefined
      const weight = own ?? (word.length > 1 ? clue.weight : Math.round(clue.weight / SINGLE))
      const key = word.charCodeAt(name === 'before' ? word.length - 1 : 0)
      side.words.add(key, { text: word, weight, rule: clue.id, against: 0, single: word.length === 1 })
    }
    if (clue.pattern) {
      const source = name === 'before' ? `(?<=${clue.pattern})` : clue.pattern
      const touching = edgesOf(clue.pattern)[name === 'before' ? 'last' : 'first']
      const bit = 1 << side.patterns.length
      if (touching === undefined) side.anywhere |= bit
      for (const c of touching ?? []) side.mayMatch[c.charCodeAt(0)] = (side.mayMatch[c.charCodeAt(0)] as number) | bit
      side.patterns.push({
        id: clue.id,
        weight: clue.weight,
        regex: new RegExp(source, 'y'),
        sound: clue.of === 'sound',
      })
    }
  }
  for (let code = 0; code < side.mayMatch.length; code++)
    side.mayMatch[code] = (side.mayMatch[code] as number) | side.anywhere
  return side
}
