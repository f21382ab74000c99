// The word list of meetings -> of what sort the last word of a name is.
import { words } from './lexicon.js'

/** session, gathering, assembly, part, ceremony, lesson or back: see ingest/lexicon/meeting.txt. */
export type HeadSort = 'session' | 'gathering' | 'assembly' | 'part' | 'ceremony' | 'lesson' | 'back' | 'short'

let sorts: Map<string, { sort: HeadSort; full: string | undefined }> | undefined

function load(): Map<string, { sort: HeadSort; full: string | undefined }> {
  sorts ??= new Map(
    words('meeting').map(({ word, fields }) => [word, { sort: fields[0] as HeadSort, full: fields[1] }]),
  )
  return sorts
}

/** The sort of a last word; `session` for one that the list lacks. */
export function sortOf(head: string): HeadSort {
  return load().get(head)?.sort ?? 'session'
}

/** The full name that a short one stands for wherever it is used: 国常会. */
export function fullOf(head: string): string | undefined {
  return load().get(head)?.full
}
