// What is known of the believing: evidence, documents, judgements, paths. In: an action and the whole state. Out: this slice. Pure.
import type {
  ChangesAnswer,
  ClashesAnswer,
  DayAnswer,
  DoubtsAnswer,
  PathsAnswer,
  ReviewAnswer,
  RulesAnswer,
} from '../../../schema/believing.js'
import type { Judgement } from '../../../schema/judgement.js'
import { RELATION_TYPES } from '../../../schema/model.js'
import type { Action, Asked, State } from './state.js'

/** One end of a path that is asked for. */
export interface PathEnd {
  id: string
  type: string
  name: string
}

/** How two things are connected, asked and answered. */
export interface PathSearch {
  from: PathEnd | null
  to: PathEnd | null
  types: ReadonlySet<string>
  found: Asked<PathsAnswer> | null
}

export type ReviewPart = 'pairs' | 'clashes' | 'judgements' | 'changes'

/** The page of what a person is to judge. */
export interface Review {
  part: ReviewPart
  /** Pairs of this type alone. */
  type: string | null
  pairs: Asked<ReviewAnswer> | null
  /** How many of the pairs were passed over. */
  skipped: number
  clashes: Asked<ClashesAnswer> | null
  judgements: Asked<Judgement[]> | null
  changes: Asked<ChangesAnswer> | null
  /** What was judged last, to be undone by key. */
  last: Judgement | null
}

/** The graph of another day: being made, or asked. */
export type Day = { is: 'opening'; day: string; since: number } | { is: 'open'; answer: DayAnswer }

export interface Believing {
  rules: RulesAnswer['rules']
  /** Judgements on facts that are wrong, by the id of the fact. */
  wrong: ReadonlyMap<string, Judgement>
  /** By `fact ID` or `entity ID`. */
  doubts: ReadonlyMap<string, DoubtsAnswer>
  /** Which sentence of the selected edge the arrows are at. */
  statement: number
  /** The document takes the whole middle. */
  whole: boolean
  /** How far each document was scrolled, as a share of its height: it is as high as the panel is wide. */
  scrolled: ReadonlyMap<string, number>
  paths: PathSearch | null
  review: Review | null
  day: Day | null
}

export type BelieveAction =
  | { type: 'believe/rules'; rules: RulesAnswer['rules'] }
  | { type: 'believe/wrong'; wrong: ReadonlyMap<string, Judgement> }
  | { type: 'believe/doubts'; of: string; doubts: DoubtsAnswer }
  | { type: 'believe/stepped'; to: number }
  | { type: 'believe/whole'; whole: boolean }
  | { type: 'believe/scrolled'; document: string; to: number }
  | { type: 'believe/paths'; paths: PathSearch | null }
  | { type: 'believe/review'; review: Review | null }
  | { type: 'believe/day'; day: Day | null }
  | { type: 'believe/judged' }

export const FIRST_BELIEVING: Believing = {
  rules: {},
  wrong: new Map(),
  doubts: new Map(),
  statement: 0,
  whole: false,
  scrolled: new Map(),
  paths: null,
  review: null,
  day: null,
}

export const FIRST_PATHS: PathSearch = { from: null, to: null, types: new Set(RELATION_TYPES), found: null }

export const FIRST_REVIEW: Review = {
  part: 'pairs',
  type: null,
  pairs: null,
  skipped: 0,
  clashes: null,
  judgements: null,
  changes: null,
  last: null,
}

/** The slice after an action; `state` is what the other parts made of it. */
export function reduceBelieving(believing: Believing, action: Action, state: State): Believing {
  switch (action.type) {
    case 'believe/rules':
      return { ...believing, rules: action.rules }
    case 'believe/wrong':
      return { ...believing, wrong: action.wrong }
    case 'believe/doubts':
      return { ...believing, doubts: new Map(believing.doubts).set(action.of, action.doubts) }
    case 'believe/stepped':
      return { ...believing, statement: action.to }
    case 'believe/whole':
      return { ...believing, whole: action.whole }
    case 'believe/scrolled':
      return { ...believing, scrolled: new Map(believing.scrolled).set(action.document, action.to) }
    case 'believe/paths':
      return { ...believing, paths: action.paths }
    case 'believe/review':
      return { ...believing, review: action.review }
    case 'believe/day':
      // What is known of a graph is not known of the graph of another day.
      return { ...believing, day: action.day, doubts: new Map(), wrong: new Map() }
    case 'believe/judged':
      return { ...believing, doubts: new Map() }
    case 'selected':
    case 'found':
      return { ...believing, statement: 0, ...(action.type === 'found' ? { review: null } : {}) }
    case 'closedDocument':
      return { ...believing, whole: false }
    case 'answered':
    case 'overviewed':
      return { ...believing, whole: false, review: null, statement: 0 }
    default:
      return state.document === null && believing.whole ? { ...believing, whole: false } : believing
  }
}
