// Every key of the page, in one table: the sheet behind `?` prints it and useKeys obeys it. In: key presses. Out: actions.
// A key that a part handles by itself (arrows on the canvas, the editor's own) stands here without `does`, so that it is printed.
import { useEffect, useRef } from 'react'
import type { Action, State, View } from '../state/state.js'
import type { Tasks } from '../state/tasks.js'
import type { Word } from '../words.js'
import { BELIEVING_KEYS } from './believing-keys.js'
import { useConsole } from './console.js'
import { GRAPH_KEYS } from './graph-keys.js'

/** What a key may use. */
export interface Reach {
  state: State
  dispatch: (action: Action) => void
  tasks: Tasks
  event: KeyboardEvent
}

export interface Key {
  /** The values of `event.key` it answers to; letters in lower case. */
  on: readonly string[]
  /** With Ctrl or ⌘ held; such a key works inside a field too. */
  ctrl?: true
  shift?: true
  /** Works inside a field without Ctrl. */
  inField?: true
  /** As printed on the sheet. */
  shown: string
  says: Word
  group: KeyGroup
  /** @returns false when it has nothing to do now; the browser then keeps the key */
  does?: (reach: Reach) => unknown
}

export const KEY_GROUPS = ['everywhere', 'ask', 'graph', 'believe'] as const
export type KeyGroup = (typeof KEY_GROUPS)[number]

/** Told to the canvas through an event: where the camera looks is no part of the state. */
export const FIT = 'wentu:fit'

const view =
  (to: View) =>
  ({ dispatch }: Reach) =>
    dispatch({ type: 'viewed', view: to })

export const KEYS: readonly Key[] = [
  {
    on: ['/'],
    shown: '/',
    says: 'keys.search',
    group: 'everywhere',
    does: () => document.getElementById('search')?.focus(),
  },
  { on: ['Escape'], inField: true, shown: 'Esc', says: 'keys.escape', group: 'everywhere', does: stopOrClose },
  { on: ['0'], shown: '0', says: 'view.summary', group: 'everywhere', does: view('summary') },
  {
    on: ['?'],
    shown: '?',
    says: 'keys.sheet',
    group: 'everywhere',
    does: ({ state, dispatch }) => dispatch({ type: 'keep/keySheet', open: !state.keeping.keySheet }),
  },
  { on: ['1'], shown: '1', says: 'view.graph', group: 'everywhere', does: view('graph') },
  { on: ['2'], shown: '2', says: 'view.table', group: 'everywhere', does: view('table') },
  { on: ['3'], shown: '3', says: 'view.json', group: 'everywhere', does: view('json') },
  { on: ['4'], shown: '4', says: 'view.plan', group: 'everywhere', does: view('plan') },
  { on: ['enter'], ctrl: true, shown: 'Ctrl/⌘ ↵', says: 'keys.run', group: 'ask', does: ({ tasks }) => tasks.run() },
  { on: [], shown: 'Ctrl Space', says: 'keys.complete', group: 'ask' },
  { on: [], shown: 'F8', says: 'keys.doubt', group: 'ask' },
  { on: [], shown: 'Ctrl/⌘ C', says: 'table.copyCell', group: 'ask' },
  { on: [], shown: 'Ctrl/⌘ ⇧ C', says: 'table.copyRow', group: 'ask' },
  { on: [], shown: '← ↑ → ↓', says: 'keys.walk', group: 'graph' },
  { on: [], shown: '← → Home End', says: 'keys.brush', group: 'graph' },
  { on: ['f'], shown: 'f', says: 'keys.fit', group: 'graph', does: () => window.dispatchEvent(new Event(FIT)) },
  ...GRAPH_KEYS,
  ...BELIEVING_KEYS,
]

function stopOrClose({ state, dispatch, tasks, event }: Reach): void {
  if (state.run.is === 'running') tasks.stop()
  else if (isField(event.target)) event.target.blur()
  else if (state.believing.review !== null) dispatch({ type: 'believe/review', review: null })
  else if (state.document !== null) dispatch({ type: 'closedDocument' })
  else if (state.selection === null && state.seeing.picked.size > 0)
    dispatch({ type: 'see/picked', nodes: [], how: 'set' })
  else dispatch({ type: 'selected', selection: null })
}

function isField(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** The row of the table that a press is of. */
export function keyOfPress(
  press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  field: boolean,
): Key | undefined {
  if (press.altKey) return undefined
  const ctrl = press.ctrlKey || press.metaKey
  // A letter is told with Shift; `?` and the like carry theirs in the character.
  const letter = press.key.length === 1 && press.key.toLowerCase() !== press.key.toUpperCase()
  return KEYS.find(
    (key) =>
      key.on.some((name) => name.toLowerCase() === press.key.toLowerCase()) &&
      (key.ctrl === true) === ctrl &&
      (!letter || (key.shift === true) === press.shiftKey) &&
      (!field || key.ctrl === true || key.inField === true),
  )
}

export function useKeys(): void {
  const { state, dispatch, tasks } = useConsole()
  // A key pressed as soon as something is seen is about what is seen: effects run later than that.
  const latest = useRef(state)
  latest.current = state
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      // What lies above the page has its keys to itself; Escape closes it.
      if (document.querySelector('dialog[open], :popover-open') !== null) return
      const key = keyOfPress(event, isField(event.target))
      if (key?.does === undefined || key.does({ state: latest.current, dispatch, tasks, event }) === false) return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [dispatch, tasks])
}
