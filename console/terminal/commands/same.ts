// wentu same: two names, or a file of pairs, in; same, different or unsure, and why, out. Knows of no database.
import { Command, Option } from 'commander'
import { Fault } from '../../../schema/fault.js'
import { ENTITY_TYPES, type EntityType } from '../../../schema/model.js'
import { paint, print } from '../print.js'

interface Options {
  type?: EntityType
  pairs?: string
  json?: boolean
}

export function sameCommand(): Command {
  return new Command('same')
    .summary('say whether two names are of one thing, and why')
    .description(
      'Says same, different or unsure, and why, by the declared rules of the type. Needs no database.\n' +
        'A and B are names, or JSON objects that say more: {"name": "…", "date": "2023-11-16", "places": ["山西省"]}.',
    )
    .argument('[a]', 'a name, or a JSON object')
    .argument('[b]', 'another')
    .addOption(new Option('--type <type>', 'what A and B are').choices(ENTITY_TYPES))
    .option(
      '--pairs <file>',
      'a file of pairs {type, a, b}, one JSON object a line, - for standard input: adds the verdict to each',
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  wentu same --type Organization 山西省安委办 山西省安全生产委员会办公室\n' +
        '  wentu same --type Post 山西省省长 山西省副省长\n  wentu same --pairs pairs.jsonl',
    )
    .action(run)
}

async function run(a: string | undefined, b: string | undefined, options: Options): Promise<void> {
  if (options.pairs !== undefined) {
    if (a !== undefined)
      throw new Fault('usage', `Both --pairs ${options.pairs} and the name ${a} are given: give one of them.`)
    await judgePairs(options.pairs)
    return
  }
  if (a === undefined || b === undefined || !options.type)
    throw new Fault(
      'usage',
      `Give two names and --type TYPE, one of ${ENTITY_TYPES.join(', ')}; or --pairs FILE. wentu same --help shows examples.`,
    )
  const { judge } = await import('../../../ingest/resolve/judge.js')
  const verdict = judge(await describe(options.type, a), await describe(options.type, b))
  if (options.json) print(JSON.stringify(verdict))
  else print(`${paint('bold', verdict.verdict)}  ${verdict.why}`)
}

async function describe(type: EntityType, said: string) {
  const { Descriptor } = await import('../../../ingest/resolve/descriptor.js')
  const value = said.trimStart().startsWith('{') ? parse(said, said) : { name: said }
  const checked = Descriptor.safeParse({ ...(value as object), type })
  if (!checked.success) throw new Fault('usage', `${said}: ${complaint(checked.error)}`)
  return checked.data
}

async function judgePairs(file: string): Promise<void> {
  const [{ judge }, { Descriptor }, { readFile }] = await Promise.all([
    import('../../../ingest/resolve/judge.js'),
    import('../../../ingest/resolve/descriptor.js'),
    import('node:fs/promises'),
  ])
  const text = file === '-' ? await readInput() : await read(file, readFile)
  for (const [i, line] of text.split('\n').entries()) {
    if (!line.trim()) continue
    const row = parse(line, `${file}:${i + 1}`) as { type?: unknown; a?: object; b?: object }
    const [a, b] = [row?.a, row?.b].map((side) => Descriptor.safeParse({ ...side, type: row?.type }))
    for (const side of [a, b])
      if (!side?.success) throw new Fault('input', `${file}:${i + 1}: ${side ? complaint(side.error) : 'no pair'}`)
    if (!a?.success || !b?.success) continue
    const { verdict, why } = judge(a.data, b.data)
    print(JSON.stringify({ ...row, verdict, because: why }))
  }
}

async function read(file: string, readFile: (path: string, encoding: 'utf8') => Promise<string>): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new Fault('input', code === 'ENOENT' ? `${file}: no such file.` : `${file}: ${String(cause)}`, { cause })
  }
}

async function readInput(): Promise<string> {
  let text = ''
  for await (const piece of process.stdin.setEncoding('utf8')) text += piece
  return text
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Fault('input', `${place}: no JSON object: ${(cause as Error).message}`, { cause })
  }
}

function complaint(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'the pair'}: ${message}`).join('; ')
}
