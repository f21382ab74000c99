// wentu start: the first command a newcomer runs. The bundled samples are put into the graph, and the console opened on it.

import { relative } from 'node:path'
import { Command } from 'commander'
import { note } from '../print.js'
import { projectFolder } from '../project.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'
import { type ConsoleOptions, runConsole, takesPort } from './console.js'
import { ingestInto, tellRejected } from './ingest.js'

export function startCommand(): Command {
  const command = new Command('start')
    .summary('put the sample documents into the graph and open the console')
    .description('Reads the bundled sample documents into the graph, unless they are there, and serves the console.')
    .addHelpText('after', '\nExample:\n  wentu start')
    .action(run)
  return takesTarget(takesPort(command))
}

async function run(options: ConsoleOptions & TargetOptions): Promise<void> {
  await withGraph(options, async (graph) => {
    const started = new Date()
    const samples = projectFolder('ingest/samples')
    const report = await ingestInto(graph, [relative('', samples)])
    tellRejected(report)
    if (report.fault) throw report.fault
    const { ingested, unchanged } = report.counts
    if (ingested > 0) {
      const { keepRun } = await import('../runs.js')
      const run = { started: started.toISOString(), seconds: (Date.now() - started.getTime()) / 1000, settings: {} }
      await keepRun(options, { ...run, paths: [samples] }, report)
    }
    note(
      ingested > 0
        ? `${ingested} sample documents read into the graph.`
        : `${unchanged} sample documents are there already.`,
    )
    await runConsole(graph, options, true)
  })
}
