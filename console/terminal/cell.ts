// One value of an answer in, the words for a table's cell out, short and in Cypher's own spelling where it has one.
import type { Wire } from '../../schema/wire.js'

/** A value in words; a line break becomes a space. */
export function describeValue(value: Wire): string {
  return describe(value).replace(/\s+/g, ' ')
}

function describe(value: Wire): string {
  if (value === null) return 'null'
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(describe).join(', ')}]`
  switch (value.kind) {
    case 'node':
      return describeNode(value)
    case 'relationship':
      return `[:${value.type}]`
    case 'path':
      return value.nodes.map((node, i) => describeNode(node) + describeStep(value.relationships[i], node.id)).join('')
    case 'map':
      return `{${describeEntries(value.entries)}}`
    case 'point':
      return `point(${value.coordinates.join(', ')})`
    case 'bytes':
      return `bytes(${value.base64})`
    default:
      return value.value
  }
}

type Node = Extract<Wire, { kind: 'node' }>
type Relationship = Extract<Wire, { kind: 'relationship' }>

function describeNode({ labels, properties }: Node): string {
  // Every entity has the label Entity; the other one says what it is.
  const label = labels.filter((label) => label !== 'Entity').join(':') || labels.join(':')
  const name = properties.name ?? properties.title ?? properties.quote ?? properties.id
  return `(:${label}${name === undefined ? '' : ` ${describe(name)}`})`
}

function describeStep(relationship: Relationship | undefined, from: string): string {
  if (!relationship) return ''
  const arrow = `[:${relationship.type}]`
  return relationship.start === from ? `-${arrow}->` : `<-${arrow}-`
}

function describeEntries(entries: Record<string, Wire>): string {
  return Object.entries(entries)
    .map(([key, value]) => `${key}: ${describe(value)}`)
    .join(', ')
}
