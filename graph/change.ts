// One change of the graph, inside one transaction: what some documents said goes out, what they say now comes in, and
// everything made of it (names, attributes, sources, dates) is set to what all documents then say together.
// Costs in proportion to those documents: what they speak of is counted anew where few others do, and kept in books
// (`:Tally`) where many do.
import type { Record as DriverRecord, ManagedTransaction } from 'neo4j-driver'
import type { Document } from '../schema/fact.js'
import { ENTITY_TYPES, RELATION_TYPES } from '../schema/model.js'
import type { MentionClaim, StatementClaim } from './claim.js'
import * as cypher from './cypher.js'
import { EntityLedger, FactLedger } from './ledger.js'
import { documentRow, entityRow, factRow, mentionOf, mentionRow, type Row, statementOf, statementRow } from './rows.js'

/** What is to become of the graph. */
export interface Change {
  /** Documents that shall be in, as they are now. */
  documents: readonly Document[]
  mentions: readonly MentionClaim[]
  statements: readonly StatementClaim[]
  /** Ids of documents that shall not be in. */
  gone: readonly string[]
  ingestedAt: string
}

/** How many things came in that were not there, or went. */
export interface Balance {
  documents: number
  entities: number
  relationships: number
  statements: number
}

// Up to so many documents (or statements) are counted anew each time; beyond, there are books.
const HUB = 32

/** Carries out the change; all or nothing, as the transaction is. */
export async function applyChange(tx: ManagedTransaction, change: Change): Promise<{ came: Balance; went: Balance }> {
  await tx.run(cypher.TAKE_TURN)
  const before = await takeOut(tx, change)
  const entities = await openBooks(tx, before.mentions, change.mentions, ENTITY_BOOKS)
  const facts = await openBooks(tx, before.statements, change.statements, FACT_BOOKS)
  await Promise.all([...putIn(tx, change, entities, facts)])
  const kept = new Set(change.statements.map((claim) => claim.id))
  const had = new Set(before.statements.map((claim) => claim.id))
  const count = <T>(list: Iterable<T>, test: (item: T) => boolean) => [...list].filter(test).length
  return {
    came: {
      documents: count(change.documents, (document) => !before.documents.has(document.id)),
      entities: count(entities.values(), (book) => !book.existed && book.ledger.size > 0),
      relationships: count(facts.values(), (book) => !book.existed && book.ledger.size > 0),
      statements: count(kept, (id) => !had.has(id)),
    },
    went: {
      documents: count(change.gone, (id) => before.documents.has(id)),
      entities: count(entities.values(), (book) => book.ledger.size === 0),
      relationships: count(facts.values(), (book) => book.ledger.size === 0),
      statements: count(had, (id) => !kept.has(id)),
    },
  }
}

interface Before {
  documents: ReadonlySet<string>
  mentions: MentionClaim[]
  statements: StatementClaim[]
}

async function takeOut(tx: ManagedTransaction, change: Change): Promise<Before> {
  const ids = [...change.documents.map((document) => document.id), ...change.gone]
  const stored: string[] = (await tx.run(cypher.DOCUMENT_HASHES, { ids })).records.map((record) => record.get('id'))
  const documents = new Set(stored)
  if (stored.length === 0) return { documents, mentions: [], statements: [] }
  const [mentions, statements] = await Promise.all([
    tx.run(cypher.MENTIONS_OF_DOCUMENTS, { ids: stored }),
    tx.run(cypher.STATEMENTS_OF_DOCUMENTS, { ids: stored }),
    tx.run(cypher.DROP_STATEMENTS, { ids: stored }),
    tx.run(cypher.DROP_MENTIONS, { ids: stored }),
    tx.run(cypher.DROP_DOCUMENTS, { ids: change.gone }),
  ])
  return { documents, mentions: mentions.records.map(mentionOf), statements: statements.records.map(statementOf) }
}

interface Ledger<C> {
  readonly id: string
  readonly size: number
  readonly dry: boolean
  readonly state: string
  count(claim: C, by: 1 | -1): void
}

interface Book<L> {
  ledger: L
  existed: boolean
  /** Whether there was a tally in the graph. */
  kept: boolean
}

/** What differs between the books of entities and of facts. */
interface Books<C, L> {
  ownerOf(claim: C): string
  open(claim: C, state?: string): L
  /** Finds what all documents in the graph say of the owners with these ids. */
  found: string
  claimOf(record: DriverRecord): C
}

const ENTITY_BOOKS: Books<MentionClaim, EntityLedger> = {
  ownerOf: (claim) => claim.entity,
  open: (claim, state) => new EntityLedger(claim.entity, claim.type, state),
  found: cypher.MENTIONS_OF_ENTITIES,
  claimOf: mentionOf,
}

const FACT_BOOKS: Books<StatementClaim, FactLedger> = {
  ownerOf: (claim) => claim.fact,
  open: ({ fact, type, from, to }, state) => new FactLedger(fact, type, from, to, state),
  found: cypher.STATEMENTS_OF_FACTS,
  claimOf: statementOf,
}

async function openBooks<C, L extends Ledger<C>>(
  tx: ManagedTransaction,
  out: readonly C[],
  into: readonly C[],
  books: Books<C, L>,
): Promise<Map<string, Book<L>>> {
  const samples = new Map([...out, ...into].map((claim) => [books.ownerOf(claim), claim]))
  const ids = [...samples.keys()]
  if (ids.length === 0) return new Map()
  const tallies = await tx.run(cypher.TALLIES, { ids })
  const states = new Map<string, string>(tallies.records.map((record) => [record.get('id'), record.get('state')]))
  const opened = new Map<string, Book<L>>()
  for (const [id, claim] of samples) {
    const state = states.get(id)
    opened.set(id, { ledger: books.open(claim, state), existed: state !== undefined, kept: state !== undefined })
  }
  for (const [claims, by] of [
    [out, -1],
    [into, 1],
  ] as const) {
    for (const claim of claims) {
      const book = opened.get(books.ownerOf(claim))
      if (book?.kept) book.ledger.count(claim, by)
      if (by < 0 && book !== undefined) book.existed = true
    }
  }
  // Counted anew: all without books, and those whose books have run dry.
  const anew = new Set<string>()
  for (const [id, book] of opened) {
    const claim = samples.get(id)
    if (claim === undefined || (book.kept && !book.ledger.dry)) continue
    anew.add(id)
    book.ledger = books.open(claim)
  }
  const found = anew.size === 0 ? [] : (await tx.run(books.found, { ids: [...anew] })).records.map(books.claimOf)
  for (const [claims, stored] of [
    [found, true],
    [into, false],
  ] as const) {
    for (const claim of claims) {
      const book = opened.get(books.ownerOf(claim))
      if (book === undefined || !anew.has(books.ownerOf(claim))) continue
      book.ledger.count(claim, 1)
      if (stored) book.existed = true
    }
  }
  return opened
}

/** All writes, sent one behind the other without waiting; the order is that of what needs what. */
function* putIn(
  tx: ManagedTransaction,
  change: Change,
  entities: ReadonlyMap<string, Book<EntityLedger>>,
  facts: ReadonlyMap<string, Book<FactLedger>>,
) {
  const put = (statement: string, rows: Row[]) => (rows.length === 0 ? [] : [tx.run(statement, { rows })])
  const drop = (statement: string, ids: string[]) => (ids.length === 0 ? [] : [tx.run(statement, { ids })])
  const nodes = [...entities.values()].map((book) => book.ledger)
  const edges = [...facts.values()].map((book) => book.ledger)
  for (const type of RELATION_TYPES) {
    const rows = edges.filter((ledger) => ledger.type === type && ledger.size === 0)
    yield* put(
      cypher.dropFacts(type),
      rows.map(({ from, to }) => ({ from, to })),
    )
  }
  yield* drop(
    cypher.DROP_ENTITIES,
    nodes.filter((ledger) => ledger.size === 0).map((ledger) => ledger.id),
  )
  yield* put(
    cypher.PUT_DOCUMENTS,
    change.documents.map((document) => documentRow(document, change.ingestedAt)),
  )
  for (const type of ENTITY_TYPES) {
    const rows = nodes.filter((ledger) => ledger.type === type && ledger.size > 0)
    yield* put(
      cypher.putEntities(type),
      rows.map((ledger) => entityRow(ledger.properties())),
    )
  }
  for (const type of RELATION_TYPES) {
    const rows = edges.filter((ledger) => ledger.type === type && ledger.size > 0)
    yield* put(
      cypher.putFacts(type),
      rows.map((ledger) => factRow(ledger.from, ledger.to, ledger.properties())),
    )
  }
  yield* put(cypher.PUT_MENTIONS, change.mentions.map(mentionRow))
  yield* put(cypher.PUT_STATEMENTS, change.statements.map(statementRow))
  const books = [...entities.values(), ...facts.values()]
  const large = books.filter((book) => book.ledger.size > HUB).map((book) => book.ledger)
  yield* put(
    cypher.PUT_TALLIES,
    large.map(({ id, state }) => ({ id, state })),
  )
  const shrunk = books.filter((book) => book.kept && book.ledger.size <= HUB)
  yield* drop(
    cypher.DROP_TALLIES,
    shrunk.map((book) => book.ledger.id),
  )
}
