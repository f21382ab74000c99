// Layer 4: posts and characters -> items of kind `Person`. Names are known by surname, length and what stands around them;
// one found surely in one place is looked for everywhere in the document.
import type { Item, Line } from './line.js'
import type { Paper } from './paper.js'
import { findBylines } from './persons/byline.js'
import { type ClauseReading, readAgain, readClause } from './persons/clause.js'
import type { Candidate } from './persons/finder.js'
import { LEAST_MARGIN, PLAIN_WEIGHTS } from './rules/person.js'
import { CharSet } from './scan.js'

/** Finds persons in all sentences of a document. */
export function findPersons(paper: Paper): void {
  const readings: ClauseReading[][] = []
  for (const line of paper.lines) readings.push(readLine(line))
  const sure = sureNames(readings)
  // One sentence is quoted from an article: who signed that one is told of in it.
  const quoted = paper.lines.length === 1
  const japan = JAPAN.test(paper.text)
  readings.forEach((clauses, i) => {
    if (!clauses.length) return
    const line = paper.lines[i] as Line
    confirmLine(clauses, sure, japan)
    const names = acceptedOf(clauses)
    if (!names.length) return
    const signed = quoted ? NOBODY : findBylines(line.folded, line.sentence.start, line.sentence.end, names)
    const places = line.items.filter((item) => item.kind === 'Place')
    for (const name of names) if (!signed.has(name)) place(line, name, places)
  })
}

const NOBODY: ReadonlySet<Candidate> = new Set()
const NO_ITEMS: Item[] = []
const NO_READINGS: ClauseReading[] = []
const CLAUSE_ENDS = new CharSet('，。；：！？\n')

function readLine(line: Line): ClauseReading[] {
  const { start, end } = line.sentence
  let found = NO_READINGS
  let next = 0
  for (let a = start; a < end; a++) {
    let b = a
    while (b < end && !CLAUSE_ENDS.has(line.folded.charCodeAt(b))) b++
    let items = NO_ITEMS
    while (next < line.items.length && (line.items[next] as Item).end <= a) next++
    for (let k = next; k < line.items.length && (line.items[k] as Item).start < b; k++) {
      const item = line.items[k] as Item
      if (item.end > b) b = item.end
      if (items === NO_ITEMS) items = [item]
      else items.push(item)
    }
    const reading = b > a + 1 ? readClause(line, a, b, items) : undefined
    if (reading && found === NO_READINGS) found = [reading]
    else if (reading) found.push(reading)
    a = b
  }
  return found
}

/** How often each name is surely one; one that a longer sure name goes on from where it stands (周恩|来) is not. */
function sureNames(readings: readonly ClauseReading[][]): Map<string, number> {
  const names = readings.flatMap((clauses) =>
    clauses.flatMap((c) => c.names.filter(isSure).map((name) => ({ name, c }))),
  )
  const longer = new Map<string, string>()
  for (const { name } of names) if (name.name.length === 3) longer.set(name.name.slice(0, 2), name.name)
  const sure = new Map<string, number>()
  for (const { name, c } of names) {
    const whole = longer.get(name.name)
    if (!whole || !c.line.folded.startsWith(whole, name.start)) sure.set(name.name, (sure.get(name.name) ?? 0) + 1)
  }
  return sure
}

/** What must speak for a name that only its sounds tell: places are spelt by them as well. */
const SOUND_NEEDS = 15

function isSure(name: Candidate): boolean {
  if (name.kind === 'call' || name.margin < PLAIN_WEIGHTS.sure) return false
  return name.kind !== 'sound' || name.context >= SOUND_NEEDS || name.name.includes('·')
}

/** What follows says that something bears the name. */
const BEARS = -60

/** Whether a name of the cheapest reading is one: the less its surroundings say, the clearer its characters must be. */
function isAccepted(name: Candidate): boolean {
  if (name.kind === 'call') return false
  // 约翰·霍金斯|大学: what bears a person's name is none.
  if (name.name.includes('·')) return name.margin >= PLAIN_WEIGHTS.accept && name.against > BEARS
  const kind = name.kind === 'family' ? (name.name.length > 2 ? 'long' : 'short') : name.kind
  const row = LEAST_MARGIN.find((r) => r.kind === kind && name.context < r.context)
  if (!row) return false
  const mean = (name.cost + name.context - name.against) / name.name.length
  return name.margin + name.against >= row.margin + Math.max(0, mean - row.clear) * row.slope
}

function acceptedOf(clauses: readonly ClauseReading[]): Candidate[] {
  const names: Candidate[] = []
  for (const clause of clauses) for (const name of clause.names) if (isAccepted(name)) names.push(name)
  return names
}

const JOINTS = new CharSet('、和与及／/ ')

/** A paper that speaks of Japan may call its people by surname alone. */
const JAPAN = /日本|日方|日美|东京|日元/u

/** What a surname alone may stand between. */
const LONE_BEFORE = new CharSet('，。；：、“（而但对与和向由将是以等 ')
const LONE_AFTER = new CharSet('，。；：、”）的则也就还又在对向说表强指认坦内 ')

const standsAlone = (text: string, { start, end }: Candidate): boolean =>
  (start === 0 || LONE_BEFORE.has(text.charCodeAt(start - 1))) &&
  (end === text.length || LONE_AFTER.has(text.charCodeAt(end)))

const SLOT_ENDS = /[、，。；（）和]/u

/** Reads clauses again where the document tells more: the same name elsewhere, another name beside it in a list. */
function confirmLine(clauses: readonly ClauseReading[], sure: ReadonlyMap<string, number>, japan: boolean): void {
  const names = acceptedOf(clauses)
  if (!names.length && !sure.size && !japan) return
  for (const clause of clauses) {
    const text = clause.line.folded
    let support: Map<Candidate, { weight: number; rule: string }> | undefined
    for (const candidate of clause.candidates) {
      const follows =
        JOINTS.has(text.charCodeAt(candidate.start - 1)) && names.some((n) => n.end === candidate.start - 1)
      const precedes = JOINTS.has(text.charCodeAt(candidate.end)) && names.some((n) => n.start === candidate.end + 1)
      const listed = follows || precedes
      const times = sure.get(candidate.name) ?? 0
      const own = times === 1 && clause.names.includes(candidate) && isSure(candidate) ? 1 : 0
      const repeated = times > own
      const lone = japan && candidate.kind === 'lone' && standsAlone(text, candidate)
      if (!listed && !repeated && !lone) continue
      const slot = follows && SLOT_ENDS.test(text[candidate.end] ?? '。')
      const list = (slot ? PLAIN_WEIGHTS.slot : PLAIN_WEIGHTS.list) + (slot && precedes ? PLAIN_WEIGHTS.list : 0)
      const weight = (listed ? list : 0) + (repeated ? PLAIN_WEIGHTS.repeated : 0) + (lone ? PLAIN_WEIGHTS.ofJapan : 0)
      support ??= new Map()
      support.set(candidate, { weight, rule: listed ? 'person/list' : 'person/repeated' })
    }
    const told = support
    if (told) readAgain(clause, (candidate) => told.get(candidate))
  }
}

/** Puts a name in; places that it cuts or covers were mistaken. */
function place(line: Line, name: Candidate, places: readonly Item[]): void {
  for (const item of places) if (item.start < name.end && name.start < item.end) line.lift(item)
  const rule = name.rule || 'person/plain'
  line.put({
    kind: 'Person',
    start: name.start,
    end: name.end,
    rule,
    value: { name: name.name },
    parts: [],
  })
}
