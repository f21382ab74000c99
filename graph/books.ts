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

/** Whose books they are, `O`, is part of each claim, `C`. */
interface Kind<O, C extends O, L> {
  idOf(owner: O): string
  open(owner: O, state?: string): L
  /** The statement that finds the claims of owners by id, and how its records are read. */
  find: string
  read(records: DriverRecord[]): C[]
}

type EntityOwner = Pick<MentionClaim, 'entity' | 'type'>
type FactOwner = Pick<FactClaim, 'fact' | 'type' | 'from' | 'to'>

const ENTITY_BOOKS: Kind<EntityOwner, MentionClaim, EntityLedger> = {
  idOf: ({ entity }) => entity,
  open: ({ entity, type }, state) => new EntityLedger(entity, type, state),
  find: cypher.MENTIONS_OF_ENTITIES,
  read: (records) => records.map(mentionOf),
}

const FACT_BOOKS: Kind<FactOwner, FactClaim, FactLedger> = {
  idOf: ({ fact }) => fact,
  open: ({ fact, type, from, to }, state) => new FactLedger(fact, type, from, to, state),
  find: cypher.STATEMENTS_OF_FACTS,
  read: (records) => groupStatements(records.map(statementOf)),
}

/** How many documents speak of each of these entities now; one that is not in the graph is not in the answer. */
export async function entitySizes(tx: ManagedTransaction, ids: readonly string[]): Promise<Map<string, number>> {
  const { records } = await tx.run(cypher.ENTITY_SIZES, { ids })
  return new Map(records.map((record) => [record.get('id'), Number(record.get('documents'))]))
}

/** What is taken out and what is counted in; `also` are owners whose books are wanted without either. */
interface Entries<O, C> {
  out: readonly C[]
  into: readonly C[]
  also?: readonly O[]
  /** All claims that stay of some owners, so that these are not read again. */
  known?: ReadonlyMap<string, C[]>
}

/**
 * The books of all entities that the entries speak of, with `out` taken out and `into` counted in.
 * @param sizes from before `out` was deleted; the deletion itself has been done
 */
export async function openEntities(
  tx: ManagedTransaction,
  sizes: ReadonlyMap<string, number>,
  entries: Entries<EntityOwner, MentionClaim>,
): Promise<Map<string, Book<EntityLedger>>> {
  return await openBooks(tx, ENTITY_BOOKS, entries, ({ entity }) => sizes.get(entity) ?? 0)
}

/** As `openEntities`, for facts: no more documents say one than speak of either of its ends. */
export async function openFacts(
  tx: ManagedTransaction,
  sizes: ReadonlyMap<string, number>,
  entries: Entries<FactOwner, FactClaim>,
): Promise<Map<string, Book<FactLedger>>> {
  return await openBooks(tx, FACT_BOOKS, entries, ({ from, to }) => Math.min(sizes.get(from) ?? 0, sizes.get(to) ?? 0))
}

/** @param most how many documents at most speak of an owner: none, then nothing is looked up */
async function openBooks<O, C extends O, L extends Ledger<C>>(
  tx: ManagedTransaction,
  kind: Kind<O, C, L>,
  { out, into, also = [], known = new Map() }: Entries<O, C>,
  most: (owner: O) => number,
): Promise<Map<string, Book<L>>> {
  const owners = new Map([...also, ...out, ...into].map((owner: O) => [kind.idOf(owner), owner]))
  const hubs = [...owners].filter(([, owner]) => most(owner) > HUB).map(([id]) => id)
  const states = await readTallies(tx, hubs)
  const books = new Map<string, Book<L>>()
  for (const [id, owner] of owners) {
    const state = states.get(id)
    books.set(id, { ledger: kind.open(owner, state), existed: state !== undefined, kept: state !== undefined })
  }
  for (const claim of out) {
    const book = books.get(kind.idOf(claim))
    if (book === undefined) continue
    book.existed = true
    if (book.kept) book.ledger.count(claim, -1)
  }
  const anew: string[] = []
  for (const [id, owner] of owners) {
    const book = books.get(id)
    if (book === undefined || most(owner) === 0 || (book.kept && !book.ledger.dry)) continue
    book.ledger = kind.open(owner)
    anew.push(id)
  }
  const unread = anew.filter((id) => !known.has(id))
  const read = unread.length === 0 ? [] : kind.read((await tx.run(kind.find, { ids: unread })).records)
  for (const claim of [...read, ...anew.flatMap((id) => known.get(id) ?? [])]) {
    const book = books.get(kind.idOf(claim))
    if (book === undefined) continue
    book.existed = true
    book.ledger.count(claim, 1)
  }
  for (const claim of into) books.get(kind.idOf(claim))?.ledger.count(claim, 1)
  return books
}

async function readTallies(tx: ManagedTransaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { records } = await tx.run(cypher.TALLIES, { ids })
  return new Map(records.map((record) => [record.get('id'), record.get('state')]))
}
