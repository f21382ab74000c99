// Word lists as data: `lexicon/*.txt` -> rows. The only file of this room besides read/ that touches the disk.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One line of a word list: the word and the columns after it. */
export interface Row {
  word: string
  fields: string[]
}

const cache = new Map<string, Row[]>()

/** Where the word lists lie. */
export function lexiconFolder(): string {
  let at = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(at, 'package.json'))) at = dirname(at)
  return join(at, 'ingest', 'lexicon')
}

/**
 * The rows of `ingest/lexicon/<name>.txt`, in file order, read once.
 * Lines that begin with `#` and empty lines are no rows; columns are separated by a tab.
 */
export function words(name: string): Row[] {
  let rows = cache.get(name)
  if (!rows) {
    const text = readFileSync(join(lexiconFolder(), `${name}.txt`), 'utf8')
    rows = []
    for (const line of text.split('\n')) {
      if (!line.trim() || line.startsWith('#')) continue
      const [word, ...fields] = line.split('\t')
      rows.push({ word: (word as string).trim(), fields: fields.map((f) => f.trim()) })
    }
    cache.set(name, rows)
  }
  return rows
}

/** The comma-separated entries of a column, none empty. */
export function list(column: string | undefined): string[] {
  return (column ?? '')
    .split(',')
    .map((s) => s.trim())
    .filter(Boolean)
}
