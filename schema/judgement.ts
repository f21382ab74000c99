// A person's decision: two things of the graph are one, or two, or a fact is wrong. In: what was judged, in words that outlive
// the graph: the ids that documents alone would give, an office for one of several of a name, ids of documents.
import { z } from 'zod'
import { makeId } from './id.js'
import { ENTITY_TYPES, RELATION_TYPES } from './model.js'

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
 * these documents call a is another thing than what the others do. `wrong`: the fact of type `relation` from a to b is not
 * so, whatever says it; it stays in the graph, and is marked wherever it is shown.
 */
export const Judgement = z
  .object({
    id: text,
    kind: z.enum(['merge', 'split', 'wrong']),
    /** What a is, and b where they are to be one or two. */
    type: z.enum(ENTITY_TYPES),
    relation: z.enum(RELATION_TYPES).optional(),
    a: JudgedSide,
    b: JudgedSide.optional(),
    documents: z.array(text).min(1).optional(),
    why: text,
    by: text.optional(),
    /** When, in ISO 8601. */
    at: text.optional(),
  })
  .refine(
    ({ kind, b, documents, relation }) =>
      (b === undefined) !== (documents === undefined) &&
      (kind === 'split' || b !== undefined) &&
      (kind === 'wrong') === (relation !== undefined),
    'a merge needs b; a split needs b or documents, and not both; a wrong fact needs b and relation, and nothing else has one',
  )
export type Judgement = z.infer<typeof Judgement>

/** A judgement's id: what is judged, not who judged, when or why; so that the same is judged once. */
export function judgementId({ kind, type, relation, a, b, documents }: Omit<Judgement, 'id' | 'why'>): string {
  const side = (one: JudgedSide | undefined) => (one === undefined ? '' : `${one.key} ${one.office ?? ''}`)
  // A fact has a direction.
  if (relation !== undefined) return makeId('judgement', kind, type, relation, side(a), side(b))
  const sides = b === undefined ? [side(a)] : [side(a), side(b)].sort()
  return makeId('judgement', kind, type, ...sides, ...[...(documents ?? [])].sort())
}

/** The id that a split gives what its documents speak of, in place of the one that their words give. */
export function splitKey({ id, type }: Pick<Judgement, 'id' | 'type'>): string {
  return makeId('entity', type, 'split', id)
}
