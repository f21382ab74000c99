// A graph and a day in, what was learnt since out: things and facts that only newer documents tell, figures that they
// tell otherwise, offices that have another holder. Reads what the newer documents speak of, not the whole graph.
import type { AttributeValue } from '../schema/fact.js'
import { ENTITIES, type EntityType, type RelationType } from '../schema/model.js'
import { hasOneHolder } from '../schema/seat.js'
import { ask } from './ask.js'
import type { MentionClaim } from './claim.js'
import type { Graph } from './connect.js'
import * as cypher from './cypher.js'
import { EntityLedger } from './ledger.js'
import { readOffices } from './offices.js'
import { mentionOf } from './rows.js'
import { holdersOn, lastDay } from './tenure.js'

interface Thing {
  id: string
  type: EntityType
  name: string
}

export interface Changes {
  /** The day from which on documents count as new. */
  since: string
  /** Ids of the new documents. */
  documents: string[]
  entities: Thing[]
  facts: { id: string; type: RelationType; from: string; to: string; quote: string }[]
  /** An attribute of a thing known before that is now told otherwise. */
  figures: { entity: Thing; attribute: string; before: AttributeValue | undefined; now: AttributeValue }[]
  holders: { office: string; name: string; before: string[]; now: string[] }[]
}

/** Whether documents are new by their own date or by the day on which they were read in. */
export type By = 'date' | 'ingested'

const NEW: Record<By, (record: { get(key: string): string | null }, since: string) => boolean> = {
  // A document of a month counts as new when some day of the month does; one without a date never.
  date: (record, since) => lastDay(record.get('date') ?? '0000') >= since,
  ingested: (record, since) => (record.get('ingested') ?? '') >= since,
}

const AT_ONCE = 1_000

/** What documents since a day tell, that the others do not. */
export async function changesSince(graph: Graph, since: string, by: By): Promise<Changes> {
  const all = await ask(graph, 'MATCH (d:Document) RETURN d.id AS id, d.date AS date, d.ingested_at AS ingested')
  const documents = all.filter((record) => NEW[by](record as never, since)).map((record) => String(record.get('id')))
  const fresh = new Set(documents.sort())
  const mentions = await inPages(documents, async (ids) =>
    (await ask(graph, cypher.MENTIONS_OF_DOCUMENTS, { ids })).map(mentionOf),
  )
  const named = new Map<string, MentionClaim[]>()
  for (const claim of mentions) named.set(claim.entity, [...(named.get(claim.entity) ?? []), claim])
  const known = await inPages([...named.keys()], (ids) =>
    ask(
      graph,
      'UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN id, coalesce(e.label, e.name) AS name, e.documents AS documents',
      { ids },
    ),
  )
  const things = new Map<string, Thing>()
  const old: Thing[] = []
  const entities: Thing[] = []
  for (const record of known) {
    const id = String(record.get('id'))
    const claims = named.get(id) as MentionClaim[]
    const thing = { id, type: (claims[0] as MentionClaim).type, name: String(record.get('name')) }
    things.set(id, thing)
    if (Number(record.get('documents')) === claims.length) entities.push(thing)
    else old.push(thing)
  }
  const byName = (a: Thing, b: Thing) => (a.type === b.type ? (a.name < b.name ? -1 : 1) : a.type < b.type ? -1 : 1)
  return {
    since,
    documents,
    entities: entities.sort(byName),
    facts: await newFacts(graph, documents, things),
    figures: await newFigures(graph, old.sort(byName), named, fresh),
    holders: await newHolders(graph, fresh),
  }
}

async function newFacts(
  graph: Graph,
  documents: string[],
  things: ReadonlyMap<string, Thing>,
): Promise<Changes['facts']> {
  const told = await inPages(documents, (ids) =>
    ask(
      graph,
      `UNWIND $ids AS id MATCH (:Document {id: id})<-[:STATED_IN]-(s:Statement)
       RETURN s.fact AS fact, s.from AS from, s.to AS to, count(s) AS count`,
      { ids },
    ),
  )
  const facts = new Map<string, { from: string; to: string; count: number }>()
  for (const record of told) {
    const count = Number(record.get('count')) + (facts.get(record.get('fact'))?.count ?? 0)
    facts.set(record.get('fact'), { from: record.get('from'), to: record.get('to'), count })
  }
  const rows = [...facts].map(([fact, { from, to }]) => ({ fact, from, to }))
  const found = await inPages(rows, (page) =>
    ask(
      graph,
      `UNWIND $rows AS row MATCH (a:Entity {id: row.from})-[r]->(b:Entity {id: row.to}) WHERE r.id = row.fact
       RETURN r.id AS id, type(r) AS type, r.sources AS sources, r.quote AS quote, a.id AS from, b.id AS to`,
      { rows: page },
    ),
  )
  return found
    .filter((record) => Number(record.get('sources')) === facts.get(record.get('id'))?.count)
    .map((record) => ({
      id: String(record.get('id')),
      type: record.get('type') as RelationType,
      from: things.get(record.get('from'))?.name ?? '',
      to: things.get(record.get('to'))?.name ?? '',
      quote: String(record.get('quote')),
    }))
    .sort((a, b) => (a.type === b.type ? (a.id < b.id ? -1 : 1) : a.type < b.type ? -1 : 1))
}

async function newFigures(
  graph: Graph,
  old: readonly Thing[],
  named: ReadonlyMap<string, MentionClaim[]>,
  fresh: ReadonlySet<string>,
): Promise<Changes['figures']> {
  const told = old.filter(({ id, type }) => {
    const keys = Object.keys(ENTITIES[type].attributes)
    return named.get(id)?.some(({ attributes }) => keys.some((key) => attributes[key] !== undefined))
  })
  const claims = await inPages(
    told.map(({ id }) => id),
    async (ids) => (await ask(graph, cypher.MENTIONS_OF_ENTITIES, { ids })).map(mentionOf),
  )
  const ledgers = new Map(
    told.map(({ id, type }) => [id, { before: new EntityLedger(id, type), now: new EntityLedger(id, type) }]),
  )
  for (const claim of claims) {
    const ledger = ledgers.get(claim.entity)
    ledger?.now.count(claim, 1)
    if (!fresh.has(claim.document)) ledger?.before.count(claim, 1)
  }
  return told.flatMap((entity) => {
    const [before, now] = [ledgers.get(entity.id)?.before, ledgers.get(entity.id)?.now].map(
      (ledger) => ledger?.properties().attributes ?? {},
    )
    return Object.entries(now ?? {})
      .filter(([attribute, value]) => before?.[attribute] !== value)
      .map(([attribute, value]) => ({ entity, attribute, before: before?.[attribute], now: value }))
  })
}

async function newHolders(graph: Graph, fresh: ReadonlySet<string>): Promise<Changes['holders']> {
  const changes: Changes['holders'] = []
  for (const { id, name, told, names } of (await readOffices(graph)).values()) {
    if (!hasOneHolder(name) || !told.some(({ document }) => fresh.has(document))) continue
    const earlier = told.filter(({ document }) => !fresh.has(document))
    if (earlier.length === 0) continue
    const shown = (list: typeof told) =>
      holdersOn('9999', name, list)
        .map((person) => names.get(person) ?? '')
        .sort()
    const [before, now] = [shown(earlier), shown(told)]
    if (before.join() !== now.join()) changes.push({ office: id, name, before, now })
  }
  return changes
}

async function inPages<T, R>(all: readonly T[], read: (page: T[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = []
  for (let start = 0; start < all.length; start += AT_ONCE)
    found.push(...(await read(all.slice(start, start + AT_ONCE))))
  return found
}
