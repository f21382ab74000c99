// For tests: the server in this process, over a database in memory, on a free port. In: options. Out: where it listens.

import { createServer } from 'node:net'
import { Server, type ServerOptions } from '../../../graph/local/server.js'

export interface Served {
  uri: string
  port: number
  password: string
  server: Server
  /** How often a client asked for a shutdown, and how often a query would not stop. */
  seen: { shutdown: number; stuck: number }
  stop: () => Promise<void>
}

export async function serve(options: Partial<ServerOptions> = {}): Promise<Served> {
  const seen = { shutdown: 0, stuck: 0 }
  const password = 'only-for-this-test'
  const listener = createServer({ noDelay: true })
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done))
  const { port } = listener.address() as { port: number }
  const server = await Server.start({
    password,
    address: `127.0.0.1:${port}`,
    onShutdown: () => seen.shutdown++,
    onStuck: () => seen.stuck++,
    ...options,
  })
  listener.on('connection', (socket) => server.accept(socket))
  const stop = async () => {
    listener.close()
    await server.stop()
  }
  return { uri: `bolt://127.0.0.1:${port}`, port, password, server, seen, stop }
}
