// What can be undone and redone on the canvas. In: the state before and after an action. Out: the state with its past. Pure.
import type { Drawing } from './seeing.js'
import type { Action, State } from './state.js'

/** What a user does to a drawing; what the page does by itself (a layout that comes to rest) is not undone. */
const UNDOABLE: ReadonlySet<Action['type']> = new Set<Action['type']>([
  'expanded',
  'found',
  'toggledType',
  'hid',
  'unhid',
  'see/brushed',
  'see/dragged',
  'see/laid',
  'see/onlyType',
  'see/toggledRelation',
  'see/onlyRelation',
  'see/hid',
  'see/keptOnly',
  'see/pinned',
  'see/collapsed',
  'see/picked',
  'see/inverted',
])
const MOST = 100

function drawingOf({ drawn, drawnFrom, hiddenTypes, hiddenNodes, seeing }: State): Drawing {
  const { layout, places, pinned, picked, hiddenRelations, brought, brush } = seeing
  return { drawn, drawnFrom, hiddenTypes, hiddenNodes, layout, places, pinned, picked, hiddenRelations, brought, brush }
}

/** The state after an action, with the drawing before it kept when the action can be undone and changed anything. */
export function remember(before: State, after: State, action: Action): State {
  if (!UNDOABLE.has(action.type)) return after
  const [was, is] = [drawingOf(before), drawingOf(after)]
  if ((Object.keys(was) as (keyof Drawing)[]).every((key) => was[key] === is[key])) return after
  const past = [...before.seeing.past, was].slice(-MOST)
  return { ...after, seeing: { ...after.seeing, past, future: [] } }
}

/** One drawing back, or one forward again. */
export function step(state: State, back: boolean): State {
  const { past, future } = state.seeing
  const to = back ? past.at(-1) : future.at(-1)
  if (to === undefined) return state
  const { drawn, drawnFrom, hiddenTypes, hiddenNodes, ...seen } = to
  const here = drawingOf(state)
  const { selection } = state
  const there = selection === null || drawn.nodes.has(selection.id) || drawn.edges.has(selection.id)
  return {
    ...state,
    drawn,
    drawnFrom,
    hiddenTypes,
    hiddenNodes,
    selection: there ? selection : null,
    seeing: {
      ...state.seeing,
      ...seen,
      past: back ? past.slice(0, -1) : [...past, here],
      future: back ? [...future, here] : future.slice(0, -1),
    },
  }
}
