// One clause of a sentence -> the names of its cheapest reading. The lattice of ICTCLAS and its kin: a name is where a name costs
// less than words and items do. What stands around a span makes it cheaper or dearer.
import type { Item, Line } from '../line.js'
import { PLAIN_WEIGHTS } from '../rules/person.js'
import { CharSet } from '../scan.js'
import { composedNamesAt, dotNear, familyNamesAt, type NameKind, soundNamesAt, strangeNamesAt } from './candidates.js'
import { Context, type Evidence } from './context.js'
import { Lattice } from './lattice.js'
import { COMPOUND_FIRST, ELEMENT_FIRST, HAN, Letters, SOUND, SURNAME } from './letters.js'
import { Vocabulary } from './vocabulary.js'
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

/** A clause with the candidates that are worth a second look, and those that its cheapest reading takes. */
export interface ClauseReading {
  line: Line
  from: number
  to: number
  items: readonly Item[]
  candidates: Candidate[]
  names: Candidate[]
}

/** What the rest of the document adds to a candidate's weight: its name stands elsewhere, its neighbours are names. */
export type Support = (candidate: Candidate) => { weight: number; rule: string } | undefined

/** What an item costs as a whole: more when it is a place's short form, which names and words contain by chance. */
const ITEM = 20
const SHORT_PLACE = 90
/** A span that lacks more than this is no candidate: what surroundings may weigh, after an office or a form's field and elsewhere. */
const HOPE = 150
const PLAIN_HOPE = 55
/** A candidate that lacks more than this after its surroundings are weighed may still be confirmed elsewhere, by so much. */
const LACK = 90
/** What must speak for a name whose surname no list knows, and what must stand before it. */
const STRANGE_NEEDS = 65
const STRANGE_BEFORE = 40

let knowledge: { vocabulary: Vocabulary; letters: Letters; context: Context; lattice: Lattice } | undefined
const know = () => {
  knowledge ??= { vocabulary: new Vocabulary(), letters: new Letters(), context: new Context(), lattice: new Lattice() }
  return knowledge
}

/** Reads the clause [from, to); undefined when nothing in it could be a name. */
export function readClause(line: Line, from: number, to: number, items: readonly Item[]): ClauseReading | undefined {
  const words = know().vocabulary.costs(line.folded, from, to, wholesOf(line, from, items))
  const candidates = findCandidates(line, from, to, items, words)
  if (!candidates.length) return undefined
  const reading = { line, from, to, items, candidates, names: [] }
  openLattice(line, from, to, items)
  readNames(reading, undefined)
  return reading
}

/** Reads a clause again with what the document has taught. */
export function readAgain(reading: ClauseReading, support: Support): void {
  openLattice(reading.line, reading.from, reading.to, reading.items)
  readNames(reading, support)
}

function openLattice(line: Line, from: number, to: number, items: readonly Item[]): void {
  const { lattice, vocabulary } = know()
  lattice.open(to - from)
  const wholes = wholesOf(line, from, items)
  for (let n = 0; n < wholes.length; n += 3)
    lattice.add(wholes[n] as number, wholes[n + 1] as number, wholes[n + 2] as number)
  vocabulary.read(line.folded, from, to, lattice)
}

const NO_WHOLES: readonly number[] = []

/** The items of a clause as edges: start, end, cost of each. */
function wholesOf(line: Line, from: number, items: readonly Item[]): readonly number[] {
  if (!items.length) return NO_WHOLES
  const wholes: number[] = []
  for (const item of items) {
    if (item.start < from) continue
    const short = item.kind === 'Place' && line.textOf(item) !== item.value.name
    wholes.push(item.start - from, item.end - from, short ? SHORT_PLACE : ITEM)
  }
  return wholes
}

function readNames(reading: ClauseReading, support: Support | undefined): void {
  const { lattice } = know()
  const { from, candidates } = reading
  candidates.forEach((c, i) => {
    const more = support?.(c)
    if (more) {
      c.context += more.weight
      c.cost -= more.weight
      c.rule ||= more.rule
    }
    lattice.add(c.start - from, c.end - from, c.cost, i)
  })
  for (const c of candidates) c.margin = 0
  reading.names = lattice.read().map(({ name, margin }) => {
    const candidate = candidates[name] as Candidate
    candidate.margin = margin
    return candidate
  })
}

function findCandidates(line: Line, from: number, to: number, items: readonly Item[], words: Int32Array): Candidate[] {
  const { letters, context } = know()
  const text = line.folded
  const { flags } = letters
  const found: Candidate[] = []
  const dotted = holds(text, DOT, from, to)
  // What is known of the character that is read; one closure serves them all.
  let i = from
  let code = 0
  let kind: string | undefined
  let led = false
  let left: Evidence | undefined
  let leftOfSound: Evidence | undefined
  const visit = (nameKind: NameKind, end: number, plainCost: number): void => {
    // 市长 尚　进: a gap inside two characters after an office is that of a name, whatever word they make without it.
    const told = end - i === 3 && text.charCodeAt(i + 1) === SPACE && kind !== undefined && OFFICES.has(kind)
    const cost = told ? plainCost - GAP_AFTER_OFFICE : plainCost
    const gain = (words[end - from] as number) - (words[i - from] as number) - cost
    if (gain < -HOPE || (gain < -PLAIN_HOPE && !led) || crosses(items, i, end)) return
    let before: Evidence
    if (nameKind === 'sound') before = leftOfSound ??= context.before(text, i, kind, true)
    else before = left ??= context.before(text, i, kind, false)
    const after = context.after(text, end, itemStarting(text, items, end), nameKind === 'sound')
    let weight = before.weight + after.weight
    if (i === from || !((flags[text.charCodeAt(i - 1)] as number) & HAN)) weight += PLAIN_WEIGHTS.edge
    if (end === to || !((flags[text.charCodeAt(end)] as number) & HAN)) weight += PLAIN_WEIGHTS.edge
    if (isQuoted(text, i, end)) weight += PLAIN_WEIGHTS.quoted
    const office = kind !== undefined && OFFICES.has(kind) && i > from
    if (nameKind !== 'call' && nameKind !== 'strange') weight += placeWeight(text, i, end, office, before, after)
    if (nameKind === 'sound') {
      const { sounds } = letters
      if (i > from && kind === undefined && before.weight < WORD && sounds.joins(text.charCodeAt(i - 1), code))
        weight -= CUT
      if (end < to && after.weight < WORD && sounds.joins(text.charCodeAt(end - 1), text.charCodeAt(end))) weight -= CUT
    }
    if ((nameKind === 'strange' && weight < STRANGE_NEEDS) || gain + weight <= -LACK) return
    const loudest = before.weight >= after.weight ? before.rule : after.rule
    const against = before.against + after.against
    found.push({
      kind: nameKind,
      start: i,
      end,
      name: text.slice(i, end).replace(' ', ''),
      cost: cost - weight + against,
      rule: loudest || (nameKind === 'sound' ? 'person/foreign' : ''),
      context: weight,
      against,
      margin: 0,
    })
  }
  for (; i < to - 1; i++) {
    code = text.charCodeAt(i)
    const flag = flags[code] as number
    if (!(flag & HAN)) continue
    const previous = text.charCodeAt(i - 1)
    kind = items.length ? itemEnding(items, previous === 32 ? i - 1 : i) : undefined
    led = kind !== undefined || i === from || LEADING.has(previous)
    if (!led && !dotted && !(flag & (SURNAME | COMPOUND_FIRST | SOUND | ELEMENT_FIRST))) continue
    left = undefined
    leftOfSound = undefined
    if (flag & (SURNAME | COMPOUND_FIRST) && !counts(text, i)) familyNamesAt(text, i, to, letters, visit)
    if (flag & SOUND || (dotted && dotNear(text, i, letters))) soundNamesAt(text, i, to, letters, visit)
    if (flag & ELEMENT_FIRST) composedNamesAt(text, i, to, letters, visit)
    // A surname that no list knows: only the gap after an office speaks for it.
    if (
      !(flag & SURNAME) &&
      kind !== undefined &&
      OFFICES.has(kind) &&
      text.charCodeAt(i + 1) === SPACE &&
      (flags[text.charCodeAt(i + 2)] as number) & HAN &&
      text.charCodeAt(i + 3) !== SPACE
    )
      visit('family', i + 3, UNKNOWN_WITH_GAP)
    if (led) {
      left ??= context.before(text, i, kind, false)
      if (left.weight >= STRANGE_BEFORE) strangeNamesAt(text, i, to, letters, visit)
    }
  }
  return found
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
  return before >= 0x30 && before <= 0x39 && MEASURES.includes(text[i] as string)
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

function itemStarting(text: string, items: readonly Item[], at: number): string | undefined {
  for (const item of items)
    if (item.start === at) {
      const closed = item.kind !== 'Post' || (item.end - at <= BARE_POST && know().context.ends(text, item.end))
      return closed ? item.kind : 'Office'
    }
  return undefined
}

/** Whether a span cuts or covers an item that is surely one; a place's name may stand in a person's by chance. */
function crosses(items: readonly Item[], start: number, end: number): boolean {
  for (const item of items) if (item.start < end && start < item.end && item.kind !== 'Place') return true
  return false
}
