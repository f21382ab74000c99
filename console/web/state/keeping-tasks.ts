// What takes time in keeping. In: a store and an api. Out: functions a page calls.
import { type Api, problemOf } from '../api.js'
import type { Store } from './store.js'

export function makeKeepingTasks({ dispatch, get }: Store, api: Api) {
  /** The whole graph at a glance, asked once. */
  async function summarise(): Promise<void> {
    if (get().keeping.summary?.is === 'there') return
    dispatch({ type: 'keep/summary', asked: { is: 'waiting' } })
    try {
      dispatch({ type: 'keep/summary', asked: { is: 'there', value: await api.summary() } })
    } catch (error) {
      dispatch({ type: 'keep/summary', asked: { is: 'failed', problem: problemOf(error) } })
    }
  }

  /** The model with its counts, asked once. */
  async function readSchema(): Promise<void> {
    if (get().keeping.schema?.is === 'there') return
    dispatch({ type: 'keep/schema', asked: { is: 'waiting' } })
    try {
      dispatch({ type: 'keep/schema', asked: { is: 'there', value: await api.schema() } })
    } catch (error) {
      dispatch({ type: 'keep/schema', asked: { is: 'failed', problem: problemOf(error) } })
    }
  }

  return { summarise, readSchema }
}
