// Documents on standard input, what each says on standard output, in the same order: `wentu extract --stream`.
// A line is a row with an id and words, or a whole file of any format: {"file": "notices/a.docx", "base64": "…"}.
import { openPool } from '../../ingest/pool.js'
import { completeMapping, type Mapping, readRow } from '../../ingest/read/mapping.js'
import type { ParseOptions } from '../../ingest/read/parse.js'
import { describePlace, type Found } from '../../ingest/read/raw.js'
import { readBytes } from '../../ingest/read/sources.js'
import { extractorVersion } from '../../ingest/rules-version.js'
import { here } from '../../ingest/work.js'
import { Fault } from '../../schema/fault.js'
import { sha256 } from '../../schema/id.js'
import { emit, type InputLine, inputLines, parseObject, placeOf, tellBad } from './stream.js'

export interface StreamOptions extends ParseOptions {
  map?: Mapping
  /** Threads that work beside this one; none when not said, as on a cluster, which starts a filter for each core. */
  jobs?: number
}

/** So many lines are in hand for each thread: enough to keep it busy, few enough to hold. */
const IN_HAND = 32

export async function extractStream({ map = {}, jobs, ...told }: StreamOptions): Promise<void> {
  const worker = jobs === undefined ? here : openPool({ jobs })
  const inHand: Promise<void>[] = []
  let before: Promise<void> = Promise.resolve()
  try {
    for await (const line of inputLines()) {
      const done = contributions(line, map, async (found) => {
        const { resolved } = await worker.contribute(found, told)
        resolved.document.extractor = extractorVersion()
        return JSON.stringify(resolved)
      })
      // Worked on at once, written one after the other.
      before = before.then(async () => {
        for (const text of await done) await emit(text)
      })
      inHand.push(before)
      if (inHand.length >= (jobs ?? 1) * IN_HAND) await inHand.shift()
    }
    await before
  } finally {
    await worker.close()
  }
}

type Raw = Extract<Found, { raw: unknown }>['raw']

/** What comes of one line; what is wrong in it is told. */
async function contributions(line: InputLine, map: Mapping, work: (raw: Raw) => Promise<string>): Promise<string[]> {
  const texts: string[] = []
  try {
    for await (const found of documentsOf(line, map)) {
      if ('fault' in found) tellBad(placeOf(line.number), found.fault)
      else if ('raw' in found)
        try {
          texts.push(await work(found.raw))
        } catch (cause) {
          tellBad(describePlace(found.raw), cause)
        }
    }
  } catch (cause) {
    tellBad(placeOf(line.number), cause)
  }
  return texts
}

async function* documentsOf(line: InputLine, map: Mapping): AsyncGenerator<Found> {
  const row = parseObject(line)
  const { file, base64 } = row
  if (typeof file === 'string' && typeof base64 === 'string') {
    yield* readBytes(file, Buffer.from(base64, 'base64'), { map })
    return
  }
  const place = placeOf(line.number)
  const { id, parsed } = readRow(row, completeMapping(map, Object.keys(row)), place)
  if (id === undefined)
    throw new Fault('input', `${place}: no id, and a line's number says nothing in a stream. Give each row an id.`)
  const size = Buffer.byteLength(line.text)
  yield { raw: { path: 'standard input', line: line.number, id, sha256: sha256(line.text), size, parsed } }
}
