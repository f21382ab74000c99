// A command that is answered here and not by the engine, with what hangs on it (`YIELD … WHERE … RETURN …`). In: the name of the
// answer and a transaction. Out: an Outcome.

import { type Answer, answerOf } from './catalog.js'
import { type Intent, readIntent } from './dialect.js'
import type { EngineTransaction } from './engine.js'
import { BoltFailure, CODE } from './failure.js'
import { type PackValue, Structure } from './packstream.js'
import { type Outcome, type Parameters, type Query, rowless, runQuery, type Surroundings } from './query-statement.js'
import { clausesOf } from './rewrite/clause.js'
import { Source } from './rewrite/source.js'
import { planOf } from './summary.js'
import { engineValue } from './values.js'

/** Answers a command. Throws BoltFailure for what a read-only transaction may not do. */
export async function runAnswer(
  around: Surroundings,
  transaction: EngineTransaction,
  intent: Intent & { does: 'answer' },
  parameters: Parameters,
): Promise<Outcome> {
  if (intent.name.startsWith('wentu.') && transaction.readOnly && intent.mode !== 'explain') {
    throw new BoltFailure(CODE.accessMode, `${intent.name} is not allowed in a read-only transaction.`, '25G03')
  }
  if (intent.mode !== 'run') return rowless({ type: 'r', plan: planOf(intent.name) })
  if (intent.name === 'wentu.checkpoint') around.engine.checkpoint()
  if (intent.name === 'wentu.shutdown') around.shutdown()
  const done = intent.name.startsWith('wentu.')
  const answer = done ? { columns: ['done'], rows: [[true]] } : await ask(around, transaction, intent, parameters)
  const summary: Parameters = { type: OF_THE_SYSTEM.has(intent.name) ? 's' : 'r' }
  const chosen = intent.tail === '' ? plainly(answer) : chosenBy(answer, new Source(intent.tail))
  if (chosen === null) {
    const query = tailed(answer, intent.tail || 'YIELD *')
    const rows = answer.rows.map((row) => mapOf(answer.columns, row))
    const outcome = await runQuery(around, transaction, intentOf(query), { ...parameters, __rows: rows })
    return { ...outcome, summary: { ...outcome.summary, ...summary } }
  }
  return {
    columns: chosen.columns,
    length: chosen.rows.length,
    packRow: (packer, row) => packer.value(chosen.rows[row]),
    summary,
    notices: [],
  }
}

/** What Neo4j answers from its system database, and says so in the summary. */
const OF_THE_SYSTEM = new Set(['show.databases', 'show.users', 'dbms.components', 'dbms.showCurrentUser'])

async function ask(
  around: Surroundings,
  transaction: EngineTransaction,
  { name, args }: Intent & { does: 'answer' },
  given: Parameters,
): Promise<Answer> {
  const parameters = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, engineValue(value, key)]))
  const values = args === '' ? [] : (await transaction.run(`RETURN [${args}] AS args`, parameters)).scalar()
  return answerOf(name, { transaction, db: around.engine.db, address: around.address, args: values as unknown[] })
}

function plainly(answer: Answer): Answer | null {
  return answer.nodes ? null : answer
}

/** The answer cut to what `YIELD a, b RETURN a AS x` names, when that is all the tail says; else null. */
function chosenBy(answer: Answer, tail: Source): Answer | null {
  const clauses = clausesOf(tail, 0, tail.length)
  if (answer.nodes || clauses.some(({ word }) => word !== 'YIELD' && word !== 'RETURN')) return null
  let chosen: Answer | null = answer
  for (const { body, to } of clauses) chosen = chosen && columnsOf(chosen, tail, body, to)
  return chosen
}

function columnsOf(answer: Answer, tail: Source, from: number, to: number): Answer | null {
  if (tail.mark(from) === '*' && to === from + 1) return answer
  const picked: { at: number; name: string }[] = []
  for (const [start, end] of tail.split(from, to)) {
    const at = answer.columns.indexOf(nameAt(tail, start))
    const renamed = end === start + 3 && tail.word(start + 1) === 'AS'
    if (at < 0 || !(renamed || end === start + 1)) return null
    picked.push({ at, name: nameAt(tail, end - 1) })
  }
  return {
    columns: picked.map(({ name }) => name),
    rows: answer.rows.map((row) => picked.map(({ at }) => row[at] ?? null)),
  }
}

function nameAt(source: Source, at: number): string {
  const token = source.tokens[at]
  return (token?.kind === 'name' ? token.value : token?.text) ?? ''
}

/** `YIELD … WHERE … RETURN …` as a query over the rows of the answer, which go in as a parameter. */
function tailed({ columns, nodes = [] }: Answer, text: string): string {
  const tail = new Source(text)
  const clauses = clausesOf(tail, 0, tail.length)
  const yielded = clauses[0]?.word === 'YIELD' ? clauses[0] : null
  const star = !yielded || tail.mark(yielded.body) === '*'
  const items =
    yielded && !star ? tail.split(yielded.body, yielded.to).map(([from, to]) => tail.text(from, to)) : columns
  const found = nodes.map((name) => ` MATCH (__${name}) WHERE id(__${name}) = __row.${name}`).join('')
  const all = columns.map((name) => `${nodes.includes(name) ? `__${name}` : `__row.${name}`} AS ${name}`).join(', ')
  const head = `UNWIND $__rows AS __row${found} WITH ${all}${star ? '' : ` WITH ${items.join(', ')}`}`
  const rest = clauses.slice(yielded ? 1 : 0)
  const said = (from: (word: string) => boolean) =>
    rest
      .filter(({ word }) => from(word))
      .map((clause) => tail.text(clause.from, clause.to))
      .join(' ')
  if (rest.some(({ word }) => !TRIMMINGS.has(word))) return `${head} ${said(() => true)}`
  // Without a RETURN of its own, ORDER BY and the like come before WHERE; in a query they come last.
  const names = items.map((item) => item.split(/\s+/).at(-1))
  return `${head} ${said((word) => word === 'WHERE')} RETURN ${names.join(', ')} ${said((word) => word !== 'WHERE')}`
}

const TRIMMINGS = new Set(['WHERE', 'ORDER BY', 'SKIP', 'OFFSET', 'LIMIT'])

function intentOf(query: string): Query {
  const intent = readIntent(query)
  if (intent.does !== 'query') throw new BoltFailure(CODE.syntax, 'Nothing can be read from this answer so.', '42001')
  return intent
}

/** A row as a map that the engine takes: nodes and relationships of the answer's own are their properties. */
function mapOf(columns: string[], row: PackValue[]): { [key: string]: PackValue } {
  const plain = (value: PackValue): PackValue => {
    if (Array.isArray(value)) return value.map(plain)
    if (!(value instanceof Structure)) return value
    return value.fields.find((field) => typeof field === 'object' && field !== null && !Array.isArray(field)) ?? null
  }
  return Object.fromEntries(columns.map((column, at) => [column, plain(row[at] ?? null)]))
}
