// wentu explain: a document with its mentions marked, and under each fact the rule, the sentence and the captures. Knows of no database.
import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import type { Contribution, Document } from '../../../schema/fact.js'
import { FAULTS, Fault } from '../../../schema/fault.js'
import { note, print, printError } from '../print.js'

export function explainCommand(): Command {
  return new Command('explain')
    .summary('show why each fact of a document was found')
    .description(
      'Prints documents with their mentions marked, and under each fact the rule, the sentence and what it captured.',
    )
    .argument('<path...>', 'files (.txt, .md, .jsonl) or folders')
    .option('--html <file>', 'write one self-contained HTML page instead')
    .addHelpText(
      'after',
      '\nExample:\n  wentu explain notices/2023-03-13.txt\n  wentu explain notices/2023-03-13.txt --html why.html',
    )
    .action(run)
}

async function run(paths: string[], options: { html?: string }): Promise<void> {
  const [{ readDocuments }, { extract }, { ruleBook }, { explainHtml, explainText }] = await Promise.all([
    import('../../../ingest/read/documents.js'),
    import('../../../ingest/extract.js'),
    import('../../../ingest/rule-book.js'),
    import('../explanation.js'),
  ])
  const says = new Map(ruleBook().map((page) => [page.id, page.says]))
  const items: { document: Document; contribution: Contribution }[] = []
  let read = 0
  for await (const reading of readDocuments(paths)) {
    if ('fault' in reading) {
      printError(reading.fault.message)
      process.exitCode = FAULTS.input.exit
    }
    if (!('document' in reading)) continue
    read++
    const contribution = extract(reading.document)
    if (options.html) items.push({ document: reading.document, contribution })
    else print(explainText(reading.document, contribution, says))
  }
  if (read === 0 && process.exitCode === undefined)
    throw new Fault('input', `${paths.join(', ')}: no .txt, .md or .jsonl file there.`)
  if (!options.html || !items.length) return
  try {
    await writeFile(options.html, explainHtml(items, says))
  } catch (cause) {
    throw new Fault(
      'input',
      `${options.html}: cannot be written (${(cause as Error).message}). Choose another place.`,
      { cause },
    )
  }
  note(`wrote ${options.html}: ${items.length} ${items.length === 1 ? 'document' : 'documents'}`)
}
