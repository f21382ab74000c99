// What the console shows of the whole graph, and what it keeps for a person: the summary, the last run, saved views.
// In: JSON. Out: shapes the page and the server can trust.
import { z } from 'zod'
import { CountsAnswer, DocumentHead } from './answer.js'

const count = z.int().nonnegative()

/** What the last run of ingest did. Sizes in bytes, times in ISO 8601. */
export const LastRun = z.object({
  started: z.string(),
  seconds: z.number().nonnegative(),
  paths: z.array(z.string()),
  ingested: count,
  unchanged: count,
  skipped: count,
  rejected: count,
  bytes: count,
  /** The first of what could not be read. */
  failed: z.array(z.object({ place: z.string(), reason: z.string() })),
  fault: z.string().optional(),
  stopped: z.boolean(),
})
export type LastRun = z.infer<typeof LastRun>

/** The whole graph at a glance; a year is '' for what bears no date. */
export const SummaryAnswer = z.object({
  counts: CountsAnswer,
  years: z.array(z.object({ year: z.string(), documents: count, accidents: count, meetings: count })),
  /** By province, in the order of their codes; `documents` speak of it, `accidents` happened in it. */
  provinces: z.array(z.object({ name: z.string(), code: z.string(), documents: count, accidents: count })),
  newest: z.array(DocumentHead),
  lastRun: LastRun.nullable(),
})
export type SummaryAnswer = z.infer<typeof SummaryAnswer>

/** Days as the model has them: as precise as the text, hence a year, a month or a day. */
export const DateText = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

/** The span of days that the brush lets through, both ends included. */
export const Brush = z.strictObject({ from: DateText, to: DateText })
export type Brush = z.infer<typeof Brush>

const key = z.string().min(1).max(1000)
const MOST = 100_000

/**
 * A view as a person left it. Things are named by their `id` property, which lives longer than the engine's own; `pieces` are all
 * that was drawn, so that the view comes back even when the query no longer finds the same.
 */
export const View = z.strictObject({
  query: z.string().max(200_000),
  /** The values of its parameters, as they were typed. */
  params: z.record(z.string().max(200), z.string().max(100_000)).default({}),
  limit: z.int().min(1).max(MOST),
  tab: z.string().max(40),
  pieces: z.strictObject({ nodes: z.array(key).max(MOST), edges: z.array(key).max(2 * MOST) }),
  positions: z.record(key, z.tuple([z.number(), z.number()])).default({}),
  hidden: z.array(key).max(MOST).default([]),
  hiddenTypes: z.array(z.string().max(200)).max(1000).default([]),
  hiddenRelations: z.array(z.string().max(200)).max(1000).default([]),
  pinned: z.array(key).max(MOST).default([]),
  layout: z.string().max(40).default('force'),
  brush: Brush.nullable().default(null),
  selection: z
    .strictObject({ kind: z.enum(['node', 'edge']), id: key })
    .nullable()
    .default(null),
})
export type View = z.infer<typeof View>

/** Sentences of several facts, each fact's newest first. */
export const SentencesAnswer = z.object({
  sentences: z.array(
    z.object({ fact: z.string(), quote: z.string(), rule: z.string(), confidence: z.number(), document: DocumentHead }),
  ),
  truncated: z.boolean(),
})
export type SentencesAnswer = z.infer<typeof SentencesAnswer>

export const ViewName = z.string().trim().min(1).max(200)

/** A saved view in a list. `saved` is when, in ISO 8601. */
export const ViewHead = z.object({ id: z.string(), name: ViewName, saved: z.iso.datetime(), query: z.string() })
export type ViewHead = z.infer<typeof ViewHead>

export const SavedView = ViewHead.extend({ view: View })
export type SavedView = z.infer<typeof SavedView>

export const ViewsAnswer = z.object({ views: z.array(ViewHead) })
export type ViewsAnswer = z.infer<typeof ViewsAnswer>
