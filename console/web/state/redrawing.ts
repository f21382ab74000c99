// The drawing after the graph beneath it changed: two things became one, or one two again. In: the state, what the graph holds now of
// what is drawn. Out: the state, in which every thing keeps its place. Pure.
import type { GraphAnswer } from '../../../schema/answer.js'
import type { WireNode, WireRelationship } from '../../../schema/wire.js'
import { keyOf } from '../graph/node-words.js'
import type { Place } from './seeing.js'
import type { State } from './state.js'

/**
 * @param graph the entities, documents and facts of the drawing that are still there, and those of `of`
 * @param of the `id` properties of the things that were judged; what of them is gone became the first that is there
 */
export function redraw(state: State, graph: GraphAnswer, of: readonly string[]): State {
  const { drawn, seeing, selection } = state
  const there = new Map(graph.nodes.map((node) => [keyOf(node), node]))
  const heir = of.flatMap((key) => there.get(key) ?? [])[0]
  /** What each drawn node is now; statements, and what bears no `id`, the graph was not asked for. */
  const nodeNow = (node: WireNode): WireNode | undefined => {
    const key = keyOf(node)
    if (key === undefined || !node.labels.some((label) => label === 'Entity' || label === 'Document')) return node
    return there.get(key) ?? (of.includes(key) ? heir : undefined)
  }
  const became = new Map<string, string>()
  const nodes = new Map<string, WireNode>()
  for (const [id, node] of drawn.nodes) {
    const now = nodeNow(node)
    if (now === undefined) continue
    became.set(id, now.id)
    nodes.set(now.id, now)
  }
  for (const node of graph.nodes) nodes.set(node.id, node)

  const facts = new Map(graph.relationships.map((edge) => [keyOf(edge), edge]))
  const edges = new Map<string, WireRelationship>()
  for (const [id, edge] of drawn.edges) {
    const now = edgeNow(edge, facts, became, nodes)
    if (now === undefined) continue
    became.set(id, now.id)
    edges.set(now.id, now)
  }
  for (const edge of graph.relationships) edges.set(edge.id, edge)

  const now = (ids: Iterable<string>): Set<string> => new Set([...ids].flatMap((id) => became.get(id) ?? []))
  const chosen = selection === null ? undefined : became.get(selection.id)
  const places = new Map<string, Place>()
  for (const [id, place] of seeing.places) {
    const heldBy = became.get(id)
    // Of two that became one the first has its place.
    if (heldBy !== undefined && !places.has(heldBy)) places.set(heldBy, place)
  }
  return {
    ...state,
    drawn: { nodes, edges },
    hiddenNodes: now(state.hiddenNodes),
    selection: selection === null || chosen === undefined ? null : { kind: selection.kind, id: chosen },
    seeing: {
      ...seeing,
      places,
      pinned: now(seeing.pinned),
      picked: now(seeing.picked),
      hiddenEdges: now(seeing.hiddenEdges),
      // An earlier drawing holds what is no more: there is no way back to it.
      brought: new Map(),
      past: [],
      future: [],
    },
  }
}

/** A fact is what the graph has of its `id`; any other edge stays, as long as both its ends do. */
function edgeNow(
  edge: WireRelationship,
  facts: ReadonlyMap<string | undefined, WireRelationship>,
  became: ReadonlyMap<string, string>,
  nodes: ReadonlyMap<string, WireNode>,
): WireRelationship | undefined {
  const [start, end] = [became.get(edge.start), became.get(edge.end)]
  const key = keyOf(edge)
  if (key !== undefined && facts.has(key)) return facts.get(key)
  if (start === undefined || end === undefined) return undefined
  const entities = [start, end].every((id) => nodes.get(id)?.labels.includes('Entity'))
  return key !== undefined && entities ? undefined : { ...edge, start, end }
}
