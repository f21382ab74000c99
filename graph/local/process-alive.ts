// Whether a process lives. In: its id. Out: yes or no.

import { readFileSync } from 'node:fs'

/** False also for one that has ended and only waits to be taken note of: in a container nobody may ever do so. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return process.platform !== 'linux' || !hasEnded(pid)
}

function hasEnded(pid: number): boolean {
  try {
    // The state follows the name, which stands in parentheses and may itself hold some.
    return /^ [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}
