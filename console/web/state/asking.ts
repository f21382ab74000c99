// What is known of the asking: the editor, its history, the rows. In: an action and the whole state. Out: this slice. Pure.
import type { Action, State } from './state.js'

export type Asking = Readonly<Record<never, never>>
/** Types begin with `ask/`. */
export type AskAction = never

export const FIRST_ASKING: Asking = {}

/** The slice after an action; `state` is what the other parts made of it. */
export function reduceAsking(asking: Asking, _action: Action, _state: State): Asking {
  return asking
}
