// wentu dump: the whole graph in one canonical order, a JSON object a line, or the hash of that.
import { Command } from 'commander'
import { print } from '../print.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

export function dumpCommand(): Command {
  const command = new Command('dump')
    .summary('print the whole graph, in an order that does not change')
    .description('Prints every node and relationship, one a line. Two graphs are equal when their dumps are.')
    .option('--hash', 'print the SHA-256 of the dump instead')
    .addHelpText('after', '\nExamples:\n  wentu dump > graph.jsonl\n  wentu dump --hash')
    .action(run)
  return takesTarget(command)
}

async function run(options: TargetOptions & { hash?: boolean }): Promise<void> {
  await withGraph(options, async (graph) => {
    const { dump, dumpHash } = await import('../../../graph/dump.js')
    if (options.hash) print(await dumpHash(graph))
    else for await (const line of dump(graph)) print(line)
  })
}
