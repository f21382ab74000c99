// Paths and a sink in, a report of what became of every file out. Knows no database: the sink is handed to it.
// A document goes to the sink unless the sink has it with the same bytes, read by the same rules.

import type { Document, Resolved } from '../schema/fact.js'
import { Fault } from '../schema/fault.js'
import { extract } from './extract.js'
import { type Reading, readDocuments } from './read/documents.js'
import { resolve } from './resolve/resolve.js'
import { extractorVersion } from './rules-version.js'

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
   * @throws Fault('input') for what one of the documents says; any other error ends the run
   */
  write(batch: readonly Resolved[]): Promise<void>
  /** Called once, when all is written. */
  settle(): Promise<void>
}

export type Outcome = 'ingested' | 'unchanged' | 'skipped' | 'rejected'

/** What became of one file, or of one line of a file that holds many documents. */
export interface ReportLine {
  path: string
  line?: number
  doc?: string
  outcome: Outcome
  /** Why it was skipped or rejected. */
  reason?: string
  /** What an ingested document says: numbers of things, of facts, and of statements of them. */
  gave?: { entities: number; relations: number; statements: number }
}

export interface Report {
  lines: ReportLine[]
  counts: Record<Outcome, number>
  /** Why the run ended before its last file, when it did. */
  fault?: Fault
}

export interface IngestOptions {
  /** Told after every batch; `line` is what was dealt with last. */
  onProgress?: (counts: Readonly<Record<Outcome, number>>, line: ReportLine) => void
  /** Reads documents even if the sink has them unchanged. */
  again?: boolean
  /** Turns a document into what it says. The place to put workers: it may answer later. */
  contribute?: (document: Document) => Resolved | Promise<Resolved>
}

/** A batch is written when it has so many documents, or so many characters of text. */
const BATCH_DOCUMENTS = 200
const BATCH_CHARACTERS = 1_000_000

/**
 * Reads, extracts, resolves and writes what the paths hold. Never throws for a bad file; a sink that fails ends the
 * run, and the report says with what (`fault`) and which documents did not reach it.
 */
export async function ingest(paths: readonly string[], sink: Sink, options: IngestOptions = {}): Promise<Report> {
  const run = new Run(sink, options)
  try {
    for await (const reading of readDocuments(paths)) await run.take(reading)
    await run.flush()
    await sink.settle()
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause
    run.report.fault = cause
  }
  return run.report
}

const contributeHere = (document: Document): Resolved => resolve(document, extract(document))

interface Waiting {
  line: ReportLine
  document: Document
}

interface Fresh {
  line: ReportLine
  resolved: Resolved
}

/** One run's state: the report so far, the batch in hand, and the ids seen. */
class Run {
  readonly report: Report = { lines: [], counts: { ingested: 0, unchanged: 0, skipped: 0, rejected: 0 } }
  readonly #seen = new Map<string, { sha256: string; place: string }>()
  #batch: Waiting[] = []
  #characters = 0

  constructor(
    readonly sink: Sink,
    readonly options: IngestOptions,
  ) {}

  async take(reading: Reading): Promise<void> {
    const { path } = reading
    const place = 'line' in reading && reading.line !== undefined ? { path, line: reading.line } : { path }
    if ('skipped' in reading) return this.#tell({ ...place, outcome: 'skipped', reason: reading.skipped })
    if ('fault' in reading) return this.#tell({ ...place, outcome: 'rejected', reason: reading.fault.message })
    const { document } = reading
    const line: ReportLine = { ...place, doc: document.id, outcome: 'ingested' }
    const twin = this.#repeat(document, line)
    if (twin) return this.#tell(twin)
    // The report keeps the order of reading; what becomes of the document is written into its line with its batch.
    this.report.lines.push(line)
    this.#batch.push({ line, document })
    this.#characters += document.text.length
    if (this.#batch.length >= BATCH_DOCUMENTS || this.#characters >= BATCH_CHARACTERS) await this.flush()
  }

  /** Writes what is in hand. */
  async flush(): Promise<void> {
    const batch = this.#batch
    if (batch.length === 0) return
    this.#batch = []
    this.#characters = 0
    let written = false
    try {
      const known = await this.sink.known(batch.map(({ document }) => document.id))
      const fresh: Fresh[] = []
      for (const { line, document } of batch) {
        const before = known.get(document.id)
        const same = before?.sha256 === document.sha256 && before.extractor === extractorVersion()
        if (same && !this.options.again) line.outcome = 'unchanged'
        else await this.#contribute(document, line, fresh)
      }
      if (fresh.length > 0) await this.#write(fresh)
      written = true
    } finally {
      for (const { line } of batch) {
        if (!written && line.outcome === 'ingested') reject(line, 'not written: the graph failed')
        this.#count(line)
      }
    }
  }

  /** A batch that the sink refuses for what it says is given again one by one, so that one document does not cost the rest. */
  async #write(fresh: readonly Fresh[]): Promise<void> {
    try {
      await this.sink.write(fresh.map(({ resolved }) => resolved))
    } catch (cause) {
      if (!(cause instanceof Fault) || cause.kind !== 'input') throw cause
      const [only, ...others] = fresh
      if (only && others.length === 0) reject(only.line, cause.message)
      else for (const one of fresh) await this.#write([one])
    }
  }

  async #contribute(document: Document, line: ReportLine, fresh: Fresh[]): Promise<void> {
    const { contribute = contributeHere } = this.options
    try {
      const resolved = await contribute({ ...document, extractor: extractorVersion() })
      const { entities, relations } = resolved.contribution
      const statements = relations.reduce((sum, { evidence }) => sum + evidence.length, 0)
      line.gave = { entities: entities.length, relations: relations.length, statements }
      fresh.push({ line, resolved })
    } catch (cause) {
      // A rule that stumbles over one document must not cost the others.
      reject(line, cause instanceof Fault ? cause.message : `the rules failed on it: ${String(cause)}`)
    }
  }

  /** The line for a document whose id another of this run has: the first stands. */
  #repeat({ id, sha256 }: Document, line: ReportLine): ReportLine | undefined {
    const place = line.line === undefined ? line.path : `${line.path}:${line.line}`
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
    this.options.onProgress?.(this.report.counts, line)
  }
}

function reject(line: ReportLine, reason: string): void {
  line.outcome = 'rejected'
  line.reason = reason
  delete line.gave
}
