// wentu remove: document ids in; the graph without them and without what only they say out.
import { Command } from 'commander'
import { Fault } from '../../../schema/fault.js'
import { note, print } from '../print.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

export function removeCommand(): Command {
  const command = new Command('remove')
    .summary('take documents out of the graph')
    .description('Takes documents out, with all that only they say. What other documents say too stays.')
    .argument('<id...>', 'ids of documents, as `wentu status --documents` lists them')
    .option('--json', 'print what left the graph as JSON')
    .addHelpText('after', '\nExample:\n  wentu remove 2023-03-13-summary')
    .action(run)
  return takesTarget(command)
}

async function run(ids: string[], options: TargetOptions & { json?: boolean }): Promise<void> {
  await withGraph(options, async (graph) => {
    const { knownDocuments, removeDocuments, settle } = await import('../../../graph/write.js')
    const known = await knownDocuments(graph, ids)
    const missing = ids.filter((id) => !known.has(id))
    if (missing.length > 0)
      throw new Fault(
        'input',
        `No document ${missing.join(', ')} in the graph; nothing removed. See: wentu status --documents`,
      )
    const went = await removeDocuments(graph, ids)
    await settle(graph)
    if (options.json) print(JSON.stringify(went))
    else
      note(
        Object.entries(went)
          .map(([what, n]) => `${n} ${what}`)
          .join(', ')
          .concat(' removed.'),
      )
  })
}
