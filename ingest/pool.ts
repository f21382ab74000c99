// Several threads that do the work on documents. One that dies, or takes too long over a file, costs that file and no other.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Tinypool } from 'tinypool'
import { Fault } from '../schema/fault.js'
import { lexiconFolder } from './lexicon.js'
import type { Answer, Task } from './pool-thread.js'
import { describePlace, type Place, type Raw } from './read/raw.js'
import { here, type Worker } from './work.js'

/** How long one file may take: so long in any case, and so much longer for each byte; in milliseconds. */
export const TIME = { base: 60_000, perByte: 0.02 }
/** How much memory one thread may hold, in mebibytes. */
const MEMORY = 2048

export interface PoolOptions {
  /** How many threads; as many as the machine has cores when not said. */
  jobs?: number
  /** Milliseconds that one file may take, whatever its size; for tests. */
  time?: number
  /** So many documents of plain text are worked on in this thread first: for a handful, no thread is worth its start. */
  alone?: number
}

/** Starts the threads. They end with `close`. */
export function openPool({ jobs = availableParallelism(), time, alone = 0 }: PoolOptions = {}): Worker {
  let left = alone
  let pool: Tinypool | undefined
  const start = () =>
    new Tinypool({
      filename: threadEntry(),
      runtime: 'worker_threads',
      minThreads: 1,
      maxThreads: jobs,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    })
  const turns = new Turns(jobs)

  /** A task is given to the pool when a thread is free, so that its time is its own. */
  const run = (task: Task, place: Place, bytes: number): Promise<Answer> =>
    turns.take(async () => {
      const limit = time ?? TIME.base + bytes * TIME.perByte
      const abort = new AbortController()
      const timer = setTimeout(() => abort.abort(), limit)
      try {
        pool ??= start()
        return (await pool.run(task, { signal: abort.signal })) as Answer
      } catch (cause) {
        const why = abort.signal.aborted
          ? `took longer than ${Math.round(limit / 1000)} s and was given up`
          : `the reading failed on it: ${cause instanceof Error ? cause.message : String(cause)}`
        throw new Fault('input', `${describePlace(place)}: ${why}.`, { cause })
      } finally {
        clearTimeout(timer)
      }
    })

  return {
    async contribute(raw, options) {
      if (left > 0 && isPlain(raw)) {
        left--
        return here.contribute(raw, options)
      }
      const answer = await run({ contribute: raw, options }, raw, raw.size)
      if ('fault' in answer) throw new Fault(answer.fault.kind, answer.fault.message)
      if (!('work' in answer)) throw new TypeError('a thread answered another question')
      return answer.work
    },
    async expand(file, told) {
      const answer = await run({ expand: file, told }, file, file.bytes.length)
      if ('fault' in answer) throw new Fault(answer.fault.kind, answer.fault.message)
      if (!('found' in answer)) throw new TypeError('a thread answered another question')
      return answer.found.map((one) =>
        'fault' in one ? { ...one, fault: new Fault(one.fault.kind, one.fault.message) } : one,
      )
    },
    close: async () => pool?.destroy(),
  }
}

/** Whether a document needs no library to be read: nothing in it can make the reading hang. */
const isPlain = (raw: Raw): boolean => 'parsed' in raw || raw.ending === '.txt' || raw.ending === '.md'

/** The compiled thread: also when this file itself runs as TypeScript, as in tests. */
function threadEntry(): string {
  const root = join(lexiconFolder(), '..', '..')
  return pathToFileURL(join(root, '.build', 'ingest', 'pool-thread.js')).href
}

/** At most so many at a time, in the order of asking. */
class Turns {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(size: number) {
    this.#free = size
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((go) => this.#waiting.push(go))
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free++
    }
  }
}
