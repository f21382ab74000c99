// What an analyst keeps of asking: saved queries and the history, in files of a folder. In: the folder. Out: ways to read and
// change them. Must not know the graph.
import { Fault } from '../../schema/fault.js'
import { History, KEPT_MOST, type PastRun, SavedQueries, type SavedQuery } from '../../schema/saved-query.js'
import { openKept } from './kept-file.js'

export interface KeptQuestions {
  savedQueries(): Promise<SavedQueries>
  /** Puts a query into a collection, in the place of one of the same name; the collection is made when it is new. */
  saveQuery(collection: string, saved: SavedQuery): Promise<SavedQueries>
  /** Takes a query out; a collection without queries goes. */
  dropQuery(collection: string, name: string): Promise<SavedQueries>
  /** Adds the collections of a file; of two queries of one name in one collection the newer stays. */
  importQueries(file: SavedQueries): Promise<SavedQueries>
  history(): Promise<History>
  /** Adds a run, and forgets the oldest beyond the cap. */
  remember(run: PastRun): Promise<History>
  forgetHistory(): Promise<History>
}

const NO_QUERIES: SavedQueries = { format: 'wentu-queries', version: 1, collections: [] }
const NO_RUNS: History = { format: 'wentu-history', version: 1, runs: [] }

/** @param folder where the files lie; with none, what is kept lasts as long as the process */
export function keptQuestions(folder: string | undefined): KeptQuestions {
  const queries = openKept(folder, 'queries.json', SavedQueries, NO_QUERIES)
  const history = openKept(folder, 'history.json', History, NO_RUNS)
  return {
    savedQueries: queries.read,
    saveQuery: (collection, saved) => queries.change((now) => put(now, collection, [saved])),
    dropQuery: (collection, name) =>
      queries.change((now) => ({
        ...now,
        collections: now.collections
          .map((one) =>
            one.name === collection ? { ...one, queries: one.queries.filter((query) => query.name !== name) } : one,
          )
          .filter((one) => one.queries.length > 0),
      })),
    importQueries: (file) =>
      queries.change((now) => file.collections.reduce((all, { name, queries }) => put(all, name, queries), now)),
    history: history.read,
    remember: (run) => history.change((now) => ({ ...now, runs: [run, ...now.runs].slice(0, KEPT_MOST.runs) })),
    forgetHistory: () => history.change(() => NO_RUNS),
  }
}

function put(now: SavedQueries, collection: string, more: readonly SavedQuery[]): SavedQueries {
  const queries = new Map(
    now.collections.find(({ name }) => name === collection)?.queries.map((one) => [one.name, one]),
  )
  for (const one of more) {
    const there = queries.get(one.name)
    if (there === undefined || there.saved <= one.saved) queries.set(one.name, one)
  }
  const made = { name: collection, queries: [...queries.values()] }
  const at = now.collections.findIndex(({ name }) => name === collection)
  const file = { ...now, collections: at < 0 ? [...now.collections, made] : now.collections.with(at, made) }
  if (file.collections.length > KEPT_MOST.collections || made.queries.length > KEPT_MOST.queries)
    throw new Fault(
      'usage',
      `At most ${KEPT_MOST.collections} collections of ${KEPT_MOST.queries} queries are kept: take some out first.`,
    )
  return file
}
