// wentu split: two things that are to stay two, or a thing and documents that mean another by it, in; two things out.
import { Command, Option } from 'commander'
import { Fault } from '../../../schema/fault.js'
import { ENTITY_TYPES, type EntityType } from '../../../schema/model.js'
import { tellJudged } from '../judgement-text.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

interface Options extends TargetOptions {
  why: string
  by?: string
  type?: EntityType
  document?: string[]
  json?: boolean
}

export function splitCommand(): Command {
  const command = new Command('split')
    .summary('judge that two things are two')
    .description(
      'Judges that A and B are two, whatever the rules or other judgements say; or that some documents, where they name A,\n' +
        'mean another thing. The judgement can be undone: the graph is then what it was.',
    )
    .argument('<a>', 'an id, or a name that only one thing has')
    .argument('[b]', 'another')
    .option('--document <id...>', 'documents that mean another thing by the name of A')
    .requiredOption('--why <reason>', 'why they are two')
    .option('--by <name>', 'who says so')
    .addOption(
      new Option('--type <type>', 'what they are, where several kinds of things have the name').choices(ENTITY_TYPES),
    )
    .option('--json', 'print the judgement as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  wentu split 李强 --document 2024-03-09-explosion --why "the safety officer of the mine"\n' +
        '  wentu split 3f1c… 88ab… --why "two teams of one number"',
    )
    .action(run)
  return takesTarget(command)
}

async function run(a: string, b: string | undefined, options: Options): Promise<void> {
  const { document, type } = options
  if ((b === undefined) === (document === undefined))
    throw new Fault('usage', 'Give either a second thing, or --document with the documents that mean another.')
  await withGraph(options, async (graph) => {
    const [{ findNamed, keepApart, splitDocuments }, { settle }] = await Promise.all([
      import('../../../graph/judging.js'),
      import('../../../graph/write.js'),
    ])
    const one = await findNamed(graph, a, type)
    const judged =
      b === undefined
        ? await splitDocuments(graph, one, document ?? [], options)
        : await keepApart(graph, one, await findNamed(graph, b, type), options)
    await settle(graph)
    tellJudged(judged, options.json)
  })
}
