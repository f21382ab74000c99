// The unit of reading: one document-to-be, before its format is read. All of it can be handed to another thread.
import type { Fault } from '../../schema/fault.js'
import type { Parsed } from './format/parsed.js'

/** Where a document lies: a file, a member of a container in it, a row or line (from 1) of either. */
export interface Place {
  path: string
  member?: string
  line?: number
}

/** The place alone of something that has one. */
export const placeOf = ({ path, member, line }: Place): Place => ({
  path,
  ...(member === undefined ? {} : { member }),
  ...(line === undefined ? {} : { line }),
})

/** A place as an error message and a report name it: notices.zip/a.docx, news.jsonl:12. */
export function describePlace({ path, member, line }: Place): string {
  return `${path}${member === undefined ? '' : `/${member}`}${line === undefined ? '' : `:${line}`}`
}

/** One document-to-be. It has either the bytes of a file with the ending that says its format, or what was read of a row. */
export type Raw = Place & {
  /** The id that the document will have. */
  id: string
  sha256: string
  /** How many bytes it was read from. */
  size: number
} & ({ ending: string; bytes: Uint8Array } | { parsed: Parsed })

/** What became of one place before its format was read. */
export type Found = { raw: Raw } | (Place & { size?: number } & ({ fault: Fault } | { skipped: string }))
