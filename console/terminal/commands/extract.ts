// wentu extract: documents in, what each of them says out, one JSON object a line. Knows of no database.
import { Command } from 'commander'
import type { Contribution } from '../../../schema/fact.js'
import { FAULTS, Fault } from '../../../schema/fault.js'
import { toCount } from '../count.js'
import { paint, print, printError } from '../print.js'

export function extractCommand(): Command {
  return new Command('extract')
    .summary('print what documents say, as JSON Lines, without a database')
    .description('Prints the entities and relations of each document, one JSON object a line. Needs no database.')
    .argument('[path...]', 'files or folders')
    .option('--by-doc', 'print a list to read, one block a document, instead of JSON Lines')
    .option(
      '--stream',
      'read documents from standard input, a row of JSON a line, and write for wentu load and resolve',
    )
    .option('--map <fields>', 'with --stream: which fields of rows hold what: title=headline,date=pub,text=body')
    .option('--jobs <n>', 'with --stream: work on so many documents at once (default: 1)', toCount)
    .addHelpText(
      'after',
      `
A row of --stream has an id and words, {"id": "n1", "date": "2023-03-13", "text": "…"}, or is a file of any format,
{"file": "notices/a.docx", "base64": "…"}. What cannot be read is told with the number of its line.

Examples:
  wentu extract notices/ > facts.jsonl
  wentu extract --by-doc notices/2023-03-13.txt
  wentu extract --stream < docs.jsonl | wentu load --stream`,
    )
    .action(run)
}

interface Options {
  byDoc?: boolean
  stream?: boolean
  map?: string
  jobs?: number
}

async function run(paths: string[], options: Options): Promise<void> {
  if (options.stream) return stream(paths, options)
  if (paths.length === 0) throw new Fault('usage', 'Give files or folders, or --stream to read standard input.')
  const [{ readDocuments }, { extract }] = await Promise.all([
    import('../../../ingest/read/documents.js'),
    import('../../../ingest/extract.js'),
  ])
  let read = 0
  for await (const reading of readDocuments(paths)) {
    if ('fault' in reading) reject(reading.fault.message)
    if (!('document' in reading)) continue
    read++
    try {
      const contribution = extract(reading.document)
      print(options.byDoc ? describe(contribution) : JSON.stringify(contribution))
    } catch (cause) {
      // A rule that stumbles over one document must not cost the others.
      reject(`${reading.path}: the rules failed on it: ${String(cause)}`)
    }
  }
  if (read === 0 && process.exitCode === undefined)
    throw new Fault('input', `${paths.join(', ')}: no .txt, .md or .jsonl file there.`)
}

async function stream(paths: readonly string[], { map, jobs, byDoc }: Options): Promise<void> {
  if (paths.length > 0 || byDoc)
    throw new Fault('usage', '--stream reads standard input and writes JSON Lines: no paths, no --by-doc.')
  const [{ extractStream }, { readMapping }] = await Promise.all([
    import('../extract-stream.js'),
    import('../../../ingest/read/mapping.js'),
  ])
  await extractStream({
    ...(map === undefined ? {} : { map: readMapping(map) }),
    ...(jobs === undefined ? {} : { jobs }),
  })
}

function reject(message: string): void {
  printError(message)
  process.exitCode = FAULTS.input.exit
}

function describe(contribution: Contribution): string {
  const { doc, title, date, source, entities, relations } = contribution
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const head = [paint('bold', title), [doc, date, source].filter(Boolean).join('  ')]
  const things = entities.map(({ type, name, attrs }) => `  ${type.padEnd(12)} ${name}${describeAttributes(attrs)}`)
  const facts = relations.map(({ type, from, to, attrs, evidence }) => {
    const said = `  ${names.get(from)} ${paint('cyan', type)} ${names.get(to)}${describeAttributes(attrs)}`
    return `${said}  ${paint('dim', `“${evidence[0]?.quote.trim() ?? ''}” ${evidence[0]?.rule ?? ''}`)}`
  })
  return [...head, ...things, ...facts, ''].join('\n')
}

function describeAttributes(attributes: Contribution['entities'][number]['attrs']): string {
  const words = Object.entries(attributes).map(([key, value]) => `${key} ${value}`)
  return words.length ? paint('dim', ` (${words.join(', ')})`) : ''
}
