// Keeps what an analyst keeps, as JSON files of one folder. In: the folder, a shape. Out: what lies there, and ways to change it.
// Must not know what is kept.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Fault } from '../../schema/fault.js'

/** One file of the folder. */
export interface KeptFile<T> {
  read(): Promise<T>
  /** Changes what is there now; of two changes at once the second sees what the first made. */
  change(make: (now: T) => T): Promise<T>
}

/**
 * The file `name` of a folder, checked by `shape` whenever it is read.
 * @param folder made when something is first kept; with none, what is kept lasts as long as the process
 * @param empty what there is before anything was kept
 */
export function openKept<T>(folder: string | undefined, name: string, shape: z.ZodType<T>, empty: T): KeptFile<T> {
  let held = empty
  let last: Promise<unknown> = Promise.resolve()
  const read = async (): Promise<T> => {
    if (folder === undefined) return held
    const path = join(folder, name)
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw new Fault('store', `${path} cannot be read (${error.code}).`, { cause: error })
    })
    if (text === undefined) return empty
    const found = shape.safeParse(jsonOf(text))
    if (found.success) return found.data
    // Never overwritten: somebody may have edited it by hand, and wants it back.
    throw new Fault(
      'input',
      `${path} is not as it was written: ${z.prettifyError(found.error)} Mend it or move it away.`,
    )
  }
  const write = async (value: T): Promise<void> => {
    held = value
    if (folder === undefined) return
    const path = join(folder, name)
    const fresh = `${path}.${randomBytes(4).toString('hex')}`
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(fresh, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
      await rename(fresh, path)
    } catch (cause) {
      await rm(fresh, { force: true }).catch(() => undefined)
      const { code } = cause as NodeJS.ErrnoException
      throw new Fault('store', `${path} cannot be written (${code}). Is there room, and may this user write there?`, {
        cause,
      })
    }
  }
  return {
    read,
    change: (make) => {
      const changed = last.then(async () => {
        const value = make(await read())
        await write(value)
        return value
      })
      last = changed.catch(() => undefined)
      return changed
    },
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
