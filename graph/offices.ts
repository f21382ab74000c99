// The graph in, what all its statements say of who holds which office out; and the offices that two are told to hold at once.
import { hasOneHolder } from '../schema/seat.js'
import { ask } from './ask.js'
import type { Graph } from './connect.js'
import { type Clash, findClashes, type Told } from './tenure.js'

/** A statement on an office. */
export interface ToldHolder extends Told {
  fact: string
  quote: string
  document: string
  title: string
}

export interface Office {
  id: string
  name: string
  told: ToldHolder[]
  /** Holders by id, as they are shown. */
  names: Map<string, string>
}

const AT_ONCE = 2_000

/** Offices that at least so many persons are told to hold, by id: all, or the one with this id. */
export async function readOffices(graph: Graph, atLeast = 1, only?: string): Promise<Map<string, Office>> {
  const offices = new Map<string, Office>()
  const facts = new Map<string, { office: Office; person: string }>()
  const held = await ask(
    graph,
    `MATCH (p:Person)-[r:HOLDS_POST]->(o:Post${only === undefined ? '' : ' {id: $only}'})
     RETURN o.id AS id, o.name AS name, r.id AS fact, p.id AS person, coalesce(p.label, p.name) AS holder`,
    only === undefined ? {} : { only },
  )
  for (const record of held) {
    const id = String(record.get('id'))
    const office = offices.get(id) ?? { id, name: String(record.get('name')), told: [], names: new Map() }
    offices.set(id, office)
    office.names.set(record.get('person'), record.get('holder'))
    facts.set(record.get('fact'), { office, person: record.get('person') })
  }
  const wanted = [...facts].filter(([, { office }]) => office.names.size >= atLeast).map(([fact]) => fact)
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const told = await ask(
      graph,
      `UNWIND $ids AS id MATCH (s:Statement {fact: id})-[:STATED_IN]->(d:Document)
       RETURN id, s.date AS date, s.former AS former, s.since AS since, s.until AS until, s.quote AS quote,
              d.id AS document, d.title AS title ORDER BY coalesce(s.date, ''), s.id`,
      { ids: wanted.slice(start, start + AT_ONCE) },
    )
    for (const record of told) {
      const fact: string = record.get('id')
      const { office, person } = facts.get(fact) as { office: Office; person: string }
      const [since, until] = [record.get('since'), record.get('until')]
      office.told.push({
        person,
        fact,
        date: record.get('date') ?? '',
        former: record.get('former') === true,
        ...(since === null ? {} : { since }),
        ...(until === null ? {} : { until }),
        quote: record.get('quote'),
        document: record.get('document'),
        title: record.get('title'),
      })
    }
  }
  return new Map([...offices].filter(([, { names }]) => names.size >= atLeast).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Two told to hold one office at once, with the sentences that say it of either. */
export interface OfficeClash extends Clash {
  office: Pick<Office, 'id' | 'name'>
  holders: [ToldSide, ToldSide]
}

export interface ToldSide {
  id: string
  name: string
  statements: ToldHolder[]
}

/** All such clashes, or those of one office, the longest first. Nothing is settled: both facts stay in the graph. */
export async function officeClashes(graph: Graph, only?: string): Promise<OfficeClash[]> {
  const clashes: OfficeClash[] = []
  for (const { id, name, told, names } of (await readOffices(graph, 2, only)).values()) {
    if (!hasOneHolder(name)) continue
    const side = (person: string): ToldSide => ({
      id: person,
      name: names.get(person) ?? '',
      statements: told.filter((one) => one.person === person),
    })
    for (const clash of findClashes(name, told))
      clashes.push({ ...clash, office: { id, name }, holders: [side(clash.a.person), side(clash.b.person)] })
  }
  const days = ({ from, to }: Clash) => Date.parse(to) - Date.parse(from)
  return clashes.sort((a, b) => days(b) - days(a) || (a.office.id < b.office.id ? -1 : 1))
}
