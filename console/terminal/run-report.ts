// The report of an ingest in, lines to read out. A file of many documents is one line, with a line for each that failed.
import { describePlace } from '../../ingest/read/raw.js'
import type { Outcome, Report, ReportLine } from '../../ingest/report.js'
import { type Colour, paint } from './print.js'

const COLOURS: Record<Outcome, Colour> = { ingested: 'green', unchanged: 'dim', skipped: 'yellow', rejected: 'red' }
const WIDTH = 'unchanged'.length

/** What became of each file, in the order of reading. Reasons of rejection are not here: they go to standard error. */
export function describeFiles({ lines }: Report): string[] {
  const described: string[] = []
  for (let i = 0; i < lines.length; ) {
    const { path, line } = lines[i] as ReportLine
    let end = i + 1
    if (line !== undefined) while (lines[end]?.path === path) end++
    const same = lines.slice(i, end)
    described.push(same.length === 1 ? describeLine(same[0] as ReportLine) : describeMany(path, same))
    i = end
  }
  return described
}

function describeLine(report: ReportLine): string {
  const { outcome, reason, gave, notes = [] } = report
  const place = describePlace(report)
  const more = [gave ? describeYield(gave) : outcome === 'skipped' ? reason : undefined, ...notes]
    .filter(Boolean)
    .join('; ')
  return `${mark(outcome)}  ${place}${more ? `  ${paint('dim', more)}` : ''}`
}

function describeMany(path: string, lines: readonly ReportLine[]): string {
  const sum = { entities: 0, relations: 0, statements: 0 }
  const counts = new Map<Outcome, number>()
  for (const { outcome, gave } of lines) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
    sum.entities += gave?.entities ?? 0
    sum.relations += gave?.relations ?? 0
    sum.statements += gave?.statements ?? 0
  }
  const parts = [...counts].map(([outcome, n]) => `${n} ${outcome}`).join(', ')
  const first: Outcome = counts.has('ingested') ? 'ingested' : ([...counts.keys()][0] ?? 'skipped')
  return `${mark(first)}  ${path}  ${paint('dim', `${parts}; ${describeYield(sum)}`)}`
}

/** What documents gave, in words. */
function describeYield({ entities, relations, statements }: NonNullable<ReportLine['gave']>): string {
  return `${entities} things, ${relations} facts, ${statements} statements`
}

const mark = (outcome: Outcome): string => paint(COLOURS[outcome], outcome.padEnd(WIDTH))

/** The last line of a run. */
export function describeCounts({ counts }: Report, seconds: number): string {
  const parts = Object.entries(counts).map(([outcome, n]) => `${n} ${outcome}`)
  return `${parts.join(', ')}, in ${seconds.toFixed(1)} s`
}

/** Where the time of a run went, and what it met; nothing of a run that wrote nothing. */
export function describeWork({ counts, stages, retries }: Report, seconds: number): string | undefined {
  if (counts.ingested === 0) return undefined
  const parts = Object.entries(stages).map(([stage, took]) => `${stage} ${took.toFixed(1)}`)
  const again = retries > 0 ? `; ${retries} batches written anew, another writer being in the way` : ''
  return `${Math.round(counts.ingested / seconds)} documents/s; seconds: ${parts.join(', ')}${again}`
}

/** The whole report for a program; `memory` is the most that the process held, in bytes. */
export function reportJson(
  { lines, counts, bytes, stages, retries, fault, stopped }: Report,
  seconds: number,
): Record<string, unknown> {
  return {
    counts,
    bytes,
    seconds: round(seconds),
    stages: Object.fromEntries(Object.entries(stages).map(([stage, took]) => [stage, round(took)])),
    retries,
    memory: process.resourceUsage().maxRSS * 1024,
    ...(fault ? { fault: fault.message } : {}),
    ...(stopped ? { stopped } : {}),
    files: lines,
  }
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000
