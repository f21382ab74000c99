// wentu review: what the rules could not settle, with the sentences on both sides, so that a person can.
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Graph } from '../../../graph/connect.js'
import type { Shown } from '../../../graph/samples.js'
import { ENTITY_TYPES, type EntityType } from '../../../schema/model.js'
import { note, paint, print } from '../print.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

interface Options extends TargetOptions {
  type?: EntityType
  clashes?: boolean
  limit: number
  json?: boolean
}

/** Sentences on each side. */
const SENTENCES = 2

export function reviewCommand(): Command {
  const command = new Command('review')
    .summary('show what might be one, for you to judge')
    .description(
      'Lists pairs of things of which the rules cannot say whether they are one, with sentences on both sides; first those\n' +
        'that would move most. With --clashes: offices of one holder that two are told to hold at once.',
    )
    .addOption(new Option('--type <type>', 'only things of this type').choices(ENTITY_TYPES))
    .option('--clashes', 'list two holders of one office at one time instead')
    .option('--limit <pairs>', 'stop after so many', parseCount, 20)
    .option('--json', 'print one JSON object a line')
    .addHelpText(
      'after',
      '\nExamples:\n  wentu review --type Organization\n  wentu review --json --limit 100 > unsure.jsonl\n  wentu review --clashes',
    )
    .action(run)
  return takesTarget(command)
}

async function run(options: Options): Promise<void> {
  await withGraph(options, (graph) => (options.clashes ? showClashes(graph, options) : showPairs(graph, options)))
}

async function showPairs(graph: Graph, { type, limit, json }: Options): Promise<void> {
  const [{ unsurePairs }, { sentencesOn }] = await Promise.all([
    import('../unsure-pairs.js'),
    import('../../../graph/samples.js'),
  ])
  const { pairs, leftOut } = await unsurePairs(graph, type)
  for (const { type: of, a, b, why } of pairs.slice(0, limit)) {
    const sides = await Promise.all(
      [a, b].map(async (side) => ({ ...side, sentences: await sentencesOn(graph, side.id, SENTENCES) })),
    )
    const [one, two] = sides
    if (json) print(JSON.stringify({ type: of, why, a: one, b: two }))
    else {
      print(`${paint('bold', of)}  ${why}`)
      for (const side of sides) printSide(side)
      print('')
    }
  }
  note(`${pairs.length} pairs to judge${pairs.length > limit ? `, of which ${limit} are shown (--limit)` : ''}.`)
  if (leftOut > 0) note(`${leftOut} things of very common names were not compared.`)
}

async function showClashes(graph: Graph, { limit, json }: Options): Promise<void> {
  const { officeClashes } = await import('../../../graph/offices.js')
  const clashes = await officeClashes(graph)
  for (const { office, holders, from, to } of clashes.slice(0, limit)) {
    const sides = holders.map(({ id, name, statements }) => ({
      id,
      name,
      documents: new Set(statements.map(({ document }) => document)).size,
      // Those of the days on which both are told to hold it, if any.
      sentences: [...statements.filter(({ date }) => date >= from && date <= to), ...statements].slice(0, SENTENCES),
    }))
    if (json) print(JSON.stringify({ office, from, to, holders: sides }))
    else {
      print(`${paint('bold', office.name)}  ${from === to ? from : `${from} to ${to}`}`)
      for (const side of sides) printSide(side)
      print('')
    }
  }
  note(
    `${clashes.length} offices of one holder have two at once${clashes.length > limit ? `; ${limit} are shown (--limit)` : ''}.`,
  )
}

function printSide(side: { id: string; name: string; documents: number; sentences: readonly Shown[] }): void {
  const { id, name, documents, sentences } = side
  print(`  ${paint('cyan', name)}  ${id}  ${documents} ${documents === 1 ? 'document' : 'documents'}`)
  for (const { quote, title, date } of sentences)
    print(`    ${quote.replace(/\s+/g, ' ')}  ${paint('dim', [date, title].filter(Boolean).join(' '))}`)
}

function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number from 1 up.')
  return count
}
