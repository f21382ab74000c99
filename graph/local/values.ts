// Values between Bolt and the engine. In: rows of the engine and the Arrow schema that tells their real types, or Bolt parameters.
// Out: PackStream bytes, or values the engine takes. Knows nothing of sessions.

import type { QueryResult } from '@grafeo-db/js'
import { DataType, type Field, RecordBatchReader, type Schema } from 'apache-arrow'
import { type Ask, type EntityKinds, entityKinds } from './entity-kinds.js'
import { BoltFailure, CODE } from './failure.js'
import { Float, type Packer, type PackValue, Structure, TAG } from './packstream.js'
import { dateOf, dateTimeOf, durationOf, isoText, localDateTimeOf, timeOf } from './temporal.js'

type Pack = (packer: Packer, value: unknown) => void
type Fields = Record<string, unknown>

/** Up to so many rows are looked at one by one for what needs no schema: a schema holds the whole answer once more. */
const LOOKED_AT = 20_000

/** Whether a value can be nothing but what it looks like: no number that may be a float, no text that may be a date. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return !/^[-+P\d]/.test(value)
  return value === null || typeof value === 'boolean' || (typeof value === 'number' && !Number.isInteger(value))
}

/** Stops at the first value that is not plain, which is as a rule in the first row. */
function isAllPlain(result: QueryResult): boolean {
  if (result.length > LOOKED_AT) return false
  for (let at = 0; at < result.length; at++) {
    if (!Object.values(result.get(at)).every(isPlain)) return false
  }
  return true
}

/**
 * How each column of a result is packed, from its Arrow schema: the rows alone show 1.0 as 1 and a date as text.
 * Made once per result; rows are then packed one at a time, as a client pulls them. `ask` is for what the schema leaves open.
 */
export async function columnPackers(result: QueryResult, ask: Ask): Promise<Pack[]> {
  if (result.length === 0) return []
  if (isAllPlain(result)) return result.columns.map(() => packAny)
  let schema: Schema | null = null
  try {
    schema = RecordBatchReader.from(result.toArrowIPC()).open().schema
  } catch {
    // A result that Arrow cannot hold is packed by what its values show.
  }
  const packers = result.columns.map((_, at) => packerOf(schema?.fields[at]))
  const open = result.columns.filter((_, at) => packers[at] === packAny)
  const kinds = open.length > 0 ? await entityKinds(result, open, ask) : null
  return kinds ? packers.map((pack) => (pack === packAny ? packKnowing(kinds) : pack)) : packers
}

function packerOf(field: Field | undefined | null): Pack {
  const type = field?.type
  if (DataType.isFloat(type))
    return (packer, value) => (typeof value === 'number' ? packer.float(value) : packAny(packer, value))
  if (DataType.isDate(type)) return textual(dateOf)
  if (DataType.isTime(type)) return textual(timeOf)
  if (DataType.isTimestamp(type)) return textual(dateTimeOf)
  if (DataType.isList(type)) {
    const item = packerOf(type.children[0])
    return (packer, value) => (Array.isArray(value) ? packList(packer, value, item) : packAny(packer, value))
  }
  if (DataType.isStruct(type)) {
    const known = new Map(type.children.map((child) => [child.name, packerOf(child)]))
    if (known.has('months') && known.has('nanos')) return textual(durationOf)
    const inside = (name: string) => known.get(name) ?? packAny
    return (packer, value) => (isFields(value) ? packFields(packer, value, inside) : packAny(packer, value))
  }
  return packAny
}

/** A packer for a column whose values the engine gives as text. */
function textual(read: (text: string) => Structure | null): Pack {
  return (packer, value) => {
    if (typeof value === 'string') packer.value(read(value) ?? value)
    else packAny(packer, value)
  }
}

/** Packs by what the value itself shows: for columns of mixed types, whose schema says only "text". */
const packAny: Pack = packKnowing(null)

/** The same, but with the types of the properties of nodes and relationships, which are found by their ids. */
function packKnowing(kinds: EntityKinds | null): Pack {
  const pack: Pack = (packer, value) => {
    if (value instanceof Date) packer.value(localDateTimeOf(value))
    else if (value instanceof Uint8Array) packer.bytes(value)
    else if (ArrayBuffer.isView(value))
      packList(packer, [...(value as Float32Array)], (to, item) => to.float(item as number))
    else if (Array.isArray(value)) packList(packer, value, pack)
    else if (isFields(value)) packFields(packer, value, propertiesOf(value), propertiesOf)
    else packer.value(value as PackValue)
  }
  const propertiesOf = (value: Fields) => {
    const known = kinds?.of(value)
    return (name: string) => (known?.has(name) ? packerOfKind(known.get(name) ?? '', pack) : pack)
  }
  return pack
}

function packerOfKind(kind: string, otherwise: Pack): Pack {
  if (kind === 'FLOAT') return (packer, value) => packer.float(value as number)
  if (kind === 'LIST<FLOAT>')
    return (packer, value) => packList(packer, value as unknown[], (to, item) => to.float(item as number))
  if (kind === 'DATE') return textual(dateOf)
  if (kind === 'ZONED DATETIME') return textual(dateTimeOf)
  if (kind === 'DURATION') return textual(durationOf)
  return kind === 'LOCAL TIME' || kind === 'ZONED TIME' ? textual(timeOf) : otherwise
}

function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !ArrayBuffer.isView(value)
  )
}

function packList(packer: Packer, list: unknown[], item: Pack): void {
  packer.listHeader(list.length)
  for (const value of list) item(packer, value)
}

type Inside = (name: string) => Pack

function packFields(
  packer: Packer,
  value: Fields,
  inside: Inside,
  within: (entity: Fields) => Inside = () => () => packAny,
): void {
  if (Array.isArray(value._labels) && '_id' in value) packNode(packer, value, inside)
  else if ('_source' in value && '_target' in value && '_id' in value) packRelationship(packer, value, inside)
  else if (isPath(value)) packPath(packer, value, within)
  else packMap(packer, value, inside, Object.keys(value))
}

function packMap(packer: Packer, value: Fields, inside: (name: string) => Pack, keys: string[]): void {
  packer.mapHeader(keys.length)
  for (const key of keys) {
    packer.string(key)
    inside(key)(packer, value[key])
  }
}

const OWN = new Set(['_id', '_labels', '_source', '_target', '_type'])

/** The names the engine itself puts into nodes and relationships, and which therefore no property may have. */
export function isReserved(name: string): boolean {
  return OWN.has(name)
}

function properties(value: Fields): string[] {
  return Object.keys(value).filter((key) => !OWN.has(key))
}

const nodeId = (id: unknown) => `n:${id}`
const edgeId = (id: unknown) => `e:${id}`

function packNode(packer: Packer, node: Fields, inside: (name: string) => Pack): void {
  packer.structureHeader(TAG.node, 4)
  packer.integer(node._id as number)
  packer.value(node._labels as string[])
  packMap(packer, node, inside, properties(node))
  packer.string(nodeId(node._id))
}

function packRelationship(packer: Packer, edge: Fields, inside: (name: string) => Pack): void {
  packer.structureHeader(TAG.relationship, 8)
  packer.integer(edge._id as number)
  packer.integer(edge._source as number)
  packer.integer(edge._target as number)
  packer.string(edge._type as string)
  packMap(packer, edge, inside, properties(edge))
  packer.string(edgeId(edge._id))
  packer.string(nodeId(edge._source))
  packer.string(nodeId(edge._target))
}

function isPath(value: Fields): value is { nodes: Fields[]; edges: Fields[] } {
  const { nodes, edges } = value
  if (!Array.isArray(nodes) || !Array.isArray(edges) || Object.keys(value).length !== 2) return false
  const whole = [
    ...nodes.map((node) => isFields(node) && '_labels' in node),
    ...edges.map((edge) => isFields(edge) && '_type' in edge),
  ]
  return nodes.length === edges.length + 1 && whole.every(Boolean)
}

/** A path: its distinct nodes, its distinct relationships, and the walk as indices (negative: against the direction). */
function packPath(
  packer: Packer,
  path: { nodes: Fields[]; edges: Fields[] },
  within: (entity: Fields) => Inside,
): void {
  const nodes = distinct(path.nodes)
  const edges = distinct(path.edges)
  const walk = path.edges.flatMap((edge, at) => {
    const number = edges.findIndex((one) => one._id === edge._id) + 1
    const forward = edge._source === path.nodes[at]?._id
    return [forward ? number : -number, nodes.findIndex((one) => one._id === path.nodes[at + 1]?._id)]
  })
  packer.structureHeader(TAG.path, 3)
  packList(packer, nodes, (to, node) => packNode(to, node as Fields, within(node as Fields)))
  packList(packer, edges, (to, edge) => {
    const { _id, _type } = edge as Fields
    to.structureHeader(TAG.unboundRelationship, 4)
    to.integer(_id as number)
    to.string(_type as string)
    packMap(to, edge as Fields, within(edge as Fields), properties(edge as Fields))
    to.string(edgeId(_id))
  })
  packer.value(walk)
}

function distinct(items: Fields[]): Fields[] {
  return [...new Map(items.map((item) => [item._id, item])).values()]
}

/**
 * A Bolt parameter as the engine takes it. Throws BoltFailure for what the engine cannot hold (points, NaN, infinities),
 * because it would silently become something else.
 */
export function engineValue(value: PackValue, name: string): unknown {
  if (value instanceof Float) {
    if (Number.isFinite(value.value)) return value.value
    throw new BoltFailure(
      CODE.argument,
      `Parameter $${name} holds ${value.value}: this engine stores finite numbers only.`,
      '22N03',
    )
  }
  if (value instanceof Structure) return temporalParameter(value, name)
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (Array.isArray(value)) return value.map((item) => engineValue(item, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, engineValue(item, name)]))
}

function temporalParameter(value: Structure, name: string): unknown {
  const text = isoText(value)
  if (text !== null) {
    if (value.tag === TAG.date) return { $date: text }
    if (value.tag === TAG.time || value.tag === TAG.localTime) return { $time: text }
    if (value.tag === TAG.dateTime || value.tag === TAG.dateTimeZoneId) return { $zoned_datetime: text }
    if (value.tag === TAG.duration) return { $duration: text }
    const [seconds, nanos] = value.fields as [number, number]
    return { $timestamp_us: Number(seconds) * 1_000_000 + Math.floor(Number(nanos) / 1000) }
  }
  const tag = Object.entries(TAG).find(([, tag]) => tag === value.tag)?.[0] ?? `structure 0x${value.tag.toString(16)}`
  throw new BoltFailure(
    CODE.typeError,
    `Parameter $${name} holds a ${tag}, which this engine cannot take as a value.`,
    '22N01',
  )
}
