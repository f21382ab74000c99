// The keys of the canvas, as rows of the one table of keys. In: a press and the state. Out: actions. What only the canvas itself can
// do (walk, step through neighbours, call the menu) stands here without `does`, so that it is printed.
import { chosenNodes, LAYOUTS } from '../state/seeing.js'
import type { Key, Reach } from './keys.js'

/** Told to the find box through an event: where the focus is, is no part of the state. */
export const FIND_BOX = 'graph-find'

const onChosen =
  (act: (nodes: string[], reach: Reach) => unknown) =>
  (reach: Reach): unknown => {
    const nodes = chosenNodes(reach.state)
    return nodes.length === 0 ? false : act(nodes, reach)
  }

export const GRAPH_KEYS: readonly Key[] = [
  { on: [], shown: 'n  N', says: 'keys.neighbours', group: 'graph' },
  { on: [], shown: '↵', says: 'keys.goThere', group: 'graph' },
  { on: [], shown: 'm', says: 'keys.menu', group: 'graph' },
  { on: [], shown: '+  −', says: 'keys.zoom', group: 'graph' },
  {
    on: ['e'],
    shown: 'e',
    says: 'keys.expand',
    group: 'graph',
    does: onChosen((nodes, { state, tasks }) =>
      Promise.all(
        nodes.map((id) => {
          const node = state.drawn.nodes.get(id)
          return node === undefined ? undefined : tasks.expand(node)
        }),
      ),
    ),
  },
  {
    on: ['c'],
    shown: 'c',
    says: 'keys.collapse',
    group: 'graph',
    does: onChosen((nodes, { dispatch }) => {
      for (const node of nodes) dispatch({ type: 'see/collapsed', node })
    }),
  },
  {
    on: ['h'],
    shown: 'h',
    says: 'keys.hide',
    group: 'graph',
    does: onChosen((nodes, { dispatch }) => dispatch({ type: 'see/hid', nodes })),
  },
  {
    on: ['h'],
    shift: true,
    shown: 'H',
    says: 'keys.keepOnly',
    group: 'graph',
    does: onChosen((nodes, { dispatch }) => dispatch({ type: 'see/keptOnly', nodes })),
  },
  {
    on: ['p'],
    shown: 'p',
    says: 'keys.pin',
    group: 'graph',
    does: onChosen((nodes, { dispatch }) => dispatch({ type: 'see/pinned', nodes })),
  },
  {
    on: ['x'],
    shown: 'x',
    says: 'keys.pick',
    group: 'graph',
    does: ({ state, dispatch }) =>
      state.selection?.kind === 'node' && dispatch({ type: 'see/picked', nodes: [state.selection.id], how: 'toggle' }),
  },
  {
    on: ['i'],
    shown: 'i',
    says: 'keys.invert',
    group: 'graph',
    does: ({ dispatch }) => dispatch({ type: 'see/inverted' }),
  },
  {
    on: ['z'],
    shown: 'z',
    says: 'keys.undo',
    group: 'graph',
    does: ({ state, dispatch }) => state.seeing.past.length > 0 && dispatch({ type: 'see/undid' }),
  },
  {
    on: ['z'],
    shift: true,
    shown: 'Z',
    says: 'keys.redo',
    group: 'graph',
    does: ({ state, dispatch }) => state.seeing.future.length > 0 && dispatch({ type: 'see/redid' }),
  },
  {
    on: ['l'],
    shown: 'l',
    says: 'keys.layout',
    group: 'graph',
    does: ({ state, dispatch }) => {
      const next = LAYOUTS[(LAYOUTS.indexOf(state.seeing.layout) + 1) % LAYOUTS.length] ?? 'force'
      return dispatch({ type: 'see/laid', layout: next })
    },
  },
  {
    on: ['g'],
    shown: 'g',
    says: 'keys.clusters',
    group: 'graph',
    does: ({ dispatch }) => dispatch({ type: 'see/clustered' }),
  },
  {
    on: ['s'],
    shown: 's',
    says: 'keys.find',
    group: 'graph',
    does: () => document.getElementById(FIND_BOX)?.focus(),
  },
]
