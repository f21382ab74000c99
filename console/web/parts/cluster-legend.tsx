// The clusters with their colours, each named after its best connected node. In: clusters. Out: a press picks all of one.
import type { CSSProperties } from 'react'
import type { Cluster } from '../graph/clusters.js'
import { clusterColour } from '../look/hull.js'
import { cutText } from '../look/text.js'
import { useConsole } from './console.js'

const SHOWN = 12
const COLUMNS = 22

export function ClusterLegend({ clusters }: { clusters: readonly Cluster[] }) {
  const { state, dispatch, t } = useConsole()
  return (
    <fieldset className="clusters">
      <legend className="unseen">{t('clusters.title')}</legend>
      {clusters.length === 0 && <span className="faint">{t('clusters.none')}</span>}
      {clusters.slice(0, SHOWN).map((cluster) => (
        <button
          key={cluster.number}
          type="button"
          title={`${cluster.name} · ${t('clusters.title')}`}
          style={{ '--chip': clusterColour(cluster.number, state.theme) } as CSSProperties}
          onClick={() => dispatch({ type: 'see/picked', nodes: cluster.nodes, how: 'set' })}
        >
          <span className="mark" aria-hidden="true" />
          {cutText(cluster.name, COLUMNS)} <b>{cluster.nodes.length}</b>
        </button>
      ))}
    </fieldset>
  )
}
