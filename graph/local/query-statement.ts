// A query that the engine answers, from text and parameters to rows that can be pulled. In: a Query and the transaction it
// runs in. Out: an Outcome. Joins dialect, engine and values; knows nothing of sessions and sockets.

import type { QueryResult } from '@grafeo-db/js'
import type { Intent } from './dialect.js'
import type { Engine, EngineTransaction } from './engine.js'
import { BoltFailure, CODE, failureOf } from './failure.js'
import { type Packer, type PackValue, Structure } from './packstream.js'
import { withoutNullWrites } from './rewrite/null-write.js'
import { rewritten } from './rewrite/query.js'
import type { Notice } from './schema-command.js'
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

export type Parameters = { [key: string]: PackValue }

export type Query = Intent & { does: 'query' }

/** What the engine refuses to read is said in another way, if there is one. */
export async function runQuery(
  around: Surroundings,
  transaction: EngineTransaction,
  intent: Query,
  given: Parameters,
): Promise<Outcome> {
  try {
    return await runAsSaid(around, transaction, intent, given)
  } catch (error) {
    for (const text of otherWays(error, intent, given)) {
      try {
        return await runAsSaid(around, transaction, { ...intent, text }, given)
      } catch (other) {
        if (failureOf(other).code !== CODE.syntax) throw other
      }
    }
    throw error
  }
}

/** What could be run in place of a query that failed so; nothing when the failure is one of the data. */
function otherWays(error: unknown, { text, asked }: Query, given: Parameters): string[] {
  const { code, message } = failureOf(error)
  if (code === CODE.syntax) return rewritten(asked, given)
  const way = code === CODE.typeError && message.endsWith('found null') ? withoutNullWrites(text) : text
  return way === text ? [] : [way]
}

async function runAsSaid(
  around: Surroundings,
  transaction: EngineTransaction,
  intent: Query,
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
  if (!intent.returns) return rowless(summary, intent.notices)
  return { ...(await rowsOf(transaction, result, summary, intent.columns)), notices: intent.notices }
}

async function rowsOf(
  transaction: EngineTransaction,
  result: QueryResult,
  summary: Parameters,
  names: string[] | null,
): Promise<Outcome> {
  const { length } = result
  const packers = await columnPackers(result, (query, parameters) => transaction.run(query, parameters))
  // Names that begin so are given by a rewriting; nobody asked for them.
  const columns = result.columns.filter((name) => !name.startsWith('__'))
  return {
    columns: names?.length === columns.length ? names : columns,
    length,
    summary,
    notices: [],
    packRow: (packer, index) => {
      const row = result.get(index)
      packer.listHeader(columns.length)
      for (const [at, name] of result.columns.entries()) if (!name.startsWith('__')) packers[at]?.(packer, row[name])
    },
  }
}

/** An outcome without rows. */
export function rowless(summary: Parameters, notices: Notice[] = []): Outcome {
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
