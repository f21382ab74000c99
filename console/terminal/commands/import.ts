// wentu import: a dump in, the graph that it is of.
import { createReadStream } from 'node:fs'
import { Command } from 'commander'
import { Fault } from '../../../schema/fault.js'
import { note } from '../print.js'
import { splitLines } from '../stream.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

export function importCommand(): Command {
  const command = new Command('import')
    .summary('take a dump back')
    .description('Writes what a dump holds into the graph. Documents that are there are replaced by those of the dump.')
    .argument('<file>', 'what wentu dump, or wentu export --format jsonl, wrote')
    .addHelpText('after', '\nExample:\n  wentu dump > graph.jsonl\n  wentu import --data other graph.jsonl')
    .action(run)
  return takesTarget(command)
}

async function run(file: string, options: TargetOptions): Promise<void> {
  await withGraph(options, async (graph) => {
    const [{ restore }, { prepare }] = await Promise.all([
      import('../../../graph/restore.js'),
      import('../../../graph/write.js'),
    ])
    await prepare(graph)
    const { documents, judgements } = await restore(graph, () => linesOf(file), file)
    note(`${documents} documents, ${judgements} judgements`)
  })
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file)
  try {
    let at = 1
    for await (const { number, text } of splitLines(input)) {
      // Empty lines count: an error names a line by its number.
      for (; at < number; at++) yield ''
      yield text
      at++
    }
  } catch (cause) {
    throw new Fault('input', `${file}: cannot be read (${(cause as Error).message}).`, { cause })
  }
}
