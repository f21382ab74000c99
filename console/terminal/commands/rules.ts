// wentu rules: every rule by which the extractor works, with what it says and its examples. Knows of no database.
import { Command } from 'commander'
import { Fault } from '../../../schema/fault.js'
import { paint, print } from '../print.js'

export function rulesCommand(): Command {
  return new Command('rules')
    .summary('list the rules by which documents are read')
    .description('Lists the rules of the extractor: id, what it gives, what it says, and the examples that prove it.')
    .argument('[words...]', 'only rules whose id, type or sentence holds all of these words')
    .option('--json', 'print a JSON array')
    .addHelpText('after', '\nExample:\n  wentu rules meeting\n  wentu rules HOLDS_POST --json')
    .action(run)
}

async function run(words: string[], options: { json?: boolean }): Promise<void> {
  const { ruleBook } = await import('../../../ingest/rule-book.js')
  const pages = ruleBook().filter((page) =>
    words.every((word) => `${page.id} ${page.gives} ${page.says}`.toLowerCase().includes(word.toLowerCase())),
  )
  if (!pages.length)
    throw new Fault(
      'usage',
      `no rule has ${words.join(' and ')} in its id, type or sentence. wentu rules lists them all.`,
    )
  if (options.json) {
    print(JSON.stringify(pages, null, 2))
    return
  }
  for (const { id, gives, says, yes, no } of pages) {
    print(`${paint('bold', id)}  ${paint('cyan', gives)}\n  ${says}`)
    for (const example of yes) print(`  ${paint('green', 'yes')} ${example.replace(/\n/g, ' ')}`)
    for (const example of no) print(`  ${paint('red', 'no')}  ${example.replace(/\n/g, ' ')}`)
  }
}
