// Between the state and a view that is kept: the engine's ids become `id` properties, which live longer, and come back.
// In: the state, or a kept view and what the graph still holds of it. Out: a view, or a drawing. Pure.
import type { GraphAnswer } from '../../../schema/answer.js'
import type { View as KeptView } from '../../../schema/keeping.js'
import { keyOf } from '../graph/node-words.js'
import { type KeptDrawing, LAYOUTS } from './seeing.js'
import type { Drawn, Selection, State, View } from './state.js'

const TABS: readonly View[] = ['summary', 'graph', 'table', 'json']

/** What is on the screen, to be kept. What bears no `id` property cannot be found again and is left out. */
export function keepView(state: State): KeptView {
  const { drawn, seeing, selection } = state
  const keys = new Map<string, string>()
  for (const thing of [...drawn.nodes.values(), ...drawn.edges.values()]) {
    const key = keyOf(thing)
    if (key !== undefined) keys.set(thing.id, key)
  }
  const named = (ids: Iterable<string>): string[] => [...ids].flatMap((id) => keys.get(id) ?? [])
  const chosen = selection === null ? undefined : keys.get(selection.id)
  return {
    query: state.keeping.asked,
    params: Object.fromEntries(state.asking.parameters.map(({ name, text }) => [name, text])),
    limit: state.limit,
    tab: state.view,
    pieces: { nodes: named(drawn.nodes.keys()), edges: named(drawn.edges.keys()) },
    positions: Object.fromEntries(
      [...seeing.places].flatMap(([id, { x, y }]) => {
        const key = drawn.nodes.has(id) ? keys.get(id) : undefined
        return key === undefined ? [] : [[key, [round(x), round(y)] as [number, number]]]
      }),
    ),
    hidden: named(state.hiddenNodes),
    hiddenTypes: [...state.hiddenTypes],
    hiddenRelations: [...seeing.hiddenRelations],
    pinned: named(seeing.pinned),
    layout: seeing.layout,
    brush: seeing.brush,
    selection: selection === null || chosen === undefined ? null : { kind: selection.kind, id: chosen },
  }
}

/** Hundredths are finer than any screen, and half the size of the file. */
const round = (value: number): number => Math.round(value * 100) / 100

/** A kept view as a drawing again: what the graph still holds of its pieces, and what of the answer bears no name. */
export function drawKept(
  view: KeptView,
  pieces: GraphAnswer,
  answered: Drawn,
): { drawing: KeptDrawing; selection: Selection | null; tab: View } {
  const nodes = new Map([...answered.nodes].filter(([, node]) => keyOf(node) === undefined))
  for (const node of pieces.nodes) nodes.set(node.id, node)
  const edges = new Map(
    [...answered.edges].filter(([, edge]) => keyOf(edge) === undefined && nodes.has(edge.start) && nodes.has(edge.end)),
  )
  for (const edge of pieces.relationships) edges.set(edge.id, edge)
  const ids = new Map<string, string>()
  for (const thing of [...nodes.values(), ...edges.values()]) {
    const key = keyOf(thing)
    if (key !== undefined) ids.set(key, thing.id)
  }
  const found = (keys: readonly string[]): Set<string> => new Set(keys.flatMap((key) => ids.get(key) ?? []))
  const chosen = view.selection === null ? undefined : ids.get(view.selection.id)
  const drawing: KeptDrawing = {
    drawn: { nodes, edges },
    drawnFrom: { overview: view.query === '', partial: false },
    hiddenNodes: found(view.hidden),
    hiddenTypes: new Set(view.hiddenTypes),
    hiddenRelations: new Set(view.hiddenRelations),
    layout: LAYOUTS.find((layout) => layout === view.layout) ?? 'force',
    pinned: found(view.pinned),
    brush: view.brush,
    places: new Map(
      Object.entries(view.positions).flatMap(([key, [x, y]]) => {
        const id = ids.get(key)
        return id === undefined ? [] : [[id, { x, y }]]
      }),
    ),
  }
  return {
    drawing,
    selection: view.selection === null || chosen === undefined ? null : { kind: view.selection.kind, id: chosen },
    tab: TABS.find((tab) => tab === view.tab) ?? 'graph',
  }
}
