// Opens the books of all that a change speaks of, inside its transaction: what the documents that stay say of an entity
// or a fact, plus what the change brings. Reads a hub's books from its `:Tally`, counts the rest anew.
import type { Record as DriverRecord, ManagedTransaction } from 'neo4j-driver'
import { type FactClaim, groupStatements, type MentionClaim } from './claim.js'
import * as cypher from './cypher.js'
import { EntityLedger, FactLedger } from './ledger.js'
import { mentionOf, statementOf } from './rows.js'

/** Up to so many documents the books are made anew each time they are needed; beyond, they are kept. */
export const HUB = 32

/** What an entity's and a fact's ledger have in common. */
interface Ledger<C> {
  readonly id: string
  readonly size: number
  readonly dry: boolean
  readonly state: string
  count(claim: C, by: 1 | -1): void
}

/** An open ledger, with what was in the graph before the change. */
export interface Book<L> {
  ledger: L
  /** Whether the entity or fact was there. */
  existed: boolean
  /** Whether its books were kept as a tally. */
  kept: boolean
}

interface Kind<C, L> {
  ownerOf(claim: C): string
  open(claim: C, state?: string): L
  /** The statement that finds the claims of owners by id, and how its records are read. */
  find: string
  read(records: DriverRecord[]): C[]
}

const ENTITY_BOOKS: Kind<MentionClaim, EntityLedger> = {
  ownerOf: (claim) => claim.entity,
  open: (claim, state) => new EntityLedger(claim.entity, claim.type, state),
  find: cypher.MENTIONS_OF_ENTITIES,
  read: (records) => records.map(mentionOf),
}

const FACT_BOOKS: Kind<FactClaim, FactLedger> = {
  ownerOf: (claim) => claim.fact,
  open: ({ fact, type, from, to }, state) => new FactLedger(fact, type, from, to, state),
  find: cypher.STATEMENTS_OF_FACTS,
  read: (records) => groupStatements(records.map(statementOf)),
}

/** How many documents speak of each of these entities now; one that is not in the graph is not in the answer. */
export async function entitySizes(tx: ManagedTransaction, ids: readonly string[]): Promise<Map<string, number>> {
  const { records } = await tx.run(cypher.ENTITY_SIZES, { ids })
  return new Map(records.map((record) => [record.get('id'), Number(record.get('documents'))]))
}

/**
 * The books of all entities that the claims speak of, with `out` taken out and `into` counted in.
 * @param sizes from before `out` was deleted; the deletion itself has been done
 */
export async function openEntities(
  tx: ManagedTransaction,
  sizes: ReadonlyMap<string, number>,
  out: readonly MentionClaim[],
  into: readonly MentionClaim[],
): Promise<Map<string, Book<EntityLedger>>> {
  const size = (claim: MentionClaim) => sizes.get(claim.entity) ?? 0
  return await openBooks(tx, ENTITY_BOOKS, out, into, size)
}

/** As `openEntities`, for facts: no more documents say one than speak of either of its ends. */
export async function openFacts(
  tx: ManagedTransaction,
  sizes: ReadonlyMap<string, number>,
  out: readonly FactClaim[],
  into: readonly FactClaim[],
): Promise<Map<string, Book<FactLedger>>> {
  const size = (claim: FactClaim) => Math.min(sizes.get(claim.from) ?? 0, sizes.get(claim.to) ?? 0)
  return await openBooks(tx, FACT_BOOKS, out, into, size)
}

/** @param most how many documents at most speak of a claim's owner: none, then nothing is looked up */
async function openBooks<C, L extends Ledger<C>>(
  tx: ManagedTransaction,
  kind: Kind<C, L>,
  out: readonly C[],
  into: readonly C[],
  most: (claim: C) => number,
): Promise<Map<string, Book<L>>> {
  const samples = new Map([...out, ...into].map((claim) => [kind.ownerOf(claim), claim]))
  const hubs = [...samples].filter(([, claim]) => most(claim) > HUB).map(([id]) => id)
  const states = await readTallies(tx, hubs)
  const books = new Map<string, Book<L>>()
  for (const [id, claim] of samples) {
    const state = states.get(id)
    books.set(id, { ledger: kind.open(claim, state), existed: state !== undefined, kept: state !== undefined })
  }
  for (const claim of out) {
    const book = books.get(kind.ownerOf(claim))
    if (book === undefined) continue
    book.existed = true
    if (book.kept) book.ledger.count(claim, -1)
  }
  const anew: string[] = []
  for (const [id, claim] of samples) {
    const book = books.get(id)
    if (book === undefined || most(claim) === 0 || (book.kept && !book.ledger.dry)) continue
    book.ledger = kind.open(claim)
    anew.push(id)
  }
  const found = anew.length === 0 ? [] : kind.read((await tx.run(kind.find, { ids: anew })).records)
  for (const claim of found) {
    const book = books.get(kind.ownerOf(claim))
    if (book === undefined) continue
    book.existed = true
    book.ledger.count(claim, 1)
  }
  for (const claim of into) books.get(kind.ownerOf(claim))?.ledger.count(claim, 1)
  return books
}

async function readTallies(tx: ManagedTransaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { records } = await tx.run(cypher.TALLIES, { ids })
  return new Map(records.map((record) => [record.get('id'), record.get('state')]))
}
