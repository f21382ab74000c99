// wentu merge: two things of the graph and a reason in; one thing out, until that is undone.
import { Command, Option } from 'commander'
import { ENTITY_TYPES, type EntityType } from '../../../schema/model.js'
import { tellJudged } from '../judgement-text.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

interface Options extends TargetOptions {
  why: string
  by?: string
  type?: EntityType
  json?: boolean
}

export function mergeCommand(): Command {
  const command = new Command('merge')
    .summary('judge that two things are one')
    .description(
      'Judges that two things of the graph are one. The judgement wins over the rules, holds for documents to come, and\n' +
        'can be undone: the graph is then what it was.',
    )
    .argument('<a>', 'an id, or a name that only one thing has')
    .argument('<b>', 'another')
    .requiredOption('--why <reason>', 'why they are one')
    .option('--by <name>', 'who says so')
    .addOption(
      new Option('--type <type>', 'what they are, where several kinds of things have the name').choices(ENTITY_TYPES),
    )
    .option('--json', 'print the judgement as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  wentu merge 白景山 白京山 --why "same post on the same day, one is misspelt"\n' +
        '  wentu merge --type Organization 3f1c… 88ab… --why "renamed in 2018" --json',
    )
    .action(run)
  return takesTarget(command)
}

async function run(a: string, b: string, options: Options): Promise<void> {
  await withGraph(options, async (graph) => {
    const [{ findNamed, merge }, { settle }] = await Promise.all([
      import('../../../graph/judging.js'),
      import('../../../graph/write.js'),
    ])
    const [one, two] = [await findNamed(graph, a, options.type), await findNamed(graph, b, options.type)]
    const judged = await merge(graph, one, two, options)
    await settle(graph)
    tellJudged(judged, options.json)
  })
}
