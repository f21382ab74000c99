// Opens the books of all that a change speaks of, inside its transaction: what the documents that stay say of an entity
// or a fact, plus what the change brings. What the writer remembers is not read at all (graph/recall.ts), a hub's books
// are read from its `:Tally`, the rest is counted anew.
import type { Record as DriverRecord, ManagedTransaction } from 'neo4j-driver'
import { type FactClaim, groupStatements, type MentionClaim, type Naming } from './claim.js'
import * as cypher from './cypher.js'
import { EntityLedger, FactLedger } from './ledger.js'
import type { Recall } from './recall.js'
import { namingOf, statementOf } from './rows.js'

/** Up to so many documents the books are made anew each time they are needed; beyond, they are kept. */
export const HUB = 32

/** What an entity's and a fact's ledger have in common. */
interface Ledger<P> {
  readonly id: string
  readonly size: number
  readonly dry: boolean
  readonly state: string
  count(part: P, by: 1 | -1): void
}

/** An open ledger, with what was in the graph before the change. */
export interface Book<L> {
  ledger: L
  /** Whether the entity or fact was there. */
  existed: boolean
  /** Whether its books lay in the graph as a tally. */
  kept: boolean
  /** Whether its books were known, and had not to be counted anew. */
  known: boolean
  /** Of an entity whose books were known: its content before the change. */
  was?: string | undefined
}

/** `O` says whose books they are, `P` is what is counted in them; a claim of a document is both. */
interface Kind<O, P, L> {
  idOf(owner: O | P): string
  open(owner: O, state?: string): L
  /** The statement that finds what is counted of owners by id, and how its records are read. */
  find: string
  read(records: DriverRecord[]): P[]
  contentOf?(ledger: L): string
}

type EntityOwner = Pick<MentionClaim, 'entity' | 'type'>
type FactOwner = Pick<FactClaim, 'fact' | 'type' | 'from' | 'to'>

const ENTITY_BOOKS: Kind<EntityOwner, Naming, EntityLedger> = {
  idOf: ({ entity }) => entity,
  open: ({ entity, type }, state) => new EntityLedger(entity, type, state),
  find: cypher.NAMINGS_OF_ENTITIES,
  read: (records) => records.map(namingOf),
  contentOf: (ledger) => ledger.content,
}

const FACT_BOOKS: Kind<FactOwner, FactClaim, FactLedger> = {
  idOf: ({ fact }) => fact,
  open: ({ fact, type, from, to }, state) => new FactLedger(fact, type, from, to, state),
  find: cypher.STATEMENTS_OF_FACTS,
  read: (records) => groupStatements(records.map(statementOf)),
}

/** How many documents speak of each of these entities now; 0 for one that is not in the graph. */
export async function entitySizes(
  tx: ManagedTransaction,
  recall: Recall,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const sizes = new Map(ids.map((id) => [id, recall.get(id)?.size ?? 0]))
  const asked = ids.filter((id) => recall.get(id) === undefined)
  if (asked.length === 0) return sizes
  const { records } = await tx.run(cypher.ENTITY_SIZES, { ids: asked })
  for (const record of records) sizes.set(record.get('id'), Number(record.get('documents')))
  return sizes
}

/** What is taken out and what is counted in; `also` are owners whose books are wanted without either. */
interface Entries<O, C> {
  out: readonly C[]
  into: readonly C[]
  also?: readonly O[]
  /** All claims that stay of some owners, so that these are not read again. */
  known?: ReadonlyMap<string, C[]>
}

/** Opens books in one transaction. */
export class Books {
  /** @param sizes from before anything was deleted: how many documents speak of each entity that is opened */
  constructor(
    readonly tx: ManagedTransaction,
    readonly recall: Recall,
    readonly sizes: ReadonlyMap<string, number>,
  ) {}

  /** Those of all entities that the entries speak of, with `out`, which has been deleted, taken out and `into` counted in. */
  async ofEntities(entries: Entries<EntityOwner, MentionClaim>): Promise<Map<string, Book<EntityLedger>>> {
    return await this.#open(ENTITY_BOOKS, entries, ({ entity }) => this.#size(entity))
  }

  /** As `ofEntities`, for facts: no more documents say one than speak of either of its ends. */
  async ofFacts(entries: Entries<FactOwner, FactClaim>): Promise<Map<string, Book<FactLedger>>> {
    return await this.#open(FACT_BOOKS, entries, ({ from, to }) => Math.min(this.#size(from), this.#size(to)))
  }

  #size(entity: string): number {
    return this.sizes.get(entity) ?? 0
  }

  /** @param most how many documents at most speak of an owner: none, then nothing is looked up */
  async #open<O, P, C extends O & P, L extends Ledger<P>>(
    kind: Kind<O, P, L>,
    { out, into, also = [], known = new Map() }: Entries<O, C>,
    most: (owner: O) => number,
  ): Promise<Map<string, Book<L>>> {
    const owners = new Map([...also, ...out, ...into].map((owner: O) => [kind.idOf(owner), owner]))
    const books = await this.#known(kind, owners, most)
    for (const claim of out) {
      const book = books.get(kind.idOf(claim))
      if (book === undefined) continue
      book.existed = true
      if (book.known) book.ledger.count(claim, -1)
    }
    const anew: string[] = []
    for (const [id, owner] of owners) {
      const book = books.get(id)
      if (book === undefined || most(owner) === 0 || (book.known && !book.ledger.dry)) continue
      book.ledger = kind.open(owner)
      anew.push(id)
    }
    const unread = anew.filter((id) => !known.has(id))
    const read = unread.length === 0 ? [] : kind.read((await this.tx.run(kind.find, { ids: unread })).records)
    for (const part of [...read, ...anew.flatMap((id) => known.get(id) ?? [])]) {
      const book = books.get(kind.idOf(part))
      if (book === undefined) continue
      book.existed = true
      book.ledger.count(part, 1)
    }
    for (const claim of into) books.get(kind.idOf(claim))?.ledger.count(claim, 1)
    return books
  }

  /** Books that are remembered or lie in the graph; empty ones for the others. */
  async #known<O, P, L extends Ledger<P>>(
    kind: Kind<O, P, L>,
    owners: ReadonlyMap<string, O>,
    most: (owner: O) => number,
  ): Promise<Map<string, Book<L>>> {
    const hubs = [...owners].filter(([id, owner]) => this.recall.get(id) === undefined && most(owner) > HUB)
    const tallies = await readTallies(
      this.tx,
      hubs.map(([id]) => id),
    )
    const books = new Map<string, Book<L>>()
    for (const [id, owner] of owners) {
      const remembered = this.recall.get(id)
      const state = remembered?.state ?? tallies.get(id)
      const known = state !== undefined
      const kept = remembered === undefined ? known : remembered.size > HUB
      const ledger = kind.open(owner, state)
      books.set(id, { ledger, existed: known, kept, known, was: known ? kind.contentOf?.(ledger) : undefined })
    }
    return books
  }
}

async function readTallies(tx: ManagedTransaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { records } = await tx.run(cypher.TALLIES, { ids })
  return new Map(records.map((record) => [record.get('id'), record.get('state')]))
}
