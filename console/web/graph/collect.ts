// The nodes and relationships that lie anywhere in the rows of an answer. In: wire values. Out: what can be drawn. Pure.
import type { Wire, WireNode, WireRelationship } from '../../../schema/wire.js'

/**
 * Every node and relationship of the rows, once each, however deep in lists, maps and paths. A relationship whose end was not
 * returned gets an empty node there, so that it is not lost.
 */
export function collectGraph(rows: readonly (readonly Wire[])[]): {
  nodes: Map<string, WireNode>
  edges: Map<string, WireRelationship>
} {
  const nodes = new Map<string, WireNode>()
  const edges = new Map<string, WireRelationship>()
  const visit = (value: Wire): void => {
    if (value === null || typeof value !== 'object') return
    if (Array.isArray(value)) value.forEach(visit)
    else if (value.kind === 'node') nodes.set(value.id, value)
    else if (value.kind === 'relationship') edges.set(value.id, value)
    else if (value.kind === 'path') {
      value.nodes.forEach(visit)
      value.relationships.forEach(visit)
    } else if (value.kind === 'map') Object.values(value.entries).forEach(visit)
  }
  for (const row of rows) row.forEach(visit)
  for (const edge of edges.values()) {
    for (const end of [edge.start, edge.end]) {
      if (!nodes.has(end)) nodes.set(end, { kind: 'node', id: end, labels: [], properties: {} })
    }
  }
  return { nodes, edges }
}
