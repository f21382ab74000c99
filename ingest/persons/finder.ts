// One clause of a sentence -> the spans that may be names, each with what it costs once its surroundings are weighed.

import type { Item } from '../line.js'
import { PLAIN_WEIGHTS } from '../rules/person.js'
import { CharSet } from '../scan.js'
import { isDigit } from '../text/digit.js'
import {
  composedNamesAt,
  dotNear,
  familyNamesAt,
  type NameKind,
  soundNamesAt,
  strangeNamesAt,
  type Visitor,
} from './candidates.js'
import type { Context, Evidence } from './context.js'
import { COMPOUND_FIRST, codeAt, ELEMENT_FIRST, HAN, type Letters, SOUND, SURNAME } from './letters.js'
import type { Vocabulary } from './vocabulary.js'
import { placeWeight } from './word-place.js'

/** A span that may be a name, and what its surroundings weigh. */
export interface Candidate {
  kind: NameKind
  start: number
  end: number
  name: string
  cost: number
  /** The rule that speaks loudest for it. */
  rule: string
  context: number
  /** What of it (at most 0) speaks against a person and not against these characters being a name: it costs nothing. */
  against: number
  /** What the cheapest reading would cost more without a name that starts here; 0 for a name that is not of it. */
  margin: number
}

/** A span that lacks more than this is no candidate: what surroundings may weigh, after an office or a form's field and elsewhere. */
const HOPE = 150
const PLAIN_HOPE = 55
/** A candidate that lacks more than this after its surroundings are weighed may still be confirmed elsewhere, by so much. */
const LACK = 90
/** What must speak for a name whose surname no list knows, and what must stand before it. */
const STRANGE_NEEDS = 65
const STRANGE_BEFORE = 40

const NO_ITEMS: readonly Item[] = []
const NO_CANDIDATES: Candidate[] = []

/** Weighs the spans that may be names, character by character of a clause; one serves all clauses. */
export class Finder implements Visitor {
  private text = ''
  private from = 0
  private to = 0
  private items: readonly Item[] = NO_ITEMS
  private words!: Int32Array
  private found = NO_CANDIDATES
  /** The character that is read: its offset, the kind of the item that ends there, whether something there leads to a name. */
  private i = 0
  private kind: string | undefined
  private led = false
  /** What stands before it, once it is asked for. */
  private left: Evidence | undefined
  private leftOfSound: Evidence | undefined

  constructor(
    private readonly letters: Letters,
    private readonly context: Context,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** @param words what the clause costs up to each of its characters when it is read as words */
  find(text: string, from: number, to: number, items: readonly Item[], words: Int32Array): Candidate[] {
    this.text = text
    this.from = from
    this.to = to
    this.items = items
    this.words = words
    this.found = NO_CANDIDATES
    const { flags } = this.letters
    const dotted = holds(this.text, DOT, from, to)
    for (let i = from; i < to - 1; i++) {
      const flag = flags[codeAt(this.text, i)] as number
      if (!(flag & HAN)) continue
      const previous = this.text.charCodeAt(i - 1)
      const kind = items.length ? itemEnding(items, previous === SPACE ? i - 1 : i) : undefined
      const led = kind !== undefined || i === from || LEADING.has(previous)
      if (!led && !dotted && !(flag & (SURNAME | COMPOUND_FIRST | SOUND | ELEMENT_FIRST))) continue
      this.i = i
      this.kind = kind
      this.led = led
      this.left = undefined
      this.leftOfSound = undefined
      this.read(flag, dotted)
    }
    return this.found
  }

  /** All names that may begin at the character that is read. */
  private read(flag: number, dotted: boolean): void {
    const { i, kind, text, to, letters } = this
    if (flag & (SURNAME | COMPOUND_FIRST) && !counts(text, i)) familyNamesAt(text, i, to, letters, this)
    if (flag & SOUND || (dotted && dotNear(text, i, letters))) soundNamesAt(text, i, to, letters, this)
    if (flag & ELEMENT_FIRST) composedNamesAt(text, i, to, letters, this)
    // A surname that no list knows: only the gap after an office speaks for it.
    if (
      !(flag & SURNAME) &&
      kind !== undefined &&
      OFFICES.has(kind) &&
      text.charCodeAt(i + 1) === SPACE &&
      (letters.flags[codeAt(text, i + 2)] as number) & HAN &&
      text.charCodeAt(i + 3) !== SPACE
    )
      this.visit('family', i + 3, UNKNOWN_WITH_GAP)
    if (this.led && !(flag & SURNAME)) strangeNamesAt(text, i, to, letters, this)
  }

  private before(sound: boolean): Evidence {
    if (sound) this.leftOfSound ??= this.context.before(this.text, this.i, this.kind, true)
    else this.left ??= this.context.before(this.text, this.i, this.kind, false)
    return (sound ? this.leftOfSound : this.left) as Evidence
  }

  /** A span from the character that is read to `end` as a name of a kind that costs so much. */
  visit(nameKind: NameKind, end: number, plainCost: number): void {
    const { i, from, kind, text, words } = this
    // 市长 尚　进: a gap inside two characters after an office is that of a name, whatever word they make without it.
    const told = kind !== undefined && end - i === 3 && text.charCodeAt(i + 1) === SPACE && OFFICES.has(kind)
    const cost = told ? plainCost - GAP_AFTER_OFFICE : plainCost
    const gain = (words[end - from] as number) - (words[i - from] as number) - cost
    if (gain < -HOPE || (gain < -PLAIN_HOPE && !this.led) || crosses(this.items, i, end)) return
    this.weigh(nameKind, end, cost, gain)
  }

  private weigh(nameKind: NameKind, end: number, cost: number, gain: number): void {
    const { i, from, to, kind, text, items, letters } = this
    const { flags, sounds } = letters
    const sound = nameKind === 'sound'
    const before = this.before(sound)
    if (nameKind === 'strange' && before.weight < STRANGE_BEFORE) return
    const after = this.context.after(text, end, itemStarting(text, items, end, this.context), sound)
    let weight = before.weight + after.weight
    // 桥本坦|率地: the verb is the end of a word; behind an office (秘书|绍伊古|称) it is none.
    if (after.single && kind === undefined && this.vocabulary.isPair(codeAt(text, end - 1), codeAt(text, end)))
      weight -= after.weight
    if (i === from || !((flags[codeAt(text, i - 1)] as number) & HAN)) weight += PLAIN_WEIGHTS.edge
    if (end === to || !((flags[codeAt(text, end)] as number) & HAN)) weight += PLAIN_WEIGHTS.edge
    if (isQuoted(text, i, end)) weight += PLAIN_WEIGHTS.quoted
    const office = kind !== undefined && OFFICES.has(kind) && i > from
    if (nameKind !== 'call' && nameKind !== 'strange') weight += placeWeight(text, i, end, office, before, after)
    if (sound) {
      const code = text.charCodeAt(i)
      if (i > from && kind === undefined && before.weight < WORD && sounds.joins(codeAt(text, i - 1), code))
        weight -= CUT
      if (end < to && after.weight < WORD && sounds.joins(codeAt(text, end - 1), codeAt(text, end))) weight -= CUT
    }
    if ((nameKind === 'strange' && weight < STRANGE_NEEDS) || gain + weight <= -LACK) return
    const loudest = before.weight >= after.weight ? before.rule : after.rule
    const against = before.against + after.against
    const candidate: Candidate = {
      kind: nameKind,
      start: i,
      end,
      name: text.slice(i, end).replace(' ', ''),
      cost: cost - weight + against,
      rule: loudest || (sound ? 'person/foreign' : ''),
      context: weight,
      against,
      margin: 0,
    }
    if (this.found === NO_CANDIDATES) this.found = [candidate]
    else this.found.push(candidate)
  }
}

const DOT = '·'.charCodeAt(0)
const SPACE = 32
const OFFICES = new Set(['Post', 'Role', 'Lead', 'Vice'])
/** What the gap in a name of two characters after an office weighs. */
const GAP_AFTER_OFFICE = 70
const UNKNOWN_WITH_GAP = 190
/** What a transliterated name costs more that begins or ends where its sounds go on, unless a word of this weight stands there. */
const CUT = 35
const WORD = 15

/** Unlike indexOf, this looks no further than the clause. */
function holds(text: string, code: number, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === code) return true
  return false
}

/** Characters that count or measure after a digit: 3张, 21万. */
const MEASURES = '万余张石段任路班项成千双'

function counts(text: string, i: number): boolean {
  const before = text.charCodeAt(i - 1)
  return isDigit(before) && MEASURES.includes(text[i] as string)
}

/** Characters that words for offices and fields of forms end with. */
const LEADING = new CharSet('长员任记理事人师官手士席监总帅委审：｜ 、命免去举')
const OPENING = '“《'
const CLOSING = '”》'

/** Whether a span is all that stands in quotes. */
function isQuoted(text: string, start: number, end: number): boolean {
  const quote = start > 0 ? OPENING.indexOf(text[start - 1] as string) : -1
  return quote >= 0 && text[end] === CLOSING[quote]
}

function itemEnding(items: readonly Item[], at: number): string | undefined {
  for (const item of items) if (item.end === at) return item.kind
  return undefined
}

/** A longer post names its body, and one that a further name follows is that one's: neither follows this name. */
const BARE_POST = 4

function itemStarting(text: string, items: readonly Item[], at: number, context: Context): string | undefined {
  for (const item of items)
    if (item.start === at) {
      const closed = item.kind !== 'Post' || (item.end - at <= BARE_POST && context.ends(text, item.end))
      return closed ? item.kind : 'Office'
    }
  return undefined
}

/** Whether a span cuts or covers an item that is surely one; a place's name may stand in a person's by chance. */
function crosses(items: readonly Item[], start: number, end: number): boolean {
  for (const item of items) if (item.start < end && start < item.end && item.kind !== 'Place') return true
  return false
}
