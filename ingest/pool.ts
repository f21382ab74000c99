// Several threads that do the work on documents. One that dies, or takes too long over a file, costs that file and no other.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Tinypool } from 'tinypool'
import { Fault } from '../schema/fault.js'
import { lexiconFolder } from './lexicon.js'
import type { Answer, Done, Task } from './pool-thread.js'
import type { ParseOptions } from './read/parse.js'
import { describePlace, type Place, type Raw } from './read/raw.js'
import { here, type Work, type Worker } from './work.js'

/** How long one file may take: so long in any case, and so much longer for each byte; in milliseconds. */
export const TIME = { base: 60_000, perByte: 0.02 }
/** How much memory one thread may hold, in mebibytes. */
const MEMORY = 2048
/** Documents of plain text go to a thread together, so many and so many bytes at most. */
const TOGETHER = { documents: 16, bytes: 200_000 }

/** The longest time that a timer takes, in milliseconds. */
const FOREVER = 2 ** 31 - 1

export interface PoolOptions {
  /** How many threads; as many as the machine has cores when not said. */
  jobs?: number
  /** Milliseconds that one file may take, whatever its size; for tests. */
  time?: number
  /** So many documents of plain text are worked on in this thread first: for a handful, no thread is worth its start. */
  alone?: number
}

/** A document that waits for a thread. */
interface Waiting {
  raw: Raw
  options: ParseOptions
  done(work: Work): void
  failed(cause: unknown): void
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
      // Each has read the word lists, which takes as long as a hundred documents: it stays while it waits for more.
      idleTimeout: FOREVER,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    })
  const turns = new Turns(jobs)
  const queue: Waiting[] = []

  /** A task is given to the pool when a thread is free, so that its time is its own. */
  const run = async (task: Task, place: Place, bytes: number): Promise<Answer> => {
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
  }

  const runAll = async (group: readonly Waiting[]): Promise<void> => {
    const [{ raw, options }] = group as [Waiting]
    const raws = group.map((one) => one.raw)
    try {
      const answer = await run({ contribute: raws, options }, raw, sizeOf(raws))
      if (!('done' in answer)) throw new TypeError('a thread answered another question')
      for (const [at, one] of group.entries()) settle(one, answer.done[at] as Done)
    } catch (cause) {
      // One of them took the thread with it: which one shows when each is alone.
      if (group.length > 1) for (const one of group) await runAll([one])
      else group[0]?.failed(cause)
    }
  }

  /** Sends what waits, as soon as a thread is free. */
  const send = () =>
    void turns.take(async () => {
      const group = takeGroup(queue, Math.ceil(queue.length / jobs))
      if (group.length > 0) await runAll(group)
    })

  return {
    contribute(raw, options) {
      if (left > 0 && isPlain(raw)) {
        left--
        return here.contribute(raw, options)
      }
      return new Promise((done, failed) => {
        queue.push({ raw, options, done, failed })
        send()
      })
    },
    async expand(file, told) {
      const answer = await turns.take(() => run({ expand: file, told }, file, file.bytes.length))
      if ('fault' in answer) throw new Fault(answer.fault.kind, answer.fault.message)
      if (!('found' in answer)) throw new TypeError('a thread answered another question')
      return answer.found.map((one) =>
        'fault' in one ? { ...one, fault: new Fault(one.fault.kind, one.fault.message) } : one,
      )
    },
    close: async () => pool?.destroy(),
  }
}

/** The first that waits, and with it as many of plain text as go together. */
function takeGroup(queue: Waiting[], most: number): Waiting[] {
  const group = queue.splice(0, 1)
  if (!group[0] || !isPlain(group[0].raw)) return group
  let bytes = group[0].raw.size
  while (group.length < Math.min(most, TOGETHER.documents)) {
    const next = queue[0]
    if (!next || !isPlain(next.raw) || next.options !== group[0].options) break
    bytes += next.raw.size
    if (bytes > TOGETHER.bytes) break
    group.push(...queue.splice(0, 1))
  }
  return group
}

function settle({ raw, done, failed }: Waiting, one: Done): void {
  if ('work' in one) done(one.work)
  else if ('fault' in one) failed(new Fault(one.fault.kind, one.fault.message))
  else failed(new Fault('input', `${describePlace(raw)}: the reading failed on it: ${one.stumbled}.`))
}

const sizeOf = (raws: readonly Raw[]): number => raws.reduce((sum, { size }) => sum + size, 0)

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
