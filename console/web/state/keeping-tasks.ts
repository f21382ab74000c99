// What takes time in keeping. In: a store and an api. Out: functions a page calls.
import type { Api } from '../api.js'
import type { Store } from './store.js'

export function makeKeepingTasks(_store: Store, _api: Api) {
  return {}
}
