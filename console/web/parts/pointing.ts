// What the pointer rests on, wherever that is: on the canvas or on a mark in a text. In: a thing by its `id` property. Out: the same to
// whoever shows it too. Beside the state, since it changes with every move of a hand and only two parts want to know.
import { useSyncExternalStore } from 'react'

export interface Pointed {
  kind: 'node' | 'edge'
  /** The `id` property of the entity or the fact. */
  key: string
  on: 'canvas' | 'text'
}

let pointed: Pointed | null = null
const listeners = new Set<() => void>()

/** Says what is pointed at; null when nothing is. */
export function pointAt(thing: Pointed | null): void {
  if (pointed?.key === thing?.key && pointed?.kind === thing?.kind && pointed?.on === thing?.on) return
  pointed = thing
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePointed(): Pointed | null {
  return useSyncExternalStore(listen, () => pointed)
}
