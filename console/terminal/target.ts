// Which graph a command works on: its options in, an open graph out. Loads the driver only when a command runs.
import type { Command } from 'commander'
import type { Graph, Target } from '../../graph/connect.js'

/** What every command that touches the graph takes. */
export interface TargetOptions {
  data?: string
  uri?: string
  user?: string
  password?: string
}

const ENVIRONMENT = `
Without --uri and --data: the server of NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD, or else the embedded graph of this user.`

/** Adds --data, --uri, --user and --password to a command. */
export function takesTarget(command: Command): Command {
  return command
    .option('--data <folder>', 'use the embedded graph in this folder')
    .option('--uri <uri>', 'use a Neo4j server: bolt://host:7687 or neo4j://…')
    .option('--user <name>', 'its user')
    .option('--password <word>', 'its password (NEO4J_PASSWORD keeps it out of the list of processes)')
    .addHelpText('after', ENVIRONMENT)
}

/** Opens the graph that the options name, hands it over, and closes it whatever happens. */
export async function withGraph<T>(options: TargetOptions, work: (graph: Graph) => Promise<T>): Promise<T> {
  const { connect } = await import('../../graph/connect.js')
  const graph = await connect(toTarget(options))
  try {
    return await work(graph)
  } finally {
    await graph.close()
  }
}

function toTarget({ data, uri, user, password }: TargetOptions): Target {
  return {
    ...(data === undefined ? {} : { data }),
    ...(uri === undefined ? {} : { uri }),
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  }
}
