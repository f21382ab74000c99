// The command tree: arguments in, an exit code out. Each command loads what it needs only when it runs,
// so that `wentu --help` opens no database and reads no rule.
import { Command, CommanderError } from 'commander'
import { FAULTS, Fault } from '../../schema/fault.js'
import { changesCommand } from './commands/changes.js'
import { consoleCommand } from './commands/console.js'
import { dbCommand } from './commands/db.js'
import { dumpCommand } from './commands/dump.js'
import { explainCommand } from './commands/explain.js'
import { exportCommand } from './commands/export.js'
import { extractCommand } from './commands/extract.js'
import { failedCommand } from './commands/failed.js'
import { importCommand } from './commands/import.js'
import { ingestCommand } from './commands/ingest.js'
import { judgementsCommand } from './commands/judgements.js'
import { loadCommand } from './commands/load.js'
import { mergeCommand } from './commands/merge.js'
import { queryCommand } from './commands/query.js'
import { removeCommand } from './commands/remove.js'
import { resolveCommand } from './commands/resolve.js'
import { reviewCommand } from './commands/review.js'
import { rulesCommand } from './commands/rules.js'
import { sameCommand } from './commands/same.js'
import { schemaCommand } from './commands/schema.js'
import { splitCommand } from './commands/split.js'
import { startCommand } from './commands/start.js'
import { statusCommand } from './commands/status.js'
import { undoCommand } from './commands/undo.js'
import { wrongCommand } from './commands/wrong.js'
import { printError, survivePipes } from './print.js'

/** In the order of the help: from the first a newcomer needs to the last. */
const COMMANDS = [
  startCommand,
  ingestCommand,
  failedCommand,
  extractCommand,
  resolveCommand,
  loadCommand,
  explainCommand,
  rulesCommand,
  sameCommand,
  queryCommand,
  changesCommand,
  consoleCommand,
  statusCommand,
  reviewCommand,
  mergeCommand,
  splitCommand,
  wrongCommand,
  undoCommand,
  judgementsCommand,
  removeCommand,
  schemaCommand,
  dbCommand,
  dumpCommand,
  exportCommand,
  importCommand,
]

/** The error the caller can do nothing about: a defect of this program. */
const DEFECT = 1

/** Builds the command tree; separate from `main` so that tests can read its help. */
export function buildProgram(): Command {
  const program = new Command('wentu')
    .description('文图: turns Chinese official documents into a knowledge graph that quotes its sources')
    .showHelpAfterError('(wentu --help shows what there is)')
    .exitOverride()
    .configureOutput({ outputError: (text) => printError(text.trim()) })
  for (const command of COMMANDS) {
    const made = command()
    inherit(made, program)
    program.addCommand(made)
  }
  return program
}

/** Commands made on their own do not take over their parent's settings by themselves. */
function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent)
  for (const child of command.commands) inherit(child, command)
}

/**
 * Runs one command line and sets `process.exitCode`: 0, or by the kind of fault (schema/fault.ts), 1 for a defect.
 * @param argv as `process.argv`
 */
export async function main(argv: readonly string[]): Promise<void> {
  survivePipes()
  try {
    await buildProgram().parseAsync(argv)
  } catch (cause) {
    process.exitCode = report(cause)
  }
}

function report(cause: unknown): number {
  // Commander has already said what it had to say, help included.
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : FAULTS.usage.exit
  if (cause instanceof Fault) {
    printError(cause.message)
    return FAULTS[cause.kind].exit
  }
  printError(`unexpected: ${cause instanceof Error ? cause.message : String(cause)} (WENTU_DEBUG=1 shows where)`)
  if (process.env.WENTU_DEBUG && cause instanceof Error) console.error(cause.stack)
  return DEFECT
}
