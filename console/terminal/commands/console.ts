// wentu console: the graph in a browser. Prints the address and stays until it is told to stop.
import { Command, InvalidArgumentError } from 'commander'
import type { Graph } from '../../../graph/connect.js'
import { Fault } from '../../../schema/fault.js'
import type { Served } from '../../server/serve.js'
import { note, paint, print } from '../print.js'
import { type TargetOptions, takesTarget, withGraph } from '../target.js'

/** Said where others can reach the console: what is typed and shown travels as it is. */
const OPEN_TO_OTHERS =
  'Others can reach this console: put TLS in front (a reverse proxy), or the password and all that is shown can be read on the way.'

/** Where the console is when no port is given. */
export const DEFAULT_PORT = 4780

export interface ConsoleOptions extends TargetOptions {
  port?: number
  host?: string
  consolePassword?: string
  json?: boolean
}

export function consoleCommand(): Command {
  const command = new Command('console')
    .summary('look at the graph in a browser')
    .description('Serves the console and prints its address. Ctrl-C ends it.')
    .option('--host <address>', 'listen on this address instead of 127.0.0.1; needs --console-password')
    .option('--console-password <word>', 'ask visitors for this password')
    .addHelpText('after', '\nExamples:\n  wentu console\n  wentu console --port 0 --json')
    .action((options: ConsoleOptions) => withGraph(options, (graph) => runConsole(graph, options)))
  return takesTarget(takesPort(command))
}

/** Adds --port and --json, which every command that serves the console takes. */
export function takesPort(command: Command): Command {
  return command
    .option('--port <port>', `listen on this port; 0 takes a free one (default: ${DEFAULT_PORT})`, parsePort)
    .option('--json', 'print the address as one JSON line')
}

/**
 * Serves the console over a graph until SIGINT or SIGTERM.
 * @param anyPort take a free port when the usual one is taken and none was asked for
 */
export async function runConsole(graph: Graph, options: ConsoleOptions, anyPort = false): Promise<void> {
  const served = await serveOn(graph, options, anyPort)
  if (options.json) print(JSON.stringify({ url: served.url }))
  else {
    if (options.consolePassword !== undefined) note(OPEN_TO_OTHERS)
    print(`${paint('bold', '文图')}  ${paint('cyan', served.url)}`)
    note(paint('dim', 'Open this address in a browser. Ctrl-C ends it.', process.stderr))
  }
  await untilStopped()
  await served.close()
}

async function serveOn(graph: Graph, options: ConsoleOptions, anyPort: boolean): Promise<Served> {
  const [{ serve }, { folderBeside, lastRun }, { knowledge }] = await Promise.all([
    import('../../server/serve.js'),
    import('../runs.js'),
    import('../knowledge.js'),
  ])
  const folder = await folderBeside(options, 'console')
  const serveAt = (port: number) =>
    serve({
      graph,
      port,
      knows: knowledge,
      beside: { folder, lastRun: () => lastRun(options) },
      ...(options.host === undefined ? {} : { host: options.host }),
      ...(options.consolePassword === undefined ? {} : { password: options.consolePassword }),
    })
  if (options.port !== undefined || !anyPort) return serveAt(options.port ?? DEFAULT_PORT)
  try {
    return await serveAt(DEFAULT_PORT)
  } catch (cause) {
    if (cause instanceof Fault && cause.kind === 'store') return serveAt(0)
    throw cause
  }
}

/** Resolves when the process is asked to end; a second time it ends at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError('Give a number from 0 to 65535.')
  return port
}
