// Things a person saved, each a file of its own in one folder. In: a shape, a folder. Out: what lies there, newest first.
// Must not know what is kept, nor HTTP. A file that is not of the shape is passed over, never thrown away.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { Fault } from '../../schema/fault.js'
import { makeId } from '../../schema/id.js'

/** Things by id. An id is made of a name, so that saving under a name again replaces what was there. */
export interface Shelf<T> {
  all(): Promise<T[]>
  get(id: string): Promise<T | undefined>
  put(id: string, thing: T): Promise<void>
  remove(id: string): Promise<void>
}

/** So many things are kept; the next one has to wait until another is removed. */
const MOST = 1000

export const shelfId = (name: string): string => makeId('kept', name)

/**
 * A shelf in a folder, which is made when the first thing comes.
 * @throws Fault `store` when the folder cannot be written, `input` when it is full
 */
export function makeShelf<T extends { saved: string }>(folder: string, shape: z.ZodType<T>): Shelf<T> {
  // Only names of our own making: an id from outside never becomes a path.
  const fileOf = (id: string): string | undefined =>
    /^[0-9a-f]{24}$/.test(id) ? join(folder, `${id}.json`) : undefined
  const read = async (path: string): Promise<T | undefined> => {
    try {
      return shape.parse(JSON.parse(await readFile(path, 'utf8')))
    } catch {
      return undefined
    }
  }
  const names = async (): Promise<string[]> =>
    (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{24}\.json$/.test(name))
  return {
    all: async () => {
      const things = await Promise.all((await names()).map((name) => read(join(folder, name))))
      return things.filter((thing) => thing !== undefined).sort((a, b) => (a.saved < b.saved ? 1 : -1))
    },
    get: async (id) => {
      const path = fileOf(id)
      return path === undefined ? undefined : read(path)
    },
    put: async (id, thing) => {
      const path = fileOf(id)
      if (path === undefined) throw new Fault('input', `${JSON.stringify(id)} is no name of a kept thing.`)
      const there = await names()
      if (there.length >= MOST && !there.includes(`${id}.json`))
        throw new Fault('input', `${MOST} are kept already: remove one first.`)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        // Whole or not at all: a reader never meets half a file.
        await writeFile(`${path}.new`, JSON.stringify(thing), { mode: 0o600 })
        await rename(`${path}.new`, path)
      } catch (cause) {
        throw new Fault('store', `Cannot write into ${folder}: see that it exists and may be written.`, { cause })
      }
    },
    remove: async (id) => {
      const path = fileOf(id)
      if (path !== undefined) await rm(path, { force: true })
    },
  }
}
