// The values that flow from a document to the graph. Offsets count UTF-16 code units of Document.text, [start, end).
import { z } from 'zod'
import { ENTITY_TYPES, RELATION_TYPES } from './model.js'
import { Standing } from './standing.js'

const offset = z.int().nonnegative()

/** A date as precise as the text allows, never more: `2023`, `2023-11` or `2023-11-16`. */
export const DateText = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

/** One source text, decoded; `text` is what offsets count in. */
export const Document = z.object({
  id: z.string().min(1),
  title: z.string(),
  date: DateText.optional(),
  source: z.string().optional(),
  path: z.string().optional(),
  url: z.string().optional(),
  sha256: z.string().length(64),
  /** The version of the rules that read it last: a document read by older rules is read again. */
  extractor: z.string().optional(),
  text: z.string(),
})
export type Document = z.infer<typeof Document>

export const Span = z.object({ start: offset, end: offset })
export type Span = z.infer<typeof Span>

/** One place in the text where a thing is named, and the rule that found it. */
export const Mention = Span.extend({ rule: z.string() })
export type Mention = z.infer<typeof Mention>

export const AttributeValue = z.union([z.string(), z.int(), z.boolean()])
export type AttributeValue = z.infer<typeof AttributeValue>

/** One thing as one document names it. `id` is local to the document (`e1`). */
export const Entity = z.object({
  id: z.string(),
  type: z.enum(ENTITY_TYPES),
  name: z.string().min(1),
  aliases: z.array(z.string()),
  attrs: z.record(z.string(), AttributeValue),
  mentions: z.array(Mention),
})
export type Entity = z.infer<typeof Entity>

/** The words of one document that say one fact. `trigger` lies inside [start, end) where a rule has one. */
export const Evidence = Span.extend({
  quote: z.string().min(1),
  rule: z.string(),
  confidence: z.number().min(0).max(1),
  trigger: Span.optional(),
})
export type Evidence = z.infer<typeof Evidence>

/** One fact as one document states it; `from` and `to` are local entity ids. */
export const Relation = z.object({
  type: z.enum(RELATION_TYPES),
  from: z.string(),
  to: z.string(),
  attrs: z.record(z.string(), AttributeValue),
  evidence: z.array(Evidence).min(1),
})
export type Relation = z.infer<typeof Relation>

/** All that one document says: what `wentu extract` prints, one JSON object a line. */
export const Contribution = z.object({
  doc: z.string(),
  title: z.string(),
  date: DateText.optional(),
  source: z.string().optional(),
  entities: z.array(Entity),
  relations: z.array(Relation),
})
export type Contribution = z.infer<typeof Contribution>

/**
 * A contribution whose things have their names in the whole graph: `ids` gives, for each local entity id,
 * the `id` of its `:Entity` node (made by `ingest/resolve`).
 */
export const Resolved = z.object({
  document: Document,
  contribution: Contribution,
  ids: z.record(z.string(), z.string()),
  /** For a person that the document gives offices: where these stand. Tells namesakes apart. */
  standings: z.record(z.string(), z.array(Standing)).optional(),
})
export type Resolved = z.infer<typeof Resolved>
