// Answers about the server and the schema that the engine gives in other columns than Neo4j, or not at all.
// In: the name of the answer and a transaction to ask in. Out: columns and rows. Changes nothing.

import type { EngineTransaction } from './engine.js'
import { engineName } from './engine-name.js'
import { Float, type PackValue, Structure, TAG } from './packstream.js'

export interface Answer {
  columns: string[]
  rows: PackValue[][]
}

/** The version of Neo4j whose Bolt, Cypher and procedures are imitated; clients choose their dialect by it. */
export const NEO4J_VERSION = '5.26.0'

type Row = Record<string, string>

/** The answer called `name` (see the table in dialect.ts); `address` is where clients reach this server. */
export async function answerOf(name: string, transaction: EngineTransaction, address: string): Promise<Answer> {
  const ask = async (query: string) => (await transaction.run(query)).toArray() as Row[]
  switch (name) {
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
    case 'show.databases':
      return databases(address)
    case 'show.constraints':
      return constraints(await ask('SHOW CONSTRAINTS'))
    case 'show.indexes':
      return indexes(await ask('SHOW INDEXES'), await ask('SHOW CONSTRAINTS'))
    case 'show.procedures':
      return procedures(await ask('CALL grafeo.procedures()'))
    case 'db.schema.nodeTypeProperties':
      return nodeTypeProperties(transaction)
    case 'db.schema.relTypeProperties':
      return relTypeProperties(transaction)
    default:
      return visualization(transaction)
  }
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

const listed = (text: string | undefined) => (text ?? '').split(', ')

function constraints(rows: Row[]): Answer {
  const types: Row = { UNIQUE: 'UNIQUENESS', 'NOT NULL': 'NODE_PROPERTY_EXISTENCE', 'NODE KEY': 'NODE_KEY' }
  return {
    columns: ['id', 'name', 'type', 'entityType', 'labelsOrTypes', 'properties', 'ownedIndex', 'propertyType'],
    rows: byName(rows).map(({ name = '', type = '', label = '', properties }, at) => {
      const owned = type === 'NOT NULL' ? null : name
      return [at + 1, name, types[type] ?? type, 'NODE', [label], listed(properties), owned, null]
    }),
  }
}

function indexes(rows: Row[], owners: Row[]): Answer {
  const merged = new Map<string, { label: string; properties: string[] }>()
  for (const { name = '', label = '', property = '' } of byName(rows)) {
    const index = merged.get(name) ?? { label, properties: [] }
    index.properties.push(property)
    merged.set(name, index)
  }
  const owning = new Set(owners.map((row) => row.name))
  const heads = ['id', 'name', 'state', 'populationPercent', 'type', 'entityType', 'labelsOrTypes', 'properties']
  return {
    columns: [...heads, 'indexProvider', 'owningConstraint', 'lastRead', 'readCount'],
    rows: [...merged].map(([name, { label, properties }], at) => {
      const kind = ['ONLINE', new Float(100), 'RANGE', 'NODE', [label], properties.sort(), 'grafeo-hash']
      return [at + 1, name, ...kind, owning.has(name) ? name : null, null, null]
    }),
  }
}

function procedures(rows: Row[]): Answer {
  const ours = [
    'db.labels',
    'db.relationshipTypes',
    'db.propertyKeys',
    'db.ping',
    'dbms.components',
    'wentu.checkpoint',
  ]
  const schema = ['nodeTypeProperties', 'relTypeProperties', 'visualization'].map((name) => `db.schema.${name}`)
  const all = [
    ...[...ours, ...schema].map((name) => [name, '']),
    ...rows.map((row) => [row.name ?? '', row.description ?? '']),
  ]
  return {
    columns: ['name', 'description', 'mode', 'worksOnSystem'],
    rows: all.map(([name = '', about = '']) => [name, about, 'READ', false]),
  }
}

async function nodeTypeProperties(transaction: EngineTransaction): Promise<Answer> {
  const kinds = await transaction.run(
    'MATCH (n) UNWIND keys(n) AS key WITH labels(n) AS labels, key, collect(n[key]) AS all RETURN labels, key, all[0] AS sample, size(all) AS have',
  )
  const all = await transaction.run('MATCH (n) RETURN labels(n) AS labels, count(*) AS total')
  const totals = new Map(all.toArray().map((row) => [typeName(row.labels as string[]), row.total]))
  const rows = kinds.toArray().map((row): PackValue[] => {
    const type = typeName(row.labels as string[])
    return [
      type,
      [...(row.labels as string[])].sort(),
      String(row.key),
      [kindOf(row.sample)],
      totals.get(type) === row.have,
    ]
  })
  const columns = ['nodeType', 'nodeLabels', 'propertyName', 'propertyTypes', 'mandatory']
  return { columns, rows: rows.sort(byText) }
}

async function relTypeProperties(transaction: EngineTransaction): Promise<Answer> {
  const kinds = await transaction.run(
    'MATCH ()-[r]->() UNWIND keys(r) AS key WITH type(r) AS type, key, collect(r[key]) AS all RETURN type, key, all[0] AS sample, size(all) AS have',
  )
  const all = await transaction.run('MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS total')
  const totals = new Map(all.toArray().map((row) => [row.type, row.total]))
  const rows = kinds.toArray().map((row): PackValue[] => {
    return [typeName([String(row.type)]), String(row.key), [kindOf(row.sample)], totals.get(row.type) === row.have]
  })
  return { columns: ['relType', 'propertyName', 'propertyTypes', 'mandatory'], rows: rows.sort(byText) }
}

/** One made-up node a label, one made-up relationship for each pair of labels it joins: ids below zero, as Neo4j has them. */
async function visualization(transaction: EngineTransaction): Promise<Answer> {
  const labels = (
    await transaction.run('MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label ORDER BY label')
  ).toArray()
  const joins = await transaction.run(
    'MATCH (a)-[r]->(b) WITH DISTINCT labels(a) AS from, type(r) AS type, labels(b) AS to UNWIND from AS f UNWIND to AS t RETURN DISTINCT f, type, t',
  )
  const ids = new Map(labels.map((row, at) => [String(row.label), -1 - at]))
  const nodes = [...ids].map(([label, id]) => {
    return new Structure(TAG.node, [id, [label], { name: label, indexes: [], constraints: [] }, `${id}`])
  })
  const edges = joins.toArray().map(({ f, type, t }, at) => {
    const [id, from, to] = [-1 - at, ids.get(String(f)) ?? 0, ids.get(String(t)) ?? 0]
    return new Structure(TAG.relationship, [
      id,
      from,
      to,
      String(type),
      { name: String(type) },
      `${id}`,
      `${from}`,
      `${to}`,
    ])
  })
  return { columns: ['nodes', 'relationships'], rows: [[nodes, edges]] }
}

function typeName(labels: string[]): string {
  return [...labels]
    .sort()
    .map((label) => `:\`${label}\``)
    .join('')
}

function kindOf(sample: unknown): string {
  if (Array.isArray(sample)) return `${kindOf(sample[0])}Array`
  if (typeof sample === 'number') return Number.isInteger(sample) ? 'Long' : 'Double'
  if (typeof sample === 'bigint') return 'Long'
  return typeof sample === 'boolean' ? 'Boolean' : 'String'
}

function byName(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
}

function byText(a: PackValue[], b: PackValue[]): number {
  return String(a) < String(b) ? -1 : 1
}
