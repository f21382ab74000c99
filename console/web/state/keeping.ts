// What is known of the keeping: the whole graph at a glance, saved views, the span of time, the sheet of keys. In: an action
// and the whole state. Out: this slice. Pure.
import type { SchemaAnswer } from '../../../schema/answer.js'
import type { SummaryAnswer, ViewHead } from '../../../schema/keeping.js'
import type { Action, Asked, State } from './state.js'

export interface Keeping {
  /** null until it is first looked at. */
  summary: Asked<SummaryAnswer> | null
  schema: Asked<SchemaAnswer> | null
  views: readonly ViewHead[]
  /** The saved view that is shown, as long as nothing else was asked. */
  shown: { id: string; name: string } | null
  /** The query whose answer is shown; '' on the first page. */
  asked: string
  keySheet: boolean
}

/** Types begin with `keep/`. */
export type KeepAction =
  | { type: 'keep/summary'; asked: Asked<SummaryAnswer> }
  | { type: 'keep/schema'; asked: Asked<SchemaAnswer> }
  | { type: 'keep/views'; views: readonly ViewHead[] }
  | { type: 'keep/shown'; view: { id: string; name: string } | null }
  | { type: 'keep/keySheet'; open: boolean }
  | { type: 'keep/stale' }

export const FIRST_KEEPING: Keeping = {
  summary: null,
  schema: null,
  views: [],
  shown: null,
  asked: '',
  keySheet: false,
}

/** The slice after an action; `state` is what the other parts made of it. */
export function reduceKeeping(keeping: Keeping, action: Action, state: State): Keeping {
  switch (action.type) {
    case 'keep/summary':
      return { ...keeping, summary: action.asked }
    case 'keep/schema':
      return { ...keeping, schema: action.asked }
    case 'keep/views':
      return { ...keeping, views: action.views }
    case 'keep/shown':
      return { ...keeping, shown: action.view }
    case 'keep/keySheet':
      return { ...keeping, keySheet: action.open }
    // The graph is another one: its figures are asked for again.
    case 'keep/stale':
    case 'believe/judged':
      return { ...keeping, summary: null, schema: null }
    // A new drawing is not the saved view any more.
    case 'answered':
      return { ...keeping, shown: null, asked: state.query }
    case 'overviewed':
      return { ...keeping, shown: null, asked: '' }
    default:
      return keeping
  }
}
