// A made-up graph of a size, as the server would answer it. In: how many nodes and edges. Out: the same graph each time.
import type { GraphAnswer } from '../../../schema/answer.js'
import { ENTITY_TYPES, RELATION_TYPES } from '../../../schema/model.js'

/** @param seed other graphs of the same size */
export function networkOf(nodes: number, edges: number, seed = 1): GraphAnswer {
  let state = seed * 2654435761
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  // A few are linked to often, most seldom, as in the graphs that documents make.
  const some = (): number => Math.floor(random() ** 2 * nodes)
  return {
    nodes: Array.from({ length: nodes }, (_, i) => ({
      kind: 'node' as const,
      id: `n${seed}.${i}`,
      labels: ['Entity', ENTITY_TYPES[i % ENTITY_TYPES.length] ?? 'Person'],
      properties: { id: `k${seed}.${i}`, name: `第${seed}组第${i}号`, aliases: [], documents: 1 },
    })),
    relationships: Array.from({ length: edges }, (_, i) => ({
      kind: 'relationship' as const,
      id: `e${seed}.${i}`,
      type: RELATION_TYPES[i % RELATION_TYPES.length] ?? 'CHAIRED',
      start: `n${seed}.${some()}`,
      end: `n${seed}.${Math.floor(random() * nodes)}`,
      properties: { id: `f${seed}.${i}`, sources: 1 + Math.floor(random() * 4) },
    })),
    truncated: false,
  }
}
