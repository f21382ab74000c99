// One starter at a time. In: the path of a lock file. Out: a function that gives the lock back.

import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { Fault } from '../../schema/fault.js'
import { isAlive } from './process-alive.js'

/**
 * Waits until this process holds the lock at `path`. A lock whose process has died is taken over.
 * @param patience milliseconds; also the age from which a lock counts as left behind. Throws Fault('store') after it.
 */
export async function takeLock(path: string, patience: number): Promise<() => void> {
  for (const end = Date.now() + patience; ; ) {
    if (create(path)) return () => rmSync(path, { force: true })
    const dead = abandoned(path, patience)
    if (dead !== null) takeAway(path, dead)
    else if (Date.now() > end) throw new Fault('store', `Another process holds ${path}. Remove it when none does.`)
    await new Promise((done) => setTimeout(done, 20 + Math.random() * 30))
  }
}

function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    // Windows says EPERM while another process is taking the file away.
    if (code === 'EEXIST' || code === 'EPERM') return false
    throw new Fault('store', `The lock ${path} cannot be made: ${message}`, { cause: error })
  }
}

/** The process that left the lock behind; null when its holder is at work. */
function abandoned(path: string, patience: number): number | null {
  try {
    const holder = Number(readFileSync(path, 'utf8'))
    if (Date.now() - statSync(path).mtimeMs > patience) return holder
    // Empty between being made and being written: its holder is at work on it.
    return holder === 0 || isAlive(holder) ? null : holder
  } catch {
    // Given back in the meantime.
    return null
  }
}

/** By renaming first: of two that find the same dead lock only one succeeds, and none removes the lock the other then made. */
function takeAway(path: string, holder: number): void {
  const aside = `${path}.${process.pid}.${Date.now()}`
  try {
    renameSync(path, aside)
    // In the meantime another may have done the same and made its own lock: then that one goes back.
    if (Number(readFileSync(aside, 'utf8')) === holder) rmSync(aside, { force: true })
    else renameSync(aside, path)
  } catch {
    // Somebody else was quicker.
  }
}
