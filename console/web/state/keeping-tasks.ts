// What takes time in keeping. In: a store and an api. Out: functions a page calls.
import { type Api, problemOf } from '../api.js'
import { keyOf } from '../graph/node-words.js'
import { drawKept, keepView } from './kept-view.js'
import { type Linked, readLink } from './link.js'
import type { Action, Quote } from './state.js'
import type { Store } from './store.js'

/** What other slices lend: how a query is run, and what the first page shows. */
export interface Lent {
  ask: (query: string) => Promise<void>
  overview: () => Promise<void>
  openDocument: (id: string, quote: Quote | null, at?: number) => Promise<void>
  goToDay: (day: string) => Promise<void>
}

export function makeKeepingTasks({ dispatch, get }: Store, api: Api, { ask, overview, openDocument, goToDay }: Lent) {
  /** What goes wrong beside the query is said in a line that can be closed. */
  async function told(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      dispatch({ type: 'noticed', problem: problemOf(error) })
      return false
    }
  }

  /** Asked once; `tell` makes the action of what is known so far. */
  async function askOnce<T>(
    known: { is: string } | null,
    question: () => Promise<T>,
    tell: (asked: { is: 'waiting' } | { is: 'there'; value: T } | ReturnType<typeof failed>) => Action,
  ): Promise<void> {
    if (known?.is === 'there' || known?.is === 'waiting') return
    dispatch(tell({ is: 'waiting' }))
    try {
      dispatch(tell({ is: 'there', value: await question() }))
    } catch (error) {
      dispatch(tell(failed(error)))
    }
  }
  const failed = (error: unknown) => ({ is: 'failed' as const, problem: problemOf(error) })

  /** The whole graph at a glance. */
  const summarise = (): Promise<void> =>
    askOnce(get().keeping.summary, api.summary, (asked) => ({ type: 'keep/summary', asked }))

  /** The model with its counts. */
  const readSchema = (): Promise<void> =>
    askOnce(get().keeping.schema, api.schema, (asked) => ({ type: 'keep/schema', asked }))

  /** Asks whether the graph is still the one of before; if not, its figures are no longer believed. */
  async function lookAgain(): Promise<void> {
    const { counts } = get()
    const now = await api.counts().catch(() => null)
    if (now === null || JSON.stringify(now) === JSON.stringify(counts)) return
    dispatch({ type: 'counted', counts: now })
    dispatch({ type: 'keep/stale' })
  }

  /** Asks all figures anew. */
  async function refresh(): Promise<void> {
    dispatch({ type: 'keep/stale' })
    await countAll()
  }

  async function listViews(): Promise<void> {
    await told(async () => dispatch({ type: 'keep/views', views: (await api.views()).views }))
  }

  /** Keeps what is shown under a name; what was kept under it before is replaced. */
  async function saveView(name: string): Promise<void> {
    await told(async () => {
      const { id } = await api.saveView(name, keepView(get()))
      dispatch({ type: 'keep/shown', view: { id, name } })
      dispatch({ type: 'keep/views', views: (await api.views()).views })
    })
  }

  async function removeView(id: string): Promise<void> {
    await told(async () => {
      dispatch({ type: 'keep/views', views: (await api.removeView(id)).views })
      if (get().keeping.shown?.id === id) dispatch({ type: 'keep/shown', view: null })
    })
  }

  /** Brings a kept view back: its query is asked again, and its drawing is put in the place of the answer's. */
  async function showView(id: string): Promise<boolean> {
    return await told(async () => {
      const { name, view } = await api.view(id)
      dispatch({ type: 'limited', limit: view.limit })
      giveParameters(view.params)
      if (view.query !== '') await ask(view.query)
      else dispatch({ type: 'overviewed', graph: { nodes: [], relationships: [], truncated: false } })
      const pieces = await api.pieces(view.pieces.nodes, view.pieces.edges)
      const { drawing, selection, tab } = drawKept(view, pieces, get().drawn)
      dispatch({ type: 'see/restored', drawing })
      dispatch({ type: 'viewed', view: tab })
      if (selection !== null) dispatch({ type: 'selected', selection })
      dispatch({ type: 'keep/shown', view: { id, name } })
    })
  }

  function giveParameters(params: Readonly<Record<string, string>>): void {
    const parameters = Object.entries(params).map(([name, text]) => ({ name, text }))
    dispatch({ type: 'ask/parameters', parameters })
  }

  /** Opens what an address asks for; the first page when it asks for nothing. */
  async function open(hash: string): Promise<void> {
    const linked = readLink(hash)
    if (linked === null) return overview()
    if (linked.day !== null) await goToDay(linked.day)
    await openDrawing(linked)
    const { document } = linked
    if (document !== null) await openDocument(document.id, document.quote, document.at)
  }

  async function openDrawing(linked: Linked): Promise<void> {
    if ('view' in linked) {
      const [shown] = await Promise.all([showView(linked.view), countAll()])
      // The trouble stays in sight beside the first page.
      const { notice } = get()
      if (!shown) await overview().then(() => dispatch({ type: 'noticed', problem: notice }))
      return
    }
    const { query, draft, limit, params } = linked
    dispatch({ type: 'limited', limit })
    giveParameters(params)
    await (query === '' ? overview() : Promise.all([ask(query), countAll()]))
    if (draft !== null) dispatch({ type: 'typed', query: draft })
    look(linked)
  }

  function look(linked: Extract<Linked, { query: string }>): void {
    const { tab, layout, brush, selection, hidden, hiddenTypes, top } = linked
    const { drawn, view } = get()
    const ids = new Map([...drawn.nodes.values(), ...drawn.edges.values()].map((thing) => [keyOf(thing), thing.id]))
    if (layout !== get().seeing.layout) dispatch({ type: 'see/laid', layout })
    dispatch({
      type: 'see/restored',
      drawing: {
        brush,
        hiddenNodes: new Set(hidden.flatMap((key) => ids.get(key) ?? [])),
        hiddenTypes: new Set(hiddenTypes),
      },
    })
    // Rows without nodes chose the table by themselves.
    if (tab !== 'graph' || drawn.nodes.size > 0) dispatch({ type: 'viewed', view: tab })
    else dispatch({ type: 'viewed', view })
    dispatch({ type: 'ask/scrolled', of: get().view, top })
    const chosen = selection === null ? undefined : ids.get(selection.id)
    if (selection !== null && chosen !== undefined)
      dispatch({ type: 'selected', selection: { kind: selection.kind, id: chosen } })
  }

  const countAll = (): Promise<boolean> => told(async () => dispatch({ type: 'counted', counts: await api.counts() }))

  return { summarise, readSchema, lookAgain, refresh, listViews, saveView, removeView, showView, open }
}
