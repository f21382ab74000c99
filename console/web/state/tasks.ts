// What takes time: each task asks the server and tells the state what came of it; the tasks of each slice stand in a file of
// their own. In: a store and an api. Out: functions a page calls.
import type { Api } from '../api.js'
import { makeAskingTasks } from './asking-tasks.js'
import { makeBelievingTasks } from './believing-tasks.js'
import { makeKeepingTasks } from './keeping-tasks.js'
import { makeSeeingTasks } from './seeing-tasks.js'
import type { Store } from './store.js'

export type Tasks = ReturnType<typeof makeTasks>

export function makeTasks(store: Store, api: Api) {
  const seeing = makeSeeingTasks(store, api)
  const asking = makeAskingTasks(store, api, seeing.overview)
  const believing = makeBelievingTasks(store, api, seeing.overview)
  return {
    ...seeing,
    ...asking,
    ...believing,
    ...makeKeepingTasks(store, api, { ...asking, ...seeing, ...believing }),
  }
}
