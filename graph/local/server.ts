// The engine behind Bolt. In: a database path, a password, sockets. Out: answers on the sockets.
// Watches over queries that nobody waits for; does not listen and restarts nothing itself (see supervisor.ts).

import type { Socket } from 'node:net'
import { serveConnection } from './connection.js'
import { Engine } from './engine.js'
import type { Host } from './session.js'
import { USER } from './state-file.js'

const MOST_CONNECTIONS = 1000

export interface ServerOptions {
  /** The database's file; none: in memory. */
  path?: string
  password: string
  /** `host:port` where clients reach it, for routing tables. */
  address: string
  allowFiles?: boolean
  /** Milliseconds a transaction may take whose client sets no limit (default 10 minutes; 0: no limit). */
  timeout?: number
  /** Milliseconds a query may run on after its client has given up (default 2,000). */
  grace?: number
  /** Called when a client asks to stop the server. */
  onShutdown: () => void
  /** Called when a query does not stop: the engine knows no cancel, so its process has to end. */
  onStuck: () => void
  /** Told whether a query runs on that nobody waits for, so that the process may have to end soon. */
  onDoubt?: (doubtful: boolean) => void
}

export class Server {
  readonly #sockets = new Set<Socket>()

  private constructor(
    readonly engine: Engine,
    readonly host: Host,
  ) {}

  /** Opens the database. Throws what `Engine.open` throws. */
  static async start(options: ServerOptions): Promise<Server> {
    const engine = await Engine.open(options.path)
    const grace = options.grace ?? 2000
    let abandoned = 0
    const host: Host = {
      engine,
      address: options.address,
      user: USER,
      password: options.password,
      allowFiles: options.allowFiles ?? false,
      timeout: options.timeout ?? 600_000,
      shutdown: options.onShutdown,
      abandon: (query) => {
        const timer = setTimeout(options.onStuck, grace)
        if (++abandoned === 1) options.onDoubt?.(true)
        void query.finally(() => {
          clearTimeout(timer)
          if (--abandoned === 0) options.onDoubt?.(false)
        })
      },
    }
    return new Server(engine, host)
  }

  /** Serves one client. */
  accept(socket: Socket): void {
    if (this.#sockets.size >= MOST_CONNECTIONS) {
      socket.destroy()
      return
    }
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    serveConnection(this.host, socket)
  }

  /** Ends all connections, undoes what is not committed, and closes the database with a checkpoint. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    // Rollbacks are begun by the sockets' closing; they come before the engine closes.
    await new Promise((done) => setTimeout(done, 20))
    this.engine.checkpoint()
    this.engine.close()
  }
}
