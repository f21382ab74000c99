// What takes time in asking. In: a store and an api. Out: functions a page calls.
import { type Api, problemOf } from '../api.js'
import type { Store } from './store.js'

/** @param overview what an empty question shows */
export function makeAskingTasks(store: Store, api: Api, overview: () => Promise<void>) {
  const { dispatch, get } = store
  let running: AbortController | null = null

  /** Runs what is in the editor; an earlier run that still goes on is stopped first. */
  async function run(): Promise<void> {
    const { query, limit } = get()
    if (query.trim() === '') return overview()
    running?.abort()
    const mine = new AbortController()
    running = mine
    dispatch({ type: 'ran', since: Date.now() })
    try {
      const answer = await api.query(query, limit, mine.signal)
      if (running === mine) dispatch({ type: 'answered', answer })
    } catch (error) {
      if (running === mine) dispatch({ type: 'failed', problem: problemOf(error) })
    } finally {
      if (running === mine) running = null
    }
  }

  function ask(query: string): Promise<void> {
    dispatch({ type: 'typed', query })
    return run()
  }

  function stop(): void {
    running?.abort()
  }

  return { run, ask, stop }
}
