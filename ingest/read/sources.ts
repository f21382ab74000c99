// Paths in, documents-to-be out, one after the other: files, folders, globs, standard input, and what lies in archives and tables.
// Nothing is thrown for a bad file: it is told as a fault, and the next one follows. Formats of single documents are not read here.
import { readFile, stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { Fault } from '../../schema/fault.js'
import { sha256 } from '../../schema/id.js'
import { readCommaSeparated } from './comma-separated.js'
import { Budget, type ContainerSource, type Member } from './container/member.js'
import { openGzip, openTar } from './container/tar.js'
import { openZip } from './container/zip.js'
import { EXPANDED, expand } from './expand.js'
import { type RowOutcome, readJsonLines } from './json-lines.js'
import { MAX_BYTES } from './limit.js'
import type { Mapping } from './mapping.js'
import { DOCUMENT_ENDINGS, knownEnding } from './parse.js'
import { describePlace, type Found, type Place } from './raw.js'
import { describeRefusal, type FoundFile, walkFiles } from './walk.js'

/** What is read, and how. */
export interface SourceOptions {
  /** Which fields of rows are which. */
  map?: Mapping
  /** Whether a file is wanted, by its path below the folder given; those that are not are skipped and told. */
  wanted?: (name: string) => boolean
  /** If given, only these files are read, by their absolute paths, and the others not even told. */
  only?: ReadonlySet<string>
  /** Opens a mail or a workbook; the place to put a worker with a limit of time. */
  expand?: typeof expand
}

type Rows = (source: ContainerSource, place: string, told: Mapping) => AsyncGenerator<RowOutcome>
type Open = (source: ContainerSource, place: string, budget: Budget) => AsyncGenerator<Member>

const ROWS: Record<string, Rows> = {
  '.jsonl': readJsonLines,
  '.ndjson': readJsonLines,
  '.csv': (source, place, told) => readCommaSeparated(source, place, told, ','),
  '.tsv': (source, place, told) => readCommaSeparated(source, place, told, '\t'),
}

async function* openWarc(source: ContainerSource, place: string, budget: Budget): AsyncGenerator<Member> {
  const { openWebArchive } = await import('./container/web-archive.js')
  yield* openWebArchive(source, place, budget)
}

/** Longest ending first. */
const CONTAINERS: readonly [string, Open][] = [
  ['.tar.gz', (source, place, budget) => openTar(source, place, budget, true)],
  ['.warc.gz', openWarc],
  ['.warc', openWarc],
  ['.tgz', (source, place, budget) => openTar(source, place, budget, true)],
  ['.tar', (source, place, budget) => openTar(source, place, budget, false)],
  ['.zip', openZip],
  ['.gz', openGzip],
]
/** A container in a container in a container is as deep as people pack. */
const NESTED = 4

/** Every ending that is read, as a person is told of them. */
export const ENDINGS: readonly string[] = [
  ...DOCUMENT_ENDINGS,
  ...Object.keys(ROWS),
  ...EXPANDED,
  ...CONTAINERS.map(([ending]) => ending),
]

/** The documents-to-be of files and folders, in the order given, folders sorted. */
export async function* readSources(paths: readonly string[], options: SourceOptions = {}): AsyncGenerator<Found> {
  const reader = new SourceReader(options)
  for (const path of paths) {
    let empty = true
    for (const file of walkFiles(path)) {
      empty = false
      if (options.only && !options.only.has(resolve(file.path))) continue
      yield* reader.file(file, file.path === path)
    }
    if (empty) yield { path, fault: new Fault('input', `${path}: an empty folder. Nothing to read in it.`) }
  }
}

/** Bytes that came without a file (standard input), under a name that says their format. */
export async function* readBytes(name: string, bytes: Uint8Array, options: SourceOptions = {}): AsyncGenerator<Found> {
  yield* new SourceReader(options).content({ path: name }, name, { bytes }, new Budget(name, bytes.length), 0, true)
}

class SourceReader {
  readonly #map: Mapping
  readonly #expand: typeof expand

  constructor(readonly options: SourceOptions) {
    this.#map = options.map ?? {}
    this.#expand = options.expand ?? expand
  }

  async *file(file: FoundFile, given: boolean): AsyncGenerator<Found> {
    const { path, name } = file
    if (file.fault) return yield { path, fault: file.fault }
    if (file.skipped) return yield { path, skipped: file.skipped }
    try {
      const { size } = await stat(path)
      if (this.options.wanted && !this.options.wanted(name))
        return yield { path, size, skipped: 'not among those asked for' }
      yield* this.content({ path }, name, { path }, new Budget(path, size), 0, given)
    } catch (cause) {
      yield { path, fault: cause instanceof Fault ? cause : describeRefusal(path, cause) }
    }
  }

  /** What lies under a name: one document, the rows of a table, or the members of a container. */
  async *content(
    place: Place,
    name: string,
    source: ContainerSource,
    budget: Budget,
    depth: number,
    given: boolean,
  ): AsyncGenerator<Found> {
    const lower = name.toLowerCase()
    const container = CONTAINERS.find(([ending]) => lower.endsWith(ending))
    const ending = extname(lower)
    const rows = ROWS[ending]
    const known = knownEnding(ending)
    if (container) yield* this.#members(place, name.slice(0, -container[0].length), container[1], source, budget, depth)
    else if (rows) yield* orNothing(place, this.#rows(place, name.slice(0, -ending.length), rows, source))
    else if (known) yield { raw: await this.#raw(place, name, known, source) }
    else if (EXPANDED.some((one) => one === ending)) {
      const raw = await this.#raw(place, name, ending, source)
      yield* orNothing(place, await this.#expand(raw, this.#map))
    } else {
      const what = ending ? `${ending} files are not read` : 'files without an ending are not read'
      // In a folder other files are to be expected; one that was asked for by name is not passed over quietly.
      yield given
        ? {
            ...place,
            fault: new Fault(
              'input',
              `${describePlace(place)}: ${what}. Read are ${ENDINGS.join(', ')}. Convert it first.`,
            ),
          }
        : { ...place, skipped: what }
    }
  }

  async *#members(
    place: Place,
    id: string,
    open: Open,
    source: ContainerSource,
    budget: Budget,
    depth: number,
  ): AsyncGenerator<Found> {
    const outer = describePlace(place)
    if (depth >= NESTED) throw new Fault('input', `${outer}: containers nested more than ${NESTED} deep.`)
    let empty = true
    for await (const member of open(source, outer, budget)) {
      empty = false
      const inner = {
        path: place.path,
        member: place.member === undefined ? member.name : `${place.member}/${member.name}`,
      }
      if ('fault' in member) yield { ...inner, fault: member.fault }
      else if ('skipped' in member) yield { ...inner, skipped: member.skipped }
      else if (this.options.wanted && !this.options.wanted(`${id}/${member.name}`))
        yield { ...inner, skipped: 'not among those asked for' }
      else {
        try {
          yield* this.content(inner, `${id}/${member.name}`, { bytes: member.bytes }, budget, depth + 1, false)
        } catch (cause) {
          // A bomb ends its container; anything else costs one member.
          if (!(cause instanceof Fault) || budget.spent) throw cause
          yield { ...inner, fault: cause }
        }
      }
    }
    if (empty) throw new Fault('input', `${outer}: an empty archive. Nothing to read in it.`)
  }

  async *#rows(place: Place, id: string, read: Rows, source: ContainerSource): AsyncGenerator<Found> {
    for await (const row of read(source, describePlace(place), this.#map)) {
      const at = { ...place, line: row.line }
      if ('fault' in row) yield { ...at, size: row.size, fault: row.fault }
      else
        yield {
          raw: { ...at, id: row.id ?? `${id}:${row.line}`, sha256: row.sha256, size: row.size, parsed: row.parsed },
        }
    }
  }

  async #raw(place: Place, name: string, ending: string, source: ContainerSource) {
    const bytes = 'bytes' in source ? source.bytes : await readWhole(source.path)
    const id = name.slice(0, name.length - extname(name).length)
    return { ...place, id, sha256: sha256(bytes), size: bytes.length, ending, bytes }
  }
}

/** What was found, or that it was nothing: no file goes without a word. */
async function* orNothing(place: Place, found: AsyncIterable<Found> | Iterable<Found>): AsyncGenerator<Found> {
  let some = false
  for await (const one of found) {
    some = true
    yield one
  }
  if (!some) yield { ...place, skipped: 'nothing to read in it' }
}

async function readWhole(path: string): Promise<Uint8Array> {
  const { size } = await stat(path)
  if (size > MAX_BYTES)
    throw new Fault('input', `${path}: ${size} bytes, more than ${MAX_BYTES}. Split it, one document a file.`)
  return readFile(path)
}
