// One statement, from text and parameters to rows that can be pulled. In: a query and the transaction it runs in.
// Out: an Outcome. Joins dialect, engine and values; knows nothing of sessions and sockets.

import type { QueryResult } from '@grafeo-db/js'
import { type Answer, answerOf } from './catalog.js'
import { adviceFor, columnName, type Intent, readIntent } from './dialect.js'
import type { Engine, EngineTransaction } from './engine.js'
import { BoltFailure, CODE, failureOf } from './failure.js'
import { Float, type Packer, type PackValue, Structure } from './packstream.js'
import { type IndexRow, type Notice, repairsAfterDrop, type SchemaCommand } from './schema-command.js'
import { planOf, profilePlan, statsOf } from './summary.js'
import { columnPackers, engineValue, isReserved } from './values.js'

/** What a statement gave. Rows are packed one at a time, so that a large result never stalls the server. */
export interface Outcome {
  columns: string[]
  length: number
  packRow: (packer: Packer, row: number) => void
  /** `type`, and where there is any: `stats`, `plan`, `profile`. */
  summary: { [key: string]: PackValue }
  notices: Notice[]
}

/** What a statement may do and is told about the server. */
export interface Surroundings {
  engine: Engine
  address: string
  /** LOAD CSV reads any file of this user; only a server started for it allows that. */
  allowFiles: boolean
  shutdown: () => void
}

type Parameters = { [key: string]: PackValue }

/** Runs one statement in `transaction`. Throws BoltFailure; the transaction is then to be rolled back. */
export async function runStatement(
  around: Surroundings,
  transaction: EngineTransaction,
  query: string,
  parameters: Parameters,
): Promise<Outcome> {
  try {
    const floats = Object.keys(parameters).filter((name) => {
      const value = parameters[name]
      return value instanceof Float && Number.isInteger(value.value)
    })
    const intent = readIntent(query, floats)
    if (intent.does === 'schema') return await runSchema(transaction, intent.command, intent.mode)
    if (intent.does === 'answer') return await runAnswer(around, transaction, intent, parameters)
    return await runQuery(around, transaction, intent, parameters)
  } catch (error) {
    const failure = failureOf(error)
    const advice = failure.code === CODE.syntax || failure.code === CODE.procedure ? adviceFor(query) : null
    if (advice === null) throw failure
    throw new BoltFailure(failure.code, `The embedded engine lacks this. ${advice} (${failure.message})`, failure.gql, {
      cause: error,
    })
  }
}

async function runQuery(
  around: Surroundings,
  transaction: EngineTransaction,
  intent: Intent & { does: 'query' },
  given: Parameters,
): Promise<Outcome> {
  const parameters = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, engineValue(value, name)]))
  if (intent.mayLoad && !around.allowFiles) await refuseLoad(transaction, intent.text, parameters)
  const type = intent.writes ? (intent.returns ? 'rw' : 'w') : 'r'
  if (intent.mode === 'explain') {
    const plan = (await transaction.run(`EXPLAIN ${intent.text}`, parameters)).scalar()
    return rowless({ type, plan: planOf(String(plan)) })
  }
  const profile =
    intent.mode === 'profile' ? await profileOf(around.engine, transaction.readOnly, intent.text, parameters) : null
  const result = await transaction.run(intent.text, parameters)
  if (result.counters.propertiesSet > 0) refuseReserved(intent.text, given)
  const summary: Parameters = { type }
  const stats = statsOf(result)
  if (stats) summary.stats = stats
  if (profile) summary.profile = profile
  return rowsOf(result, summary)
}

function rowsOf(result: QueryResult, summary: Parameters): Outcome {
  const { columns, length } = result
  const packers = columnPackers(result)
  return {
    columns: columns.map(columnName),
    length,
    summary,
    notices: [],
    packRow: (packer, at) => {
      const row = result.get(at)
      packer.listHeader(columns.length)
      for (const [index, name] of columns.entries()) packers[index]?.(packer, row[name])
    },
  }
}

function rowless(summary: Parameters, notices: Notice[] = []): Outcome {
  return { columns: [], length: 0, packRow: () => undefined, summary, notices }
}

/** Asks the engine, not the words, whether the query would read a file: its plan then holds a LoadCsv line. */
async function refuseLoad(
  transaction: EngineTransaction,
  text: string,
  parameters: Record<string, unknown>,
): Promise<void> {
  const plan = await transaction.run(`EXPLAIN ${text}`, parameters).then(
    (result) => String(result.scalar()),
    // What cannot be explained is a command of the schema or an error, and loads nothing.
    () => '',
  )
  if (!/^\s*LoadCsv\b/m.test(plan)) return
  const message =
    'LOAD CSV is off, since it could read any file of this user. Send the rows as a parameter and UNWIND them.'
  throw new BoltFailure(CODE.forbidden, message, '42NFF')
}

/** A property with a name of the engine's own would be lost in every result. */
function refuseReserved(text: string, parameters: Parameters): void {
  const found =
    /(?<![\p{L}\p{N}_$])_(?:id|labels|source|target|type)(?![\p{L}\p{N}_])/u.exec(text)?.[0] ?? reservedKey(parameters)
  if (!found) return
  throw new BoltFailure(
    CODE.argument,
    `A property cannot be called ${found}: the embedded engine uses this name itself.`,
    '22N01',
  )
}

function reservedKey(value: PackValue): string | null {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || value instanceof Structure)
    return null
  if (Array.isArray(value)) return firstOf(value)
  return Object.keys(value).find(isReserved) ?? firstOf(Object.values(value))
}

function firstOf(values: PackValue[]): string | null {
  for (const value of values) {
    const found = reservedKey(value)
    if (found !== null) return found
  }
  return null
}

async function runSchema(
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
  const count = async () => new Set((await names(list)).map((row) => row.name)).size
  const before = await count()
  const indexes = command.act === 'drop' ? await names('SHOW INDEXES') : []
  for (const statement of command.statements) await transaction.run(statement)
  if (command.act === 'drop') {
    for (const statement of repairsAfterDrop(indexes, await names('SHOW INDEXES'))) await transaction.run(statement)
  }
  const changed = Math.abs((await count()) - before)
  const noun = command.kind === 'constraint' ? 'constraints' : 'indexes'
  const stats = {
    [`${noun}-${command.act === 'create' ? 'added' : 'removed'}`]: changed,
    'contains-updates': changed > 0,
  }
  return rowless(changed > 0 ? { type: 's', stats } : { type: 's' }, command.notices)
}

async function runAnswer(
  around: Surroundings,
  transaction: EngineTransaction,
  intent: Intent & { does: 'answer' },
  parameters: Parameters,
): Promise<Outcome> {
  if (intent.mode !== 'run') return rowless({ type: 'r', plan: planOf(intent.name) })
  if (intent.name.startsWith('wentu.') && transaction.readOnly) {
    throw new BoltFailure(CODE.accessMode, `${intent.name} is not allowed in a read-only transaction.`, '25G03')
  }
  if (intent.name === 'wentu.checkpoint') around.engine.checkpoint()
  if (intent.name === 'wentu.shutdown') around.shutdown()
  const done = intent.name.startsWith('wentu.')
  const answer = done ? { columns: ['done'], rows: [[true]] } : await answerOf(intent.name, transaction, around.address)
  if (intent.tail !== '') return runTail(transaction, answer, intent.tail, parameters)
  return {
    columns: answer.columns,
    length: answer.rows.length,
    packRow: (packer, row) => packer.value(answer.rows[row]),
    summary: { type: 'r' },
    notices: [],
  }
}

/** `YIELD … WHERE … RETURN …` behind an answer: its rows go through the engine as a parameter. */
async function runTail(
  transaction: EngineTransaction,
  answer: Answer,
  tail: string,
  given: Parameters,
): Promise<Outcome> {
  const rows = answer.rows.map((row) =>
    Object.fromEntries(answer.columns.map((column, at) => [column, row[at] ?? null])),
  )
  const all = answer.columns.map((column) => `__row.${column} AS ${column}`).join(', ')
  const yielded = /^YIELD\s+(\*|[\w\s,]+?)(?=\s+(?:WHERE|RETURN|ORDER|SKIP|LIMIT)\b|$)/i.exec(tail)
  const rest = yielded ? tail.slice(yielded[0].length).trim() : tail
  const columns = !yielded || yielded[1] === '*' ? answer.columns : (yielded[1] as string).split(',').map(aliasOf)
  const picked = yielded && yielded[1] !== '*' ? ` WITH ${yielded[1]}` : ''
  const shown = /\bRETURN\b/i.test(rest) ? '' : ` RETURN ${columns.join(', ')}`
  const [where = '', order = ''] = shown === '' ? [rest] : splitOrder(rest)
  const query = `UNWIND $__rows AS __row WITH ${all}${picked && ` ${picked}`} ${where}${shown} ${order}`
  const parameters = Object.fromEntries(
    Object.entries({ ...given, __rows: rows }).map(([name, value]) => [name, engineValue(value, name)]),
  )
  return rowsOf(await transaction.run(query, parameters), { type: 'r' })
}

function aliasOf(item: string): string {
  return (item.trim().split(/\s+/).at(-1) as string).trim()
}

/** In a tail without RETURN, ORDER BY, SKIP and LIMIT come before WHERE; in a query they come after. */
function splitOrder(rest: string): string[] {
  const at = /\bWHERE\b/i.exec(rest)?.index ?? rest.length
  return [rest.slice(at), rest.slice(0, at)]
}

/** The engine's PROFILE gives no rows: it runs apart, in a transaction that is undone, and the statement itself runs after it. */
async function profileOf(
  engine: Engine,
  readOnly: boolean,
  text: string,
  parameters: Record<string, unknown>,
): Promise<PackValue> {
  const aside = await engine.begin(readOnly)
  try {
    const { profile } = await aside.run(`PROFILE ${text}`, parameters)
    return profile ? profilePlan(profile.root) : null
  } catch {
    // The statement itself, which runs next, says what is wrong with it.
    return null
  } finally {
    await aside.rollback()
  }
}
