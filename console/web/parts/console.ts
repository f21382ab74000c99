// What every part of the page can reach: the state, the way to change it, the tasks, the words. In: a store. Out: hooks.
import { createContext, use, useSyncExternalStore } from 'react'
import type { State } from '../state/state.js'
import type { Store } from '../state/store.js'
import type { Tasks } from '../state/tasks.js'
import { captionOf, say, type Word } from '../words.js'

interface Console {
  store: Store
  tasks: Tasks
}

export const ConsoleContext = createContext<Console | null>(null)

export function makeConsole(store: Store, tasks: Tasks): Console {
  return { store, tasks }
}

export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string

/** The state and all that can be done with it; a part that uses this is drawn anew when the state changes. */
export function useConsole() {
  const value = use(ConsoleContext)
  if (value === null) throw new Error('A part of the console stands outside it.')
  const { store, tasks } = value
  const state: State = useSyncExternalStore(store.listen, store.get)
  const t: Say = (word, values) => say(state.lang, word, values)
  const caption = (type: string): string => captionOf(state.lang, type)
  return { state, dispatch: store.dispatch, tasks, t, caption }
}
