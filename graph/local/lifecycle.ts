// Starts, finds and stops the local engine of a data directory. In: the directory. Out: how to reach the engine.
// The only file of this folder that the rest of the graph room needs.

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Fault } from '../../schema/fault.js'
import { engineName } from './engine-name.js'
import { takeLock } from './lock.js'
import { probe } from './probe.js'
import { isAlive } from './process-alive.js'
import { readState, removeState, type State } from './state-file.js'

/** What can be told of the engine; without a running one, `uri`, `user`, `password` and `pid` are null. */
export interface LocalInfo {
  running: boolean
  uri: string | null
  user: string | null
  password: string | null
  data: string
  pid: number | null
  engine: string
}

interface StartOptions {
  port?: number
  allowFiles?: boolean
  owner?: number
}

/** Milliseconds: for a server to answer, to start, to stop. */
const ANSWER = 5000
const START = 60_000
const STOP = 40_000

/** The platform's usual place for application data, with `wentu` in it. */
export function defaultDataDir(): string {
  const home = homedir()
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'wentu')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'wentu')
  return join(process.env.XDG_DATA_HOME || join(home, '.local', 'share'), 'wentu')
}

/**
 * Starts the engine of `data`, or finds the one that runs; of two callers at once one starts it and both find it.
 * It outlives the caller. Throws Fault('store') when it cannot start: a port that is taken, a directory that cannot be
 * written, a database that is damaged or open elsewhere.
 * @param options.port the port to listen on (default: any free one).
 * @param options.allowFiles lets LOAD CSV read files.
 * @param options.owner a process whose end, however it comes, ends the engine too and takes its directory away: for copies.
 */
export async function startLocal(data: string, options: StartOptions = {}): Promise<LocalInfo> {
  const directory = resolve(data)
  makeDirectory(directory)
  const release = await takeLock(join(directory, 'server.lock'), START)
  try {
    const found = await localStatus(directory)
    if (found.running) {
      checkPort(found, options.port)
      return found
    }
    await launch(directory, options)
  } finally {
    release()
  }
  const started = await localStatus(directory)
  if (started.running) return started
  throw new Fault('store', `The engine of ${directory} started but does not answer. See ${logIn(directory)}.`)
}

/** What runs for `data` now: asked of the server itself, since a state file outlives a process that was killed. */
export async function localStatus(data: string): Promise<LocalInfo> {
  const directory = resolve(data)
  const state = readState(directory)
  const running = state !== null && (await answers(state))
  const reach = running ? { uri: state.uri, user: state.user, password: state.password, pid: state.pid } : NOWHERE
  return { running, ...reach, data: directory, engine: engineName() }
}

/** Stops the engine of `data` with a clean close; resolves when it has ended. False when none was running. */
export async function stopLocal(data: string): Promise<boolean> {
  const directory = resolve(data)
  const state = readState(directory)
  if (!state) return false
  const asked = await probe({ ...reachOf(state), query: 'CALL wentu.shutdown()' }, ANSWER)
  if (asked !== 'yes' && !(await answers(state))) {
    // Nobody answers to this password any more: what the file tells of has gone.
    if (readState(directory)?.pid === state.pid && !isAlive(state.pid)) removeState(directory)
    return false
  }
  for (const end = Date.now() + STOP; Date.now() < end; await pause(25)) {
    if (!isAlive(state.pid)) return true
  }
  throw new Fault('store', `The engine of ${directory} (process ${state.pid}) does not stop. See ${logIn(directory)}.`)
}

const NOWHERE = { uri: null, user: null, password: null, pid: null }

function reachOf(state: State): { port: number; user: string; password: string } {
  return { port: Number(new URL(state.uri).port), user: state.user, password: state.password }
}

async function answers(state: State): Promise<boolean> {
  return isAlive(state.pid) && (await probe(reachOf(state), ANSWER)) === 'yes'
}

function checkPort(found: LocalInfo, port: number | undefined): void {
  if (!port || new URL(found.uri ?? '').port === String(port)) return
  throw new Fault(
    'store',
    `The engine of ${found.data} already runs at ${found.uri}. Stop it first to move it to port ${port}.`,
  )
}

function makeDirectory(directory: string): void {
  try {
    const fresh = !existsSync(directory)
    mkdirSync(directory, { recursive: true })
    if (fresh) chmodSync(directory, 0o700)
  } catch (error) {
    throw new Fault('store', `The data directory ${directory} cannot be made: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

async function launch(data: string, { port = 0, allowFiles = false, owner }: StartOptions): Promise<void> {
  const log = openLog(data)
  // Hexadecimal: a token that begins with a dash would be taken for an option on a command line.
  const token = randomBytes(24).toString('hex')
  const options = { data, port, allowFiles, token, ...(owner === undefined ? {} : { owner }) }
  // The token goes as a message, since all users can read arguments; the directory is an argument, so that a list of
  // processes tells whose engine this is.
  const child = spawn(process.execPath, [processEntry(), data], {
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  try {
    await new Promise<void>((done, fail) => {
      const late = setTimeout(() => fail(new Error(`no answer within ${START / 1000} s`)), START)
      child.on('error', fail)
      child.on('exit', (code, signal) => fail(new Error(`its process ended (${signal ?? code})`)))
      child.on('message', (message: { started: boolean; code?: string; why?: string }) => {
        clearTimeout(late)
        if (message.started) done()
        else fail(Object.assign(new Error(message.why), { code: message.code }))
      })
      child.send(options)
    })
  } catch (error) {
    throw startFault(data, port, error as NodeJS.ErrnoException)
  } finally {
    child.removeAllListeners()
    if (child.connected) child.disconnect()
    child.unref()
  }
}

function startFault(data: string, port: number, error: NodeJS.ErrnoException): Fault {
  const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
  const message = taken
    ? `Port ${port} on 127.0.0.1 is taken or not allowed. Choose another, or leave the port out for a free one.`
    : `The engine of ${data} does not start: ${error.message}. See ${logIn(data)}.`
  return new Fault('store', message, { cause: error })
}

function openLog(data: string): number {
  try {
    return openSync(logIn(data), 'a', 0o600)
  } catch (error) {
    throw new Fault('store', `The data directory ${data} cannot be written: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

function logIn(data: string): string {
  return join(data, 'server.log')
}

/** The compiled entry: also when this file itself runs as TypeScript, as in tests. */
function processEntry(): string {
  let root = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(root, 'package.json')) && root !== dirname(root)) root = dirname(root)
  const entry = join(root, '.build', 'graph', 'local', 'supervisor-process.js')
  if (existsSync(entry)) return entry
  throw new Fault('store', `The local engine is not built: ${entry} is missing. Run npm run build.`)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
