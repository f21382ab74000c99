// Runs the built command line as a user does, in a process of its own, over data folders that are gone afterwards.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const COMMAND = fileURLToPath(new URL('../../console/terminal/wentu.js', import.meta.url))

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

/** Neither a Neo4j of this machine nor a colour setting may change what a test sees. */
function environment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { NEO4J_URI: _, NEO4J_USERNAME: __, NEO4J_PASSWORD: ___, ...rest } = process.env
  return { ...rest, ...extra }
}

function start(args: readonly string[], extra?: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [COMMAND, ...args], { env: environment(extra), stdio: ['pipe', 'pipe', 'pipe'] })
}

/** Runs a command to its end. */
export function wentu(
  args: readonly string[],
  options: { input?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const child = start(args, options.env)
  child.stdin?.end(options.input ?? '')
  return collect(child)
}

function collect(child: ChildProcess): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (piece) => {
    stdout += piece
  })
  child.stderr?.setEncoding('utf8').on('data', (piece) => {
    stderr += piece
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}

/** A test that fails before it stops its server must not leave it behind. */
const staying = new Set<ChildProcess>()

/** A command that stays: resolves with its first line of output; `stop` ends it as Ctrl-C would and gives what it left. */
export async function stay(args: readonly string[]): Promise<{ line: string; stop(): Promise<Ran> }> {
  const child = start(args)
  staying.add(child)
  child.once('close', () => staying.delete(child))
  const ended = collect(child)
  let seen = ''
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (piece) => {
      seen += piece
      if (seen.includes('\n')) resolve(seen.slice(0, seen.indexOf('\n')))
    })
    void ended.then(({ code, stderr }) => reject(new Error(`ended with ${code} before its first line: ${stderr}`)))
  })
  return {
    line,
    stop: () => {
      child.kill('SIGINT')
      return ended
    },
  }
}

/** A folder for one test file's data; `end` stops the engine that may run in it and takes it away. */
export function makeScratch(): { folder: string; data: string; end(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'wentu-terminal-'))
  const data = join(folder, 'data')
  return {
    folder,
    data,
    end: async () => {
      for (const child of staying) child.kill()
      await wentu(['db', 'stop', '--data', data])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The lines that a run wrote to standard error. */
export const errorLines = ({ stderr }: Ran): string[] => stderr.split('\n').filter((line) => line !== '')
