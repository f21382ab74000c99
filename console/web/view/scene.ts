// What is to be seen, besides the graph itself. Data only.
import type { Axis } from '../graph/arrange.js'
import type { Cluster } from '../graph/clusters.js'
import type { Focus } from '../look/reducers.js'
import type { Selection } from '../state/state.js'
import type { Lang } from '../words.js'

export interface Scene extends Focus {
  lang: Lang
  selection: Selection | null
  hovered: Selection | null
  picked: ReadonlySet<string>
  pinned: ReadonlySet<string>
  clusters: readonly Cluster[]
  /** Edges whose fact was judged to be wrong: their caption says so. */
  wrong: ReadonlySet<string>
  /** The time line that dated nodes lie on, if they do. */
  axis: Axis | null
}
