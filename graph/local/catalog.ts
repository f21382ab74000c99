// Answers about the server and the schema that the engine gives in other columns than Neo4j, or not at all.
// In: the name of the answer and a transaction to ask in. Out: columns and rows. Changes nothing.

import type { GrafeoDB } from '@grafeo-db/js'
import type { EngineTransaction } from './engine.js'
import { engineName } from './engine-name.js'
import { searchFullText } from './full-text.js'
import { functions } from './function-list.js'
import { Float, type PackValue } from './packstream.js'
import { constraints, indexes } from './schema-list.js'
import { labels, nodeTypeProperties, relationshipTypes, relTypeProperties, visualization } from './schema-procedures.js'

export interface Answer {
  columns: string[]
  rows: PackValue[][]
  /** Columns that hold the ids of nodes, and stand for the nodes. */
  nodes?: string[]
}

/** The version of Neo4j whose Bolt, Cypher and procedures are imitated; clients choose their dialect by it. */
export const NEO4J_VERSION = '5.26.0'

/** What an answer may ask. */
export interface Asking {
  transaction: EngineTransaction
  db: GrafeoDB
  /** Where clients reach this server. */
  address: string
  /** The arguments of a procedure. */
  args: unknown[]
}

/** The answer called `name` (see the table in dialect.ts); behind a colon stands what was asked for more closely. */
export async function answerOf(name: string, { transaction, db, address, args }: Asking): Promise<Answer> {
  const [what = '', detail = ''] = name.split(':')
  switch (what) {
    case 'db.ping':
      return { columns: ['success'], rows: [[true]] }
    case 'db.info':
      return { columns: ['id', 'name', 'creationDate'], rows: [['neo4j', 'neo4j', '']] }
    case 'db.awaitIndexes':
      return { columns: [], rows: [] }
    case 'dbms.components':
      return {
        columns: ['name', 'versions', 'edition'],
        rows: [
          ['Neo4j Kernel', [NEO4J_VERSION], 'community'],
          ['Cypher', ['5'], ''],
          ['Grafeo', [engineName().replace(/^\D+/, '')], 'embedded'],
        ],
      }
    case 'dbms.licenseAgreementDetails':
      return { columns: ['status', 'daysLeftOnTrial', 'totalTrialDays'], rows: [['yes', 0, 0]] }
    case 'dbms.showCurrentUser':
      return { columns: ['username', 'roles', 'flags'], rows: [['neo4j', null, []]] }
    case 'show.users':
      return {
        columns: ['user', 'roles', 'passwordChangeRequired', 'suspended', 'home'],
        rows: [['neo4j', null, false, null, null]],
      }
    case 'show.databases':
      return databases(address)
    case 'show.constraints':
      return constraints(transaction)
    case 'show.indexes':
      return indexes(transaction, db, detail)
    case 'show.functions':
      return functions(detail)
    case 'show.procedures':
      return procedures(transaction)
    case 'db.labels':
      return labels(transaction)
    case 'db.relationshipTypes':
      return relationshipTypes(transaction)
    case 'db.schema.nodeTypeProperties':
      return nodeTypeProperties(transaction)
    case 'db.schema.relTypeProperties':
      return relTypeProperties(transaction)
    case 'db.index.fulltext.queryNodes':
      return foundNodes(transaction, db, args)
    case 'db.index.fulltext.listAvailableAnalyzers':
      return {
        columns: ['analyzer', 'description', 'stopwords'],
        rows: [['cjk', 'Pairs of Chinese signs, words of others.', []]],
      }
    default:
      return visualization(transaction)
  }
}

async function foundNodes(transaction: EngineTransaction, db: GrafeoDB, args: unknown[]): Promise<Answer> {
  const [name, text, options] = args as [string, string, { skip?: number; limit?: number } | undefined]
  const hits = await searchFullText(db, transaction, String(name), String(text))
  const from = options?.skip ?? 0
  const rows = hits.slice(from, options?.limit === undefined ? undefined : from + options.limit)
  return { columns: ['node', 'score'], rows: rows.map(({ id, score }) => [id, new Float(score)]), nodes: ['node'] }
}

function databases(address: string): Answer {
  const row: Record<string, PackValue> = {
    name: 'neo4j',
    type: 'standard',
    aliases: [],
    access: 'read-write',
    address,
    role: 'primary',
    writer: true,
    requestedStatus: 'online',
    currentStatus: 'online',
    statusMessage: '',
    default: true,
    home: true,
    constituents: [],
  }
  return { columns: Object.keys(row), rows: [Object.values(row)] }
}

/** Answered here; the engine lists those of its own. */
const OURS =
  'db.awaitIndexes db.index.fulltext.listAvailableAnalyzers db.index.fulltext.queryNodes db.info db.labels db.ping db.propertyKeys db.relationshipTypes db.schema.nodeTypeProperties db.schema.relTypeProperties db.schema.visualization dbms.components dbms.showCurrentUser wentu.checkpoint'

async function procedures(transaction: EngineTransaction): Promise<Answer> {
  const rows = (await transaction.run('CALL grafeo.procedures()')).toArray() as Record<string, string>[]
  const all = [
    ...OURS.split(' ').map((name) => [name, '']),
    ...rows.map((row) => [row.name ?? '', row.description ?? '']),
  ]
  return {
    columns: ['name', 'description', 'mode', 'worksOnSystem'],
    rows: all.map(([name = '', about = '']) => [name, about, 'READ', false]),
  }
}
