// The address of what is shown: a saved view by its id, or a query and how its answer is looked at. In: the state, or the part
// of an address after `#`. Out: that part, or what it asks for. Pure.

import { keyOf } from '../graph/node-words.js'
import { DATE } from '../graph/time.js'
import { LAYOUTS, type LayoutName } from './seeing.js'
import type { Selection, State, View } from './state.js'

/** What an address asks for; ids are `id` properties. */
export type Linked =
  | { view: string }
  | {
      query: string
      limit: number
      /** As they were typed. */
      params: Record<string, string>
      tab: View
      layout: LayoutName
      brush: { from: string; to: string } | null
      selection: Selection | null
      hidden: string[]
      hiddenTypes: string[]
    }

const TABS: readonly View[] = ['summary', 'graph', 'table', 'json']
/** An address holds so many names; a saved view holds them all. */
const MOST_NAMES = 40

const isDate = (text: string): boolean => DATE.exec(text)?.[0] === text

/** '' for the first page as it opens. */
export function linkOf(state: State): string {
  const { keeping, seeing, selection, drawn } = state
  if (keeping.shown !== null) return `view=${keeping.shown.id}`
  const link = new URLSearchParams()
  if (keeping.asked !== '') {
    link.set('q', keeping.asked)
    link.set('n', String(state.limit))
    for (const { name, text } of state.asking.parameters) link.set(`$${name}`, text)
  }
  if (state.view !== 'graph') link.set('tab', state.view)
  if (seeing.layout !== 'force') link.set('layout', seeing.layout)
  if (seeing.brush !== null) link.set('time', `${seeing.brush.from}..${seeing.brush.to}`)
  const thing =
    selection === null ? undefined : (selection.kind === 'node' ? drawn.nodes : drawn.edges).get(selection.id)
  const key = thing === undefined ? undefined : keyOf(thing)
  if (selection !== null && key !== undefined) link.set(selection.kind, key)
  for (const id of [...state.hiddenNodes].slice(0, MOST_NAMES)) {
    const node = drawn.nodes.get(id)
    const hidden = node === undefined ? undefined : keyOf(node)
    if (hidden !== undefined) link.append('hide', hidden)
  }
  for (const type of state.hiddenTypes) link.append('without', type)
  return link.toString()
}

/** What an address asks for; null for none. What it says that cannot be is passed over. */
export function readLink(hash: string): Linked | null {
  const link = new URLSearchParams(hash.replace(/^#/, ''))
  if ([...link.keys()].length === 0) return null
  const view = link.get('view')
  if (view !== null) return { view }
  const limit = Number(link.get('n'))
  const [from = '', to = ''] = link.get('time')?.split('..') ?? []
  const kind = link.has('node') ? 'node' : 'edge'
  const id = link.get(kind)
  return {
    query: link.get('q') ?? '',
    limit: Number.isInteger(limit) && limit > 0 ? Math.min(limit, 100_000) : 1000,
    params: Object.fromEntries(
      [...link].flatMap(([name, text]) => (name.startsWith('$') ? [[name.slice(1), text]] : [])),
    ),
    tab: TABS.find((tab) => tab === link.get('tab')) ?? 'graph',
    layout: LAYOUTS.find((layout) => layout === link.get('layout')) ?? 'force',
    brush: isDate(from) && isDate(to) ? { from, to } : null,
    selection: id === null ? null : { kind, id },
    hidden: link.getAll('hide'),
    hiddenTypes: link.getAll('without'),
  }
}
