// wentu status: which graph this is, what it holds, and from which documents.
import { Command } from 'commander'
import type { Counts } from '../../../graph/read.js'
import { ENTITIES, RECORDS, RELATIONS } from '../../../schema/model.js'
import { paint, print } from '../print.js'
import type { KeptRun } from '../runs.js'
import { fill } from '../table.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

interface Options extends TargetOptions {
  json?: boolean
  documents?: boolean
}

export function statusCommand(): Command {
  const command = new Command('status')
    .summary('show what the graph holds')
    .description('Counts the documents, things, facts and statements in the graph, and tells the last runs of ingest.')
    .option('--documents', 'list the documents too: id, date, title')
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExamples:\n  wentu status\n  wentu status --documents --json')
    .action(run)
  return takesTarget(command)
}

async function run(options: Options): Promise<void> {
  await withGraph(options, async (graph) => {
    const [{ counts, listDocuments }, { keptRuns }] = await Promise.all([
      import('../../../graph/read.js'),
      import('../runs.js'),
    ])
    const found = await counts(graph)
    const documents = options.documents ? await listDocuments(graph) : undefined
    const runs = (await keptRuns(options)).slice(0, RUNS)
    const { engine, uri } = graph
    if (options.json) {
      print(JSON.stringify({ engine, uri, counts: found, runs, ...(documents ? { documents } : {}) }))
      return
    }
    print(`${paint('bold', uri)}  ${engine}`)
    for (const line of describeCounts(found)) print(line)
    for (const line of runs.map(describeRun)) print(line)
    for (const { id, date, title } of documents ?? []) print(`${id}  ${paint('dim', date ?? '')}  ${title}`)
  })
}

/** So many of the last runs of ingest are shown. */
const RUNS = 5

function describeRun({ started, seconds, counts, fault, stopped }: KeptRun): string {
  const parts = Object.entries(counts).map(([outcome, n]) => `${n} ${outcome}`)
  const end = fault ? `, failed: ${fault}` : stopped ? ', stopped' : ''
  return `${paint('dim', `run of ${started}`)}  ${parts.join(', ')}, in ${seconds.toFixed(1)} s${end}`
}

function describeCounts({ documents, statements, entities, relationships }: Counts): string[] {
  const line = (type: string, caption: string, n: number) =>
    `  ${fill(type, 14)}${fill(caption, 10)}${String(n).padStart(9)}`
  const lines = (
    table: Readonly<Record<string, { caption: { zh: string } }>>,
    counted: Readonly<Record<string, number>>,
  ) => Object.entries(table).map(([type, { caption }]) => line(type, caption.zh, counted[type] ?? 0))
  return [
    line('Document', RECORDS.Document.caption.zh, documents),
    line('Statement', RECORDS.Statement.caption.zh, statements),
    '',
    ...lines(ENTITIES, entities),
    '',
    ...lines(RELATIONS, relationships),
  ]
}
