// wentu ingest: files and folders in, their facts in the graph, and a report of what became of each file.
import { Command } from 'commander'
import type { Graph } from '../../../graph/connect.js'
import type { Report, ReportLine } from '../../../ingest/report.js'
import type { IngestOptions, Sink } from '../../../ingest/run.js'
import { FAULTS } from '../../../schema/fault.js'
import { toCount } from '../count.js'
import type { IngestSettings } from '../ingest-settings.js'
import { endProgress, note, print, printError, progress } from '../print.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

interface Options extends TargetOptions, IngestSettings {
  json?: boolean
  again?: boolean
  dryRun?: boolean
  watch?: boolean
  format?: string
  config?: string
}

const EXAMPLES = `
Examples:
  wentu ingest notices/ papers.zip 'archive/**/*.docx'
  wentu ingest --map title=headline,date=pub,text=body news.csv
  cat news.jsonl | wentu ingest -
  wentu ingest --json --report report.html notices/ > events.jsonl

Settings that never change lie in wentu.json in the folder you work in: {"exclude": ["drafts/**"], "jobs": 4}`

export function ingestCommand(): Command {
  const command = new Command('ingest')
    .summary('read documents into the graph')
    .description(
      'Reads documents into the graph: text, Markdown, HTML, PDF, Word, OpenDocument, RTF, mail, sheets, JSON Lines, CSV,\n' +
        'and archives and folders of them. What is there unchanged is left alone.',
    )
    .argument('<path...>', 'files, folders, patterns in quotes, or - for standard input')
    .option('--again', 'read documents anew even if they are unchanged')
    .option('--dry-run', 'read and report, but write nothing')
    .option('--map <fields>', 'which fields of rows hold what: title=headline,date=pub,text=body')
    .option('--source <name>', 'the source of all these documents, whatever they say')
    .option('--date <day>', 'their date, 2024-05-06, whatever they say')
    .option('--ocr <command>', 'a command that is given a scanned PDF and prints its words')
    .option('--include <pattern...>', 'read only files that match')
    .option('--exclude <pattern...>', 'pass over files that match')
    .option('--since <day>', 'pass over documents with an earlier date')
    .option('--limit <n>', 'end after so many documents', toCount)
    .option('--jobs <n>', 'work on so many documents at once (default: one for each core)', toCount)
    .option('--fail-fast', 'end at the first file that cannot be read')
    .option('--watch', 'stay, and read what is added or changed')
    .option('--format <ending>', 'what standard input is: jsonl, csv, txt, … (default: jsonl if it begins with {)')
    .option('--report <file>', 'write the report to a .json or .html file too')
    .option('--config <file>', 'settings, instead of wentu.json')
    .option('--json', 'print a JSON object for each document, and last the whole report')
    .addHelpText('after', EXAMPLES)
    .action(run)
  return takesTarget(command)
}

async function run(paths: string[], options: Options): Promise<void> {
  const { readSettings } = await import('../ingest-settings.js')
  const settings = readSettings(options, options.config)
  const once = async (only?: ReadonlySet<string>) => {
    const report = await ingestOnce(paths, options, settings, only)
    if (report.fault) throw report.fault
  }
  if (!options.watch) return once()
  const { watchPaths } = await import('../watch.js')
  note('watching; Ctrl-C ends')
  await watchPaths(paths, () => once())
}

/** One run from beginning to end, told on both streams and kept. */
export async function ingestOnce(
  paths: readonly string[],
  options: Options,
  settings: IngestSettings,
  only?: ReadonlySet<string>,
): Promise<Report> {
  const started = new Date()
  const clock = performance.now()
  const tell = options.json ? (line: ReportLine) => print(JSON.stringify({ event: 'document', ...line })) : undefined
  const report = await withGraph(options, async (graph) =>
    ingestInto(graph, paths, {
      ...(await toIngestOptions(paths, options, settings)),
      ...(only ? { only } : {}),
      ...(tell ? { tell } : {}),
      dryRun: options.dryRun ?? false,
      ...(settings.jobs === undefined ? {} : { jobs: settings.jobs }),
    }),
  )
  const seconds = (performance.now() - clock) / 1000
  await tellReport(report, seconds, options, settings)
  if (!options.dryRun) {
    const [{ keepRun }, { resolve }] = await Promise.all([import('../runs.js'), import('node:path')])
    await keepRun(
      options,
      {
        started: started.toISOString(),
        seconds,
        paths: paths.map((path) => (path === '-' ? path : resolve(path))),
        settings: { ...settings },
        ...(report.fault ? { fault: report.fault.message } : {}),
        ...(report.stopped ? { stopped: true } : {}),
      },
      report,
    )
  }
  return report
}

async function toIngestOptions(
  paths: readonly string[],
  options: Options,
  settings: IngestSettings,
): Promise<IngestOptions> {
  const [{ wantedBy }, { readMapping }] = await Promise.all([
    import('../selection.js'),
    import('../../../ingest/read/mapping.js'),
  ])
  const wanted = wantedBy(settings.include, settings.exclude)
  const map = settings.map === undefined ? undefined : readMapping(settings.map)
  const { source, date, ocr, limit, since, failFast } = settings
  const told: IngestOptions = {
    again: options.again ?? false,
    ...(wanted ? { wanted } : {}),
    ...(map ? { map } : {}),
    ...(source === undefined ? {} : { source }),
    ...(date === undefined ? {} : { date }),
    ...(ocr === undefined ? {} : { ocr }),
    ...(limit === undefined ? {} : { limit }),
    ...(since === undefined ? {} : { since }),
    ...(failFast === undefined ? {} : { failFast }),
  }
  if (!paths.includes('-')) return told
  const { readStandardInput } = await import('../standard-input.js')
  return { ...told, found: readStandardInput(paths, options.format, told) }
}

interface RunOptions extends IngestOptions {
  tell?: (line: ReportLine) => void
  dryRun?: boolean
  jobs?: number
}

/** A run of fewer documents of plain text, and of fewer bytes, starts no thread. */
const ALONE = 40
const SMALL = 500_000

/** Ingests into an open graph, with progress on a terminal; Ctrl-C ends it after the documents in hand. */
export async function ingestInto(graph: Graph, paths: readonly string[], options: RunOptions = {}): Promise<Report> {
  const [{ ingest }, { openSink }, { openPool }, { widen, countBytes }, { ProgressLine }] = await Promise.all([
    import('../../../ingest/run.js'),
    import('../graph-sink.js'),
    import('../../../ingest/pool.js'),
    import('../selection.js'),
    import('../ingest-progress.js'),
  ])
  const wide = widen(paths.filter((path) => path !== '-'))
  const bytes = countBytes(wide, process.stderr.isTTY ? undefined : SMALL)
  const watched = new ProgressLine(bytes, () => performance.now())
  const sink = await openSink(graph)
  const worker = openPool({
    alone: bytes < SMALL ? ALONE : 0,
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
  })
  const stop = new AbortController()
  const interrupt = () => {
    note('\nstopping after the documents in hand; run again to go on from there')
    stop.abort()
  }
  process.once('SIGINT', interrupt)
  try {
    return await ingest(wide, options.dryRun ? dry(sink) : sink, {
      ...options,
      worker,
      signal: stop.signal,
      onProgress: (counts, line) => {
        options.tell?.(line)
        progress(watched.after(counts, line))
      },
    })
  } finally {
    process.removeListener('SIGINT', interrupt)
    endProgress()
    await worker.close()
  }
}

const dry = (sink: Sink): Sink => ({ known: sink.known, write: async () => 0, settle: async () => {} })

async function tellReport(
  report: Report,
  seconds: number,
  options: Options,
  { report: file }: IngestSettings,
): Promise<void> {
  const [{ describeCounts, describeFiles, describeWork, reportJson }, { reportPage }] = await Promise.all([
    import('../run-report.js'),
    import('../report-page.js'),
  ])
  if (options.json) print(JSON.stringify({ event: 'end', ...reportJson(report, seconds) }))
  else for (const line of describeFiles(report)) print(line)
  if (file !== undefined) {
    const { writeFileSync } = await import('node:fs')
    writeFileSync(
      file,
      /\.html?$/i.test(file) ? reportPage(report, seconds) : `${JSON.stringify(reportJson(report, seconds))}\n`,
    )
  }
  tellRejected(report)
  if (report.stopped) note('stopped before the last file')
  if (options.json) return
  note(`${options.dryRun ? 'dry run, nothing written: ' : ''}${describeCounts(report, seconds)}`)
  const work = describeWork(report, seconds)
  if (work !== undefined) note(work)
}

/** One line for each file that was refused, and the exit code that says so. */
export function tellRejected({ lines }: Report): void {
  for (const { outcome, reason } of lines) {
    if (outcome !== 'rejected') continue
    printError(reason ?? '')
    process.exitCode = FAULTS.input.exit
  }
}
