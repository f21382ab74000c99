// The constraints and indexes as SHOW lists them. In: a transaction. Out: columns and rows. Changes nothing.

import type { GrafeoDB } from '@grafeo-db/js'
import type { Answer } from './catalog.js'
import type { EngineTransaction } from './engine.js'
import { listFullText } from './full-text.js'
import { Float, type PackValue } from './packstream.js'
import { indexOf } from './schema-command.js'

type Row = Record<string, string>

/** SHOW CONSTRAINTS. */
export async function constraints(transaction: EngineTransaction): Promise<Answer> {
  const rows = (await transaction.run('SHOW CONSTRAINTS')).toArray() as Row[]
  const types: Row = { UNIQUE: 'UNIQUENESS', 'NOT NULL': 'NODE_PROPERTY_EXISTENCE', 'NODE KEY': 'NODE_KEY' }
  return {
    columns: ['id', 'name', 'type', 'entityType', 'labelsOrTypes', 'properties', 'ownedIndex', 'propertyType'],
    rows: byName(rows).map(({ name = '', type = '', label = '', properties = '' }, at) => {
      const owned = type === 'NOT NULL' ? null : name
      return [at + 1, name, types[type] ?? type, 'NODE', [label], properties.split(', '), owned, null]
    }),
  }
}

/** SHOW INDEXES, or those of one type (`RANGE`, `FULLTEXT` …; empty: all). */
export async function indexes(transaction: EngineTransaction, db: GrafeoDB, type: string): Promise<Answer> {
  const [rows, owners] = [
    (await transaction.run('SHOW INDEXES')).toArray() as Row[],
    (await transaction.run('SHOW CONSTRAINTS')).toArray() as Row[],
  ]
  const merged = new Map<string, { label: string; properties: string[] }>()
  for (const { name = '', label = '', property = '' } of rows) {
    const whole = indexOf({ name })
    const index = merged.get(whole) ?? { label, properties: [] }
    index.properties.push(property)
    merged.set(whole, index)
  }
  const owning = new Set(owners.map((row) => row.name))
  const plain = [...merged].map(([name, { label, properties }]) => {
    const owner = owning.has(name) ? name : null
    return { name, kind: ['RANGE', 'NODE', [label], properties.sort(), 'grafeo-hash', owner] as PackValue[] }
  })
  const text = (await listFullText(db)).map(({ name, labels, properties }) => {
    return { name, kind: ['FULLTEXT', 'NODE', labels, properties, 'grafeo-bm25', null] as PackValue[] }
  })
  const all = byName([...plain, ...text]).filter(({ kind }) => type === '' || kind[0] === type)
  const heads = ['id', 'name', 'state', 'populationPercent', 'type', 'entityType', 'labelsOrTypes', 'properties']
  return {
    columns: [...heads, 'indexProvider', 'owningConstraint', 'lastRead', 'readCount'],
    rows: all.map(({ name, kind }, at) => [at + 1, name, 'ONLINE', new Float(100), ...kind, null, null]),
  }
}

function byName<T extends { name?: string }>(rows: T[]): T[] {
  return [...rows].sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
}
