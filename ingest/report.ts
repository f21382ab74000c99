// What became of every file of a run, down to the line: the words that the terminal, a program and a page are told it in.
import type { Fault } from '../schema/fault.js'
import type { Place } from './read/raw.js'

export const OUTCOMES = ['ingested', 'unchanged', 'skipped', 'rejected'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What became of one file, of one member of an archive, or of one row. */
export interface ReportLine extends Place {
  doc?: string
  outcome: Outcome
  /** Size of what was read or left, in bytes; absent where it cannot be told. */
  bytes?: number
  /** Why it was skipped or rejected. */
  reason?: string
  /** What an ingested document says: numbers of things, of facts, and of statements of them. */
  gave?: { entities: number; relations: number; statements: number }
  /** Where the title, date and source of an ingested document were taken from. */
  from?: Partial<Record<'title' | 'date' | 'source', string>>
  /** What a reader should know: a doubtful encoding, pages without text. */
  notes?: string[]
}

/** Where the time of a run went, in seconds. Documents are worked on in several threads: their seconds are added up. */
export interface Stages {
  /** Finding documents, decoding them, reading their formats. */
  read: number
  extract: number
  resolve: number
  /** The sink's own time; `wait` is that in which it had nothing to write. */
  write: number
  wait: number
}

export interface Report {
  lines: ReportLine[]
  counts: Record<Outcome, number>
  /** Sizes of all lines, by what became of them, in bytes. */
  bytes: Record<Outcome, number>
  stages: Stages
  /** How often the sink had to write a batch anew, because another writer was in the way. */
  retries: number
  /** Why the run ended before its last file, when it did. */
  fault?: Fault
  /** Whether it was asked to stop before its last file. */
  stopped?: true
}

export const emptyReport = (): Report => ({
  lines: [],
  counts: { ingested: 0, unchanged: 0, skipped: 0, rejected: 0 },
  bytes: { ingested: 0, unchanged: 0, skipped: 0, rejected: 0 },
  stages: { read: 0, extract: 0, resolve: 0, write: 0, wait: 0 },
  retries: 0,
})
