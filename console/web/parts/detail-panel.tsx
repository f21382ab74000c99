// The right side: what is selected, or how to select. In: the state. Out: the panel of a node or of an edge.
import { lazy, Suspense } from 'react'
import { useConsole } from './console.js'
import { EdgePanel } from './edge-panel.js'
import { NodePanel } from './node-panel.js'
import { PathPanel } from './path-panel.js'

const SummaryPanel = lazy(() => import('./summary-panel.js'))

export function DetailPanel() {
  const { state, dispatch, t } = useConsole()
  const node = state.selection?.kind === 'node' ? state.drawn.nodes.get(state.selection.id) : undefined
  const edge = state.selection?.kind === 'edge' ? state.drawn.edges.get(state.selection.id) : undefined
  return (
    <section className="detail side" aria-label={t('side.detail')}>
      <div className="side-head">
        <button
          type="button"
          className="plain fold"
          aria-label={state.folded.detail ? t('side.unfold') : t('side.fold')}
          aria-expanded={!state.folded.detail}
          onClick={() => dispatch({ type: 'folded', side: 'detail' })}
        >
          {state.folded.detail ? '«' : '»'}
        </button>
        <h2>{t('side.detail')}</h2>
        {state.selection !== null && (
          <button
            type="button"
            className="plain"
            aria-label={t('panel.close')}
            onClick={() => dispatch({ type: 'selected', selection: null })}
          >
            ×
          </button>
        )}
      </div>
      <div className="side-body">
        {state.believing.paths !== null && <PathPanel paths={state.believing.paths} />}
        {node !== undefined && <NodePanel key={node.id} node={node} />}
        {edge !== undefined && <EdgePanel key={edge.id} edge={edge} />}
        {node === undefined && edge === undefined && state.believing.paths === null && (
          <>
            <p className="faint">{t('empty.detail')}</p>
            {/* On the first page, what is in the graph stands beside what is drawn of it. */}
            {state.drawnFrom.overview && state.view !== 'summary' && (
              <Suspense>
                <SummaryPanel />
              </Suspense>
            )}
          </>
        )}
      </div>
    </section>
  )
}
