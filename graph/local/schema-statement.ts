// A command of the schema, run. In: a SchemaCommand and a transaction. Out: an Outcome that counts what was made or dropped.
// The engine commits its schema at once and knows no full-text indexes of several labels: see full-text.ts.

import type { Intent } from './dialect.js'
import type { EngineTransaction } from './engine.js'
import { BoltFailure, CODE } from './failure.js'
import { createFullText, dropFullText, listFullText } from './full-text.js'
import { type Outcome, rowless, type Surroundings } from './query-statement.js'
import { bare, type IndexRow, indexOf, repairsAfterDrop, type SchemaCommand } from './schema-command.js'
import { planOf } from './summary.js'

/** Runs a command. Throws BoltFailure in a read-only transaction, and where the data or the schema forbids it. */
export async function runSchema(
  { engine: { db } }: Surroundings,
  transaction: EngineTransaction,
  command: SchemaCommand,
  mode: Intent['mode'],
): Promise<Outcome> {
  if (mode !== 'run') return rowless({ type: 's', plan: planOf(`${command.act} ${command.kind}`) }, command.notices)
  if (transaction.readOnly && command.statements.length === 0) {
    throw new BoltFailure(CODE.accessMode, 'Schema commands are not allowed in a read-only transaction.', '25G03')
  }
  const names = async (list: string) => (await transaction.run(list)).toArray() as unknown as IndexRow[]
  const list = command.kind === 'constraint' ? 'SHOW CONSTRAINTS' : 'SHOW INDEXES'
  const count = async () => new Set((await names(list)).map(indexOf)).size + (await listFullText(db)).length
  const before = await count()
  if (command.unique) await refuseDoubles(transaction, command.unique)
  if (command.fullText) await makeFullText(db, command.fullText, await names('SHOW INDEXES'))
  const isFullText =
    command.kind === 'index' && !transaction.readOnly && (await dropFullText(db, command.dropped ?? ''))
  if (!isFullText) await runStatements(transaction, command, names)
  const changed = Math.abs((await count()) - before)
  const noun = command.kind === 'constraint' ? 'constraints' : 'indexes'
  const stats = {
    [`${noun}-${command.act === 'create' ? 'added' : 'removed'}`]: changed,
    'contains-updates': changed > 0,
  }
  return rowless(changed > 0 ? { type: 's', stats } : { type: 's' }, command.notices)
}

async function runStatements(
  transaction: EngineTransaction,
  { act, statements, dropped }: SchemaCommand,
  names: (list: string) => Promise<IndexRow[]>,
): Promise<void> {
  const indexes = act === 'drop' ? await names('SHOW INDEXES') : []
  for (const statement of statements) await transaction.run(statement)
  if (act !== 'drop') return
  for (const { name } of await names('SHOW INDEXES')) {
    if (indexOf({ name }) === dropped) await transaction.run(`DROP INDEX \`${name}\``)
  }
  for (const statement of repairsAfterDrop(indexes, await names('SHOW INDEXES'))) await transaction.run(statement)
}

/** The engine would make the constraint over data that breaks it. */
async function refuseDoubles(
  transaction: EngineTransaction,
  { name, label, properties, optional }: NonNullable<SchemaCommand['unique']>,
): Promise<void> {
  const constraints = (await transaction.run('SHOW CONSTRAINTS')).toArray()
  const there = constraints.find((row) => row.name === name)
  const same = there?.label === bare(label) && there.properties === properties.map(bare).join(', ')
  if (same && !optional)
    throw new BoltFailure(CODE.ruleExists, `An equivalent constraint already exists: ${name}`, '22N65')
  if (there) return
  const keys = properties.map((property) => `n.${property}`)
  const set = keys.map((key) => `${key} IS NOT NULL`).join(' AND ')
  const doubles = await transaction.run(
    `MATCH (n:${label}) WHERE ${set} WITH [${keys.join(', ')}] AS key, count(*) AS have WHERE have > 1 RETURN toString(key[0]) AS key, have LIMIT 1`,
  )
  const [row] = doubles.toArray()
  if (!row) return
  const message = `${row.have} nodes of :${label} have the same ${properties.join(', ')} (${row.key} …): make them differ first.`
  throw new BoltFailure(CODE.constraintRefused, message, '50N11')
}

async function makeFullText(
  db: Surroundings['engine']['db'],
  { optional, ...index }: NonNullable<SchemaCommand['fullText']>,
  others: IndexRow[],
): Promise<void> {
  const taken = [...others, ...(await listFullText(db))].some((one) => indexOf(one) === index.name)
  if (!taken) await createFullText(db, index)
  else if (!optional) throw new BoltFailure(CODE.indexExists, `index '${index.name}' already exists`, '22N70')
}
