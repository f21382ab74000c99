// Characters of a clause -> everything in it that could be a Chinese name, with what reading it so would cost.
import { words } from '../lexicon.js'
import type { Item, Line } from '../line.js'
import { PLAIN_WEIGHTS } from '../rules/person.js'
import type { Context, Evidence } from './context.js'
import type { NameCosts } from './name-cost.js'

/** A span that could be a name. `clue` is the rule that speaks loudest for it. */
export interface NameEdge {
  kind: 'family' | 'sound' | 'strange' | 'call'
  start: number
  end: number
  name: string
  cost: number
  clue: string
  /** What its surroundings alone weigh. */
  context: number
}

const isHan = (text: string, i: number) => {
  const code = text.charCodeAt(i)
  return code >= 0x4e00 && code <= 0x9fff
}

/** Names already sure, with what knowing them is worth; spans of neighbours in lists. */
export interface Known {
  elsewhere(name: string, start: number): boolean
  /** Offsets at which a sure name of this line starts, and ends. */
  starts: ReadonlySet<number>
  ends: ReadonlySet<number>
}

const NOTHING: Known = { elsewhere: () => false, starts: new Set(), ends: new Set() }
const QUOTES: Record<string, string> = { '“': '”', '《': '》' }
/** What must speak for a name whose surname no list knows. */
const STRANGE_NEEDS = 65
const JOINT = /[、和与及 ]/u

/** All candidates in [from, to) of a line. */
export function findCandidates(
  line: Line,
  from: number,
  to: number,
  items: readonly Item[],
  costs: NameCosts,
  context: Context,
  known: Known = NOTHING,
): NameEdge[] {
  const text = line.folded
  const found: NameEdge[] = []
  const kindEnding = new Map<number, string>()
  const kindStarting = new Map<number, string>()
  for (const item of items) {
    kindEnding.set(item.end, item.kind)
    kindStarting.set(item.start, item.kind)
  }
  const crossing = (start: number, end: number) =>
    items.some((i) => i.kind !== 'Place' && i.start < end && start < i.end)
  const weigh = (i: number, span: Span, left: Evidence): void => {
    if (crossing(i, span.end)) return
    const right = context.after(text, span.end, kindStarting.get(span.end))
    let weight = left.weight + right.weight
    let clue = left.weight >= right.weight ? left.rule : right.rule
    if (!isHan(text, i - 1) || i === from) weight += PLAIN_WEIGHTS.edge
    if (!isHan(text, span.end) || span.end >= to) weight += PLAIN_WEIGHTS.edge
    if (span.end < text.length && QUOTES[text[i - 1] ?? ''] === text[span.end]) weight += PLAIN_WEIGHTS.quoted
    const listed =
      (JOINT.test(text[i - 1] ?? '') && known.ends.has(i - 1)) ||
      (JOINT.test(text[span.end] ?? '') && known.starts.has(span.end + 1))
    if (listed) {
      weight += PLAIN_WEIGHTS.list
      clue ||= 'person/list'
    }
    if (known.elsewhere(span.name, i)) {
      weight += PLAIN_WEIGHTS.repeated
      clue ||= 'person/repeated'
    }
    if (span.kind === 'strange' && weight < STRANGE_NEEDS) return
    if (span.kind === 'sound' && !clue) clue = 'person/foreign'
    found.push({
      kind: span.kind,
      start: i,
      end: span.end,
      name: span.name,
      cost: span.cost - weight,
      clue: clue || 'person/plain',
      context: weight,
    })
  }
  for (let i = from; i < to - 1; i++) {
    if (!isHan(text, i)) continue
    const kind = kindEnding.get(i) ?? (text[i - 1] === ' ' ? kindEnding.get(i - 1) : undefined)
    const left = context.before(text, i, kind)
    for (const span of spansAt(text, i, to, costs)) weigh(i, span, left)
    const sounds = soundsAt(text, i, to, costs)
    if (sounds.length) {
      const before = context.before(text, i, kind, true)
      for (const span of sounds) weigh(i, span, before)
    }
    if (left.weight >= 40) for (const span of strangeAt(text, i, to, costs)) weigh(i, span, left)
  }
  return found
}

/** What follows a surname alone: no given name. */
const NO_GIVEN = new Set(words('not-given-word').map((r) => r.word))

/** Names that could begin at `i`: surname and one or two given characters, also with a space between surname and one of them. */
function spansAt(text: string, i: number, to: number, costs: NameCosts): Span[] {
  const found: Span[] = []
  for (const length of [1, 2, 3]) {
    const surname = text.slice(i, i + length)
    if (!costs.isSurname(surname)) continue
    let at = i + length
    const spaced = text[at] === ' '
    if (spaced) at++
    for (const size of spaced ? [1] : costs.isJapanese(surname) ? [1, 2, 3] : [1, 2]) {
      const end = at + size
      if (end > to) break
      if (!isHan(text, end - 1)) break
      const given = text.slice(at, end)
      const called = NO_GIVEN.has(given)
      const cost = called ? costs.callCost(surname) : costs.cost(surname, given)
      if (cost !== undefined)
        found.push({ kind: called ? 'call' : 'family', end, name: surname + given, cost: cost + (spaced ? 10 : 0) })
    }
  }
  return found
}

interface Span {
  kind: 'family' | 'sound' | 'strange' | 'call'
  end: number
  name: string
  cost: number
}

/** Transliterated names that could begin at `i`: sounds, with or without · between them. */
function soundsAt(text: string, i: number, to: number, costs: NameCosts): Span[] {
  const found: Span[] = []
  if (!costs.isSound(text[i] as string) && !dotNear(text, i)) return found
  let dotted = false
  for (let k = i + 1; k < to && k - i < (dotted ? 24 : 9); k++) {
    const c = text[k] as string
    if (c === '·') {
      if (text[k - 1] === '·') break
      dotted = true
      continue
    }
    if (c === '和' && k - i > 1 && !dotted) break
    if (!costs.isSound(c) && !((dotted || dotNear(text, k)) && isHan(text, k))) break
    const name = text.slice(i, k + 1)
    found.push({ kind: 'sound', end: k + 1, name, cost: costs.soundCost(name) })
  }
  return found
}

/** Names of two or three characters whose first character is no known surname. */
function strangeAt(text: string, i: number, to: number, costs: NameCosts): Span[] {
  const found: Span[] = []
  if (costs.isSurname(text[i] as string)) return found
  for (const n of [2, 3]) {
    if (i + n > to || !isHan(text, i + n - 1)) break
    const name = text.slice(i, i + n)
    found.push({ kind: 'strange', end: i + n, name, cost: costs.strangeCost(name) })
  }
  return found
}

/** A · that joins to the characters at `k` within three characters. */
function dotNear(text: string, k: number): boolean {
  for (let d = 1; d <= 3; d++) {
    if (text[k + d] === '·') return true
    if (!isHan(text, k + d)) return false
  }
  return false
}
