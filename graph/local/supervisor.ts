// Keeps one engine process alive and hands it the clients. In: a data directory and a port. Out: a state file while it serves.
// Holds the listening socket itself: while the engine restarts, or is about to, new clients wait instead of being refused.

import { type ChildProcess, fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer, type Server as Listener, type Socket } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { probe } from './probe.js'
import { isAlive } from './process-alive.js'
import { readState, removeState, USER, writeState } from './state-file.js'

/** What the supervisor tells its child. A `client` comes with its socket. */
export type ToChild =
  | { do: 'serve'; options: { path: string; password: string; address: string; allowFiles: boolean } }
  | { do: 'client' }
  | { do: 'stop' }

/** What the child tells its supervisor: `doubt` when it may soon have to end, `recovered` when it need not after all. */
export type FromChild = { did: 'ready' | 'shutdown' | 'doubt' | 'recovered' } | { did: 'failed'; why: string }

export interface SupervisorOptions {
  data: string
  port: number
  allowFiles: boolean
  token: string
  /** The process for which alone the engine is there: when it has gone, the engine ends and its directory is taken away. */
  owner?: number
}

/** Milliseconds between pings, until a ping counts as unanswered, and until a closing engine is killed. */
const PING_EVERY = 5000
const PING_PATIENCE = 15_000
const CLOSE_PATIENCE = 30_000
/** An engine that dies this often in a minute will not get better by starting it again. */
const MOST_DEATHS = 20

export class Supervisor {
  #child: ChildProcess | null = null
  #ready = false
  #stopping = false
  #waiting: Socket[] = []
  #deaths: number[] = []
  #port = 0
  #ping: NodeJS.Timeout | undefined
  readonly #listener: Listener

  constructor(
    readonly options: SupervisorOptions,
    readonly onEnd: (code: number) => void,
  ) {
    this.#listener = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => this.#welcome(socket))
  }

  /** Listens, starts the engine, writes the state file. Throws when the port is taken or the engine does not open. */
  async start(): Promise<void> {
    await new Promise<void>((done, fail) => {
      this.#listener.once('error', fail)
      this.#listener.listen(this.options.port, '127.0.0.1', done)
    })
    this.#port = (this.#listener.address() as { port: number }).port
    await this.#startEngine()
    this.#schedulePing()
  }

  /** Closes the engine cleanly, takes the state file away and ends. */
  stop(): void {
    if (this.#stopping) return
    this.#stopping = true
    clearTimeout(this.#ping)
    this.#listener.close()
    for (const socket of this.#waiting) socket.destroy()
    const child = this.#child
    if (!child || child.exitCode !== null) {
      this.#end(0)
      return
    }
    const late = setTimeout(() => child.kill('SIGKILL'), CLOSE_PATIENCE)
    child.once('exit', () => clearTimeout(late))
    child.send({ do: 'stop' } satisfies ToChild)
  }

  #startEngine(): Promise<void> {
    const child = fork(fileURLToPath(new URL('./engine-process.js', import.meta.url)), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.#child = child
    const { token: password, allowFiles, data } = this.options
    const options = { path: join(data, 'graph.grafeo'), password, allowFiles, address: `127.0.0.1:${this.#port}` }
    child.send({ do: 'serve', options } satisfies ToChild)
    child.on('exit', () => this.#died(child))
    return new Promise((done, fail) => {
      child.on('message', (message: FromChild) => {
        if (message.did === 'shutdown') this.stop()
        if (message.did === 'failed') {
          fail(new Error(message.why))
          child.kill('SIGKILL')
        }
        if (message.did === 'doubt') this.#ready = false
        if (message.did === 'recovered') this.#open()
        if (message.did === 'ready') {
          this.#serveWith(child)
          done()
        }
      })
      child.on('exit', (code, signal) => fail(new Error(`the engine's process ended (${signal ?? code})`)))
    })
  }

  #serveWith(child: ChildProcess): void {
    const { data, token: password } = this.options
    const uri = `bolt://127.0.0.1:${this.#port}`
    writeState(data, { uri, user: USER, password, pid: process.pid, enginePid: child.pid ?? 0 })
    this.#open()
  }

  #open(): void {
    this.#ready = true
    for (const socket of this.#waiting.splice(0)) this.#welcome(socket)
  }

  #welcome(socket: Socket): void {
    socket.on('error', () => socket.destroy())
    if (this.#stopping) socket.destroy()
    else if (this.#ready && this.#child?.connected) {
      this.#child.send({ do: 'client' } satisfies ToChild, socket, {}, (error) => {
        if (error) socket.destroy()
      })
    } else this.#waiting.push(socket)
  }

  #died(child: ChildProcess): void {
    if (this.#child !== child) return
    this.#ready = false
    if (this.#stopping) {
      this.#end(child.exitCode ?? 1)
      return
    }
    const now = Date.now()
    this.#deaths = [...this.#deaths.filter((at) => now - at < 60_000), now]
    console.error(
      `${new Date().toISOString()} the engine's process ended (${child.signalCode ?? child.exitCode}), starting it again`,
    )
    if (this.#deaths.length > MOST_DEATHS) this.#end(1)
    else this.#startEngine().catch((error: Error) => console.error(`${new Date().toISOString()} ${error.message}`))
  }

  /** Over Bolt and not over the process channel: a loop that is stuck answers neither, but only the first is what clients see. */
  #schedulePing(): void {
    this.#ping = setTimeout(async () => {
      if (this.#orphaned) return this.stop()
      const child = this.#child
      if (this.#ready) {
        const question = { port: this.#port, user: USER, password: this.options.token, query: 'CALL db.ping()' }
        const answer = await probe(question, PING_PATIENCE)
        // Being turned away is an answer too: a full house is not a dead one.
        if (answer === 'silent' && child === this.#child && this.#ready && !this.#stopping) child?.kill('SIGKILL')
      }
      if (!this.#stopping) this.#schedulePing()
    }, PING_EVERY)
  }

  get #orphaned(): boolean {
    return this.options.owner !== undefined && !isAlive(this.options.owner)
  }

  #end(code: number): void {
    const { data } = this.options
    if (readState(data)?.pid === process.pid) removeState(data)
    if (this.#orphaned) rmSync(data, { recursive: true, force: true })
    this.onEnd(code)
  }
}
