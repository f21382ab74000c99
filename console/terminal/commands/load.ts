// wentu load: what wentu extract --stream wrote in, the graph that it is of, or the files that neo4j-admin makes one of.
import { Command } from 'commander'
import type { WholePart } from '../../../graph/export/whole.js'
import type { Report } from '../../../ingest/report.js'
import { Fault } from '../../../schema/fault.js'
import { note } from '../print.js'
import { inputLines, parseObject, placeOf, tellBad } from '../stream.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

interface Options extends TargetOptions {
  files?: string
}

const EXAMPLES = `
Examples:
  wentu load --stream < said.jsonl
  wentu extract --stream < docs.jsonl | wentu load --stream
  wentu load --stream --files import/ < parts.jsonl`

export function loadCommand(): Command {
  const command = new Command('load')
    .summary('write into the graph what extract --stream gave')
    .description(
      'Reads what wentu extract --stream wrote from standard input, in any order and in any parts, and writes it into the graph.',
    )
    .requiredOption('--stream', 'read lines from standard input')
    .option('--files <folder>', 'write what wentu resolve --stream gave as files for neo4j-admin, and no graph')
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => (options.files === undefined ? loadGraph(options) : loadFiles(options.files)))
  return takesTarget(command)
}

async function loadGraph(options: Options): Promise<void> {
  const [{ loadStream }, { openSink }, { describeCounts, describeWork }, { tellRejected }] = await Promise.all([
    import('../load-stream.js'),
    import('../graph-sink.js'),
    import('../run-report.js'),
    import('./ingest.js'),
  ])
  const started = performance.now()
  const report: Report = await withGraph(options, async (graph) => loadStream(inputLines(), await openSink(graph)))
  const seconds = (performance.now() - started) / 1000
  tellRejected(report)
  note(describeCounts(report, seconds))
  const work = describeWork(report, seconds)
  if (work !== undefined) note(work)
  if (report.fault) throw report.fault
}

async function loadFiles(folder: string): Promise<void> {
  const [{ writeFolder }, { toAdminImport }] = await Promise.all([
    import('../folder.js'),
    import('../../../graph/export/comma-separated.js'),
  ])
  await writeFolder(folder, toAdminImport(partLines()))
  note(`cd ${folder}, then neo4j-admin @import.args, and when Neo4j runs cypher-shell -f after-import.cypher`)
}

async function* partLines(): AsyncGenerator<WholePart> {
  for await (const line of inputLines())
    try {
      const value = parseObject(line)
      if (!('node' in value || 'edge' in value)) {
        const what = 'block' in value ? `block "${value.block}" has not been settled` : 'no node and no relationship'
        throw new Fault('input', `${placeOf(line.number)}: ${what}. Give what the last wentu resolve --stream wrote.`)
      }
      yield value as unknown as WholePart
    } catch (cause) {
      tellBad(placeOf(line.number), cause)
    }
}
