// Paths in, documents out, one after the other, in this thread: for a command that reads a handful. What cannot be read is told.
import type { Document } from '../../schema/fact.js'
import { Fault } from '../../schema/fault.js'
import { type ParseOptions, parseRaw } from './parse.js'
import { describePlace, type Place } from './raw.js'
import { readSources, type SourceOptions } from './sources.js'

/** What became of one place. */
export type Reading = Place & ({ document: Document } | { fault: Fault } | { skipped: string })

/**
 * The documents of files and folders, in the order given, folders sorted. Reads one document at a time.
 * A document's id is its file's path below the folder given, without its ending; of a file given itself, its name.
 * Nothing is thrown for a bad file: it is yielded as a fault, and the next one follows.
 */
export async function* readDocuments(
  paths: readonly string[],
  options: SourceOptions & ParseOptions = {},
): AsyncGenerator<Reading> {
  for await (const found of readSources(paths, options)) {
    if (!('raw' in found)) {
      yield found
      continue
    }
    const { path, member, line } = found.raw
    const place = { path, ...(member === undefined ? {} : { member }), ...(line === undefined ? {} : { line }) }
    try {
      yield { ...place, document: (await parseRaw(found.raw, options)).document }
    } catch (cause) {
      yield { ...place, fault: toFault(cause, place) }
    }
  }
}

/** A library that stumbles over a broken file must not cost the others. */
export function toFault(cause: unknown, place: Place): Fault {
  if (cause instanceof Fault) return cause
  return new Fault(
    'input',
    `${describePlace(place)}: cannot be read (${cause instanceof Error ? cause.message : String(cause)}).`,
    { cause },
  )
}
