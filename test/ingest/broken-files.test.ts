// Ten thousand broken files and the harmful ones, read in a process that may write into one folder only and reach no
// network: nothing crashes, nothing hangs, nothing gets out, and each file is accounted for.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReportLine } from '../../ingest/report.js'
import { brokenFiles, harmfulFiles } from './broken-files.js'

const COUNT = 10_000
const SEED = 41
const project = fileURLToPath(new URL('../..', import.meta.url))

interface Came {
  lines: ReportLine[]
  counts: Record<string, number>
  documents: string[]
  fault?: string
}

/** Reads a folder behind the guards; `notes` is where they write. */
async function readGuarded(folder: string, notes: string): Promise<Came> {
  const guard = pathToFileURL(join(project, 'test', 'ingest', 'no-network.mjs')).href
  const script = join(project, '.build', 'test', 'ingest', 'broken-run.js')
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission'
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      permission,
      '--allow-fs-read=*',
      `--allow-fs-write=${notes}`,
      '--allow-worker',
      '--allow-addons',
      '--no-warnings',
      '--import',
      guard,
      script,
      folder,
    ],
    { env: { ...process.env, WENTU_NOTES: notes, TMPDIR: notes }, maxBuffer: 2 ** 28, encoding: 'utf8' },
  )
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n{"lines"') + 1))
}

describe('broken and harmful files', () => {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'wentu-broken-')))
  const [folder, notes] = [join(scratch, 'in'), join(scratch, 'notes')]
  const names: string[] = []
  let came: Came

  beforeAll(async () => {
    mkdirSync(folder)
    mkdirSync(notes)
    const put = ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
      writeFileSync(join(folder, name), bytes)
      names.push(name)
    }
    for await (const file of brokenFiles(SEED, COUNT)) put(file)
    for (const file of await harmfulFiles()) put(file)
    came = await readGuarded(folder, notes)
  }, 600_000)
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  it('are each accounted for, and the run reaches its end', () => {
    expect(came.fault).toBeUndefined()
    const told = new Set(came.lines.map((line) => line.path))
    expect(names.filter((name) => !told.has(join(folder, name)))).toEqual([])
    const { ingested = 0, rejected = 0 } = came.counts
    expect(Object.values(came.counts).reduce((sum, n) => sum + n, 0)).toBe(came.lines.length)
    // Some are still read, some are not: the files are neither all whole nor all ruined.
    expect(ingested).toBeGreaterThan(COUNT / 20)
    expect(rejected).toBeGreaterThan(COUNT / 20)
    expect(came.documents.length).toBe(ingested)
    for (const line of came.lines) if (line.outcome === 'rejected') expect(line.reason).toMatch(/\S{3}/)
  })

  it('take no thread down; the few that a library never ends with are given up at the limit of time', () => {
    const reasons = came.lines.map(({ reason }) => reason ?? '')
    expect(reasons.filter((reason) => reason.includes('the reading failed on it'))).toEqual([])
    expect(reasons.filter((reason) => /took longer than/.test(reason)).length).toBeLessThanOrEqual(COUNT / 1000)
  })

  it('reach no network and write no file', () => {
    const left = readdirSync(notes)
    // The guard was there in the main thread and in both of the others.
    expect(left.filter((name) => name.startsWith('thread-')).length).toBeGreaterThanOrEqual(3)
    expect(left.filter((name) => !name.startsWith('thread-'))).toEqual([])
    expect(readdirSync(folder).length).toBe(names.length)
  })

  it('do not get out of their archive', () => {
    const leaving = came.lines.filter(({ path }) => /leaves\.(zip|tar)$/.test(path))
    expect(leaving.length).toBeGreaterThanOrEqual(2)
    expect(leaving.filter(({ outcome }) => outcome === 'ingested')).toEqual([])
    const bombs = came.lines.filter(({ path }) => /zeros/.test(path))
    expect(bombs.length).toBeGreaterThanOrEqual(4)
    for (const bomb of bombs) expect(bomb.reason).toMatch(/bomb/)
    expect(JSON.stringify(came.lines)).not.toMatch(/root:x:/)
  })
})
