// What is known of the keeping: saved views, the span of time, what is exported. In: an action and the whole state. Out: this slice. Pure.
import type { Action, State } from './state.js'

export type Keeping = Readonly<Record<never, never>>
/** Types begin with `keep/`. */
export type KeepAction = never

export const FIRST_KEEPING: Keeping = {}

/** The slice after an action; `state` is what the other parts made of it. */
export function reduceKeeping(keeping: Keeping, _action: Action, _state: State): Keeping {
  return keeping
}
