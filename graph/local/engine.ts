// The embedded engine, made safe to serve. In: a path, query text, engine values. Out: the engine's own results.
// Knows the engine's traps (read-only, checkpoints, reserved names); knows nothing of Bolt messages or of dialect.

import { closeSync, existsSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import grafeo, { type GrafeoDB, type GrafeoError, type QueryResult, type Transaction } from '@grafeo-db/js'
import { engineName } from './engine-name.js'
import { BoltFailure, CODE } from './failure.js'

/** The log is folded into the file once it holds this many bytes; opening after a kill then stays short. */
const CHECKPOINT_BYTES = 4 * 1024 * 1024

/** Milliseconds. */
const LOCK_PATIENCE = 5000

/** One transaction of the engine. After `commit` or `rollback` it is of no more use. */
export class EngineTransaction {
  #running: Promise<unknown> = Promise.resolve()
  #open = true

  constructor(
    readonly raw: Transaction,
    readonly readOnly: boolean,
  ) {}

  /** Runs one statement; the transaction stays open also when it fails. */
  async run(text: string, parameters: Record<string, unknown> = {}): Promise<QueryResult> {
    // A statement of several steps goes on when its client has given up; its next step must not start.
    if (!this.#open) throw new BoltFailure(CODE.terminated, 'The transaction has ended.', '25N13')
    const result = this.raw.executeCypher(text, parameters)
    this.#running = result.catch(() => undefined)
    return result
  }

  /** Makes the changes last (against a killed process; `Engine.checkpoint` against power loss). Throws on a conflict. */
  commit(): void {
    this.#open = false
    this.raw.commit()
  }

  /** Undoes the changes; waits for a statement that still runs, since the engine cannot be told to stop. */
  async rollback(): Promise<void> {
    if (!this.#open) return
    this.#open = false
    await this.#running
    try {
      this.raw.rollback()
    } catch {
      // A transaction that the engine has already ended needs no rollback.
    }
  }
}

/** The database in one file. Only one process can have it open. */
export class Engine {
  private constructor(
    readonly path: string,
    readonly db: GrafeoDB,
  ) {}

  /**
   * Opens or makes the database at `path` (none: in memory).
   * Throws when another process has it open, when it is damaged, or when the engine's read-only transactions do not hold.
   */
  static async open(path?: string): Promise<Engine> {
    const engine = new Engine(path ?? '', await openWaiting(path))
    if (path) engine.db.setCheckpointTriggers({ walBytes: CHECKPOINT_BYTES })
    await engine.#proveReadOnly()
    return engine
  }

  /** Begins a transaction; one that is `readOnly` cannot write, whatever the text of its statements. */
  async begin(readOnly: boolean): Promise<EngineTransaction> {
    const raw = this.db.beginTransaction()
    if (readOnly) {
      // Without the COMMIT the START says "done" and leaves the transaction writable.
      await raw.execute('COMMIT')
      await raw.execute('START TRANSACTION READ ONLY')
    }
    return new EngineTransaction(raw, readOnly)
  }

  /** A version of the engine that no longer refuses is noticed here, not when data is lost. */
  async #proveReadOnly(): Promise<void> {
    const transaction = await this.begin(true)
    try {
      await transaction.run('CREATE (:ReadOnlyProof)')
    } catch (error) {
      if ((error as GrafeoError).gqlStatus === '25G03') return
      throw error
    } finally {
      await transaction.rollback()
    }
    throw new BoltFailure(CODE.unknown, `${engineName()} wrote in a read-only transaction: it must not be served.`)
  }

  /** A mark of the last commit, grows with each. */
  get epoch(): bigint {
    return this.db.currentEpoch()
  }

  /** Brings all commits into the file and onto the disk: what is committed now survives a power cut. */
  checkpoint(): void {
    this.db.walCheckpoint()
    if (this.path === '') return
    for (const file of [...filesAt(this.path), ...filesAt(`${this.path}.wal`)]) syncToDisk(file, 'r+')
    // A directory cannot be opened for this on Windows, where the file's own sync suffices.
    if (process.platform !== 'win32') syncToDisk(dirname(this.path), 'r')
  }

  /** Closes with a checkpoint; the next open is quick. */
  close(): void {
    this.db.close()
  }
}

/** A process that was killed may hold its lock for a moment longer: what is locked is tried again before it counts as open elsewhere. */
async function openWaiting(path: string | undefined): Promise<GrafeoDB> {
  for (const end = Date.now() + LOCK_PATIENCE; ; await new Promise((done) => setTimeout(done, 50))) {
    try {
      return grafeo.GrafeoDB.create(path)
    } catch (error) {
      const { message } = error as Error
      if (!message.includes('locked')) throw error
      if (Date.now() > end) throw new Error(`another process has ${path} open`, { cause: error })
    }
  }
}

function filesAt(path: string): string[] {
  if (!existsSync(path)) return []
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesAt(join(path, name))) : [path]
}

function syncToDisk(path: string, mode: 'r' | 'r+'): void {
  const file = openSync(path, mode)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
