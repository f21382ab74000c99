// Values of the driver in, wire values out; wire values in, plain JSON out; plain JSON or wire values in, parameters of the
// driver out.
import neo4j, {
  type DateTime,
  type Integer,
  type Node,
  type Path,
  type PathSegment,
  type Point,
  type Relationship,
} from 'neo4j-driver'
import { Fault } from '../schema/fault.js'
import type { Wire, WireNode, WireRelationship } from '../schema/wire.js'

/** A value as it comes from the driver, as `schema/wire.ts` writes it. */
export function toWire(value: unknown): Wire {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return floatToWire(value)
  if (typeof value === 'bigint') return integerToWire(neo4j.int(value))
  if (neo4j.isInt(value)) return integerToWire(value)
  if (Array.isArray(value)) return value.map(toWire)
  if (typeof value !== 'object') throw new TypeError(`no wire form for a ${typeof value}`)
  return objectToWire(value)
}

function objectToWire(value: object): Wire {
  if (neo4j.isNode(value)) return nodeToWire(value)
  if (neo4j.isRelationship(value)) return relationshipToWire(value)
  if (neo4j.isPath(value)) return pathToWire(value)
  if (neo4j.isPoint(value)) return pointToWire(value)
  const type = temporalType(value)
  if (type !== undefined) return { kind: 'temporal', type, value: String(value) }
  if (value instanceof Uint8Array) return { kind: 'bytes', base64: Buffer.from(value).toString('base64') }
  return { kind: 'map', entries: mapToWire(value) }
}

function floatToWire(value: number): Wire {
  if (Number.isFinite(value)) return value
  return { kind: 'float', value: Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity' }
}

function integerToWire(value: Integer): Wire {
  return value.inSafeRange() ? value.toNumber() : { kind: 'int', value: value.toString() }
}

/** A node of the driver as a wire value. */
export function nodeToWire(node: Node): WireNode {
  return { kind: 'node', id: node.elementId, labels: node.labels, properties: mapToWire(node.properties) }
}

/** A relationship of the driver as a wire value. */
export function relationshipToWire(relationship: Relationship): WireRelationship {
  return {
    kind: 'relationship',
    id: relationship.elementId,
    type: relationship.type,
    start: relationship.startNodeElementId,
    end: relationship.endNodeElementId,
    properties: mapToWire(relationship.properties),
  }
}

function pathToWire(path: Path): Wire {
  const segments: PathSegment[] = path.segments
  return {
    kind: 'path',
    nodes: [path.start, ...segments.map((segment) => segment.end)].map(nodeToWire),
    relationships: segments.map((segment) => relationshipToWire(segment.relationship)),
  }
}

function pointToWire(point: Point): Wire {
  const coordinates = [point.x, point.y, point.z].filter((part) => part !== undefined)
  return { kind: 'point', srid: Number(point.srid), coordinates: coordinates.map(Number) }
}

function temporalType(value: object) {
  if (neo4j.isDate(value)) return 'date'
  if (neo4j.isTime(value)) return 'time'
  if (neo4j.isLocalTime(value)) return 'localtime'
  if (neo4j.isDateTime(value as DateTime)) return 'datetime'
  if (neo4j.isLocalDateTime(value)) return 'localdatetime'
  if (neo4j.isDuration(value)) return 'duration'
  return undefined
}

function mapToWire(map: object): Record<string, Wire> {
  // From entries: a key `__proto__` stays a key.
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, toWire(value)]))
}

/**
 * A wire value as the plain JSON a program wants: a node is its properties and `labels`, a relationship its
 * properties and `type`, a temporal value its text. Where a property has the same name, the property gives way.
 */
export function plain(value: Wire): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plain)
  switch (value.kind) {
    case 'node':
      return { ...plainMap(value.properties), labels: value.labels }
    case 'relationship':
      return { ...plainMap(value.properties), type: value.type }
    case 'path':
      return { nodes: value.nodes.map(plain), relationships: value.relationships.map(plain) }
    case 'map':
      return plainMap(value.entries)
    case 'point':
      return { srid: value.srid, coordinates: value.coordinates }
    case 'bytes':
      return value.base64
    default:
      return value.value
  }
}

function plainMap(map: Record<string, Wire>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, plain(value)]))
}

/**
 * A JSON value as a parameter: whole numbers go as integers (the driver sends every JS number as a float, and
 * `LIMIT $n` or a key would not take that), the rest as it is.
 * @throws Fault `usage` for a value no query can take
 */
export function toParameter(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (typeof value === 'bigint' || neo4j.isInt(value)) return neo4j.int(value)
  if (Array.isArray(value)) return value.map(toParameter)
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([key, part]) => [key, toParameter(part)]),
    )
  }
  throw new Fault('usage', `A parameter cannot be a ${typeof value}.`)
}

/**
 * A wire value as a parameter, exact where JSON is not: 64-bit integers stay what they are.
 * @throws Fault `usage` for what belongs to a database (a node, a path) or has no literal form in JSON
 */
export function wireToParameter(value: Wire): unknown {
  if (value === null || typeof value !== 'object') return toParameter(value)
  if (Array.isArray(value)) return value.map(wireToParameter)
  if (value.kind === 'map')
    return Object.fromEntries(Object.entries(value.entries).map(([key, part]) => [key, wireToParameter(part)]))
  if (value.kind === 'int') return neo4j.int(value.value)
  throw new Fault(
    'usage',
    `A parameter cannot be a ${value.kind}: give text, a number, true, false, null, a list or a map.`,
  )
}
