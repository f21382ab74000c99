// wentu resolve: what documents say in, lines of blocks out; lines of a block in, nodes and relationships out.
import { Command, Option } from 'commander'
import type { BlockLine } from '../../../graph/blocks.js'
import { Fault } from '../../../schema/fault.js'
import { emit, inputLines, parseObject, placeOf, tellBad } from '../stream.js'

const HELP = `
What wentu extract --stream writes becomes a node for each document and lines that name the block they belong to:
"name …" is all that documents say of one name, "fact …" all that they say of one relation between two names.
Sorted by block, so that a block's lines stand together, names are settled first and facts second; what is not of the
sort that is settled passes through. What is left at the end are the nodes and relationships of the graph.

Examples:
  wentu resolve --stream < said.jsonl | LC_ALL=C sort > blocks.jsonl
  wentu extract --stream < docs.jsonl | wentu resolve --stream \\
    | LC_ALL=C sort | wentu resolve --stream --blocks name \\
    | LC_ALL=C sort | wentu resolve --stream --blocks fact | wentu load --stream --files import/`

export function resolveCommand(): Command {
  return new Command('resolve')
    .summary('settle what documents say, a block at a time, without a database')
    .description(
      'Reads what documents say from standard input, and settles which things of theirs are one. Needs no database.',
    )
    .requiredOption('--stream', 'read lines from standard input, and write lines to standard output')
    .addOption(new Option('--blocks <sort>', 'settle the blocks of this sort').choices(['name', 'fact']))
    .addHelpText('after', HELP)
    .action(run)
}

async function run({ blocks }: { blocks?: 'name' | 'fact' }): Promise<void> {
  const [{ openBlocks, settleBlock }, { Resolved }] = await Promise.all([
    import('../../../graph/blocks.js'),
    import('../../../schema/fact.js'),
  ])
  const now = new Date().toISOString()
  let block: { name: string; from: number; lines: BlockLine[] } | undefined
  const give = async (settled: { parts: readonly object[]; lines: readonly object[] }) => {
    for (const one of [...settled.parts, ...settled.lines]) await emit(JSON.stringify(one))
  }
  const settle = async () => {
    if (block === undefined) return
    const { name, from, lines } = block
    try {
      await give(settleBlock(lines))
    } catch (cause) {
      tellBad(
        placeOf(from),
        new Fault('input', `${placeOf(from)}: block "${name}" cannot be settled (${String(cause)}).`),
      )
    }
  }
  for await (const line of inputLines()) {
    if (/^\{"(?:node|edge)":/.test(line.text)) {
      await emit(line.text)
      continue
    }
    try {
      const value = parseObject(line)
      const { block: name } = value
      if ('contribution' in value) await give(openBlocks(Resolved.parse(value), now))
      else if (typeof name !== 'string')
        throw new Fault(
          'input',
          `${placeOf(line.number)}: neither what wentu extract --stream writes nor a line of a block.`,
        )
      else if (blocks === undefined || !name.startsWith(`${blocks} `)) await emit(line.text)
      else if (name === block?.name) block.lines.push(value as unknown as BlockLine)
      else {
        if (block !== undefined && name < block.name)
          throw new Fault(
            'input',
            `${placeOf(line.number)}: block "${name}" comes after "${block.name}". Sort the lines by block.`,
          )
        await settle()
        block = { name, from: line.number, lines: [value as unknown as BlockLine] }
      }
    } catch (cause) {
      tellBad(placeOf(line.number), cause)
    }
  }
  await settle()
}
