// What is known of the seeing: layout, places, pins, looks by type, what can be undone. In: an action and the state before it.
// Out: the state. Pure.
//
// What makes a drawing again is plain data. All ids are those of `drawn` (the engine's), so a view kept for longer has to turn
// them into the `id` property of the node (graph/node-words.ts keyOf) and back:
//   state.drawn                      what is on the canvas
//   state.hiddenNodes, hiddenTypes   sets of ids and of entity types that are not shown
//   state.seeing.layout              'force' | 'layers' | 'circle' | 'time'
//   state.seeing.places              Map of id to {x, y}, y upwards; written when a layout or a drag ends
//   state.seeing.pinned              set of ids whose place no layout changes
//   state.seeing.brush               the span of days that edges have to touch; hiddenEdges follows from it
//   state.seeing.hiddenRelations     set of relation types that are not shown
//   state.seeing.look                colours, sizes, captions by type; by what nodes are sized
// To bring a kept drawing back: {type: 'see/restored', drawing}; what has a place there is not laid out anew.

import type { GraphAnswer } from '../../../schema/answer.js'
import type { Brush } from '../../../schema/keeping.js'
import { typeOf } from '../graph/node-words.js'
import { type Brought, collapse, expansionOf } from './expansion.js'
import { remember, step } from './history.js'
import { redraw } from './redrawing.js'
import type { Action, Drawn, State } from './state.js'

export const LAYOUTS = ['force', 'layers', 'circle', 'time'] as const
export type LayoutName = (typeof LAYOUTS)[number]

export interface Place {
  x: number
  y: number
}

/** What a user chose for a type of node; what is absent is as the palette says. */
export interface TypeLook {
  colour?: string
  /** 1 is the usual size. */
  size?: number
  /** The property that is written beside the node. */
  caption?: string
}

export interface Look {
  types: Readonly<Record<string, TypeLook>>
  /** A numeric property, or '' for the degree. */
  sizeBy: string
  minimap: boolean
}

/** What can be undone: it is swapped whole. */
export interface Drawing {
  drawn: Drawn
  drawnFrom: State['drawnFrom']
  hiddenTypes: ReadonlySet<string>
  hiddenNodes: ReadonlySet<string>
  layout: LayoutName
  places: ReadonlyMap<string, Place>
  pinned: ReadonlySet<string>
  picked: ReadonlySet<string>
  hiddenRelations: ReadonlySet<string>
  brought: ReadonlyMap<string, Brought>
  /** The span of days that edges have to touch; null lets all through. */
  brush: Brush | null
}

export interface Seeing extends Omit<Drawing, 'drawn' | 'drawnFrom' | 'hiddenTypes' | 'hiddenNodes'> {
  /** Grows when a layout is asked for; the canvas lays out once for each number. */
  turn: number
  hiddenEdges: ReadonlySet<string>
  look: Look
  clusters: boolean
  /** What is looked for in the drawn graph. */
  find: string
  past: readonly Drawing[]
  future: readonly Drawing[]
}

/** A drawing that was kept; what is absent stays as it is. */
export type KeptDrawing = Partial<Omit<Drawing, 'picked' | 'brought'>> & { look?: Look }

export type SeeAction =
  | { type: 'see/placed'; places: ReadonlyMap<string, Place> }
  | { type: 'see/dragged'; places: ReadonlyMap<string, Place> }
  | { type: 'see/laid'; layout: LayoutName }
  | { type: 'see/edgesHidden'; edges: ReadonlySet<string> }
  | { type: 'see/brushed'; brush: Brush | null }
  | { type: 'see/onlyType'; of: string }
  | { type: 'see/toggledRelation'; of: string }
  | { type: 'see/onlyRelation'; of: string }
  | { type: 'see/hid'; nodes: readonly string[] }
  | { type: 'see/keptOnly'; nodes: readonly string[] }
  | { type: 'see/pinned'; nodes: readonly string[] }
  | { type: 'see/collapsed'; node: string }
  | { type: 'see/picked'; nodes: readonly string[]; how: 'toggle' | 'add' | 'set' }
  | { type: 'see/inverted' }
  | { type: 'see/undid' }
  | { type: 'see/redid' }
  | { type: 'see/looked'; look: Look }
  | { type: 'see/clustered' }
  | { type: 'see/sought'; text: string }
  | { type: 'see/restored'; drawing: KeptDrawing }
  | { type: 'see/redrawn'; graph: GraphAnswer; of: readonly string[] }

const NOTHING: ReadonlySet<string> = new Set()

/** Of a drawing that nobody has touched yet. */
const untouched = () => ({
  places: new Map(),
  pinned: NOTHING,
  picked: NOTHING,
  hiddenEdges: NOTHING,
  hiddenRelations: NOTHING,
  brought: new Map(),
  brush: null,
  find: '',
  past: [],
  future: [],
})

export const FIRST_SEEING: Seeing = {
  ...untouched(),
  layout: 'force',
  turn: 0,
  look: { types: {}, sizeBy: '', minimap: false },
  clusters: false,
}

/** The state after an action; `state` is what reduce.ts already made of it. The canvas alone also changes what is drawn. */
export function reduceSeeing(before: State, state: State, action: Action): State {
  if (action.type === 'see/undid' || action.type === 'see/redid') return step(state, action.type === 'see/undid')
  return remember(before, change(before, state, action), action)
}

function change(before: State, state: State, action: Action): State {
  const { seeing } = state
  const see = (more: Partial<Seeing>): State => ({ ...state, seeing: { ...seeing, ...more } })
  switch (action.type) {
    case 'answered':
    case 'overviewed':
      return see(untouched())
    case 'expanded':
    case 'found': {
      const anchor = action.type === 'found' ? action.id : action.of
      if (anchor === undefined) return state
      return see({ brought: expansionOf(before.drawn, seeing.brought, anchor, action.graph) })
    }
    case 'see/placed':
      return see({ places: action.places })
    case 'see/dragged':
      // Who puts a node somewhere wants it there.
      return see({
        places: new Map([...seeing.places, ...action.places]),
        pinned: new Set([...seeing.pinned, ...action.places.keys()]),
      })
    case 'see/laid':
      return see({ layout: action.layout, turn: seeing.turn + 1 })
    case 'see/brushed':
      return see({ brush: action.brush })
    case 'see/edgesHidden':
      return see({ hiddenEdges: action.edges })
    case 'see/onlyType':
      return { ...state, hiddenTypes: only(action.of, state.hiddenTypes, typesOf(state)) }
    case 'see/toggledRelation':
      return see({ hiddenRelations: toggled(seeing.hiddenRelations, [action.of]) })
    case 'see/onlyRelation':
      return see({ hiddenRelations: only(action.of, seeing.hiddenRelations, relationsOf(state)) })
    case 'see/hid':
      return hide(state, action.nodes)
    case 'see/keptOnly': {
      const kept = new Set(action.nodes)
      return hide(
        state,
        [...state.drawn.nodes.keys()].filter((node) => !kept.has(node)),
      )
    }
    case 'see/pinned': {
      const all = action.nodes.every((node) => seeing.pinned.has(node))
      const others = [...seeing.pinned].filter((node) => !action.nodes.includes(node))
      return see({ pinned: new Set(all ? others : [...others, ...action.nodes]) })
    }
    case 'see/collapsed': {
      const { drawn, brought } = collapse(state.drawn, seeing.brought, action.node)
      const { selection } = state
      const there = selection === null || drawn.nodes.has(selection.id) || drawn.edges.has(selection.id)
      return { ...state, drawn, selection: there ? selection : null, seeing: { ...seeing, brought } }
    }
    case 'see/picked':
      if (action.how === 'toggle') return see({ picked: toggled(seeing.picked, action.nodes) })
      return see({ picked: new Set(action.how === 'set' ? action.nodes : [...seeing.picked, ...action.nodes]) })
    case 'see/inverted':
      return see({ picked: new Set(shownNodes(state).filter((node) => !seeing.picked.has(node))) })
    case 'see/looked':
      return see({ look: action.look })
    case 'see/clustered':
      return see({ clusters: !seeing.clusters })
    case 'see/sought':
      return see({ find: action.text })
    case 'see/restored':
      return restore(state, action.drawing)
    case 'see/redrawn':
      return redraw(state, action.graph, action.of)
    default:
      return state
  }
}

/** The nodes that are not hidden, one by one or by type. */
export function shownNodes(state: Pick<State, 'drawn' | 'hiddenNodes' | 'hiddenTypes'>): string[] {
  return [...state.drawn.nodes.values()]
    .filter((node) => !state.hiddenNodes.has(node.id) && !state.hiddenTypes.has(typeOf(node)))
    .map((node) => node.id)
}

/** What an action on the selection is about: the picked nodes, or else the one that is selected. */
export function chosenNodes(state: State): string[] {
  const { picked } = state.seeing
  if (picked.size > 0) return [...picked].filter((node) => state.drawn.nodes.has(node))
  return state.selection?.kind === 'node' ? [state.selection.id] : []
}

function hide(state: State, nodes: readonly string[]): State {
  const gone = new Set(nodes)
  const { selection, seeing } = state
  return {
    ...state,
    hiddenNodes: new Set([...state.hiddenNodes, ...nodes]),
    selection: selection !== null && gone.has(selection.id) ? null : selection,
    seeing: { ...seeing, picked: new Set([...seeing.picked].filter((node) => !gone.has(node))) },
  }
}

function restore(state: State, drawing: KeptDrawing): State {
  const { drawn, drawnFrom, hiddenNodes, hiddenTypes, ...rest } = drawing
  return {
    ...state,
    drawn: drawn ?? state.drawn,
    drawnFrom: drawnFrom ?? state.drawnFrom,
    hiddenNodes: hiddenNodes ?? state.hiddenNodes,
    hiddenTypes: hiddenTypes ?? state.hiddenTypes,
    seeing: { ...state.seeing, ...rest, picked: NOTHING, past: [], future: [] },
  }
}

function toggled(set: ReadonlySet<string>, values: readonly string[]): ReadonlySet<string> {
  const next = new Set(set)
  for (const value of values) if (!next.delete(value)) next.add(value)
  return next
}

/** All but one hidden; asked again of the same one, none. */
function only(one: string, hidden: ReadonlySet<string>, all: ReadonlySet<string>): ReadonlySet<string> {
  const others = [...all].filter((value) => value !== one)
  const already = !hidden.has(one) && others.every((value) => hidden.has(value))
  return already ? NOTHING : new Set(others)
}

const typesOf = (state: State): Set<string> => new Set([...state.drawn.nodes.values()].map(typeOf))
const relationsOf = (state: State): Set<string> => new Set([...state.drawn.edges.values()].map((edge) => edge.type))
