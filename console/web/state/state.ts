// All that the page knows at a moment: what is common, and a field for each slice (a file of its own). Data only; changed by
// reduce.ts alone.
import type {
  CountsAnswer,
  DocumentAnswer,
  EvidenceAnswer,
  GraphAnswer,
  NeighbourCountsAnswer,
  QueryAnswer,
} from '../../../schema/answer.js'
import type { WireNode, WireRelationship } from '../../../schema/wire.js'
import type { Lang } from '../words.js'
import { type AskAction, type Asking, FIRST_ASKING } from './asking.js'
import { type BelieveAction, type Believing, FIRST_BELIEVING } from './believing.js'
import { FIRST_KEEPING, type KeepAction, type Keeping } from './keeping.js'
import { FIRST_SEEING, type SeeAction, type Seeing } from './seeing.js'

/** What went wrong, in the kinds of the server and two of the page's own. */
export interface Problem {
  kind: string
  message: string
  code?: string | undefined
}

/** Something asked for: not yet, on its way, there, or failed. */
export type Asked<T> = { is: 'waiting' } | { is: 'there'; value: T } | { is: 'failed'; problem: Problem }

/** The nodes and relationships on the canvas, by the ids the engine gave them. */
export interface Drawn {
  nodes: ReadonlyMap<string, WireNode>
  edges: ReadonlyMap<string, WireRelationship>
}

/** A sentence of a document, by its place in the text. */
export interface Quote {
  start: number
  end: number
}

export type Selection = { kind: 'node' | 'edge'; id: string }
export type View = 'summary' | 'graph' | 'table' | 'json' | 'plan'
export type Theme = 'light' | 'dark'
/** Which side lies over the result on a narrow screen. */
export type Sheet = 'none' | 'ask' | 'detail' | 'document'

export interface State {
  lang: Lang
  theme: Theme
  /** Folded sides, on a wide screen. */
  folded: { ask: boolean; detail: boolean }
  sheet: Sheet
  query: string
  limit: number
  run: { is: 'idle' } | { is: 'running'; since: number } | { is: 'failed'; problem: Problem }
  answer: QueryAnswer | null
  drawn: Drawn
  /** Says that what is drawn comes from the overview, or is only a part of what was asked. */
  drawnFrom: { overview: boolean; partial: boolean }
  hiddenTypes: ReadonlySet<string>
  hiddenNodes: ReadonlySet<string>
  view: View
  selection: Selection | null
  /** By the `id` property of the relationship. */
  evidence: ReadonlyMap<string, Asked<EvidenceAnswer>>
  /** By the `id` property of the entity. */
  neighbourCounts: ReadonlyMap<string, NeighbourCountsAnswer['counts']>
  /** `at` is where reading goes on, as a share of the text's height; without it the quote is brought into view. */
  document: { id: string; text: Asked<DocumentAnswer>; quote: Quote | null; at?: number | undefined } | null
  counts: CountsAnswer | null
  /** A trouble outside the query: said in a line that can be closed. */
  notice: Problem | null
  seeing: Seeing
  asking: Asking
  believing: Believing
  keeping: Keeping
}

export type Action = CommonAction | SeeAction | AskAction | BelieveAction | KeepAction

export type CommonAction =
  | { type: 'typed'; query: string }
  | { type: 'limited'; limit: number }
  | { type: 'ran'; since: number }
  | { type: 'answered'; answer: QueryAnswer }
  | { type: 'planned'; answer: QueryAnswer }
  | { type: 'failed'; problem: Problem }
  | { type: 'overviewed'; graph: GraphAnswer }
  | { type: 'expanded'; graph: GraphAnswer; of?: string }
  | { type: 'found'; graph: GraphAnswer; id: string }
  | { type: 'selected'; selection: Selection | null }
  | { type: 'toggledType'; of: string }
  | { type: 'hid'; node: string }
  | { type: 'unhid' }
  | { type: 'viewed'; view: View }
  | { type: 'spoke'; lang: Lang }
  | { type: 'themed'; theme: Theme }
  | { type: 'folded'; side: 'ask' | 'detail' }
  | { type: 'sheeted'; sheet: Sheet }
  | { type: 'evidence'; fact: string; asked: Asked<EvidenceAnswer> }
  | { type: 'neighbourCounts'; id: string; counts: NeighbourCountsAnswer['counts'] }
  | { type: 'document'; id: string; text: Asked<DocumentAnswer>; quote: Quote | null; at?: number | undefined }
  | { type: 'closedDocument' }
  | { type: 'counted'; counts: CountsAnswer }
  | { type: 'noticed'; problem: Problem | null }

const NOTHING: Drawn = { nodes: new Map(), edges: new Map() }

/** The state before anything was asked. */
export function firstState(lang: Lang, theme: Theme): State {
  return {
    lang,
    theme,
    folded: { ask: false, detail: false },
    sheet: 'none',
    query: '',
    limit: 1000,
    run: { is: 'idle' },
    answer: null,
    drawn: NOTHING,
    drawnFrom: { overview: false, partial: false },
    hiddenTypes: new Set(),
    hiddenNodes: new Set(),
    view: 'graph',
    selection: null,
    evidence: new Map(),
    neighbourCounts: new Map(),
    document: null,
    counts: null,
    notice: null,
    seeing: FIRST_SEEING,
    asking: FIRST_ASKING,
    believing: FIRST_BELIEVING,
    keeping: FIRST_KEEPING,
  }
}
