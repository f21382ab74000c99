// What all documents say of the offices of one name in, the persons of that name out: which offices are of one person,
// and which person a document means. Pure; a function of the set of documents, whatever the way they came.
// Near linear: only offices of one name are compared, each kind once however many documents tell it.
import { makeId } from '../schema/id.js'
import { AT_ONCE, apart, fitStandings, type Standing } from '../schema/standing.js'
import { Window, type WindowState } from './window.js'

/** The offices that one document gives a person, as kept: JSON of standings in order; '' for none. */
export type Offices = string

/** What documents together say of a name, in the fewest words that the persons follow from. */
export class NameLedger {
  private readonly told: Map<Offices, { documents: number; oldest: Window; newest: Window }>

  constructor(state?: string) {
    const kept: [Offices, number, WindowState, WindowState][] = state === undefined ? [] : JSON.parse(state)
    this.told = new Map(
      kept.map(([offices, documents, oldest, newest]) => [
        offices,
        { documents, oldest: new Window(OLDEST, oldest), newest: new Window(NEWEST, newest) },
      ]),
    )
  }

  get state(): string {
    return JSON.stringify(
      [...this.told].map(([offices, { documents, oldest, newest }]) => [offices, documents, oldest.kept, newest.kept]),
    )
  }

  /** How many documents use the name. */
  get size(): number {
    return [...this.told.values()].reduce((sum, { documents }) => sum + documents, 0)
  }

  get dry(): boolean {
    return [...this.told.values()].some(({ oldest, newest }) => oldest.dry || newest.dry)
  }

  /** Counts a document in (`by` = 1) or out (-1); `date` is '' when it has none. */
  count(offices: Offices, date: string, by: 1 | -1): void {
    const entry = this.told.get(offices) ?? { documents: 0, oldest: new Window(OLDEST), newest: new Window(NEWEST) }
    entry.documents += by
    if (entry.documents > 0) this.told.set(offices, entry)
    else this.told.delete(offices)
    if (date === '' || offices === '') return
    const step = by > 0 ? 'add' : 'remove'
    entry.oldest[step]([date])
    entry.newest[step]([date])
  }

  /** Each distinct set of offices, with the days of its first and last document. */
  *rows(): Generator<Told> {
    for (const [offices, { documents, oldest, newest }] of this.told)
      yield { offices, documents, first: dayOf(oldest.first?.[0]), last: dayOf(newest.first?.[0]) }
  }
}

const OLDEST = [1] as const
const NEWEST = [-1] as const

interface Told {
  offices: Offices
  documents: number
  first: number | undefined
  last: number | undefined
}

/** A date as a day number; the middle of its month or year where it is no day. */
function dayOf(date: string | number | undefined): number | undefined {
  if (date === undefined) return undefined
  const text = String(date)
  return Date.parse(text.length === 4 ? `${text}-07-01` : text.length === 7 ? `${text}-15` : text) / 86_400_000
}

/** How a document's offices are kept. */
export function officesOf(standings: readonly Standing[]): Offices {
  if (standings.length === 0) return ''
  const texts = standings.map((standing) => JSON.stringify(standing))
  return `[${[...new Set(texts)].sort().join(',')}]`
}

/** One person among those of a name. */
export interface Namesake {
  id: string
  /** The office to tell the person by; absent where none is known. */
  post?: string
  /** The level of that office; infinite where it is not known. */
  height: number
}

/** The persons of one name. */
export interface Persons {
  all: Namesake[]
  /** Who is meant by a document that gives these offices. */
  meant(offices: Offices): Namesake
  /** Who holds the office of this key; without a key, who is meant where no office is told. */
  holder(office: string | undefined): Namesake | undefined
  /** The offices that are told of the name, by what they are known by. */
  offices: readonly string[]
}

/** Two offices of a name that a person has judged to be of two people; undefined: the one meant without an office. */
export type Apart = readonly [string | undefined, string | undefined]

interface Office extends Standing {
  id: string
  documents: number
  first?: number
  last?: number
}

/** Offices that are of one person, highest first. */
type Career = readonly [Office, ...Office[]]

/**
 * Tells the persons of a name apart.
 * Offices that one document gives one person are of one; so are those that go together or follow one another
 * (schema/standing.ts), and any that neither fit nor exclude each other, unless both are of ordinary people.
 * A document without an office means the one who stands clearly higher than the others, else nobody who is known.
 * @param base the id of the name, which the person meant by the name alone has too
 * @param judged offices that a person has said to be of two
 */
export function tellApart(base: string, ledger: NameLedger, judged: readonly Apart[] = []): Persons {
  const rows = [...ledger.rows()].map((row) => ({ ...row, standings: standingsIn(row.offices) }))
  const careers = joinCareers(gatherOffices(rows), judged)
  const main = mainOf(careers, judged)
  const unplaced: Namesake = { id: base, ...postOf(main) }
  const people = new Map<string, Namesake>()
  for (const career of careers) {
    const anchor = career.map(({ id }) => id).sort(compare)[0] as string
    const person = career === main ? unplaced : { id: makeId('entity', 'Person', base, anchor), ...postOf(career) }
    for (const { id } of career) people.set(id, person)
  }
  const needed = main !== undefined || rows.some(({ standings }) => standings.length === 0)
  return {
    all: [...new Set([...(needed ? [unplaced] : []), ...people.values()])],
    meant: (offices) => {
      const first = standingsIn(offices)[0]
      return (first && people.get(officeId(first))) ?? unplaced
    },
    holder: (office) => (office === undefined ? unplaced : people.get(office)),
    offices: [...people.keys()],
  }
}

function postOf(career: Career | undefined): { post?: string; height: number } {
  return career === undefined
    ? { height: Number.POSITIVE_INFINITY }
    : { post: career[0].name, height: heightOf(career) }
}

const read = new Map<Offices, Standing[]>()
const MOST_READ = 20_000

/** The offices that were kept so. */
export function standingsIn(offices: Offices): readonly Standing[] {
  if (offices === '') return []
  const known = read.get(offices)
  if (known !== undefined) return known
  if (read.size >= MOST_READ) read.clear()
  const standings: Standing[] = JSON.parse(offices)
  read.set(offices, standings)
  return standings
}

/** What tells an office of a name from others: its key, or its words. */
export function officeId({ key, name }: Standing): string {
  return key ?? `"${name}"`
}

type Row = Told & { standings: readonly Standing[] }

/** The offices of a name, those of one document together. */
function gatherOffices(rows: readonly Row[]): Office[][] {
  const offices = new Map<string, Office>()
  // In order of words, so that of two ways to write an office the same one stands for both.
  const told = rows
    .flatMap((row) => row.standings.map((standing) => ({ row, standing, words: JSON.stringify(standing) })))
    .sort((a, b) => compare(a.words, b.words))
  for (const { row, standing } of told) {
    const { former, ...held } = standing
    const id = officeId(held)
    const office: Office = offices.get(id) ?? { ...held, id, documents: 0 }
    offices.set(id, office)
    office.documents += row.documents
    if (former || row.first === undefined || row.last === undefined) continue
    office.first = Math.min(row.first, office.first ?? row.first)
    office.last = Math.max(row.last, office.last ?? row.last)
  }
  const together = new Map([...offices.keys()].map((id) => [id, new Set([id])]))
  for (const { standings } of rows) {
    const joined = new Set(standings.flatMap((standing) => [...(together.get(officeId(standing)) ?? [])]))
    for (const id of joined) together.set(id, joined)
  }
  return [...new Set(together.values())].map((ids) => [...ids].map((id) => offices.get(id) as Office))
}

function joinCareers(parts: readonly Office[][], judged: readonly Apart[]): Career[] {
  const careers = parts.map((part) => part.sort(byHeight) as [Office, ...Office[]])
  careers.sort((a, b) => byHeight(a[0], b[0]))
  for (const joins of [(found: Relation) => found === 'one', (found: Relation) => found === 'open'])
    for (let i = 0; i < careers.length; i++)
      for (let k = i + 1; k < careers.length; ) {
        const [one, two] = [careers[i] as Career, careers[k] as Career]
        if (joins(relation(one, two)) && !keptApart(one, two, judged)) {
          careers[i] = [...one, ...two].sort(byHeight) as [Office, ...Office[]]
          careers.splice(k, 1)
          // What did not fit the one alone may fit both.
          k = i + 1
        } else k++
      }
  return careers
}

type Relation = 'one' | 'two' | 'open'

/** How two sets of offices stand to each other: one pair that excludes the other decides before any that fits. */
function relation(one: Career, two: Career): Relation {
  const lands = (career: Career) => new Set(career.flatMap(({ land }) => (land === undefined ? [] : [land])))
  const [ofOne, ofTwo] = [lands(one), lands(two)]
  if (ofOne.size > 0 && ofTwo.size > 0 && ![...ofOne].some((land) => ofTwo.has(land))) return 'two'
  const ordinary = heightOf(one) > HIGH && heightOf(two) > HIGH
  let found: Relation | undefined
  for (const a of one)
    for (const b of two) {
      const days = daysBetween(a, b)
      if (excludes(a, b, days)) return 'two'
      const fit = fitStandings(a, b, days)
      if (fit === 'together' || fit === 'career' || isFuller(a, b) || isFuller(b, a)) found = 'one'
      // Ordinary people share names: what does not link them leaves them two.
      else if (ordinary && isKnown(a) && isKnown(b)) found ??= 'two'
    }
  return found ?? 'open'
}

/**
 * Whether no one person holds both. Stricter than `fitStandings`, which judges two texts: here some text may have
 * misread an office, and a person cut in two is worse than two of one name left together for a person to judge.
 */
function excludes(a: Office, b: Office, days: number | undefined): boolean {
  if (!isKnown(a) || !isKnown(b)) return false
  const steps = Math.abs(a.level - b.level)
  if (days === undefined) return steps >= 6
  if (days === 0) return steps >= 4 || (apart(a, b) && !a.task && !b.task)
  const fall = days > 0 ? b.level - a.level : a.level - b.level
  return fall > 4 || steps > 4 + Math.abs(days) / DAYS_A_LEVEL
}

const isKnown = ({ sure, guessed }: Office) => sure && !guessed

/** 国际某某银行总经理 for 某某银行总经理. */
const isFuller = (a: Office, b: Office) => b.name.length >= 6 && a.name.endsWith(b.name)

/** Days in which one who rises fast rises one level. */
const DAYS_A_LEVEL = 550

/** High officials, who are named without their office. */
const HIGH = 4

/** Of the highest office whose height is known. */
function heightOf(career: Career): number {
  return career.find(isKnown)?.level ?? Number.POSITIVE_INFINITY
}

/** 0 where the two were held at once; else at least so many that one could follow the other. */
function daysBetween(a: Office, b: Office): number | undefined {
  if (a.first === undefined || a.last === undefined || b.first === undefined || b.last === undefined) return undefined
  if (a.first <= b.last && b.first <= a.last) return 0
  return b.first > a.last ? Math.max(b.first - a.last, AT_ONCE + 1) : Math.min(b.last - a.first, -AT_ONCE - 1)
}

function keptApart(one: Career, two: Career, judged: readonly Apart[]): boolean {
  const has = (career: Career, office: string | undefined) => career.some(({ id }) => id === office)
  return judged.some(([a, b]) => (has(one, a) && has(two, b)) || (has(one, b) && has(two, a)))
}

/** Whom the name alone means, if anybody. */
function mainOf(careers: readonly Career[], judged: readonly Apart[]): Career | undefined {
  const [first, second] = careers
  if (first === undefined) return undefined
  if (judged.some((pair) => pair.includes(undefined) && first.some(({ id }) => pair.includes(id)))) return undefined
  if (second === undefined) return first
  const height = heightOf(first)
  return height <= HIGH && careers.slice(1).every((career) => heightOf(career) >= height + 2) ? first : undefined
}

/** Highest first; of equals what most documents tell. */
function byHeight(a: Office, b: Office): number {
  const height = (office: Office) => (isKnown(office) ? office.level : 99)
  return height(a) - height(b) || b.documents - a.documents || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
