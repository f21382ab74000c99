// A Bolt transaction over one of the engine: its deadline, its open results, and what becomes of a query that nobody waits for.
// In: statements. Out: outcomes, or BoltFailure. Knows nothing of messages.

import type { EngineTransaction } from './engine.js'
import { BoltFailure, CODE } from './failure.js'
import type { PackValue } from './packstream.js'
import { type Outcome, runStatement, type Surroundings } from './statement.js'

/** What a transaction asks of the server around it. */
export interface Keeper extends Surroundings {
  /** A query runs on though its client has gone or given up: the server decides how long it may. */
  abandon: (query: Promise<unknown>) => void
}

/** An outcome and how far it has been pulled. */
export interface OpenResult extends Outcome {
  next: number
}

/** How often an auto-commit statement is tried again when it loses a write conflict. */
const TRIES = 12

export class Work {
  readonly results = new Map<number, OpenResult>()
  #nextResult = 0
  #stopped: BoltFailure | null = null
  #stop: (failure: BoltFailure) => void = () => undefined
  readonly #stopping: Promise<never>
  readonly #timer: NodeJS.Timeout | undefined

  private constructor(
    readonly keeper: Keeper,
    private transaction: EngineTransaction,
    timeout: number,
  ) {
    this.#stopping = new Promise((_, reject) => {
      this.#stop = reject
    })
    this.#stopping.catch(() => undefined)
    if (timeout > 0) {
      const seconds = timeout / 1000
      this.#timer = setTimeout(() => {
        this.stop(
          new BoltFailure(
            CODE.timedOut,
            `The transaction was ended: it took longer than its timeout of ${seconds} s.`,
            '25N14',
          ),
        )
      }, timeout)
    }
  }

  /** @param timeout milliseconds for the whole transaction; 0 is no limit. */
  static async begin(keeper: Keeper, readOnly: boolean, timeout: number): Promise<Work> {
    return new Work(keeper, await keeper.engine.begin(readOnly), timeout)
  }

  /** Frees whoever waits for this transaction, at once, with `failure`; a query that runs is left to the keeper. */
  stop(failure: BoltFailure): void {
    if (this.#stopped) return
    this.#stopped = failure
    this.#stop(failure)
  }

  /** Runs a statement and keeps its result open under the number returned. */
  async run(query: string, parameters: { [key: string]: PackValue }): Promise<number> {
    const outcome = await this.#unlessStopped(runStatement(this.keeper, this.transaction, query, parameters))
    const id = this.#nextResult++
    this.results.set(id, { ...outcome, next: 0 })
    return id
  }

  /** Runs a statement in a transaction of its own, and again while it loses write conflicts. */
  async runAlone(query: string, parameters: { [key: string]: PackValue }): Promise<number> {
    const { readOnly } = this.transaction
    for (let left = TRIES; ; left--) {
      try {
        const id = await this.run(query, parameters)
        this.transaction.commit()
        return id
      } catch (error) {
        const conflict = /^40/.test(
          String((error as { gql?: string; gqlStatus?: string }).gql ?? (error as { gqlStatus?: string }).gqlStatus),
        )
        if (!conflict || left === 0) throw error
        this.results.clear()
        await this.transaction.rollback()
        // Writers that met once meet again unless they wait for different times.
        await this.#unlessStopped(new Promise((done) => setTimeout(done, Math.random() * 10 * (TRIES - left + 1))))
        this.transaction = await this.keeper.engine.begin(readOnly)
      }
    }
  }

  commit(): void {
    if (this.#stopped) throw this.#stopped
    this.transaction.commit()
    this.end()
  }

  /** Undoes everything; does not wait for a query that still runs. */
  rollback(): void {
    this.end()
    void this.transaction.rollback()
  }

  /** Forgets results and the deadline; nothing is undone that is committed. */
  end(): void {
    clearTimeout(this.#timer)
    this.results.clear()
  }

  async #unlessStopped<T>(running: Promise<T>): Promise<T> {
    if (this.#stopped) {
      running.catch(() => undefined)
      throw this.#stopped
    }
    try {
      return await Promise.race([running, this.#stopping])
    } catch (error) {
      if (this.#stopped) this.keeper.abandon(running.catch(() => undefined))
      throw error
    }
  }
}
