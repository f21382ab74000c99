// The rules as they stand -> their version: a hash of the code and the word lists that read documents.
// A document extracted by another version is extracted again, and nobody has to remember to count one up.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexiconFolder } from '../lexicon.js'

let version: string | undefined

/** Twelve hexadecimal digits that change when a rule, a layer or a word list changes. */
export function extractorVersion(): string {
  if (!version) {
    const hash = createHash('sha256')
    const here = dirname(dirname(fileURLToPath(import.meta.url)))
    for (const path of [...filesBelow(here, /\.(?:js|ts)$/u), ...filesBelow(lexiconFolder(), /\.txt$/u)])
      hash.update(readFileSync(path))
    version = hash.digest('hex').slice(0, 12)
  }
  return version
}

/** Files by name below a folder, in one order everywhere. */
function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory())
        return entry.name === 'lexicon' || entry.name === 'samples' ? [] : filesBelow(path, ending)
      return ending.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
    })
}
