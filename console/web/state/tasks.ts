// What takes time: each task asks the server and tells the state what came of it. In: a store and an api. Out: functions a page calls.
import type { WireNode } from '../../../schema/wire.js'
import { type Api, problemOf } from '../api.js'
import { keyOf } from '../graph/node-words.js'
import type { Store } from './store.js'

export type Tasks = ReturnType<typeof makeTasks>

const OVERVIEW_NODES = 80

export function makeTasks(store: Store, api: Api) {
  const { dispatch, get } = store
  let running: AbortController | null = null

  /** Runs what is in the editor; an earlier run that still goes on is stopped first. */
  async function run(): Promise<void> {
    const { query, limit } = get()
    if (query.trim() === '') return overview()
    running?.abort()
    const mine = new AbortController()
    running = mine
    dispatch({ type: 'ran', since: Date.now() })
    try {
      const answer = await api.query(query, limit, mine.signal)
      if (running === mine) dispatch({ type: 'answered', answer })
    } catch (error) {
      if (running === mine) dispatch({ type: 'failed', problem: problemOf(error) })
    } finally {
      if (running === mine) running = null
    }
  }

  function ask(query: string): Promise<void> {
    dispatch({ type: 'typed', query })
    return run()
  }

  function stop(): void {
    running?.abort()
  }

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
      dispatch({ type: 'expanded', graph: await api.neighbours(id, type) })
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

  async function evidence(fact: string): Promise<void> {
    if (get().evidence.get(fact)?.is === 'there') return
    dispatch({ type: 'evidence', fact, asked: { is: 'waiting' } })
    try {
      dispatch({ type: 'evidence', fact, asked: { is: 'there', value: await api.evidence(fact) } })
    } catch (error) {
      dispatch({ type: 'evidence', fact, asked: { is: 'failed', problem: problemOf(error) } })
    }
  }

  async function neighbourCounts(id: string): Promise<void> {
    if (get().neighbourCounts.has(id)) return
    // Counts are a convenience: without them the plain expansion is still there.
    const answer = await api.neighbourCounts(id).catch(() => null)
    if (answer !== null) dispatch({ type: 'neighbourCounts', id, counts: answer.counts })
  }

  /** Opens a document, with a quote in view when one is given. */
  async function openDocument(id: string, quote: { start: number; end: number } | null): Promise<void> {
    const open = get().document
    if (open?.id === id && open.text.is === 'there') {
      dispatch({ type: 'document', id, text: open.text, quote })
      return
    }
    dispatch({ type: 'document', id, text: { is: 'waiting' }, quote })
    try {
      const value = await api.document(id)
      if (get().document?.id === id)
        dispatch({ type: 'document', id, text: { is: 'there', value }, quote: get().document?.quote ?? null })
    } catch (error) {
      if (get().document?.id === id)
        dispatch({ type: 'document', id, text: { is: 'failed', problem: problemOf(error) }, quote })
    }
  }

  return { run, ask, stop, overview, expand, show, evidence, neighbourCounts, openDocument }
}
