// What each expansion brought to the canvas, so that it can be taken away again. In: what is drawn, an answer. Out: the same, larger
// or smaller. Pure.
import type { GraphAnswer } from '../../../schema/answer.js'
import type { Drawn } from './state.js'

/** What came when a node was expanded: all that the answer held, and of that what was not drawn before. */
export interface Brought {
  all: ReadonlySet<string>
  nodes: ReadonlySet<string>
  edges: ReadonlySet<string>
}

type Expansions = ReadonlyMap<string, Brought>

/** The expansions with one more of a node; expanded twice, a node has brought what came either time. */
export function expansionOf(before: Drawn, expansions: Expansions, node: string, graph: GraphAnswer): Expansions {
  const earlier = expansions.get(node)
  const nodes = graph.nodes.map(({ id }) => id)
  const edges = graph.relationships.map(({ id }) => id)
  return new Map(expansions).set(node, {
    all: new Set([...(earlier?.all ?? []), ...nodes]),
    nodes: new Set([...(earlier?.nodes ?? []), ...nodes.filter((id) => !before.nodes.has(id) && id !== node)]),
    edges: new Set([...(earlier?.edges ?? []), ...edges.filter((id) => !before.edges.has(id))]),
  })
}

/** Takes away what the expansion of a node brought, and what that brought in its turn, but nothing another expansion holds too. */
export function collapse(drawn: Drawn, expansions: Expansions, node: string): { drawn: Drawn; brought: Expansions } {
  const left = new Map(expansions)
  const nodes = new Map(drawn.nodes)
  const edges = new Map(drawn.edges)
  const waiting = [node]
  for (let of = waiting.pop(); of !== undefined; of = waiting.pop()) {
    const one = left.get(of)
    if (one === undefined) continue
    left.delete(of)
    for (const id of one.edges) edges.delete(id)
    for (const id of one.nodes) {
      if ([...left].some(([other, { all }]) => other !== id && all.has(id))) continue
      nodes.delete(id)
      waiting.push(id)
    }
  }
  for (const [id, edge] of edges) if (!nodes.has(edge.start) || !nodes.has(edge.end)) edges.delete(id)
  return { drawn: { nodes, edges }, brought: left }
}
