// Holds the one state. In: actions. Out: the state, and a call to whoever listens. Must not know what an action means.
import { reduce } from './reduce.js'
import type { Action, State } from './state.js'

export interface Store {
  get(): State
  dispatch(action: Action): void
  listen(listener: () => void): () => void
}

export function makeStore(first: State): Store {
  let state = first
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    dispatch: (action) => {
      state = reduce(state, action)
      for (const listener of listeners) listener()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
