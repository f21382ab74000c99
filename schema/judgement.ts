// A person's decision on whether two things of the graph are one. In: what was judged, in words that outlive the graph:
// the ids that documents alone would give, an office for one of several of a name, ids of documents.
import { z } from 'zod'
import { makeId } from './id.js'
import { ENTITY_TYPES } from './model.js'

const text = z.string().min(1)

/** One thing that is judged. */
export const JudgedSide = z.object({
  /** The id that a document's own words give the thing. */
  key: text,
  /** For one of several persons of a name: what an office of this one is known by. */
  office: text.optional(),
  /** How it was called when it was judged. */
  name: text,
})
export type JudgedSide = z.infer<typeof JudgedSide>

/**
 * `merge`: a and b are one. `split` with `b`: they are two, whatever else is judged. `split` with `documents`: what
 * these documents call a is another thing than what the others do.
 */
export const Judgement = z
  .object({
    id: text,
    kind: z.enum(['merge', 'split']),
    type: z.enum(ENTITY_TYPES),
    a: JudgedSide,
    b: JudgedSide.optional(),
    documents: z.array(text).min(1).optional(),
    why: text,
    by: text.optional(),
    /** When, in ISO 8601. */
    at: text.optional(),
  })
  .refine(
    ({ kind, b, documents }) =>
      (b === undefined) !== (documents === undefined) && (kind === 'split' || b !== undefined),
    'a merge needs b; a split needs b or documents, and not both',
  )
export type Judgement = z.infer<typeof Judgement>

/** A judgement's id: what is judged, not who judged, when or why; so that the same is judged once. */
export function judgementId({ kind, type, a, b, documents }: Omit<Judgement, 'id' | 'why'>): string {
  const side = (one: JudgedSide | undefined) => (one === undefined ? '' : `${one.key} ${one.office ?? ''}`)
  const sides = b === undefined ? [side(a)] : [side(a), side(b)].sort()
  return makeId('judgement', kind, type, ...sides, ...[...(documents ?? [])].sort())
}

/** The id that a split gives what its documents speak of, in place of the one that their words give. */
export function splitKey({ id, type }: Pick<Judgement, 'id' | 'type'>): string {
  return makeId('entity', type, 'split', id)
}
