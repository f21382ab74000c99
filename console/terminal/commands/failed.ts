// wentu failed: what the last run could not read, and another try at it.
import { Command } from 'commander'
import { Fault } from '../../../schema/fault.js'
import { note, paint, print } from '../print.js'
import { type TargetOptions, takesTarget } from '../target.js'

interface Options extends TargetOptions {
  retry?: boolean
  json?: boolean
}

export function failedCommand(): Command {
  const command = new Command('failed')
    .summary('list what the last ingest could not read, or try it again')
    .description('Lists the files and rows that the last ingest rejected, each with the reason.')
    .option('--retry', 'read them again')
    .option('--json', 'print as JSON Lines')
    .addHelpText('after', '\nExamples:\n  wentu failed\n  wentu failed --retry')
    .action(run)
  return takesTarget(command)
}

async function run(options: Options): Promise<void> {
  const { keptRuns } = await import('../runs.js')
  const [last] = await keptRuns(options)
  if (!last) throw new Fault('input', 'No run of wentu ingest is kept for this graph. Run wentu ingest PATH first.')
  if (options.retry) {
    const paths = last.paths.filter((path) => path !== '-')
    const only = new Set(last.failed.map(({ path }) => path))
    if (only.size === 0) return note('the last run rejected nothing')
    const { ingestOnce } = await import('./ingest.js')
    const report = await ingestOnce(paths, options, last.settings, only)
    if (report.fault) throw report.fault
    return
  }
  for (const { place, reason } of last.failed)
    print(options.json ? JSON.stringify({ place, reason }) : `${place}  ${paint('dim', reason)}`)
  if (!options.json) note(`${last.failed.length} rejected in the run of ${last.started}`)
}
