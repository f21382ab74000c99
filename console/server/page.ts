// The files of the page. In: a path. Out: a file of the built page, or nothing. Only files listed at the start are handed out.
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Fault } from '../../schema/fault.js'

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export interface PageFile {
  body: Buffer
  type: string
  /** The name holds a hash of the content, so it may be kept for ever. */
  lasting: boolean
}

/** The built page, in memory: an address outside it cannot be asked for. */
export interface Page {
  index: string
  file(path: string): PageFile | undefined
}

/** Reads the built page from a folder; a Fault tells how to build it when it is not there. */
export async function loadPage(folder: string): Promise<Page> {
  const index = await readFile(join(folder, 'index.html'), 'utf8').catch((cause: unknown) => {
    throw new Fault('usage', `The page of the console is not built (${folder}): run npm run build.`, { cause })
  })
  const files = new Map<string, PageFile>()
  for (const [part, lasting] of [
    ['', false],
    ['assets', true],
  ] as const) {
    const names = await readdir(join(folder, part), { withFileTypes: true }).catch(() => [])
    for (const entry of names) {
      const type = KINDS[extname(entry.name)]
      // Beside the page lie compiled parts of it that only tests need.
      if (!entry.isFile() || type === undefined || (!lasting && type !== KINDS['.svg'])) continue
      const body = await readFile(join(folder, part, entry.name))
      files.set(`/${part === '' ? '' : `${part}/`}${entry.name}`, { body, type, lasting })
    }
  }
  return { index, file: (path) => files.get(path) }
}
