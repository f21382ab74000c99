// What a run has done so far in, the line that a person watches it by out: a bar, counts, rate, time left, what is being read.

import { describePlace } from '../../ingest/read/raw.js'
import type { Report, ReportLine } from '../../ingest/report.js'

const BAR = 20

/** Watches one run. `total` is how many bytes it has to read, as far as that is known before. */
export class ProgressLine {
  #bytes = 0
  #documents = 0

  constructor(
    readonly total: number,
    /** Milliseconds since any fixed moment. */
    readonly now: () => number,
    readonly started: number = now(),
  ) {}

  /** The line after one more document. */
  after({ ingested, unchanged, rejected }: Readonly<Report['counts']>, line: ReportLine): string {
    this.#bytes += line.bytes ?? 0
    this.#documents++
    const seconds = Math.max(0.001, (this.now() - this.started) / 1000)
    const share = this.total > 0 ? Math.min(1, this.#bytes / this.total) : 0
    const left = share > 0.01 && share < 1 ? `, ${describeTime((seconds / share) * (1 - share))} left` : ''
    const bar = `${'█'.repeat(Math.round(share * BAR))}${'░'.repeat(BAR - Math.round(share * BAR))}`
    const rate = `${Math.round(this.#documents / seconds)}/s`
    return `${bar} ${ingested} ingested, ${unchanged} unchanged, ${rejected} rejected, ${rate}${left}  ${describePlace(line)}`
  }
}

function describeTime(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return `${(seconds / 3600).toFixed(1)} h`
}
