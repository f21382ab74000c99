// Starts the console's server. In: a graph, a port. Out: the address to open, and a way to stop.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import type { Graph } from '../../graph/connect.js'
import { Fault } from '../../schema/fault.js'
import { makeApp } from './app.js'
import type { Knowledge } from './believing-questions.js'
import { graphQuestions } from './graph-questions.js'
import { isLoopback } from './guard.js'
import type { Beside } from './keep-questions.js'
import { loadPage } from './page.js'
import type { Questions } from './questions.js'

export interface ServeOptions {
  /** 0 takes a free port. */
  port: number
  /** The address to listen on; 127.0.0.1 when not given. Any but loopback needs a password. */
  host?: string
  password?: string
}

/** A running server. `url` carries the token that lets the browser in. */
export interface Served {
  url: string
  close(): Promise<void>
}

/**
 * Serves the console over a graph.
 * @throws Fault `store` when the port is taken, `usage` when the page is not built or a password is missing
 */
export async function serve(
  options: ServeOptions & { graph: Graph; beside?: Beside; knows?: Knowledge },
): Promise<Served> {
  const questions = graphQuestions(options.graph, options.beside, options.knows)
  const served = await serveQuestions({ ...options, questions })
  return {
    url: served.url,
    close: async () => {
      await served.close()
      await questions.closeDay()
    },
  }
}

/** The same over anything that answers the questions. */
export async function serveQuestions(options: ServeOptions & { questions: Questions }): Promise<Served> {
  const host = options.host ?? '127.0.0.1'
  if (!isLoopback(host) && !options.password)
    throw new Fault('usage', `Others can reach ${host}: give a password, and put TLS in front (a reverse proxy).`)
  const page = await loadPage(join(projectRoot(), '.build/console/web'))
  const token = randomBytes(24).toString('base64url')
  let port = options.port
  const app = makeApp({
    questions: options.questions,
    page,
    listening: () => ({ host, port }),
    token,
    session: randomBytes(24).toString('base64url'),
    password: options.password,
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)))
    server.listen(port, host, resolve)
  })
  port = (server.address() as AddressInfo).port
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${name}:${port}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // A browser keeps its connections open; without this the server would wait for it to go.
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function cannotListen(cause: NodeJS.ErrnoException, host: string, port: number): Fault {
  const why =
    cause.code === 'EADDRINUSE'
      ? `The port ${port} of ${host} is taken by another program: choose another with --port, or --port 0 for a free one.`
      : `Cannot listen on ${host}:${port} (${cause.code ?? cause.message}): choose another with --host and --port.`
  return new Fault('store', why, { cause })
}

/** The folder of package.json: the source and the build lie at different depths below it. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Fault('usage', 'The folder of wentu holds no package.json: install it anew.')
    folder = above
  }
  return folder
}
