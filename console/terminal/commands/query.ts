// wentu query: a Cypher query in, its rows out, as a table for people or JSON for programs. Read-only unless told.
import { Command, InvalidArgumentError } from 'commander'
import type { Graph } from '../../../graph/connect.js'
import { Fault } from '../../../schema/fault.js'
import { note, paint, print } from '../print.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

interface Options extends TargetOptions {
  json?: boolean
  param: Record<string, unknown>
  limit?: number
  timeout?: number
  write?: boolean
  asOf?: string
}

/** As shells give it for an interrupt. */
const INTERRUPTED = 130

/** A person reads no more rows than this; a program gets them all. */
const TABLE_LIMIT = 1000

export function queryCommand(): Command {
  const command = new Command('query')
    .summary('ask the graph in Cypher')
    .description('Runs one Cypher query, read-only, and prints its rows.')
    .argument('<cypher>', 'the query; - reads it from standard input')
    .option('--json', 'print an array of row objects')
    .option('-p, --param <name=value>', 'a parameter, JSON or else text; may be repeated', parseParameter, {})
    .option(
      '--limit <rows>',
      `stop after so many rows (default: ${TABLE_LIMIT} in a table, none with --json)`,
      parseCount,
    )
    .option('--timeout <seconds>', 'stop after so many seconds', parseCount)
    .option('--write', 'let the query change the graph')
    .option('--as-of <date>', 'ask the graph as it stood at the end of that day (see below)')
    .addHelpText(
      'after',
      `
Examples:
  wentu query "MATCH (p:Person)-[:LEADS_GROUP]->(g) RETURN p.name, g.name"
  wentu query --json -p name=应急管理部 'MATCH (o {name: $name})-[r]->(d) RETURN type(r), d'
  wentu query --as-of 2022-11-24 "MATCH (p:Person)-[:HOLDS_POST]->(o {name: '国务院总理'}) RETURN p.name"

--as-of makes a copy of the graph of the documents dated by the end of that day, and nothing else: names, figures, first
and last are what they were. Offices and teams told by then to have ended, or not yet to have begun, are left out; an
office of one holder is his who was told last to hold it, unless two are told to hold it at once. Documents without a
date are left out. The copy takes as long as loading its documents, and is gone after the query.`,
    )
    .action(run)
  return takesTarget(command)
}

async function run(argument: string, options: Options): Promise<void> {
  const cypher = argument === '-' ? await readInput() : argument
  const limit = options.limit ?? (options.json ? undefined : TABLE_LIMIT)
  await withGraphAsked(options, async (graph) => {
    const { plain, query } = await import('../../../graph/query.js')
    const answer = await query(graph, cypher, {
      params: options.param,
      ...(limit === undefined ? {} : { limit }),
      ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout * 1000 }),
      write: options.write ?? false,
    })
    if (options.json)
      return printJson(
        answer.columns,
        answer.rows.map((row) => row.map(plain)),
      )
    const [{ drawTable }, { describeValue }] = await Promise.all([import('../table.js'), import('../cell.js')])
    const room = process.stdout.isTTY ? process.stdout.columns : undefined
    const rows = answer.rows.map((row) => row.map(describeValue))
    if (answer.columns.length > 0) {
      const [heads = '', ...rest] = drawTable(answer.columns, rows, room)
      print(paint('bold', heads))
      for (const line of rest) print(line)
    }
    const changed = Object.entries(answer.summary.counters).map(([what, n]) => `, ${what} ${n}`)
    const more = answer.truncated ? ' (there are more: --limit)' : ''
    note(`${rows.length} row${rows.length === 1 ? '' : 's'}${more}${changed.join('')}, ${Math.round(answer.ms)} ms`)
  })
}

/** The graph as it is, or as it stood. */
async function withGraphAsked(options: Options, work: (graph: Graph) => Promise<void>): Promise<void> {
  const { asOf, write } = options
  if (asOf === undefined) return await withGraph(options, work)
  if (write) throw new Fault('usage', '--write and --as-of: what has been cannot be changed. Leave one of them out.')
  await withGraph(options, async (graph) => {
    const { openAsOf } = await import('../../../graph/as-of.js')
    const then = await openAsOf(graph, asOf)
    // The copy's engine is a process of its own: it would outlive us.
    const stop = () => void then.close().finally(() => process.exit(INTERRUPTED))
    process.once('SIGINT', stop).once('SIGTERM', stop)
    try {
      const { day, documents, later, undated, ended } = then
      note(
        `As of ${day}: ${documents} documents; left out: ${later} later, ${undated} undated, ${ended} offices and teams not held that day.`,
      )
      await work(then.graph)
    } finally {
      await then.close()
    }
  })
}

/** One row a line, so that large answers can be read and compared. */
function printJson(columns: readonly string[], rows: readonly unknown[][]): void {
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((column, i) => [column, row[i]]))))
  print(lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`)
}

function parseParameter(text: string, before: Record<string, unknown>): Record<string, unknown> {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Give it as name=value.')
  const value = text.slice(at + 1)
  let parsed: unknown = value
  try {
    parsed = JSON.parse(value)
  } catch {
    // No JSON is a plain word.
  }
  return { ...before, [text.slice(0, at)]: parsed }
}

function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number from 1 up.')
  return count
}

async function readInput(): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}
