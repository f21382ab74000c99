// wentu ingest: files and folders in, their facts in the graph, and a report of what became of each file.
import { Command } from 'commander'
import type { Graph } from '../../../graph/connect.js'
import type { Report } from '../../../ingest/report.js'
import type { IngestOptions } from '../../../ingest/run.js'
import { FAULTS } from '../../../schema/fault.js'
import { endProgress, note, print, printError, progress } from '../print.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

interface Options extends TargetOptions {
  json?: boolean
  again?: boolean
}

export function ingestCommand(): Command {
  const command = new Command('ingest')
    .summary('read documents into the graph')
    .description(
      'Reads .txt, .md and .jsonl files, and folders of them, into the graph. What is there unchanged is left alone.',
    )
    .argument('<path...>', 'files or folders')
    .option('--again', 'read documents anew even if they are unchanged')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExamples:\n  wentu ingest notices/\n  wentu ingest --json news.jsonl > report.json')
    .action(run)
  return takesTarget(command)
}

async function run(paths: string[], options: Options): Promise<void> {
  const started = performance.now()
  const report = await withGraph(options, (graph) => ingestInto(graph, paths, { again: options.again ?? false }))
  const seconds = (performance.now() - started) / 1000
  const { describeCounts, describeFiles } = await import('../run-report.js')
  if (options.json) print(toJson(report, seconds))
  else for (const line of describeFiles(report)) print(line)
  tellRejected(report)
  if (!options.json) note(describeCounts(report, seconds))
  if (report.fault) throw report.fault
}

/** Ingests into an open graph, with progress on a terminal. */
export async function ingestInto(graph: Graph, paths: readonly string[], options: IngestOptions = {}): Promise<Report> {
  const [{ ingest }, { openSink }] = await Promise.all([import('../../../ingest/run.js'), import('../graph-sink.js')])
  const sink = await openSink(graph)
  try {
    return await ingest(paths, sink, {
      ...options,
      onProgress: ({ ingested, unchanged, rejected }, { path, line }) =>
        progress(
          `${ingested} ingested, ${unchanged} unchanged, ${rejected} rejected  ${path}${line ? `:${line}` : ''}`,
        ),
    })
  } finally {
    endProgress()
  }
}

/** One line for each file that was refused, and the exit code that says so. */
export function tellRejected({ lines }: Report): void {
  for (const { outcome, reason } of lines) {
    if (outcome !== 'rejected') continue
    printError(reason ?? '')
    process.exitCode = FAULTS.input.exit
  }
}

function toJson({ lines, counts, fault }: Report, seconds: number): string {
  return JSON.stringify({
    counts,
    seconds: Math.round(seconds * 1000) / 1000,
    ...(fault ? { fault: fault.message } : {}),
    files: lines,
  })
}
