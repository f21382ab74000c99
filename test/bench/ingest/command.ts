// The command `wentu ingest` as a process of its own: its time from start to end, and the most memory that it and the embedded
// engine held. In: an engine and a file of documents. Out: figures; of the long run a line for each time over.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { splitLines } from '../../../console/terminal/stream.js'
import { localStatus } from '../../../graph/local/lifecycle.js'
import type { Engine, OpenEngine } from '../../graph/engines.js'
import { projectRoot } from '../../material.js'

const WENTU = join(projectRoot(), 'console/terminal/wentu.js')

export interface CommandFigures {
  documents: number
  seconds: number
  /** Bytes, at most; of the embedded engine's processes where the system tells it. */
  memory: number
  engine?: number
}

interface End {
  counts: { ingested: number }
  seconds: number
  memory: number
}

/** Runs the command once, into an empty graph. */
export async function measureCommand(engine: Engine, file: string, limit: number): Promise<CommandFigures> {
  const open = await engine.open()
  try {
    const start = performance.now()
    const end = await run(open, [file, ...(Number.isFinite(limit) ? ['--limit', String(limit)] : [])])
    const seconds = (performance.now() - start) / 1000
    const held = await engineMemory(open)
    return {
      documents: end.counts.ingested,
      seconds,
      memory: end.memory,
      ...(held === undefined ? {} : { engine: held }),
    }
  } finally {
    await open.close()
  }
}

const TIMES = 20

/** Runs the command on the first `limit` lines of the file so many times over, with changed ids, and tells the rate of each. */
export async function measureLong(
  engine: Engine,
  file: string,
  limit: number,
  tell: (line: string) => void,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wentu-bench-'))
  const open = await engine.open()
  try {
    const long = join(folder, 'long.jsonl')
    const each = await repeat(file, limit, long)
    let [documents, last, first] = [0, performance.now(), 0]
    const end = await run(open, [long], () => {
      if (++documents % each !== 0) return
      const rate = (each / (performance.now() - last)) * 1000
      first ||= rate
      last = performance.now()
      void engineMemory(open).then((held) => {
        const memory = held === undefined ? '' : `; the engine has held ${Math.round(held / 2 ** 20)} MiB`
        tell(`${documents} documents: ${Math.round(rate)}/s, ${(rate / first).toFixed(2)} of the first rate${memory}`)
      })
    })
    tell(
      `${end.counts.ingested} documents in ${Math.round(end.seconds)} s; peak memory ${Math.round(end.memory / 2 ** 20)} MiB`,
    )
  } finally {
    await open.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The lines of a file again and again, each time with other ids; gives how many lines there are. */
async function repeat(file: string, limit: number, out: string): Promise<number> {
  const stream = createWriteStream(out)
  let lines = 0
  for (let n = 0; n < TIMES; n++)
    for await (const { text } of splitLines(createReadStream(file))) {
      if (lines >= (n + 1) * limit) break
      lines++
      const row = JSON.parse(text) as { id: string }
      if (!stream.write(`${JSON.stringify({ ...row, id: `${row.id}-${n}` })}\n`)) await once(stream, 'drain')
    }
  await new Promise<void>((done) => stream.end(() => done()))
  return lines / TIMES
}

async function run({ target }: OpenEngine, args: string[], onDocument = () => {}): Promise<End> {
  const named = Object.entries(target).flatMap(([key, value]) => [`--${key}`, String(value)])
  const child = spawn(process.execPath, [WENTU, 'ingest', '--json', ...named, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let end: End | undefined
  for await (const { text } of splitLines(child.stdout)) {
    if (text.startsWith('{"event":"document"')) onDocument()
    else end = JSON.parse(text) as End
  }
  if (end === undefined) throw new Error('the command gave no report')
  return end
}

/** The most that the processes of the embedded engine held; undefined for another engine or system. */
async function engineMemory({ target: { data } }: OpenEngine): Promise<number | undefined> {
  if (data === undefined || !existsSync('/proc/self/status')) return undefined
  const { pid } = await localStatus(data)
  if (pid === null) return undefined
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return [pid, ...children].reduce<number>((sum, one) => sum + peakOf(one), 0)
}

function peakOf(pid: string | number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes ?? 0) * 1024
}
