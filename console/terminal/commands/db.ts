// wentu db: starts, stops and shows the engine of the embedded graph, so that other clients can be pointed at it.
import { Command, InvalidArgumentError } from 'commander'
import type { LocalInfo } from '../../../graph/local/lifecycle.js'
import { note, paint, print } from '../print.js'

interface Options {
  data?: string
  port?: number
  json?: boolean
}

export function dbCommand(): Command {
  const command = new Command('db')
    .summary('start, stop or show the embedded graph')
    .description('The embedded graph speaks Bolt on loopback, as Neo4j does. Commands start it when they need it.')
    .addHelpText('after', '\nExamples:\n  wentu db start\n  wentu db status --json\n  wentu db stop')
  const sub = (name: string, summary: string) =>
    command
      .command(name)
      .summary(summary)
      .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
      .option('--data <folder>', 'the embedded graph in this folder (default: that of this user)')
      .option('--json', 'print as JSON')
  sub('start', 'start the engine, or find it running')
    .option('--port <port>', 'listen on this port (default: any free one)', parsePort)
    .addHelpText('after', '\nExample:\n  wentu db start --port 7687')
    .action(start)
  sub('stop', 'stop the engine').addHelpText('after', '\nExample:\n  wentu db stop').action(stop)
  sub('status', 'show whether the engine runs, and how to reach it')
    .addHelpText('after', '\nExample:\n  wentu db status --json')
    .action(status)
  return command
}

async function start({ data, port, json }: Options): Promise<void> {
  const { defaultDataDir, startLocal } = await import('../../../graph/local/lifecycle.js')
  show(await startLocal(data ?? defaultDataDir(), port === undefined ? {} : { port }), json)
}

async function stop({ data, json }: Options): Promise<void> {
  const { defaultDataDir, localStatus, stopLocal } = await import('../../../graph/local/lifecycle.js')
  const folder = data ?? defaultDataDir()
  const stopped = await stopLocal(folder)
  if (json) return show(await localStatus(folder), json)
  note(stopped ? 'Stopped.' : 'It was not running.')
}

async function status({ data, json }: Options): Promise<void> {
  const { defaultDataDir, localStatus } = await import('../../../graph/local/lifecycle.js')
  const info = await localStatus(data ?? defaultDataDir())
  if (json) print(JSON.stringify(info))
  else show(info)
}

/** The password goes to programs that ask for the status, and nowhere else: a terminal is looked at by others, and kept. */
function show(info: LocalInfo, json = false): void {
  const { running, password: _, ...rest } = info
  if (json) {
    print(JSON.stringify({ running, ...rest }))
    return
  }
  print(`${'running'.padEnd(10)}${running ? paint('green', 'yes') : 'no'}`)
  for (const [key, value] of Object.entries(rest)) if (value !== null) print(`${key.padEnd(10)}${value}`)
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new InvalidArgumentError('Give a number from 1 to 65535.')
  return port
}
