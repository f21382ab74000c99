// One document-to-be in, what it says out, with names as the graph knows them: all the work that can be done beside others.
// Runs in any thread; knows no sink and no other document.
import type { Resolved } from '../schema/fact.js'
import { extract } from './extract.js'
import { expand } from './read/expand.js'
import type { Mapping } from './read/mapping.js'
import { type ParsedDocument, type ParseOptions, parseRaw } from './read/parse.js'
import type { Found, Raw } from './read/raw.js'
import { resolve } from './resolve/resolve.js'

/** What became of one document-to-be. */
export interface Work extends Pick<ParsedDocument, 'from' | 'notes'> {
  resolved: Resolved
  /** How long each part of the work took, in milliseconds. */
  took: { read: number; extract: number; resolve: number }
}

/** Does the work on documents, in this thread or in others. */
export interface Worker {
  /** @throws Fault('input') for a document that cannot be read, or takes too long */
  contribute(raw: Raw, options: ParseOptions): Promise<Work>
  /** @throws Fault('input') as `contribute` */
  expand(file: Parameters<typeof expand>[0], told: Mapping): Promise<Found[]>
  close(): Promise<void>
}

/** Reads a document, finds what it says, and gives its things their names in the graph. */
export async function contribute(raw: Raw, options: ParseOptions): Promise<Work> {
  const started = performance.now()
  const { document, from, notes } = await parseRaw(raw, options)
  const parsed = performance.now()
  const contribution = extract(document)
  const extracted = performance.now()
  const resolved = resolve(document, contribution)
  const took = { read: parsed - started, extract: extracted - parsed, resolve: performance.now() - extracted }
  return { resolved, from, notes, took }
}

let last: Promise<unknown> = Promise.resolve()

/** The work done in this thread, one document after the other. */
export const here: Worker = {
  contribute(raw, options) {
    const next = last.then(() => contribute(raw, options))
    last = next.catch(() => {})
    return next
  },
  expand,
  close: async () => {},
}
