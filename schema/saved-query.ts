// What an analyst keeps of asking: queries in named collections, and what was run. In: nothing but these shapes.
// Out: the shapes of the two files, which are also what is exported, imported and sent to the page.
import { z } from 'zod'

/** At most so many characters in a name and in a query, so many collections, queries in one, and runs remembered. */
export const KEPT_MOST = { name: 200, cypher: 200_000, collections: 200, queries: 2000, runs: 500 } as const

const name = z.string().trim().min(1).max(KEPT_MOST.name)
const cypher = z.string().min(1).max(KEPT_MOST.cypher)
/** By name, the value as JSON text: as it was typed, so that no large number loses a digit. */
const params = z.record(z.string(), z.string())
const moment = z.iso.datetime()

/** A query with a name; `params` are the values it was asked with, `saved` when (ISO 8601, UTC). */
export const SavedQuery = z.strictObject({ name, cypher, params: params.default({}), saved: moment })
export type SavedQuery = z.infer<typeof SavedQuery>

/** Collections of queries, as the file holds them; each name once. */
export const SavedQueries = z.strictObject({
  format: z.literal('wentu-queries'),
  version: z.literal(1),
  collections: z
    .array(
      z.strictObject({ name, queries: z.array(SavedQuery).max(KEPT_MOST.queries).refine(namedOnce, 'a name twice') }),
    )
    .max(KEPT_MOST.collections)
    .refine(namedOnce, 'a name twice'),
})
export type SavedQueries = z.infer<typeof SavedQueries>

/** What was run and what came of it: rows and milliseconds, or the kind of trouble. */
export const PastRun = z.strictObject({
  cypher,
  params: params.default({}),
  at: moment,
  ms: z.number().nonnegative(),
  rows: z.int().nonnegative().optional(),
  trouble: z.string().max(100).optional(),
})
export type PastRun = z.infer<typeof PastRun>

/** The runs of the past, newest first. */
export const History = z.strictObject({
  format: z.literal('wentu-history'),
  version: z.literal(1),
  runs: z.array(PastRun),
})
export type History = z.infer<typeof History>

function namedOnce(all: readonly { name: string }[]): boolean {
  return new Set(all.map((one) => one.name)).size === all.length
}
