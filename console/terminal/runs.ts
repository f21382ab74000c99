// The last runs of ingest, kept as files beside the graph: what each did, and what it could not read.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describePlace } from '../../ingest/read/raw.js'
import type { Report } from '../../ingest/report.js'
import { sha256 } from '../../schema/id.js'
import type { LastRun } from '../../schema/keeping.js'
import type { TargetOptions } from './target.js'

/** One run. Paths are absolute, so that what failed can be tried again from anywhere. */
export interface KeptRun {
  started: string
  seconds: number
  paths: string[]
  settings: Record<string, unknown>
  counts: Report['counts']
  bytes: Report['bytes']
  failed: { path: string; place: string; reason: string }[]
  fault?: string
  stopped?: true
}

/** So many runs are kept. */
const KEPT = 30
/** So many of what failed are told in the console. */
const SHOWN = 20

/** Keeps what a run did; the oldest beyond KEPT goes. */
export async function keepRun(
  target: TargetOptions,
  run: Omit<KeptRun, 'failed' | 'counts' | 'bytes'>,
  report: Report,
): Promise<void> {
  const folder = await runsFolder(target)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const failed = report.lines
    .filter(({ outcome }) => outcome === 'rejected')
    .map((line) => ({ path: resolve(line.path), place: describePlace(line), reason: line.reason ?? '' }))
  const { counts, bytes } = report
  writeFileSync(
    join(folder, `${run.started.replace(/[:.]/g, '-')}.json`),
    JSON.stringify({ ...run, counts, bytes, failed }),
    { mode: 0o600 },
  )
  for (const name of namesIn(folder).slice(0, -KEPT)) rmSync(join(folder, name), { force: true })
}

/** The kept runs, newest first. A file that is no run is passed over. */
export async function keptRuns(target: TargetOptions): Promise<KeptRun[]> {
  const folder = await runsFolder(target)
  return namesIn(folder)
    .reverse()
    .flatMap((name) => {
      try {
        return [JSON.parse(readFileSync(join(folder, name), 'utf8')) as KeptRun]
      } catch {
        return []
      }
    })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch {
    return []
  }
}

/** The last run as the console shows it, if one is kept. */
export async function lastRun(target: TargetOptions): Promise<LastRun | undefined> {
  const run = (await keptRuns(target))[0]
  if (run === undefined) return undefined
  const { started, seconds, paths, counts, bytes, failed, fault, stopped } = run
  return {
    started,
    seconds,
    paths,
    ...counts,
    bytes: Object.values(bytes).reduce((sum, size) => sum + size, 0),
    failed: failed.slice(0, SHOWN).map(({ place, reason }) => ({ place, reason })),
    ...(fault === undefined ? {} : { fault }),
    stopped: stopped === true,
  }
}

const runsFolder = (target: TargetOptions): Promise<string> => folderBeside(target, 'runs')

/** A folder of files beside the embedded graph; of a server elsewhere, in the folder of this user, by its address. */
export async function folderBeside({ data, uri }: TargetOptions, name: string): Promise<string> {
  if (data !== undefined) return join(data, name)
  const { defaultDataDir } = await import('../../graph/local/lifecycle.js')
  const address = uri ?? process.env.NEO4J_URI
  return join(defaultDataDir(), address ? `${name}-${sha256(address).slice(0, 8)}` : name)
}
