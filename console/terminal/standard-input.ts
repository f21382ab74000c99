// What is piped in, in; documents-to-be out. Its format is told or, for JSON Lines, seen; files given beside it follow.
import { buffer } from 'node:stream/consumers'
import type { Found } from '../../ingest/read/raw.js'
import { readBytes, readSources, type SourceOptions } from '../../ingest/read/sources.js'
import { widen } from './selection.js'

/** @param format an ending such as `jsonl` or `csv` */
export async function* readStandardInput(
  paths: readonly string[],
  format: string | undefined,
  options: SourceOptions,
): AsyncGenerator<Found> {
  for (const path of paths) {
    if (path !== '-') yield* readSources(widen([path]), options)
    else {
      const bytes = await buffer(process.stdin)
      const ending =
        format?.replace(/^\./, '') ?? (/^\s*\{/.test(bytes.subarray(0, 256).toString('latin1')) ? 'jsonl' : 'txt')
      yield* readBytes(`stdin.${ending}`, bytes, options)
    }
  }
}
