// Lines of what documents say in, a sink filled out: an ingest whose reading and extracting have been done elsewhere.

import type { Found, Raw } from '../../ingest/read/raw.js'
import type { Report } from '../../ingest/report.js'
import { extractorVersion } from '../../ingest/rules-version.js'
import { ingest, type Sink } from '../../ingest/run.js'
import type { Worker } from '../../ingest/work.js'
import { Resolved } from '../../schema/fact.js'
import { Fault } from '../../schema/fault.js'
import { type InputLine, parseObject, placeOf } from './stream.js'

const NAME = 'standard input'
const NO_TIME = { read: 0, extract: 0, resolve: 0 }

/** Writes what lines of `wentu extract --stream` hold. A line that holds something else is rejected, and costs that line. */
export async function loadStream(lines: AsyncIterable<InputLine>, sink: Sink): Promise<Report> {
  const said = new WeakMap<Raw, Resolved>()
  async function* found(): AsyncGenerator<Found> {
    for await (const line of lines) {
      const size = Buffer.byteLength(line.text)
      try {
        const resolved = readResolved(line)
        const { id, sha256 } = resolved.document
        const raw: Raw = { path: NAME, line: line.number, id, sha256, size, parsed: { text: '' } }
        said.set(raw, resolved)
        yield { raw }
      } catch (cause) {
        if (!(cause instanceof Fault)) throw cause
        yield { path: NAME, line: line.number, size, fault: cause }
      }
    }
  }
  const worker: Worker = {
    contribute: async (raw) => ({ resolved: said.get(raw) as Resolved, from: {}, notes: [], took: NO_TIME }),
    expand: async () => [],
    close: async () => {},
  }
  return await ingest([], sink, { found: found(), worker })
}

function readResolved(line: InputLine): Resolved {
  const parsed = Resolved.safeParse(parseObject(line))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Fault(
      'input',
      `${placeOf(line.number)}: not what wentu extract --stream writes (${issue?.path.join('.')}: ${issue?.message}).`,
    )
  }
  const { extractor } = parsed.data.document
  if (extractor !== undefined && extractor !== extractorVersion())
    throw new Fault(
      'input',
      `${placeOf(line.number)}: extracted by version ${extractor} of the rules, this is ${extractorVersion()}. Use one wentu for both.`,
    )
  return parsed.data
}
