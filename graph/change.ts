// One change of the graph, inside one transaction: what some documents said goes out, what they say now comes in, and
// everything made of it (names, attributes, sources, dates) is set to what all documents then say together.
// Costs in proportion to those documents, not to the hubs they name: see graph/books.ts.
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ManagedTransaction } from 'neo4j-driver'
import type { Document } from '../schema/fact.js'
import type { Judgement } from '../schema/judgement.js'
import { ENTITY_TYPES, RELATION_TYPES } from '../schema/model.js'
import { type Book, Books, entitySizes, HUB } from './books.js'
import { groupStatements, type MentionClaim, type SaidMention, type StatementClaim } from './claim.js'
import * as cypher from './cypher.js'
import { Judgements } from './identity.js'
import type { EntityLedger, FactLedger } from './ledger.js'
import { Recall, type Rememberable } from './recall.js'
import {
  documentRow,
  entityList,
  entityRow,
  factList,
  factRow,
  judgementOf,
  judgementRow,
  mentionList,
  mentionOf,
  type Row,
  sizeRow,
  statementList,
  statementOf,
} from './rows.js'
import { type Settled, settle, type Unsettled } from './settling.js'

/** What is to become of the graph. */
export interface Change {
  /** Documents that shall be in, as they are now, with all that they say. */
  documents: readonly Document[]
  mentions: readonly SaidMention[]
  statements: readonly StatementClaim[]
  /** Ids of documents that shall not be in. */
  gone: readonly string[]
  ingestedAt: string
  /** Judgements that shall be in, and ids of those that shall not. */
  judged?: { put: readonly Judgement[]; drop: readonly string[] }
}

/** How many of each came into the graph, or left it. */
export interface WriteReport {
  documents: number
  entities: number
  relationships: number
  statements: number
}

/** What a change came to, and what is to be remembered of it once it is committed. */
export interface Changed {
  came: WriteReport
  went: WriteReport
  turn: string
  books: Rememberable[]
}

/**
 * Carries out the change; all or nothing, as the transaction is.
 * @param recall what the writer remembers; told of this change when it is committed
 */
export async function applyChange(tx: ManagedTransaction, change: Change, recall = new Recall()): Promise<Changed> {
  // Sent one behind the other: what is read is read after the turn has been taken.
  const turn = randomUUID()
  const [turns, before, judged] = await Promise.all([
    tx.run(cypher.TAKE_TURN, { turn }),
    readBefore(tx, change),
    readJudged(tx, change),
  ])
  recall.check(turns.records[0]?.get('last'))
  await dropBefore(tx, change, before.documents)
  const { mentions, statements } = change
  const settled = await settle(tx, { before: before.mentions, mentions, statements, judged }, recall)
  const { out, into, renamed } = settled
  const gone = {
    mentions: [...before.mentions, ...out.mentions],
    statements: [...before.statements, ...out.statements],
  }
  const ends = [...gone.statements, ...into.statements].flatMap(({ from, to }) => [from, to])
  const named = [...gone.mentions, ...into.mentions].map(({ entity }) => entity)
  const sizes = await entitySizes(tx, recall, [...new Set([...named, ...ends, ...renamed])])
  await dropMoved(tx, out)
  const also = renamed.map((entity) => ({ entity, type: 'Person' as const }))
  const books = new Books(tx, recall, sizes)
  const [entityBooks, factBooks] = await Promise.all([
    books.ofEntities({ out: gone.mentions, into: into.mentions, also, known: settled.known }),
    books.ofFacts({ out: groupStatements(gone.statements), into: groupStatements(into.statements) }),
  ])
  const [entities, facts] = [[...entityBooks.values()], [...factBooks.values()]]
  await writeAfter(tx, change, settled, entities, facts)
  const ledgers = [...entities, ...facts].map(({ ledger }) => ledger)
  return { ...balance(change, before, entities, facts), turn, books: [...ledgers, ...settled.names.books] }
}

/** All judgements, as they are and as they shall be. */
async function readJudged(tx: ManagedTransaction, { judged }: Change): Promise<Unsettled['judged']> {
  const all = (await tx.run(cypher.JUDGEMENTS)).records.map(judgementOf)
  const before = new Judgements(all)
  if (judged === undefined) return { before, after: before }
  const out = new Set([...judged.drop, ...judged.put.map(({ id }) => id)])
  return { before, after: new Judgements([...all.filter(({ id }) => !out.has(id)), ...judged.put]) }
}

async function dropMoved(tx: ManagedTransaction, { mentions, statements }: Settled['out']): Promise<void> {
  const rows = mentions.map(({ document, entity }) => ({ document, entity }))
  if (rows.length > 0) await tx.run(cypher.DROP_SOME_MENTIONS, { rows })
  if (statements.length > 0) await tx.run(cypher.DROP_SOME_STATEMENTS, { ids: statements.map(({ id }) => id) })
}

interface Before {
  documents: string[]
  mentions: MentionClaim[]
  statements: StatementClaim[]
}

/** What the documents of the change say in the graph as it is. */
async function readBefore(tx: ManagedTransaction, change: Change): Promise<Before> {
  const ids = [...change.documents.map((document) => document.id), ...change.gone]
  const documents = (await tx.run(cypher.DOCUMENT_HASHES, { ids })).records.map((record) => String(record.get('id')))
  if (documents.length === 0) return { documents, mentions: [], statements: [] }
  const [mentions, statements] = await Promise.all([
    tx.run(cypher.MENTIONS_OF_DOCUMENTS, { ids: documents }),
    tx.run(cypher.STATEMENTS_OF_DOCUMENTS, { ids: documents }),
  ])
  return { documents, mentions: mentions.records.map(mentionOf), statements: statements.records.map(statementOf) }
}

async function dropBefore(tx: ManagedTransaction, change: Change, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await Promise.all([
    tx.run(cypher.DROP_STATEMENTS, { ids }),
    tx.run(cypher.DROP_MENTIONS, { ids }),
    tx.run(cypher.DROP_DOCUMENTS, { ids: change.gone }),
  ])
}

/**
 * All writes, sent one behind the other without waiting for answers; the order is that of what needs what. What is
 * sent goes out between the parts, so that the engine works on one while the rows of the next are made.
 */
async function writeAfter(
  tx: ManagedTransaction,
  change: Change,
  { into, posts, names, renamed }: Settled,
  entities: Book<EntityLedger>[],
  facts: Book<FactLedger>[],
): Promise<void> {
  const sent: PromiseLike<unknown>[] = []
  const send: Send = (statement, rows) => {
    if (rows.length > 0) sent.push(tx.run(statement, { rows }))
  }
  const drop = (statement: string, ids: readonly string[]) => {
    if (ids.length > 0) sent.push(tx.run(statement, { ids }))
  }
  const empty = (book: Book<{ size: number }>) => book.ledger.size === 0
  const sizes = new Map(entities.map(({ ledger }) => [ledger.id, ledger.size]))
  writeFacts(facts.filter(empty), sizes, send)
  drop(cypher.DROP_ENTITIES, ids(entities.filter(empty)))
  send(
    cypher.PUT_DOCUMENTS,
    change.documents.map((document) => documentRow(document, change.ingestedAt)),
  )
  await setImmediate()
  writeEntities(
    entities.filter((book) => !empty(book)),
    { posts, renamed },
    send,
  )
  await setImmediate()
  writeFacts(
    facts.filter((book) => !empty(book)),
    sizes,
    send,
  )
  await setImmediate()
  send(cypher.CREATE_MENTIONS, byDocument('mentions', into.mentions, mentionList))
  await setImmediate()
  send(cypher.CREATE_STATEMENTS, byDocument('statements', into.statements, statementList))
  const books: Book<EntityLedger | FactLedger>[] = [...entities, ...facts]
  const large = books.filter((book) => book.ledger.size > HUB)
  send(cypher.PUT_TALLIES, [...large.map(({ ledger }) => ({ id: ledger.id, state: ledger.state })), ...names.put])
  drop(cypher.DROP_TALLIES, [...ids(books.filter((book) => book.kept && book.ledger.size <= HUB)), ...names.drop])
  send(cypher.PUT_JUDGEMENTS, change.judged?.put.map(judgementRow) ?? [])
  drop(cypher.DROP_JUDGEMENTS, change.judged?.drop ?? [])
  await Promise.all(sent)
}

type Send = (statement: string, rows: readonly (Row | unknown[])[]) => void

function writeEntities(
  books: readonly Book<EntityLedger>[],
  { posts, renamed }: Pick<Settled, 'posts' | 'renamed'>,
  send: Send,
): void {
  for (const [type, list] of byType(books, ENTITY_TYPES)) {
    send(
      cypher.createEntities(type),
      list.map(({ ledger }) => entityList(ledger, posts.get(ledger.id))),
    )
  }
  const told = new Set(renamed)
  const same = ({ ledger, was }: Book<EntityLedger>) => was === ledger.content && !told.has(ledger.id)
  const there = books.filter((book) => book.existed)
  const changed = there.filter((book) => !same(book))
  send(
    cypher.SET_ENTITIES,
    changed.map(({ ledger }) => entityRow(ledger, posts.get(ledger.id))),
  )
  send(
    cypher.SET_SIZES,
    there.filter(same).map(({ ledger }) => sizeRow(ledger.id, ledger.size)),
  )
}

/** Facts that no document states any longer are dropped, the others made or set. */
function writeFacts(books: readonly Book<FactLedger>[], sizes: ReadonlyMap<string, number>, send: Send): void {
  const rows = (list: readonly Book<FactLedger>[]) => list.map(({ ledger }) => factRow(ledger))
  // An end has an incoming MENTIONS for each of its documents, besides its facts.
  const sizeOf = (entity: string) => sizes.get(entity) ?? 0
  const sideOf = ({ ledger }: Book<FactLedger>) => (sizeOf(ledger.to) > sizeOf(ledger.from) ? 'from' : 'to')
  const there = books.filter((book) => book.existed)
  for (const side of ['from', 'to'] as const) {
    const found = there.filter((book) => sideOf(book) === side)
    send(cypher.dropFacts(side), rows(found.filter((book) => book.ledger.size === 0)))
    send(cypher.setFacts(side), rows(found.filter((book) => book.ledger.size > 0)))
  }
  for (const [type, list] of byType(books, RELATION_TYPES)) {
    send(
      cypher.createFacts(type),
      list.map(({ ledger }) => factList(ledger)),
    )
  }
}

/** Books of what was not in the graph before, by type, in the order of the model. */
function byType<T, L extends { type: T }>(books: readonly Book<L>[], types: readonly T[]): [T, Book<L>[]][] {
  return types.map((type) => [type, books.filter((book) => !book.existed && book.ledger.type === type)])
}

const ids = (books: readonly Book<{ id: string }>[]) => books.map((book) => book.ledger.id)

function byDocument<C extends { document: string }>(
  key: string,
  claims: readonly C[],
  row: (claim: C) => unknown,
): Row[] {
  const groups = new Map<string, unknown[]>()
  for (const claim of claims) {
    const group = groups.get(claim.document)
    if (group === undefined) groups.set(claim.document, [row(claim)])
    else group.push(row(claim))
  }
  return [...groups].map(([document, rows]) => ({ document, [key]: rows }))
}

function balance(
  change: Change,
  before: Before,
  entities: readonly Book<{ size: number }>[],
  facts: readonly Book<{ size: number }>[],
): { came: WriteReport; went: WriteReport } {
  const had = new Set(before.statements.map((claim) => claim.id))
  const has = new Set(change.statements.map((claim) => claim.id))
  const known = new Set(before.documents)
  const came = (book: Book<{ size: number }>) => !book.existed && book.ledger.size > 0
  const went = (book: Book<{ size: number }>) => book.existed && book.ledger.size === 0
  return {
    came: {
      documents: change.documents.filter((document) => !known.has(document.id)).length,
      entities: entities.filter(came).length,
      relationships: facts.filter(came).length,
      statements: [...has].filter((id) => !had.has(id)).length,
    },
    went: {
      documents: change.gone.filter((id) => known.has(id)).length,
      entities: entities.filter(went).length,
      relationships: facts.filter(went).length,
      statements: [...had].filter((id) => !has.has(id)).length,
    },
  }
}
