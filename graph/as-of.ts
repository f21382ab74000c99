// A graph and a day in, the graph as it stood at the end of that day out: made anew, in an engine of its own, of the
// documents that were dated by then. Exact, since the graph is a function of its documents; works the same on every
// engine, since only reading is asked of the one that holds the graph. Costs as much as loading those documents.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document } from '../schema/fact.js'
import { Fault } from '../schema/fault.js'
import { ask } from './ask.js'
import { withEnds } from './claim.js'
import { connect, type Graph } from './connect.js'
import * as cypher from './cypher.js'
import { listJudgements } from './judging.js'
import { startLocal, stopLocal } from './local/lifecycle.js'
import { readOffices } from './offices.js'
import { mentionOf, statementOf } from './rows.js'
import { firstDay, holdersOn, lastDay } from './tenure.js'
import { plain, toWire } from './value.js'
import { prepare, writeClaims, writeJudgements } from './write.js'

/** A graph as it stood. */
export interface AsOf {
  graph: Graph
  /** The last day that counts. */
  day: string
  /** Documents in it; those left out because they are of later, or of no known day, or of a day that may be later. */
  documents: number
  later: number
  undated: number
  /** Facts of offices and teams left out: told by then to have ended, or not yet to have begun. */
  ended: number
  /** Closes the engine and forgets the copy. */
  close(): Promise<void>
}

const AT_ONCE = 200

/**
 * Makes the graph as it stood at the end of a day.
 * @param date a day, or a month or year: then at its end
 * @throws Fault `usage` when that is no date, `store` when an engine does not answer
 */
export async function openAsOf(graph: Graph, date: string): Promise<AsOf> {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date) || Number.isNaN(Date.parse(lastDay(date))))
    throw new Fault('usage', `"${date}" is no date; give it as 2022-11-24, 2022-11 or 2022.`)
  const day = lastDay(date)
  const data = await mkdtemp(join(tmpdir(), 'wentu-as-of-'))
  const forget = async () => {
    await stopLocal(data)
    await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
  let copy: Graph | undefined
  try {
    // Whoever asked may be killed: nobody else would end this engine.
    await startLocal(data, { owner: process.pid })
    copy = await connect({ data })
    const counts = await fill(graph, copy, day)
    const ended = await dropEnded(copy, day)
    const close = async () => {
      await copy?.close()
      await forget()
    }
    return { graph: copy, day, ...counts, ended, close }
  } catch (error) {
    await copy?.close()
    await forget()
    throw error
  }
}

async function fill(
  graph: Graph,
  copy: Graph,
  day: string,
): Promise<{ documents: number; later: number; undated: number }> {
  await prepare(copy)
  await writeJudgements(copy, { put: await listJudgements(graph) })
  const dates = await ask(graph, 'MATCH (d:Document) RETURN d.id AS id, d.date AS date')
  const dated = dates.filter((record) => record.get('date') !== null)
  const ids = dated.filter((record) => lastDay(record.get('date')) <= day).map((record) => String(record.get('id')))
  ids.sort()
  for (let start = 0; start < ids.length; start += AT_ONCE)
    await copyDocuments(graph, copy, ids.slice(start, start + AT_ONCE))
  return { documents: ids.length, later: dated.length - ids.length, undated: dates.length - dated.length }
}

async function copyDocuments(graph: Graph, copy: Graph, ids: string[]): Promise<void> {
  const [documents, mentions, statements] = await Promise.all([
    ask(graph, 'UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN properties(d) AS properties', { ids }),
    ask(graph, cypher.MENTIONS_OF_DOCUMENTS, { ids }),
    ask(graph, cypher.STATEMENTS_OF_DOCUMENTS, { ids }),
  ])
  await writeClaims(copy, {
    documents: documents.map((record) => Document.parse(plain(toWire(record.get('properties'))))),
    // What the documents themselves say: which entities that is was settled by later documents too.
    mentions: mentions.flatMap((record) => mentionOf(record).said),
    statements: statements.map(statementOf).map((one) => withEnds(one, one.saidFrom, one.saidTo)),
  })
}

/** Who held an office before that day, or a team, or was to hold it after, does not hold it on that day. */
async function dropEnded(copy: Graph, day: string): Promise<number> {
  const ended: string[] = []
  for (const { name, told } of (await readOffices(copy)).values()) {
    const holders = new Set(holdersOn(day, name, told))
    ended.push(...new Set(told.filter(({ person }) => !holders.has(person)).map(({ fact }) => fact)))
  }
  const led = await ask(
    copy,
    'MATCH (:Person)-[r:LEADS_GROUP]->(:Group) RETURN r.id AS id, r.former AS former, r.since AS since, r.until AS until',
  )
  for (const record of led) {
    const [since, until] = [record.get('since'), record.get('until')]
    const over = record.get('former') === true || (until !== null && lastDay(until) < day)
    if (over || (since !== null && firstDay(since) > day)) ended.push(record.get('id'))
  }
  await cutFacts(copy, ended)
  return ended.length
}

async function cutFacts(copy: Graph, ids: string[]): Promise<void> {
  const session = copy.driver.session()
  try {
    for (const type of ['HOLDS_POST', 'LEADS_GROUP'] as const)
      await session.executeWrite((tx) =>
        tx.run(
          `UNWIND $ids AS id MATCH (s:Statement {fact: id}) WITH DISTINCT id, s.from AS from, s.to AS to
           MATCH (:Entity {id: from})-[r:${type}]->(:Entity {id: to}) DELETE r`,
          { ids },
        ),
      )
  } finally {
    await session.close()
  }
}
