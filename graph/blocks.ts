// The graph of a set of documents without a database: what each document says goes into blocks, each block is settled by itself,
// and out come the nodes and relationships that an ingest of the same documents into an empty graph makes. Pure.
// A cluster needs to bring together only the lines of one block; it need not know what they say.
import type { Resolved } from '../schema/fact.js'
import type { EntityType } from '../schema/model.js'
import { HUB } from './books.js'
import { claimsOf, groupStatements, joinMentions, type SaidMention, type StatementClaim, withEnds } from './claim.js'
import { tallyOfName } from './cypher.js'
import { type Properties, valuesOf, type WholeEdge, type WholeNode, type WholePart } from './export/whole.js'
import { Identity, Judgements } from './identity.js'
import { EntityLedger, FactLedger } from './ledger.js'
import { NameLedger, tellApart } from './namesakes.js'
import { documentRow, entityRow, factRow, mentionRow, statementRow } from './rows.js'

/** What one document says of one name; `facts` are the blocks of the facts that it tells of it. */
export interface NameLine {
  block: string
  said: SaidMention
  facts: string[]
}

/** One sentence that says a fact. */
export interface FactLine {
  block: string
  statement: StatementClaim
}

/** Who a document means by a name, where the name alone does not say it. */
export interface MeantLine {
  block: string
  document: string
  key: string
  entity: string
}

/**
 * A block is all that must be known to settle some part of the graph, and no more. There are two sorts:
 * `name …`, all that documents say of one name of one type (for a person the name, for the rest its key), and
 * `fact …`, all that they say of one relation between two such names. Names come first: they tell facts whom they are of.
 */
export type BlockLine = NameLine | FactLine | MeantLine

const nameBlock = (key: string) => `name ${key}`
const factBlock = ({ fact }: StatementClaim) => `fact ${fact}`

/**
 * A document as its node, and what it says as lines of blocks.
 * @throws Fault `input` when it contradicts itself (see `claimsOf`)
 */
export function openBlocks(resolved: Resolved, ingestedAt: string): { parts: WholePart[]; lines: BlockLine[] } {
  const { mentions, statements } = claimsOf(resolved)
  const facts = new Map<string, Set<string>>()
  for (const statement of statements)
    for (const key of [statement.from, statement.to])
      facts.set(key, (facts.get(key) ?? new Set()).add(factBlock(statement)))
  const { document } = resolved
  return {
    parts: [{ node: record('Document', document.id, valuesOf(documentRow(document, ingestedAt))) }],
    lines: [
      ...mentions.map((said) => ({
        block: nameBlock(said.key),
        said,
        facts: said.type === 'Person' ? [...(facts.get(said.key) ?? [])] : [],
      })),
      ...statements.map((statement) => ({ block: factBlock(statement), statement })),
    ],
  }
}

/** All lines of one block, in any order, settled; `lines` are of blocks of facts, which must wait for them. */
export function settleBlock(block: readonly BlockLine[]): { parts: WholePart[]; lines: MeantLine[] } {
  const names = block.filter((line) => 'said' in line)
  if (names.length > 0) return settleName(names)
  return {
    parts: settleFact(
      block.filter((line) => 'statement' in line),
      block.filter((line) => 'entity' in line),
    ),
    lines: [],
  }
}

function settleName(lines: readonly NameLine[]): { parts: WholePart[]; lines: MeantLine[] } {
  const [{ said: first }] = lines as [NameLine]
  const { key, type } = first
  const ledger = new NameLedger()
  if (type === 'Person') for (const { said } of lines) ledger.count(said.offices, said.date, 1)
  const identity = new Identity(
    new Judgements([]),
    new Map(type === 'Person' ? [[key, tellApart(key, ledger)] as const] : []),
  )
  const entities = new Map<string, EntityLedger>()
  const edges: WholePart[] = []
  const meant: MeantLine[] = []
  for (const { said, facts } of lines) {
    const entity = identity.entityOf(said)
    const claim = joinMentions(entity, [said])
    const books = entities.get(entity) ?? new EntityLedger(entity, type)
    entities.set(entity, books)
    books.count(claim, 1)
    const { properties } = mentionRow(claim)
    edges.push(edge('MENTIONS', ['Document', said.document], ['Entity', entity], valuesOf(properties)))
    if (entity !== key) meant.push(...facts.map((block) => ({ block, document: said.document, key, entity })))
  }
  const posts = identity.posts(key)
  const several = type === 'Person' && (identity.persons.get(key)?.all.length ?? 0) > 1
  return {
    parts: [
      ...[...entities.values()].map((books) => ({ node: entityNode(books, type, posts.get(books.id)) })),
      ...edges,
      ...tallies([...entities.values()]),
      ...(type === 'Person' && (several || ledger.size > HUB) ? [tally(tallyOfName(key), ledger.state)] : []),
    ],
    lines: meant,
  }
}

function settleFact(lines: readonly FactLine[], meant: readonly MeantLine[]): WholePart[] {
  const entities = new Map(meant.map(({ document, key, entity }) => [`${key} ${document}`, entity]))
  const settled = lines.map(({ statement }) => {
    const { document, saidFrom, saidTo, from, to } = statement
    const ends = [entities.get(`${saidFrom} ${document}`) ?? from, entities.get(`${saidTo} ${document}`) ?? to] as const
    return ends[0] === from && ends[1] === to ? statement : withEnds(statement, ...ends)
  })
  const facts = new Map<string, FactLedger>()
  for (const claim of groupStatements(settled)) {
    const { fact, type, from, to } = claim
    const books = facts.get(fact) ?? new FactLedger(fact, type, from, to)
    facts.set(fact, books)
    books.count(claim, 1)
  }
  return [
    ...[...facts.values()].map((books) => {
      const { properties } = factRow(books)
      return edge(books.type, ['Entity', books.from], ['Entity', books.to], valuesOf(properties))
    }),
    ...settled.flatMap((statement) => [
      { node: record('Statement', statement.id, valuesOf(statementRow(statement))) },
      edge('STATED_IN', ['Statement', statement.id], ['Document', statement.document], {}),
    ]),
    ...tallies([...facts.values()]),
  ]
}

function entityNode(books: EntityLedger, type: EntityType, post: string | undefined): WholeNode {
  const properties = valuesOf(entityRow(books, post))
  return { kind: 'Entity', id: books.id, labels: ['Entity', type], properties }
}

/** The books of hubs, which lie in the graph: see graph/books.ts. */
const tallies = (books: readonly { id: string; size: number; state: string }[]): WholePart[] =>
  books.filter(({ size }) => size > HUB).map(({ id, state }) => tally(id, state))

const tally = (id: string, state: string): WholePart => ({ node: record('Tally', id, { id, state }) })

function record(kind: string, id: string, properties: Properties): WholeNode {
  return { kind, id, labels: [kind], properties }
}

function edge(
  type: WholeEdge['type'],
  [fromKind, from]: readonly [string, string],
  [toKind, to]: readonly [string, string],
  properties: Properties,
): { edge: WholeEdge } {
  return { edge: { type, from: { kind: fromKind, id: from }, to: { kind: toKind, id: to }, properties } }
}
