// What the console's server answers and the browser reads, one shape a question. In: wire values. Out: shapes the page can trust.
import { z } from 'zod'
import { FAULTS, type FaultKind } from './fault.js'
import { Wire, WireNode, WireRelationship } from './wire.js'

const count = z.int().nonnegative()
const offset = z.int().nonnegative()

/** A step of a plan: what the engine does, over the steps below it; `rows` and `hits` only when it was run (PROFILE). */
export interface PlanStep {
  operator: string
  arguments: Record<string, Wire>
  identifiers: string[]
  children: PlanStep[]
  rows?: number | undefined
  hits?: number | undefined
}
export const PlanStep: z.ZodType<PlanStep> = z.lazy(() =>
  z.object({
    operator: z.string(),
    arguments: z.record(z.string(), Wire),
    identifiers: z.array(z.string()),
    children: z.array(PlanStep),
    rows: z.number().optional(),
    hits: z.number().optional(),
  }),
)

/**
 * The rows of a query. `limit` is the number of rows after which the server stopped; `truncated` says that it did, and
 * `total` then how many rows there are, or at least are when it is not `exact`.
 */
export const QueryAnswer = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(Wire)),
  truncated: z.boolean(),
  total: z.object({ count, exact: z.boolean() }).optional(),
  limit: count,
  /** Said when it was the size of the answer, not the number of rows, that ended it. */
  tooLarge: z.literal(true).optional(),
  ms: z.number().nonnegative(),
  plan: PlanStep.optional(),
  /** What the engine remarks on the query, in its own words. */
  remarks: z.array(z.string()).optional(),
})
export type QueryAnswer = z.infer<typeof QueryAnswer>

/** A piece of the graph, ready to draw. `truncated`: there is more that was left out. */
export const GraphAnswer = z.object({
  nodes: z.array(WireNode),
  relationships: z.array(WireRelationship),
  truncated: z.boolean(),
})
export type GraphAnswer = z.infer<typeof GraphAnswer>

/** Things and documents whose names or words fit what was typed. `matched` is the form that fitted. */
export const SearchAnswer = z.object({
  hits: z.array(
    z.object({
      kind: z.enum(['entity', 'document']),
      id: z.string(),
      type: z.string(),
      name: z.string(),
      matched: z.string().optional(),
      documents: count.optional(),
      /** For a document, the words around the place that fitted. */
      snippet: z.string().optional(),
      /** Where in the document's text that is. */
      place: z.object({ start: offset, end: offset }).optional(),
    }),
  ),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

export const EntityAnswer = z.object({ node: WireNode })
export type EntityAnswer = z.infer<typeof EntityAnswer>

/** How many relations of each type and direction an entity has. */
export const NeighbourCountsAnswer = z.object({
  counts: z.array(z.object({ type: z.string(), direction: z.enum(['out', 'in']), count })),
})
export type NeighbourCountsAnswer = z.infer<typeof NeighbourCountsAnswer>

/** A document without its text. */
export const DocumentHead = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string().optional(),
  source: z.string().optional(),
  url: z.string().optional(),
})
export type DocumentHead = z.infer<typeof DocumentHead>

/** Each sentence that says one fact, newest document first. */
export const EvidenceAnswer = z.object({
  fact: z.string(),
  statements: z.array(
    z.object({
      id: z.string(),
      rule: z.string(),
      quote: z.string(),
      start: offset,
      end: offset,
      confidence: z.number(),
      /** The words that carried the rule, in offsets of the document's text. */
      trigger: z.object({ start: offset, end: offset }).optional(),
      document: DocumentHead,
    }),
  ),
  /** How many statements there are; `statements` may be fewer. */
  total: count,
})
export type EvidenceAnswer = z.infer<typeof EvidenceAnswer>
export type StatementAnswer = EvidenceAnswer['statements'][number]

/** A document as published, where it names things and what it states; offsets count UTF-16 code units of `text`. */
export const DocumentAnswer = DocumentHead.extend({
  text: z.string(),
  mentions: z.array(z.object({ entity: z.string(), type: z.string(), name: z.string(), start: offset, end: offset })),
  statements: z.array(
    z.object({
      fact: z.string(),
      type: z.string(),
      from: z.string(),
      to: z.string(),
      start: offset,
      end: offset,
    }),
  ),
})
export type DocumentAnswer = z.infer<typeof DocumentAnswer>

export const DocumentsAnswer = z.object({ documents: z.array(DocumentHead), truncated: z.boolean() })
export type DocumentsAnswer = z.infer<typeof DocumentsAnswer>

const tally = z.array(z.object({ type: z.string(), count }))

/** What is in the graph, by type. */
export const CountsAnswer = z.object({ documents: count, statements: count, entities: tally, relations: tally })
export type CountsAnswer = z.infer<typeof CountsAnswer>

const captionOf = z.object({ zh: z.string(), en: z.string() })

/** The model with live counts. */
export const SchemaAnswer = z.object({
  entities: z.array(z.object({ type: z.string(), caption: captionOf, attributes: z.array(z.string()), count })),
  relations: z.array(
    z.object({
      type: z.string(),
      caption: captionOf,
      from: z.array(z.string()),
      to: z.array(z.string()),
      count,
    }),
  ),
})
export type SchemaAnswer = z.infer<typeof SchemaAnswer>

/** What went wrong; `code` is the database's own word for it where it has one. */
export const ErrorAnswer = z.object({
  error: z.object({
    kind: z.enum([...(Object.keys(FAULTS) as [FaultKind, ...FaultKind[]]), 'refused', 'broken']),
    message: z.string(),
    code: z.string().optional(),
  }),
})
export type ErrorAnswer = z.infer<typeof ErrorAnswer>

/** One line of an answer that comes while the query runs: columns, then rows in parts, then the rest of the answer or an error. */
export const RunLine = z.union([
  z.strictObject({ columns: z.array(z.string()) }),
  z.strictObject({ rows: z.array(z.array(Wire)) }),
  z.strictObject({ end: QueryAnswer.omit({ rows: true }) }),
  ErrorAnswer.strict(),
])
export type RunLine = z.infer<typeof RunLine>

/** What the engine says of a statement before it is run; `at` is a place in it, in UTF-16 code units. */
export const CheckAnswer = z.object({
  troubles: z.array(
    z.object({ severity: z.enum(['error', 'warning']), message: z.string(), code: z.string(), at: offset.optional() }),
  ),
})
export type CheckAnswer = z.infer<typeof CheckAnswer>

/** The names that this graph uses, for completion and for what looks misspelt. */
export const VocabularyAnswer = z.object({
  labels: z.array(z.string()),
  types: z.array(z.string()),
  properties: z.array(z.string()),
})
export type VocabularyAnswer = z.infer<typeof VocabularyAnswer>
