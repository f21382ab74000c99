// A web archive (WARC, ISO 28500), packed or not: the pages and papers that were answered, each under its address.
import { WARCParser } from 'warcio'
import { Fault } from '../../../schema/fault.js'
import { MAX_BYTES } from '../limit.js'
import type { Budget, ContainerSource, Member } from './member.js'
import { openBytes } from './tar.js'

/** Endings for what a server calls its answer. */
const ENDINGS: readonly [RegExp, string][] = [
  [/^(?:text\/html|application\/xhtml\+xml)/i, '.html'],
  [/^text\/plain/i, '.txt'],
  [/^application\/pdf/i, '.pdf'],
  [/^application\/msword/i, '.doc'],
  [/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml/i, '.docx'],
  [/^application\/vnd\.openxmlformats-officedocument\.spreadsheetml/i, '.xlsx'],
]

/** The answers of a web archive. @throws Fault('input') when it is none */
export async function* openWebArchive(source: ContainerSource, place: string, budget: Budget): AsyncGenerator<Member> {
  const input = openBytes(source)
  let records = 0
  try {
    for await (const record of new WARCParser(input)) {
      records++
      if (record.warcType !== 'response' && record.warcType !== 'resource') {
        await pass(record)
        continue
      }
      budget.member()
      const url = record.warcTargetURI ?? ''
      const type = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? ''
      const ending = ENDINGS.find(([pattern]) => pattern.test(type))?.[1]
      const status = Number(record.httpHeaders?.statusCode ?? 200)
      const name = url.replace(/^https?:\/\//, '').replace(/[?#].*$/, (query) => query.replaceAll('/', '_'))
      if (status !== 200 || !ending) {
        await pass(record)
        yield { name, skipped: status !== 200 ? `answered with ${status}` : `${type || 'no type'}: not read` }
        continue
      }
      yield { ...(await take(record, `${place}/${name}`, budget)), name: withEnding(name, ending), url }
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    throw new Fault('input', `${place}: no web archive that can be read (${(cause as Error).message}).`, { cause })
  } finally {
    input.destroy()
  }
  if (records === 0) throw new Fault('input', `${place}: no web archive: no record in it.`)
}

/** Reads on to the end of a record. The library's own way to do so never ends where the file does before the record. */
async function pass(record: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of record);
}

async function take(
  record: AsyncIterable<Uint8Array>,
  place: string,
  budget: Budget,
): Promise<{ bytes: Uint8Array } | { fault: Fault }> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of record) {
    size += chunk.length
    budget.take(chunk.length)
    if (size <= MAX_BYTES) chunks.push(chunk)
  }
  if (size > MAX_BYTES) return { fault: new Fault('input', `${place}: more than ${MAX_BYTES} bytes.`) }
  return { bytes: Buffer.concat(chunks) }
}

function withEnding(name: string, ending: string): string {
  const clean = name.replace(/\/$/, '') || 'page'
  return clean.toLowerCase().endsWith(ending)
    ? clean
    : `${clean.replace(/\.(?:html?|shtml|jsp|php|aspx?)$/i, '')}${ending}`
}
