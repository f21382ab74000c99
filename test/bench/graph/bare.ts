// The bare driver, beside which writers are measured: documents in, the rows that our writer makes of them and the plain
// UNWIND and MERGE that put them into a graph. What is said of an entity or a fact in all is counted here, not in the graph.
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
import type { Document, Resolved } from '../../../schema/fact.js'

interface Claims {
  mentions: MentionClaim[]
  statements: StatementClaim[]
}

/** A statement of the bare driver with its rows. */
export interface Statement {
  text: string
  rows: Row[]
  fact?: boolean
}

/** Sends statements in one transaction, one behind the other. */
export async function sendAll(graph: Graph, statements: readonly Statement[]): Promise<void> {
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
export class Books {
  readonly #entities = new Map<string, EntityLedger>()
  readonly #facts = new Map<string, FactLedger>()

  /** The statements that put documents into a graph which holds those before them. */
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
      rows: list.map((ledger) => entityRow(ledger)),
    })),
  ]
}

function edgeStatements(facts: readonly FactLedger[], { mentions, statements }: Claims): Statement[] {
  return [
    ...byType(facts).map(([type, list]) => ({
      text: `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})
             MERGE (a)-[r:${type}]->(b) SET r += row.properties`,
      rows: list.map((ledger) => factRow(ledger)),
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
