// wentu undo: the id of a judgement in, the graph as it would be without it out.
import { Command } from 'commander'
import { tellJudged } from '../judgement-text.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

export function undoCommand(): Command {
  const command = new Command('undo')
    .summary('take a judgement back')
    .description('Takes a judgement back. The graph is then exactly what it would be had it never been made.')
    .argument('<id>', 'id of the judgement, or its first digits; `wentu judgements` lists them')
    .option('--json', 'print the judgement that was undone as JSON')
    .addHelpText('after', '\nExample:\n  wentu undo 3f1c')
    .action(run)
  return takesTarget(command)
}

async function run(id: string, options: TargetOptions & { json?: boolean }): Promise<void> {
  await withGraph(options, async (graph) => {
    const [{ undo }, { settle }] = await Promise.all([
      import('../../../graph/judging.js'),
      import('../../../graph/write.js'),
    ])
    const undone = await undo(graph, id)
    await settle(graph)
    tellJudged(undone, options.json)
  })
}
