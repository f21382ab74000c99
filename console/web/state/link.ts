// The address of what is shown: a saved view by its id, or a query and how its answer is looked at. In: the state, or the part
// of an address after `#`. Out: that part, or what it asks for. Pure.

import { keyOf } from '../graph/node-words.js'
import { DATE } from '../graph/time.js'
import { LAYOUTS, type LayoutName } from './seeing.js'
import type { Quote, Selection, State, View } from './state.js'

/** What an address asks for; ids are `id` properties. */
export type Linked = {
  /** The day whose graph it is of; null for today's. */
  day: string | null
  document: { id: string; quote: Quote | null; at: number | undefined } | null
} & (
  | { view: string }
  | {
      query: string
      /** What stands in the editor, not yet asked; null for the query itself. */
      draft: string | null
      /** The first line in sight of the table or the JSON. */
      top: number
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
)

const TABS: readonly View[] = ['summary', 'graph', 'table', 'json']
/** An address holds so many names; a saved view holds them all. */
const MOST_NAMES = 40
/** And a draft of so many characters. */
const MOST_DRAFT = 4000

const isDate = (text: string): boolean => DATE.exec(text)?.[0] === text

/** '' for the first page as it opens. */
export function linkOf(state: State): string {
  const { keeping, seeing, selection, drawn } = state
  const link = new URLSearchParams()
  if (keeping.shown !== null) {
    link.set('view', keeping.shown.id)
    linkAround(state, link)
    return link.toString()
  }
  if (keeping.asked !== '') {
    link.set('q', keeping.asked)
    link.set('n', String(state.limit))
  }
  if (state.query !== keeping.asked && state.query.length <= MOST_DRAFT) link.set('draft', state.query)
  for (const { name, text } of state.asking.parameters) if (name !== '') link.set(`$${name}`, text)
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
  if (state.asking.top > 0) link.set('top', String(state.asking.top))
  linkAround(state, link)
  return link.toString()
}

/** What lies beside or beneath the drawing: the day, the document that is open and how far it was read. */
function linkAround({ document, believing }: State, link: URLSearchParams): void {
  if (believing.day?.is === 'open') link.set('day', believing.day.answer.day)
  if (document === null) return
  link.set('doc', document.id)
  if (document.quote !== null) link.set('quote', `${document.quote.start}-${document.quote.end}`)
  const at = believing.scrolled.get(document.id)
  if (at !== undefined) link.set('read', at.toFixed(3))
}

function readAround(link: URLSearchParams): Pick<Linked, 'day' | 'document'> {
  const [day, id] = [link.get('day'), link.get('doc')]
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(link.get('quote') ?? '') ?? []
  const at = Number.parseFloat(link.get('read') ?? '')
  return {
    day: day !== null && isDate(day) ? day : null,
    document:
      id === null
        ? null
        : {
            id,
            quote: start === undefined ? null : { start: Number(start), end: Number(end) },
            at: at >= 0 && at <= 1 ? at : undefined,
          },
  }
}

/** What an address asks for; null for none. What it says that cannot be is passed over. */
export function readLink(hash: string): Linked | null {
  const link = new URLSearchParams(hash.replace(/^#/, ''))
  if ([...link.keys()].length === 0) return null
  const around = readAround(link)
  const view = link.get('view')
  if (view !== null) return { view, ...around }
  const limit = Number(link.get('n'))
  const [from = '', to = ''] = link.get('time')?.split('..') ?? []
  const kind = link.has('node') ? 'node' : 'edge'
  const id = link.get(kind)
  const top = Number(link.get('top'))
  return {
    ...around,
    query: link.get('q') ?? '',
    draft: link.get('draft'),
    top: Number.isInteger(top) && top > 0 ? top : 0,
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
