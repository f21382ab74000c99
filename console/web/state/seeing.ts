// What is known of the seeing: layout, places, pins, looks by type. In: an action and the whole state. Out: the state. Pure.
//
// What makes a drawing again is plain data. All ids are those of `drawn` (the engine's), so a view kept for longer has to turn
// them into the `id` property of the node (graph/node-words.ts keyOf) and back:
//   state.drawn                      what is on the canvas
//   state.hiddenNodes, hiddenTypes   sets of ids and of entity types that are not shown
//   state.seeing.layout              'force' | 'layers' | 'circle' | 'time'
//   state.seeing.places              Map of id to {x, y}; written when a layout or a drag ends
//   state.seeing.pinned              set of ids whose place no layout changes
//   state.seeing.hiddenEdges         set of ids of edges that are not shown (the date brush sets it)
import type { Action, State } from './state.js'

export type LayoutName = 'force' | 'layers' | 'circle' | 'time'

export interface Place {
  x: number
  y: number
}

export interface Seeing {
  layout: LayoutName
  places: ReadonlyMap<string, Place>
  pinned: ReadonlySet<string>
  hiddenEdges: ReadonlySet<string>
}

export type SeeAction =
  | { type: 'see/placed'; places: ReadonlyMap<string, Place> }
  | { type: 'see/edgesHidden'; edges: ReadonlySet<string> }

export const FIRST_SEEING: Seeing = {
  layout: 'force',
  places: new Map(),
  pinned: new Set(),
  hiddenEdges: new Set(),
}

/** The state after an action; the canvas is the one slice that also changes what is drawn. */
export function reduceSeeing(state: State, action: Action): State {
  switch (action.type) {
    case 'see/placed':
      return { ...state, seeing: { ...state.seeing, places: action.places } }
    case 'see/edgesHidden':
      return { ...state, seeing: { ...state.seeing, hiddenEdges: action.edges } }
    default:
      return state
  }
}
