// A value of a query's answer as it travels in JSON. In: nothing but these shapes; out: shapes the browser can trust.
// Every object carries `kind`, maps too, so that a user's own map {kind: 'node'} is never taken for a node.
import { z } from 'zod'

/** A list of values. */
export type WireList = Wire[]

/** A map made by the query itself (`RETURN {a: 1}`). */
export interface WireMap {
  kind: 'map'
  entries: Record<string, Wire>
}

/** A node; `id` is the engine's element id, good only within the running database. */
export interface WireNode {
  kind: 'node'
  id: string
  labels: string[]
  properties: Record<string, Wire>
}

/** A relationship; `start` and `end` are the element ids of its two nodes. */
export interface WireRelationship {
  kind: 'relationship'
  id: string
  type: string
  start: string
  end: string
  properties: Record<string, Wire>
}

/** A path: one node more than relationships, in walking order; each relationship keeps its own direction. */
export interface WirePath {
  kind: 'path'
  nodes: WireNode[]
  relationships: WireRelationship[]
}

/** A value of a query's answer. Integers a JSON number cannot hold exactly come as `{kind: 'int'}`. */
export type Wire =
  | null
  | boolean
  | number
  | string
  | z.infer<typeof WireInt>
  | z.infer<typeof WireFloat>
  | z.infer<typeof WireTemporal>
  | z.infer<typeof WirePoint>
  | z.infer<typeof WireBytes>
  | WireNode
  | WireRelationship
  | WirePath
  | WireMap
  | WireList

/** An integer beyond ±(2⁵³ − 1), in decimal. */
export const WireInt = z.object({ kind: z.literal('int'), value: z.string().regex(/^-?\d+$/) })

/** A float JSON has no word for. */
export const WireFloat = z.object({ kind: z.literal('float'), value: z.enum(['NaN', 'Infinity', '-Infinity']) })

/** A temporal value in ISO 8601. */
export const WireTemporal = z.object({
  kind: z.literal('temporal'),
  type: z.enum(['date', 'time', 'localtime', 'datetime', 'localdatetime', 'duration']),
  value: z.string(),
})

/** A point: coordinates in the order x, y and, for three dimensions, z. */
export const WirePoint = z.object({ kind: z.literal('point'), srid: z.int(), coordinates: z.array(z.number()) })

/** A byte array in base64. */
export const WireBytes = z.object({ kind: z.literal('bytes'), base64: z.string() })

const properties = z.lazy(() => z.record(z.string(), Wire))

export const WireNode: z.ZodType<WireNode> = z.object({
  kind: z.literal('node'),
  id: z.string(),
  labels: z.array(z.string()),
  properties,
})

export const WireRelationship: z.ZodType<WireRelationship> = z.object({
  kind: z.literal('relationship'),
  id: z.string(),
  type: z.string(),
  start: z.string(),
  end: z.string(),
  properties,
})

export const WirePath: z.ZodType<WirePath> = z.object({
  kind: z.literal('path'),
  nodes: z.array(WireNode),
  relationships: z.array(WireRelationship),
})

export const WireMap: z.ZodType<WireMap> = z.object({ kind: z.literal('map'), entries: properties })

export const Wire: z.ZodType<Wire> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    WireInt,
    WireFloat,
    WireTemporal,
    WirePoint,
    WireBytes,
    WireNode,
    WireRelationship,
    WirePath,
    WireMap,
    z.array(Wire),
  ]),
)
