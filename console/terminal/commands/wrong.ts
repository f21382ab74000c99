// wentu wrong: a fact and a reason in; the fact marked as wrong wherever it is shown, until that is undone, out.
import { Command } from 'commander'
import { Fault } from '../../../schema/fault.js'
import { RELATION_TYPES, type RelationType } from '../../../schema/model.js'
import { tellJudged } from '../judgement-text.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

interface Options extends TargetOptions {
  why: string
  by?: string
  json?: boolean
}

export function wrongCommand(): Command {
  const command = new Command('wrong')
    .summary('judge that a fact is wrong')
    .description(
      'Judges that a fact of the graph is wrong. It stays, since documents say it, and is marked with the reason wherever it\n' +
        'is shown. The judgement holds when documents are read again, and can be undone: the graph is then what it was.',
    )
    .argument('<fact>', 'the id of a relationship; or the thing that it starts at, by id or name')
    .argument('[type]', `its type: ${RELATION_TYPES.join(', ')}`)
    .argument('[to]', 'the thing that it ends in, by id or name')
    .requiredOption('--why <reason>', 'what is wrong')
    .option('--by <name>', 'who says so')
    .option('--json', 'print the judgement as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  wentu wrong 白景山 HOLDS_POST 某县县长 --why "he was deputy then"\n  wentu wrong 3f1c… --why "another meeting"',
    )
    .action(run)
  return takesTarget(command)
}

async function run(fact: string, type: string | undefined, to: string | undefined, options: Options): Promise<void> {
  if ((type === undefined) !== (to === undefined))
    throw new Fault('usage', 'Give the id of a fact, or where it starts, its type and where it ends.')
  if (type !== undefined && !(RELATION_TYPES as readonly string[]).includes(type))
    throw new Fault('usage', `"${type}" is no type of a fact; give one of ${RELATION_TYPES.join(', ')}.`)
  await withGraph(options, async (graph) => {
    const [{ findNamed }, { findFact, reportWrong }, { settle }] = await Promise.all([
      import('../../../graph/judging.js'),
      import('../../../graph/wrong-facts.js'),
      import('../../../graph/write.js'),
    ])
    const id =
      to === undefined
        ? fact
        : await findFact(
            graph,
            (await findNamed(graph, fact)).id,
            type as RelationType,
            (await findNamed(graph, to)).id,
          )
    const judged = await reportWrong(graph, id, options)
    await settle(graph)
    tellJudged(judged, options.json)
  })
}
