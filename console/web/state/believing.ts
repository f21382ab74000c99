// What is known of the believing: evidence, documents, judgements, paths. In: an action and the whole state. Out: this slice. Pure.
import type { Action, State } from './state.js'

export type Believing = Readonly<Record<never, never>>
/** Types begin with `believe/`. */
export type BelieveAction = never

export const FIRST_BELIEVING: Believing = {}

/** The slice after an action; `state` is what the other parts made of it. */
export function reduceBelieving(believing: Believing, _action: Action, _state: State): Believing {
  return believing
}
