// What takes time in believing. In: a store and an api. Out: functions a page calls.
import { type Api, problemOf } from '../api.js'
import type { Store } from './store.js'

export function makeBelievingTasks({ dispatch, get }: Store, api: Api) {
  async function evidence(fact: string): Promise<void> {
    if (get().evidence.get(fact)?.is === 'there') return
    dispatch({ type: 'evidence', fact, asked: { is: 'waiting' } })
    try {
      dispatch({ type: 'evidence', fact, asked: { is: 'there', value: await api.evidence(fact) } })
    } catch (error) {
      dispatch({ type: 'evidence', fact, asked: { is: 'failed', problem: problemOf(error) } })
    }
  }

  /** Opens a document, with a quote in view when one is given. */
  async function openDocument(id: string, quote: { start: number; end: number } | null): Promise<void> {
    const open = get().document
    if (open?.id === id && open.text.is === 'there') {
      dispatch({ type: 'document', id, text: open.text, quote })
      return
    }
    dispatch({ type: 'document', id, text: { is: 'waiting' }, quote })
    try {
      const value = await api.document(id)
      if (get().document?.id === id)
        dispatch({ type: 'document', id, text: { is: 'there', value }, quote: get().document?.quote ?? null })
    } catch (error) {
      if (get().document?.id === id)
        dispatch({ type: 'document', id, text: { is: 'failed', problem: problemOf(error) }, quote })
    }
  }

  return { evidence, openDocument }
}
