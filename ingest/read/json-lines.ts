// One .jsonl file in, what each of its lines says out, without ever holding more than one line of it.
// A line that cannot be read is told with its number and does not stop the others.
import { open } from 'node:fs/promises'
import { Fault } from '../../schema/fault.js'
import { sha256 } from '../../schema/id.js'
import { decodeAs, detectEncoding, type Encoding } from './encoding.js'
import type { Parsed } from './format/parsed.js'
import { MAX_BYTES } from './limit.js'
import { completeMapping, type Mapping, readRow } from './mapping.js'
import { describeRefusal } from './walk.js'

/** How much is read at a time, in bytes; the first such piece decides the encoding. */
const PIECE = 2 ** 20

/** One row's outcome; `line` counts from 1. `id` is absent where the row has none. */
export type RowOutcome = { line: number; size: number } & (
  | { id?: string; sha256: string; parsed: Parsed }
  | { fault: Fault }
)

/** Where rows come from: a file on disk, or what was taken out of a container. */
export type RowSource = { path: string } | { bytes: Uint8Array }

/**
 * The documents of JSON Lines: a field with the words and, if there, fields with id, title, date, source and url.
 * @param place the name that an error message gives the file
 * @throws Fault('input') when the file as a whole cannot be read (missing, empty, binary)
 */
export async function* readJsonLines(source: RowSource, place: string, told: Mapping): AsyncGenerator<RowOutcome> {
  let line = 0
  let seen = false
  for await (const { bytes, encoding } of splitLines(source, place)) {
    line++
    if (bytes.length === 0) continue
    try {
      const row = readLine(bytes, encoding, `${place}:${line}`, told)
      if (!row) continue
      seen = true
      yield { line, size: bytes.length, sha256: sha256(bytes), ...row }
    } catch (cause) {
      seen = true
      yield { line, size: bytes.length, fault: cause instanceof Fault ? cause : describeRefusal(place, cause) }
    }
  }
  if (!seen) throw new Fault('input', `${place}: empty. Nothing to read in it.`)
}

function readLine(
  bytes: Uint8Array,
  encoding: Encoding,
  place: string,
  told: Mapping,
): ReturnType<typeof readRow> | undefined {
  if (bytes.length > MAX_BYTES) throw new Fault('input', `${place}: a line of more than ${MAX_BYTES} bytes, left out.`)
  const raw = decodeAs(bytes, encoding, place)
  if (!raw.trim()) return undefined
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch (cause) {
    throw new Fault(
      'input',
      `${place}: no valid JSON (${(cause as Error).message}). Each line must be one JSON object.`,
    )
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Fault('input', `${place}: no JSON object. A line is one object with the words of a document in "text".`)
  const row = value as Record<string, unknown>
  return readRow(row, completeMapping(told, Object.keys(row)), place)
}

/** The lines of a file as bytes, with the encoding that the file's beginning shows. Line ends are not part of a line. */
async function* splitLines(
  source: RowSource,
  place: string,
): AsyncGenerator<{ bytes: Uint8Array; encoding: Encoding }> {
  const file = 'path' in source ? await openFile(source.path) : undefined
  const input = file?.createReadStream({ highWaterMark: PIECE, autoClose: false }) ?? [
    Buffer.from((source as { bytes: Uint8Array }).bytes),
  ]
  try {
    let rest: Buffer = Buffer.alloc(0)
    let encoding: Encoding | undefined
    let overlong = 0
    for await (const chunk of input) {
      let data: Buffer = rest.length ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer)
      if (!encoding) {
        encoding = detectSample(data, place)
        data = data.subarray(bomLength(data))
      }
      let start = 0
      for (let end = lineEnd(data, 0, encoding); end >= 0; end = lineEnd(data, start, encoding)) {
        // A line too long to hold is passed on as its length only: an array of that many zeros is never decoded.
        yield {
          bytes: overlong ? new Uint8Array(MAX_BYTES + 1) : trimReturn(data.subarray(start, end), encoding),
          encoding,
        }
        overlong = 0
        start = end + (encoding.startsWith('utf-16') ? 2 : 1)
      }
      rest = data.subarray(start)
      if (overlong || rest.length > MAX_BYTES) {
        overlong += rest.length
        rest = rest.subarray(rest.length - (rest.length % 2))
      }
    }
    if (overlong) yield { bytes: new Uint8Array(MAX_BYTES + 1), encoding: 'utf-8' }
    else if (rest.length && encoding) yield { bytes: trimReturn(rest, encoding), encoding }
  } finally {
    await file?.close()
  }
}

async function openFile(path: string): ReturnType<typeof open> {
  return open(path).catch((cause) => {
    throw describeRefusal(path, cause)
  })
}

function bomLength(data: Uint8Array): number {
  if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) return 3
  return (data[0] === 0xff && data[1] === 0xfe) || (data[0] === 0xfe && data[1] === 0xff) ? 2 : 0
}

/** The encoding of a beginning, up to its last whole line so that no character is cut. */
function detectSample(data: Buffer, place: string): Encoding {
  const last = data.lastIndexOf(0x0a)
  const even = last >= 0 && data.includes(0) ? data.length - (data.length % 2) : last
  const encoding = detectEncoding(last >= 0 ? data.subarray(0, even) : data)
  // A single bad line must not refuse the file: past this sample, lines answer for themselves.
  if (encoding) return encoding
  if (data.includes(0)) throw new Fault('input', `${place}: binary data, not text. Give JSON Lines in UTF-8.`)
  return 'utf-8'
}

function lineEnd(data: Buffer, from: number, encoding: Encoding): number {
  if (!encoding.startsWith('utf-16')) return data.indexOf(0x0a, from)
  const [high, low] = encoding === 'utf-16le' ? [1, 0] : [0, 1]
  for (let i = from; i + 1 < data.length; i += 2) if (data[i + low] === 0x0a && data[i + high] === 0) return i
  return -1
}

function trimReturn(line: Buffer, encoding: Encoding): Uint8Array {
  const wide = encoding.startsWith('utf-16')
  const at = line.length - (wide ? 2 : 1)
  if (at < 0) return line
  const code = wide ? (encoding === 'utf-16le' ? line.readUInt16LE(at) : line.readUInt16BE(at)) : line[at]
  return code === 0x0d ? line.subarray(0, at) : line
}
