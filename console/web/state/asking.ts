// What is known of the asking: the editor, its history, the rows. In: an action and the whole state. Out: this slice. Pure.
import type { QueryAnswer, VocabularyAnswer } from '../../../schema/answer.js'
import type { History, SavedQueries } from '../../../schema/saved-query.js'
import type { Action, Problem, State, View } from './state.js'

/** A value for `$name`, as JSON text, as it was typed. */
export interface Parameter {
  name: string
  text: string
}

/** What came of one statement of a run; `start` is its place in the editor's text. */
export interface Outcome {
  cypher: string
  start: number
  answer?: QueryAnswer
  problem?: Problem
}

/** What the side on the left shows. */
export type AskTab = 'ask' | 'history' | 'saved' | 'model'

export interface Asking {
  readonly tab: AskTab
  /** Milliseconds after which the engine gives a statement up. */
  readonly timeoutMs: number
  readonly parameters: readonly Parameter[]
  /** Of the last run, in the order of the text; a statement that was not reached is not among them. */
  readonly outcomes: readonly Outcome[]
  /** Which of them is shown. */
  readonly shown: number
  /** What is being done now: which statement of how many, and its rows so far. */
  readonly progress: { statement: number; of: number; rows: number } | null
  readonly vocabulary: VocabularyAnswer | null
  readonly saved: SavedQueries | null
  readonly history: History | null
  /** The first line in sight of the table or the JSON; each begins at the top of another answer. */
  readonly top: number
}

/** Types begin with `ask/`. */
export type AskAction =
  | { type: 'ask/tab'; tab: AskTab }
  | { type: 'ask/timeout'; ms: number }
  | { type: 'ask/parameters'; parameters: readonly Parameter[] }
  | { type: 'ask/progress'; statement: number; of: number; rows: number }
  | { type: 'ask/outcome'; outcome: Outcome }
  | { type: 'ask/chose'; index: number }
  | { type: 'ask/vocabulary'; vocabulary: VocabularyAnswer }
  | { type: 'ask/saved'; saved: SavedQueries }
  | { type: 'ask/history'; history: History }
  | { type: 'ask/scrolled'; of: View; top: number }

export const FIRST_ASKING: Asking = {
  tab: 'ask',
  timeoutMs: 30_000,
  parameters: [],
  outcomes: [],
  shown: 0,
  progress: null,
  vocabulary: null,
  saved: null,
  history: null,
  top: 0,
}

/** The slice after an action; `state` is what the other parts made of it. */
export function reduceAsking(asking: Asking, action: Action, state: State): Asking {
  switch (action.type) {
    case 'ran':
      return { ...asking, outcomes: [], shown: 0, progress: null, top: 0 }
    case 'answered':
    case 'planned':
    case 'failed':
      return { ...asking, progress: null }
    case 'overviewed':
      return { ...asking, outcomes: [], shown: 0, top: 0 }
    case 'viewed':
      // A line of the JSON is no row of the table.
      return { ...asking, top: 0 }
    case 'ask/scrolled':
      return action.of === state.view ? { ...asking, top: action.top } : asking
    case 'ask/tab':
      return { ...asking, tab: action.tab }
    case 'ask/timeout':
      return { ...asking, timeoutMs: action.ms }
    case 'ask/parameters':
      return { ...asking, parameters: action.parameters }
    case 'ask/progress':
      return { ...asking, progress: { statement: action.statement, of: action.of, rows: action.rows } }
    case 'ask/outcome':
      return { ...asking, outcomes: [...asking.outcomes, action.outcome], shown: asking.outcomes.length }
    case 'ask/chose':
      return { ...asking, shown: action.index }
    case 'ask/vocabulary':
      return { ...asking, vocabulary: action.vocabulary }
    case 'ask/saved':
      return { ...asking, saved: action.saved }
    case 'ask/history':
      return { ...asking, history: action.history }
    default:
      return asking
  }
}
