// What takes time in seeing. In: a store and an api. Out: functions a page calls.
import type { WireNode } from '../../../schema/wire.js'
import { type Api, problemOf } from '../api.js'
import { keyOf } from '../graph/node-words.js'
import type { Store } from './store.js'

const OVERVIEW_NODES = 80

export function makeSeeingTasks({ dispatch, get }: Store, api: Api) {
  /** The first view: what is best connected, with no query written. */
  async function overview(): Promise<void> {
    try {
      const [graph, counts] = await Promise.all([api.overview(OVERVIEW_NODES), api.counts()])
      dispatch({ type: 'counted', counts })
      dispatch({ type: 'overviewed', graph })
    } catch (error) {
      dispatch({ type: 'noticed', problem: problemOf(error) })
    }
  }

  /** Draws the neighbours of a node; a document or a foreign node, which the server cannot walk from, is left as it is. */
  async function expand(node: WireNode, type?: string): Promise<void> {
    const id = keyOf(node)
    if (id === undefined) return
    try {
      dispatch({ type: 'expanded', graph: await api.neighbours(id, type), of: node.id })
    } catch (error) {
      dispatch({ type: 'noticed', problem: problemOf(error) })
    }
  }

  /** Draws an entity found by search, with its neighbours, and selects it. */
  async function show(id: string): Promise<void> {
    try {
      const graph = await api.neighbours(id)
      const node = graph.nodes.find((candidate) => keyOf(candidate) === id)
      if (node !== undefined) dispatch({ type: 'found', graph, id: node.id })
    } catch (error) {
      dispatch({ type: 'noticed', problem: problemOf(error) })
    }
  }

  async function neighbourCounts(id: string): Promise<void> {
    if (get().neighbourCounts.has(id)) return
    // Counts are a convenience: without them the plain expansion is still there.
    const answer = await api.neighbourCounts(id).catch(() => null)
    if (answer !== null) dispatch({ type: 'neighbourCounts', id, counts: answer.counts })
  }

  return { overview, expand, show, neighbourCounts }
}
