// What the page asks of the whole graph and of what a person saved. In: a graph, a folder, the last run. Out: answers in the
// shapes of schema/keeping.ts. Must not know Cypher nor HTTP.
import { join } from 'node:path'
import type { Graph } from '../../graph/connect.js'
import { pieces } from '../../graph/pieces.js'
import { sentences } from '../../graph/sentences.js'
import { summary } from '../../graph/summary.js'
import type { CountsAnswer, GraphAnswer } from '../../schema/answer.js'
import { Fault } from '../../schema/fault.js'
import {
  type LastRun,
  SavedView,
  type SentencesAnswer,
  type SummaryAnswer,
  type View,
  type ViewsAnswer,
} from '../../schema/keeping.js'
import { makeShelf, type Shelf, shelfId } from './shelf.js'

export interface KeepQuestions {
  summary(): Promise<SummaryAnswer>
  /** Entities and documents by id, facts by id, and the facts between the nodes and those `around`. */
  pieces(nodes: readonly string[], edges: readonly string[], around: readonly string[]): Promise<GraphAnswer>
  /** The sentences of these facts, for a report. */
  sentences(facts: readonly string[]): Promise<SentencesAnswer>
  views(): Promise<ViewsAnswer>
  view(id: string): Promise<SavedView>
  saveView(name: string, view: View): Promise<SavedView>
  removeView(id: string): Promise<ViewsAnswer>
}

/** A report of more would be read by nobody. */
const MOST_SENTENCES = 20_000

/** What lies beside the graph. */
export interface Beside {
  /** Where what a person saves is kept; without it nothing can be saved. */
  folder?: string | undefined
  lastRun?: (() => Promise<LastRun | undefined>) | undefined
}

/** @param counted the counts of the graph, as the page asks them elsewhere too */
export function keepQuestions(graph: Graph, beside: Beside, counted: () => Promise<CountsAnswer>): KeepQuestions {
  const shelf = beside.folder === undefined ? undefined : makeShelf(join(beside.folder, 'views'), SavedView)
  return {
    summary: async () => {
      const [counts, found, lastRun] = await Promise.all([counted(), summary(graph), beside.lastRun?.()])
      return { counts, ...found, lastRun: lastRun ?? null }
    },
    pieces: (nodes, edges, around) => pieces(graph, nodes, edges, around),
    sentences: (facts) => sentences(graph, facts, MOST_SENTENCES),
    ...viewQuestions(shelf),
  }
}

type ViewQuestions = Pick<KeepQuestions, 'views' | 'view' | 'saveView' | 'removeView'>

/** Saved views on a shelf; without one the list is empty, and saving says why it cannot. */
export function viewQuestions(shelf: Shelf<SavedView> | undefined): ViewQuestions {
  const views = async (): Promise<ViewsAnswer> => ({
    views: ((await shelf?.all()) ?? []).map(({ id, name, saved, view }) => ({ id, name, saved, query: view.query })),
  })
  return {
    views,
    view: async (id) => {
      const found = await shelf?.get(id)
      if (found === undefined)
        throw new Fault('input', `No view with the id ${JSON.stringify(id)} is kept here: it may have been deleted.`)
      return found
    },
    saveView: async (name, view) => {
      if (shelf === undefined) throw new Fault('usage', 'This console was started without a folder to save into.')
      const id = shelfId(name)
      const kept: SavedView = { id, name, saved: new Date().toISOString(), query: view.query, view }
      await shelf.put(id, kept)
      return kept
    },
    removeView: async (id) => {
      await shelf?.remove(id)
      return await views()
    },
  }
}
