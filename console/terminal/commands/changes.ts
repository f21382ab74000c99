// wentu changes: a day in, what was learnt since out.
import { Command, Option } from 'commander'
import type { Changes } from '../../../graph/changes.js'
import { Fault } from '../../../schema/fault.js'
import { note, paint, print } from '../print.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

interface Options extends TargetOptions {
  since: string
  by: 'date' | 'ingested'
  json?: boolean
}

/** A person reads no more lines of a kind than this; a program gets them all. */
const LINES = 40

export function changesCommand(): Command {
  const command = new Command('changes')
    .summary('list what was learnt since a day')
    .description(
      'Lists what only documents since a day tell: things and facts first told, figures told otherwise than before, offices\n' +
        'with another holder. Documents without a date count as earlier ones.',
    )
    .requiredOption('--since <date>', 'the first day that counts: 2024-03-01')
    .addOption(
      new Option('--by <day>', 'count documents by their own date, or by the day they were read in')
        .choices(['date', 'ingested'])
        .default('date'),
    )
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  wentu changes --since 2024-03-01\n  wentu changes --since 2026-11-22 --by ingested --json',
    )
    .action(run)
  return takesTarget(command)
}

async function run({ since, by, json, ...target }: Options): Promise<void> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since) || Number.isNaN(Date.parse(since)))
    throw new Fault('usage', `--since ${since}: give a day as 2024-03-01.`)
  await withGraph(target, async (graph) => {
    const { changesSince } = await import('../../../graph/changes.js')
    const changes = await changesSince(graph, since, by)
    if (json) print(JSON.stringify(changes))
    else tell(changes)
  })
}

function tell({ since, documents, entities, facts, figures, holders }: Changes): void {
  section(
    'Offices with another holder',
    holders.map(({ name, before, now }) => `${name}: ${before.join('、') || 'nobody'} → ${now.join('、') || 'nobody'}`),
  )
  section(
    'Figures told otherwise',
    figures.map(
      ({ entity, attribute, before, now }) => `${entity.type} ${entity.name}: ${attribute} ${before ?? '–'} → ${now}`,
    ),
  )
  section(
    'New facts',
    facts.map(({ type, from, to, quote }) => `${from} ${type} ${to}  ${paint('dim', quote.replace(/\s+/g, ' '))}`),
  )
  section(
    'New things',
    entities.map(({ type, name }) => `${type} ${name}`),
  )
  note(
    `${documents.length} documents since ${since}: ${entities.length} things and ${facts.length} facts first told, ${figures.length} figures told otherwise, ${holders.length} offices with another holder.`,
  )
}

function section(head: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  print(paint('bold', head))
  for (const line of lines.slice(0, LINES)) print(`  ${line}`)
  if (lines.length > LINES) print(`  … and ${lines.length - LINES} more (--json)`)
}
