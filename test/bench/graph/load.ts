// How fast facts come into a graph: our writer beside the bare driver that sends the same rows by UNWIND and MERGE.
// In: an open graph. Out: seconds of both. The two take turns batch by batch in one database, so that both meet the same
// load of the machine and the same size of the graph; what they write shares nothing.
import type { ManagedTransaction } from 'neo4j-driver'
import {
  claimsOf,
  groupStatements,
  joinMentions,
  type MentionClaim,
  type StatementClaim,
} from '../../../graph/claim.js'
import { type Graph, openSession } from '../../../graph/connect.js'
import { EntityLedger, FactLedger } from '../../../graph/ledger.js'
import { documentRow, entityRow, factRow, mentionRow, type Row, statementRow } from '../../../graph/rows.js'
import { prepare, writeDocuments } from '../../../graph/write.js'
import type { Document, Resolved } from '../../../schema/fact.js'
import { makeDocument } from '../../graph/sample.js'
import { makeSheets } from './rows.js'

const BATCH = 200
/** Batches before the clock starts. */
const WARM = 3
const SEED = 5

export interface LoadTimes {
  documents: number
  facts: number
  /** Nodes and relationships that each side wrote, those that were there already included. */
  rows: number
  /** Seconds. */
  ours: number
  bare: number
  /** The middle one of the batches' bare time over our time: above 1 our writer is the faster one. */
  ratio: number
}

/** Loads `batches` batches of 200 documents by either way. */
export async function measureLoad(graph: Graph, batches: number): Promise<LoadTimes> {
  await prepare(graph)
  const count = (batches + WARM) * BATCH
  const [ours, theirs] = ['甲', '乙'].map((prefix) => makeSheets(prefix, count, SEED).map(makeDocument)) as [
    Resolved[],
    Resolved[],
  ]
  const books = new Books()
  const times: LoadTimes = { documents: batches * BATCH, facts: 0, rows: 0, ours: 0, bare: 0, ratio: 0 }
  const ratios: number[] = []
  for (let at = 0; at < count; at += BATCH) {
    const statements = books.statementsFor(theirs.slice(at, at + BATCH))
    const writeOurs = () => seconds(() => writeDocuments(graph, ours.slice(at, at + BATCH)))
    const writeBare = () => seconds(() => sendAll(graph, statements))
    const first = (at / BATCH) % 2 === 0 ? await writeOurs() : await writeBare()
    const second = (at / BATCH) % 2 === 0 ? await writeBare() : await writeOurs()
    const [mine, bare] = (at / BATCH) % 2 === 0 ? [first, second] : [second, first]
    if (at < WARM * BATCH) continue
    ratios.push(bare / mine)
    times.ours += mine
    times.bare += bare
    times.facts += statements.filter(({ fact }) => fact).reduce((sum, { rows }) => sum + rows.length, 0)
    times.rows += statements.reduce((sum, { rows }) => sum + rows.length, 0)
  }
  times.ratio = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0
  return times
}

interface Claims {
  mentions: MentionClaim[]
  statements: StatementClaim[]
}

interface Statement {
  text: string
  rows: Row[]
  fact?: boolean
}

async function sendAll(graph: Graph, statements: readonly Statement[]): Promise<void> {
  const session = openSession(graph, 'WRITE')
  try {
    await session.executeWrite((tx: ManagedTransaction) =>
      Promise.all(statements.map(({ text, rows }) => tx.run(text, { rows }))),
    )
  } finally {
    await session.close()
  }
}

/** What all documents so far say together, so that the bare driver is given the very rows that our writer makes. */
class Books {
  readonly #entities = new Map<string, EntityLedger>()
  readonly #facts = new Map<string, FactLedger>()

  statementsFor(batch: readonly Resolved[]): Statement[] {
    const documents = batch.map(({ document }) => document)
    const claims = batch.map(claimsOf)
    const all: Claims = {
      mentions: claims.flatMap(({ mentions }) => mentions.map((said) => joinMentions(said.key, [said]))),
      statements: claims.flatMap(({ statements }) => statements),
    }
    return [...nodeStatements(documents, this.#countEntities(all)), ...edgeStatements(this.#countFacts(all), all)]
  }

  #countEntities({ mentions }: Claims): EntityLedger[] {
    const touched = new Set<EntityLedger>()
    for (const claim of mentions) {
      const ledger = this.#entities.get(claim.entity) ?? new EntityLedger(claim.entity, claim.type)
      this.#entities.set(claim.entity, ledger)
      ledger.count(claim, 1)
      touched.add(ledger)
    }
    return [...touched]
  }

  #countFacts({ statements }: Claims): FactLedger[] {
    const touched = new Set<FactLedger>()
    for (const claim of groupStatements(statements)) {
      const { fact, type, from, to } = claim
      const ledger = this.#facts.get(fact) ?? new FactLedger(fact, type, from, to)
      this.#facts.set(fact, ledger)
      ledger.count(claim, 1)
      touched.add(ledger)
    }
    return [...touched]
  }
}

function nodeStatements(documents: readonly Document[], entities: readonly EntityLedger[]): Statement[] {
  const now = new Date().toISOString()
  return [
    {
      text: 'UNWIND $rows AS row MERGE (d:Document {id: row.id}) SET d = row',
      rows: documents.map((document) => documentRow(document, now)),
    },
    ...byType(entities).map(([type, list]) => ({
      text: `UNWIND $rows AS row MERGE (e:Entity {id: row.id}) SET e:${type} SET e += row`,
      rows: list.map((ledger) => entityRow(ledger.properties())),
    })),
  ]
}

function edgeStatements(facts: readonly FactLedger[], { mentions, statements }: Claims): Statement[] {
  return [
    ...byType(facts).map(([type, list]) => ({
      text: `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})
             MERGE (a)-[r:${type}]->(b) SET r += row.properties`,
      rows: list.map((ledger) => factRow(ledger.from, ledger.to, ledger.properties())),
      fact: true,
    })),
    {
      text: `UNWIND $rows AS row MATCH (d:Document {id: row.document}) MATCH (e:Entity {id: row.entity})
             MERGE (d)-[m:MENTIONS]->(e) SET m += row.properties`,
      rows: mentions.map((claim) => ({ document: claim.document, ...mentionRow(claim) })),
    },
    {
      text: `UNWIND $rows AS row MATCH (d:Document {id: row.document})
             MERGE (s:Statement {id: row.id}) SET s += row.properties MERGE (s)-[:STATED_IN]->(d)`,
      rows: statements.map((claim) => ({ document: claim.document, id: claim.id, properties: statementRow(claim) })),
    },
  ]
}

function byType<T extends { type: string }>(list: readonly T[]): [string, T[]][] {
  const types = [...new Set(list.map(({ type }) => type))]
  return types.map((type) => [type, list.filter((one) => one.type === type)])
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
