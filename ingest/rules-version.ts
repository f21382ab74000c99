// The rules as they stand -> their version: a hash of the code and the word lists that read documents.
// A document extracted by another version is extracted again, and nobody has to remember to count one up.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../schema/id.js'
import { lexiconFolder } from './lexicon.js'

let version: string | undefined

/** Twelve hexadecimal digits that change when a rule, a layer or a word list changes. */
export function extractorVersion(): string {
  if (!version) {
    const here = dirname(fileURLToPath(import.meta.url))
    const files = [...filesBelow(here, /\.(?:js|ts)$/u), ...filesBelow(lexiconFolder(), /\.txt$/u)]
    version = sha256(files.map((path) => sha256(readFileSync(path))).join(' ')).slice(0, 12)
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
