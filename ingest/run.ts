// Paths and a sink in, a report of what became of every file out. Knows no database: the sink is handed to it.
// A document goes to the sink unless the sink has it with the same bytes, read by the same rules.
// Three things go on at once: reading, the work on documents (in threads, if it is given some), and writing.
import type { Resolved } from '../schema/fact.js'
import { Fault } from '../schema/fault.js'
import type { ParseOptions } from './read/parse.js'
import { describePlace, type Found, placeOf, type Raw } from './read/raw.js'
import { readSources, type SourceOptions } from './read/sources.js'
import { emptyReport, type Report, type ReportLine, type Stages } from './report.js'
import { extractorVersion } from './rules-version.js'
import { here, type Worker } from './work.js'

/** What a sink remembers of a document. */
export interface Known {
  sha256: string
  extractor?: string
}

/** Where contributions go. */
export interface Sink {
  /** What is there already, by document id; ids it does not know are absent. */
  known(ids: readonly string[]): Promise<ReadonlyMap<string, Known>>
  /**
   * Takes all of the batch or nothing. A document that is there is replaced.
   * @returns how often it had to begin anew because another writer was in the way
   * @throws Fault('input') for what one of the documents says; any other error ends the run
   */
  write(batch: readonly Resolved[]): Promise<number>
  /** Called once, when all is written. */
  settle(): Promise<void>
}

export interface IngestOptions extends SourceOptions, ParseOptions {
  /** Told after every document; `line` is what was dealt with last. */
  onProgress?: (counts: Readonly<Report['counts']>, line: ReportLine) => void
  /** Reads documents even if the sink has them unchanged. */
  again?: boolean
  /** Who does the work on documents; this thread when not said. */
  worker?: Worker
  /** Where documents come from, instead of paths: standard input. */
  found?: AsyncIterable<Found>
  /** Ends the run after so many documents. */
  limit?: number
  /** Passes over documents with an earlier date, `2023-01-01`. Those without a date are read. */
  since?: string
  /** Ends the run at the first file that is rejected. */
  failFast?: boolean
  /** Ends the run after the documents in hand. */
  signal?: AbortSignal
}

/** A batch is written when it has so many documents, or so many bytes. */
const BATCH_DOCUMENTS = 200
const BATCH_BYTES = 3_000_000
/** While one batch is written the next is worked on. */
const BATCHES_IN_HAND = 2

/**
 * Reads, extracts, resolves and writes what the paths hold. Never throws for a bad file; a sink that fails ends the
 * run, and the report says with what (`fault`) and which documents did not reach it.
 */
export async function ingest(paths: readonly string[], sink: Sink, options: IngestOptions = {}): Promise<Report> {
  const run = new Run(sink, options)
  const worker = options.worker ?? here
  const started = performance.now()
  try {
    const found = options.found ?? readSources(paths, { expand: worker.expand, ...options })
    for await (const one of run.clocked(found)) {
      await run.take(one)
      if (run.over) break
    }
    await run.finish()
    await run.clock('write', () => sink.settle())
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause
    run.report.fault = cause
  }
  const { stages } = run.report
  stages.wait = Math.max(0, (performance.now() - started) / 1000 - stages.write)
  return run.report
}

interface Waiting {
  line: ReportLine
  raw: Raw
}

interface Fresh {
  line: ReportLine
  resolved: Resolved
}

/** One run's state: the report so far, the batches in hand, and the ids seen. */
class Run {
  readonly report = emptyReport()
  readonly #seen = new Map<string, { sha256: string; place: string }>()
  readonly #inHand: Promise<void>[] = []
  #lastWrite: Promise<unknown> = Promise.resolve()
  #batch: Waiting[] = []
  #bytes = 0
  #documents = 0
  #failed = false
  /** What a document is read with; it crosses to other threads, so it holds words only. */
  readonly #told: ParseOptions

  constructor(
    readonly sink: Sink,
    readonly options: IngestOptions,
  ) {
    const { source, date, ocr } = options
    this.#told = {
      ...(source === undefined ? {} : { source }),
      ...(date === undefined ? {} : { date }),
      ...(ocr === undefined ? {} : { ocr }),
    }
  }

  /** Does something, and adds the time that it takes to a stage. */
  async clock<T>(stage: keyof Stages, work: () => Promise<T>): Promise<T> {
    const started = performance.now()
    try {
      return await work()
    } finally {
      this.report.stages[stage] += (performance.now() - started) / 1000
    }
  }

  /** What is found, with the time that the finding takes. */
  async *clocked(found: AsyncIterable<Found>): AsyncGenerator<Found> {
    const finder = found[Symbol.asyncIterator]()
    try {
      for (;;) {
        const next = await this.clock('read', () => finder.next())
        if (next.done) return
        yield next.value
      }
    } finally {
      await finder.return?.()
    }
  }

  /** Whether nothing more is to be read. */
  get over(): boolean {
    const { limit, failFast, signal } = this.options
    if (signal?.aborted) this.report.stopped = true
    return (
      signal?.aborted === true ||
      (limit !== undefined && this.#documents >= limit) ||
      (failFast === true && this.report.counts.rejected > 0) ||
      this.#failed
    )
  }

  async take(found: Found): Promise<void> {
    if ('skipped' in found) {
      this.#tell({ ...placeOf(found), ...sizeOf(found), outcome: 'skipped', reason: found.skipped })
    } else if ('fault' in found) {
      this.#tell({ ...placeOf(found), ...sizeOf(found), outcome: 'rejected', reason: found.fault.message })
    } else await this.#takeRaw(found.raw)
  }

  async #takeRaw(raw: Raw): Promise<void> {
    const line: ReportLine = { ...placeOf(raw), doc: raw.id, outcome: 'ingested', bytes: raw.size }
    const twin = this.#repeat(raw, line)
    if (twin) return this.#tell(twin)
    this.#documents++
    // The report keeps the order of reading; what becomes of the document is written into its line with its batch.
    this.report.lines.push(line)
    this.#batch.push({ line, raw })
    this.#bytes += raw.size
    if (this.#batch.length >= BATCH_DOCUMENTS || this.#bytes >= BATCH_BYTES) await this.#send()
  }

  /** Waits for all that is in hand. @throws what the sink threw */
  async finish(): Promise<void> {
    await this.#send()
    await Promise.all(this.#inHand)
  }

  /** Sends the batch on its way, and waits until no more than so many are. */
  async #send(): Promise<void> {
    const batch = this.#batch
    if (batch.length === 0) return
    this.#batch = []
    this.#bytes = 0
    const done = this.#deal(batch)
    // What fails is thrown where it is waited for; until then nobody listens.
    done.catch(() => {
      this.#failed = true
    })
    this.#inHand.push(done)
    while (this.#inHand.length >= BATCHES_IN_HAND) await this.#inHand.shift()
  }

  async #deal(batch: readonly Waiting[]): Promise<void> {
    let written = false
    try {
      const known = await this.sink.known(batch.map(({ raw }) => raw.id))
      const fresh = await Promise.all(batch.map(({ line, raw }) => this.#work(raw, line, known.get(raw.id))))
      await this.#write(fresh.filter((one) => one !== undefined))
      written = true
    } finally {
      for (const { line } of batch) {
        if (!written && line.outcome === 'ingested') reject(line, 'not written: the graph failed')
        this.#count(line)
      }
    }
  }

  async #work(raw: Raw, line: ReportLine, known: Known | undefined): Promise<Fresh | undefined> {
    const same = known?.sha256 === raw.sha256 && known.extractor === extractorVersion()
    if (same && !this.options.again) {
      line.outcome = 'unchanged'
      return undefined
    }
    try {
      const { resolved, from, notes, took } = await (this.options.worker ?? here).contribute(raw, this.#told)
      for (const stage of ['read', 'extract', 'resolve'] as const) this.report.stages[stage] += took[stage] / 1000
      const { date } = resolved.document
      const { since } = this.options
      if (since !== undefined && date !== undefined && date < since.slice(0, date.length)) {
        line.outcome = 'skipped'
        line.reason = `dated ${date}, before ${since}`
        return undefined
      }
      resolved.document.extractor = extractorVersion()
      const { entities, relations } = resolved.contribution
      const statements = relations.reduce((sum, { evidence }) => sum + placesOf(evidence).size, 0)
      line.gave = { entities: entities.length, relations: relations.length, statements }
      line.from = from
      if (notes.length > 0) line.notes = notes
      return { line, resolved }
    } catch (cause) {
      // A rule or a reader that stumbles over one document must not cost the others.
      reject(line, cause instanceof Fault ? cause.message : `the rules failed on it: ${String(cause)}`)
      return undefined
    }
  }

  /** Writes after all that was sent before, so that the sink has one writer. */
  async #write(fresh: readonly Fresh[]): Promise<void> {
    const before = this.#lastWrite
    const write = before.then(() => (fresh.length > 0 ? this.#give(fresh) : undefined))
    this.#lastWrite = write
    await write
  }

  /** A batch that the sink refuses for what it says is given again one by one, so that one document does not cost the rest. */
  async #give(fresh: readonly Fresh[]): Promise<void> {
    try {
      const batch = fresh.map(({ resolved }) => resolved)
      this.report.retries += await this.clock('write', () => this.sink.write(batch))
    } catch (cause) {
      if (!(cause instanceof Fault) || cause.kind !== 'input') throw cause
      const [only, ...others] = fresh
      if (only && others.length === 0) reject(only.line, cause.message)
      else for (const one of fresh) await this.#give([one])
    }
  }

  /** The line for a document whose id another of this run has: the first stands. */
  #repeat({ id, sha256 }: Raw, line: ReportLine): ReportLine | undefined {
    const place = describePlace(line)
    const first = this.#seen.get(id)
    if (!first) {
      this.#seen.set(id, { sha256, place })
      return undefined
    }
    if (first.sha256 === sha256) return { ...line, outcome: 'skipped', reason: `the same document as ${first.place}` }
    const reason = `${place}: its id "${id}" is that of ${first.place}, which says something else. Rename one of them.`
    return { ...line, outcome: 'rejected', reason }
  }

  #tell(line: ReportLine): void {
    this.report.lines.push(line)
    this.#count(line)
  }

  #count(line: ReportLine): void {
    this.report.counts[line.outcome]++
    this.report.bytes[line.outcome] += line.bytes ?? 0
    this.options.onProgress?.(this.report.counts, line)
  }
}

function reject(line: ReportLine, reason: string): void {
  line.outcome = 'rejected'
  line.reason = reason
  delete line.gave
  delete line.from
}

const sizeOf = ({ size }: { size?: number }): { bytes?: number } => (size === undefined ? {} : { bytes: size })

/** A sentence says a fact once, however many rules read it. */
const placesOf = (evidence: readonly { start: number; end: number }[]) =>
  new Set(evidence.map(({ start, end }) => `${start} ${end}`))
