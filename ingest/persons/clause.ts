// One clause of a sentence -> the names of its cheapest reading. The lattice of ICTCLAS and its kin: a name is where a name costs
// less than words and items do. What stands around a span makes it cheaper or dearer.
import type { Item, Line } from '../line.js'
import { Context } from './context.js'
import { type Candidate, Finder } from './finder.js'
import { Lattice } from './lattice.js'
import { letters } from './letters.js'
import { Vocabulary } from './vocabulary.js'

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
interface Knowledge {
  vocabulary: Vocabulary
  context: Context
  lattice: Lattice
  finder: Finder
}
let knowledge: Knowledge | undefined
const know = () => knowledge ?? learn()

function learn(): Knowledge {
  const context = new Context()
  const vocabulary = new Vocabulary()
  knowledge = {
    vocabulary,
    context,
    lattice: new Lattice(),
    finder: new Finder(letters(), context, vocabulary),
  }
  return knowledge
}

/** Reads the clause [from, to); undefined when nothing in it could be a name. */
export function readClause(line: Line, from: number, to: number, items: readonly Item[]): ClauseReading | undefined {
  const { vocabulary, finder } = know()
  const words = vocabulary.costs(line.folded, from, to, wholesOf(line, from, items))
  const candidates = finder.find(line.folded, from, to, items, words)
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
