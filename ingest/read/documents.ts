// Paths in, documents out, one after the other: the only way into ingest/. What cannot be read is told, in its place.
import { extname } from 'node:path'
import type { Document } from '../../schema/fact.js'
import { Fault } from '../../schema/fault.js'
import { readJsonLines } from './json-lines.js'
import { readTextFile } from './text-file.js'
import { describeRefusal, type FoundFile, walkFiles } from './walk.js'

/** What became of one file, or of one line of a file that holds many documents (`line` counts from 1). */
export type Reading =
  | { path: string; line?: number; document: Document }
  | { path: string; line?: number; fault: Fault }
  | { path: string; skipped: string }

/** The endings that are read. */
export const FORMATS = ['.txt', '.md', '.jsonl'] as const

/**
 * The documents of files and folders, in the order given, folders sorted. Reads one document at a time.
 * A document's id is its file's path below the folder given, without its ending; of a file given itself, its name.
 * Nothing is thrown for a bad file: it is yielded as a fault, and the next one follows.
 */
export async function* readDocuments(paths: readonly string[]): AsyncGenerator<Reading> {
  for (const path of paths) {
    let empty = true
    for (const file of walkFiles(path)) {
      empty = false
      yield* readFound(file, file.path === path)
    }
    if (empty) yield { path, fault: new Fault('input', `${path}: an empty folder. Nothing to read in it.`) }
  }
}

async function* readFound(file: FoundFile, given: boolean): AsyncGenerator<Reading> {
  const { path, name } = file
  if (file.fault) return yield { path, fault: file.fault }
  if (file.skipped) return yield { path, skipped: file.skipped }
  const ending = extname(name).toLowerCase()
  try {
    if (ending === '.jsonl') for await (const reading of readJsonLines(path)) yield { path, ...reading }
    else if (ending === '.txt' || ending === '.md') {
      yield { path, document: await readTextFile(path, name.slice(0, name.length - ending.length)) }
    } else {
      const what = ending ? `${ending} files are not read` : 'files without an ending are not read'
      const why = `${what} (${FORMATS.join(', ')} are)`
      // In a folder other files are to be expected; one that was asked for by name is not passed over quietly.
      yield given ? { path, fault: new Fault('input', `${path}: ${why}. Convert it first.`) } : { path, skipped: why }
    }
  } catch (cause) {
    yield { path, fault: cause instanceof Fault ? cause : describeRefusal(path, cause) }
  }
}
