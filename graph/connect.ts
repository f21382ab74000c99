// A target (a URL, or a data directory) in, a graph to ask and to write out.
// With a URL: that server. With none: the embedded engine, started if need be. Nothing after this line cares which.
import neo4j, { type Driver, type Session } from 'neo4j-driver'
import { Fault } from '../schema/fault.js'
import { driverFault } from './driver-fault.js'
import { defaultDataDir, startLocal } from './local/lifecycle.js'

/** Where the graph is; what is not given comes from NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE. */
export interface Target {
  uri?: string
  user?: string
  password?: string
  /** Data directory of an embedded graph. */
  data?: string
  database?: string
}

/** An open graph. Close it when done. */
export interface Graph {
  readonly driver: Driver
  readonly engine: 'neo4j' | 'local'
  readonly uri: string
  /** The database on the server; its default one when absent. */
  readonly database?: string
  close(): Promise<void>
}

/** A session on the graph's database. `fetchSize` in rows; -1 takes every answer whole. */
export function openSession(
  graph: Graph,
  mode: keyof typeof neo4j.session,
  options: { fetchSize?: number } = {},
): Session {
  return graph.driver.session({
    defaultAccessMode: neo4j.session[mode],
    ...options,
    ...(graph.database === undefined ? {} : { database: graph.database }),
  })
}

const RETRY_MS = 30_000
const CONNECT_MS = 10_000

/**
 * Opens the graph and makes sure that it answers.
 * @throws Fault `usage` when both a URL and a data directory are given, `store` when nothing answers or the password is wrong
 */
export async function connect(target: Target): Promise<Graph> {
  if (target.uri !== undefined && target.data !== undefined) {
    throw new Fault('usage', `Both --uri ${target.uri} and --data ${target.data} are given; one graph at a time.`)
  }
  const { env } = process
  const address = target.uri ?? (target.data === undefined ? env.NEO4J_URI || undefined : undefined)
  if (address === undefined) {
    const { uri, user, password, data } = await startLocal(target.data ?? defaultDataDir())
    if (uri === null || user === null || password === null) {
      throw new Fault('store', `The embedded engine of ${data} is not running; wentu db status tells more.`)
    }
    return await open(uri, user, password, undefined)
  }
  const user = target.user ?? env.NEO4J_USERNAME ?? 'neo4j'
  const password = target.password ?? env.NEO4J_PASSWORD
  return await open(address, user, password, target.database ?? (env.NEO4J_DATABASE || undefined))
}

async function open(
  uri: string,
  user: string,
  password: string | undefined,
  database: string | undefined,
): Promise<Graph> {
  const driver = makeDriver(uri, user, password)
  try {
    await driver.getServerInfo(database === undefined ? {} : { database })
    const engine = await nameEngine(driver, database)
    return { driver, engine, uri, ...(database === undefined ? {} : { database }), close: () => driver.close() }
  } catch (error) {
    await driver.close()
    throw driverFault(error, uri)
  }
}

function makeDriver(uri: string, user: string, password: string | undefined): Driver {
  try {
    const auth = password === undefined ? undefined : neo4j.auth.basic(user, password)
    return neo4j.driver(uri, auth, {
      userAgent: 'wentu',
      connectionTimeout: CONNECT_MS,
      connectionAcquisitionTimeout: CONNECT_MS * 3,
      maxTransactionRetryTime: RETRY_MS,
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Fault(
      'usage',
      `"${uri}" is no address of a graph (${why}); give bolt://HOST:PORT or neo4j://HOST:PORT.`,
      {
        cause: error,
      },
    )
  }
}

/** Asked, not guessed from the URL: our own engine may be given by its URL too, and its index statements differ. */
async function nameEngine(driver: Driver, database: string | undefined): Promise<'neo4j' | 'local'> {
  const { records } = await driver.executeQuery(
    'CALL dbms.components() YIELD name RETURN name',
    {},
    { routing: neo4j.routing.READ, ...(database === undefined ? {} : { database }) },
  )
  const names = records.map((record) => String(record.get('name')))
  return names.some((name) => /grafeo/i.test(name)) ? 'local' : 'neo4j'
}
