// wentu extract: documents in, what each of them says out, one JSON object a line. Knows of no database.
import { Command } from 'commander'
import type { Contribution } from '../../../schema/fact.js'
import { FAULTS, Fault } from '../../../schema/fault.js'
import { paint, print, printError } from '../print.js'

export function extractCommand(): Command {
  return new Command('extract')
    .summary('print what documents say, as JSON Lines, without a database')
    .description('Prints the entities and relations of each document, one JSON object a line. Needs no database.')
    .argument('<path...>', 'files (.txt, .md, .jsonl) or folders')
    .option('--by-doc', 'print a list to read, one block a document, instead of JSON Lines')
    .addHelpText(
      'after',
      '\nExample:\n  wentu extract notices/ > facts.jsonl\n  wentu extract --by-doc notices/2023-03-13.txt',
    )
    .action(run)
}

async function run(paths: string[], options: { byDoc?: boolean }): Promise<void> {
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
