// One question put to one engine, and what it answered in a form that two engines can be compared by: every value with its
// type, ids left out, errors by their code. In: a driver and a question. Out: an Answer.
import neo4j, { type Driver, type Node, type Path, type QueryResult, type Relationship } from 'neo4j-driver'
import type { Question } from './dialect/question.js'

/** What an engine gave. Two that are alike in `rows`, `about` and the error's code count as the same answer. */
export interface Answer {
  rows: string[]
  /** The kind of query, what it changed, whether there is a plan. */
  about: string
  error?: { code: string; message: string }
}

type Run = (query: string) => PromiseLike<QueryResult>

/** Asks in a transaction that is rolled back. */
export async function askUndone(driver: Driver, question: Question): Promise<Answer> {
  const session = driver.session()
  try {
    const transaction = session.beginTransaction()
    const answer = await answerOf(question, (query) => transaction.run(query, parametersOf(question)))
    if (transaction.isOpen()) await transaction.rollback()
    return answer
  } finally {
    await session.close()
  }
}

/** Asks with auto-commit, after its `before`; its `undo` takes back what was made. */
export async function askCommitted(driver: Driver, question: Question): Promise<Answer> {
  const session = driver.session()
  const run: Run = (query) => session.run(query, parametersOf(question))
  try {
    for (const step of question.before ?? []) {
      const failed = await run(step).then(() => null, errorOf)
      if (failed) return failed
    }
    return await answerOf(question, run)
  } finally {
    for (const step of question.undo ?? []) await session.run(step)
    await session.close()
  }
}

/** Whether two engines gave the same. */
export function isSame(one: Answer, other: Answer): boolean {
  return keyOf(one) === keyOf(other)
}

/** What two answers are compared by. */
export function keyOf({ error, about, rows }: Answer): string {
  return error?.code ?? [about, ...rows].join('\n')
}

async function answerOf({ ask, look }: Question, run: Run): Promise<Answer> {
  try {
    const { summary, ...first } = await run(ask)
    const rows = rowsOf(ask, first)
    if (look !== undefined) rows.push('then', ...rowsOf(look, await run(look)))
    return { rows, about: aboutOf(summary) }
  } catch (error) {
    return errorOf(error)
  }
}

function errorOf(error: unknown): Answer {
  const { code = 'none', message } = error as { code?: string; message: string }
  return { rows: [], about: '', error: { code, message } }
}

function rowsOf(query: string, { records }: Pick<QueryResult, 'records'>): string[] {
  const rows = records.map((record) =>
    record.keys.map((key) => `${String(key)}: ${canonical(record.get(key))}`).join(' | '),
  )
  return /\bORDER BY\b/i.test(query) ? rows : rows.sort()
}

function aboutOf(summary: QueryResult['summary']): string {
  const changed = Object.entries(summary.counters.updates()).filter(([, count]) => count > 0)
  return [
    summary.queryType,
    ...changed.map(([name, count]) => `${name} ${count}`),
    ...(summary.plan ? ['plan'] : []),
    ...(summary.profile ? ['profile'] : []),
  ].join(', ')
}

function parametersOf({ with: given = {} }: Question): Record<string, unknown> {
  return withIntegers(given) as Record<string, unknown>
}

function withIntegers(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(withIntegers)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withIntegers(item)]))
}

/**
 * A value with its type, written one way; what an engine is free to choose (ids, the order of labels and keys) is left out.
 * `special` is asked first at each value, and gives the text of what it knows better.
 */
export function canonical(value: unknown, special: (value: unknown) => string | null = () => null): string {
  const said = special(value)
  if (said !== null) return said
  const inside = (item: unknown) => canonical(item, special)
  if (value === null || value === undefined) return 'null'
  if (neo4j.isInt(value as object)) return String(value)
  if (typeof value === 'number') return Number.isInteger(value) ? wholeFloat(value) : String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(inside).join(', ')}]`
  if (neo4j.isNode(value)) return nodeText(value, inside)
  if (neo4j.isRelationship(value)) return relationshipText(value, inside)
  if (neo4j.isPath(value)) return pathText(value, inside)
  if (Object.getPrototypeOf(value) !== Object.prototype) return `${value.constructor.name} ${value}`
  return mapText(value, inside)
}

type Inside = (value: unknown) => string

function wholeFloat(value: number): string {
  return `${Object.is(value, -0) ? '-0' : value}.0`
}

function mapText(value: object, inside: Inside): string {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${key}: ${inside(item)}`).join(', ')}}`
}

function nodeText({ labels, properties }: Node, inside: Inside): string {
  const named = [...labels].sort().map((label) => `:${label}`)
  return `(${named.join('')} ${mapText(properties, inside)})`
}

function relationshipText({ type, properties }: { type: string; properties: object }, inside: Inside): string {
  return `[:${type} ${mapText(properties, inside)}]`
}

function pathText({ start, segments }: Path, inside: Inside): string {
  const steps = segments.map(({ start: from, relationship, end }) => {
    const edge = relationshipText(relationship, inside)
    const along = (relationship as Relationship).startNodeElementId === from.elementId
    return `${along ? `-${edge}->` : `<-${edge}-`}${nodeText(end, inside)}`
  })
  return `<${nodeText(start, inside)}${steps.join('')}>`
}
