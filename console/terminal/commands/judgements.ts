// wentu judgements: what was judged in this graph, by whom and why.
import { Command } from 'commander'
import { describeJudgement } from '../judgement-text.js'
import { note, print } from '../print.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

export function judgementsCommand(): Command {
  const command = new Command('judgements')
    .summary('list what was judged to be one, or to be two')
    .description('Lists the judgements of the graph, the oldest first.')
    .option('--json', 'print one JSON object a line')
    .addHelpText('after', '\nExamples:\n  wentu judgements\n  wentu judgements --json > judgements.jsonl')
    .action(run)
  return takesTarget(command)
}

async function run(options: TargetOptions & { json?: boolean }): Promise<void> {
  await withGraph(options, async (graph) => {
    const { listJudgements } = await import('../../../graph/judging.js')
    const all = await listJudgements(graph)
    for (const judgement of all) print(options.json ? JSON.stringify(judgement) : describeJudgement(judgement))
    if (all.length === 0) note('Nothing has been judged. wentu review shows what might be.')
  })
}
