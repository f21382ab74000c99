// The middle: the result as a graph, a table or JSON, and what is to be said of it. In: the state. Out: actions.
import { type KeyboardEvent, lazy, Suspense, useState } from 'react'
import type { View } from '../state/state.js'
import { type Drawable, GraphView } from '../view/graph-view.js'
import { useConsole } from './console.js'
import { DayBanner } from './day-picker.js'
import { ExportMenu } from './export-menu.js'
import { JsonView } from './json-view.js'
import { Legend } from './legend.js'
import { ProblemBox } from './problem-box.js'
import { TableView } from './table-view.js'
import { TimeBrush } from './time-brush.js'
import { ViewsMenu } from './views-menu.js'

const SummaryPanel = lazy(() => import('./summary-panel.js'))
const VIEWS: readonly View[] = ['summary', 'graph', 'table', 'json']
const FILL_COMMAND = 'npx wentu ingest <folder>'

export function ResultPanel() {
  const { state, dispatch, t } = useConsole()
  const [drawing, setDrawing] = useState<Drawable | null>(null)
  const nothing = state.counts?.documents === 0 && state.drawn.nodes.size === 0
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const next = VIEWS[(VIEWS.indexOf(state.view) + step + VIEWS.length) % VIEWS.length]
    if (next === undefined) return
    event.preventDefault()
    dispatch({ type: 'viewed', view: next })
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <main className="result" id="result" tabIndex={-1}>
      {state.run.is === 'running' && <div className="progress" />}
      <div className="result-bar">
        <div role="tablist" aria-label={t('view.tabs')} className="tabs" onKeyDown={onKeyDown}>
          {VIEWS.map((view) => (
            <button
              key={view}
              id={`tab-${view}`}
              type="button"
              role="tab"
              aria-selected={state.view === view}
              aria-controls="result-body"
              tabIndex={state.view === view ? 0 : -1}
              onClick={() => dispatch({ type: 'viewed', view })}
            >
              {t(`view.${view}`)}
            </button>
          ))}
        </div>
        <Told />
        <ViewsMenu />
        <ExportMenu drawing={state.view === 'graph' ? drawing : null} />
      </div>
      <DayBanner />
      <Cut />
      {state.notice !== null && (
        <ProblemBox problem={state.notice} onClose={() => dispatch({ type: 'noticed', problem: null })} />
      )}
      <div className="result-body" id="result-body" role="tabpanel" aria-labelledby={`tab-${state.view}`}>
        {nothing && state.view === 'graph' && (
          <div className="hint">
            <p>{t('empty.graph')}</p>
            <p>
              <code>{FILL_COMMAND}</code>{' '}
              <button type="button" onClick={() => void navigator.clipboard.writeText(FILL_COMMAND)}>
                {t('export.copy')}
              </button>
            </p>
          </div>
        )}
        <div className="stage" hidden={state.view !== 'graph'}>
          <GraphView onReady={setDrawing} />
          <TimeBrush />
          <Legend />
        </div>
        {state.view === 'summary' && (
          <div className="summary-box">
            <Suspense>
              <SummaryPanel />
            </Suspense>
          </div>
        )}
        {state.view === 'table' && <TableView />}
        {state.view === 'json' && <JsonView />}
      </div>
    </main>
  )
}

/** What the result holds, in numbers. */
function Told() {
  const { state, dispatch, t } = useConsole()
  const { nodes, edges } = state.drawn
  return (
    <span className="told faint" aria-live="polite">
      {state.answer !== null &&
        `${t('result.rows', { n: state.answer.rows.length, ms: Math.round(state.answer.ms) })} · `}
      {t('result.drawn', { nodes: nodes.size, edges: edges.size })}
      {state.hiddenNodes.size > 0 && (
        <button type="button" className="link" onClick={() => dispatch({ type: 'unhid' })}>
          {t('result.hidden', { n: state.hiddenNodes.size })}
        </button>
      )}
    </span>
  )
}

/** What was cut off, if anything. */
function Cut() {
  const { state, t } = useConsole()
  if (state.answer?.truncated === true)
    return <p className="cut">{t('result.truncated', { n: state.answer.rows.length })}</p>
  if (state.view !== 'graph') return null
  if (state.drawnFrom.overview && state.drawn.nodes.size > 0)
    return <p className="cut quiet">{t('result.overview', { n: state.drawn.nodes.size })}</p>
  if (state.drawnFrom.partial) return <p className="cut">{t('result.partial')}</p>
  if (state.answer !== null && state.answer.rows.length === 0) return <p className="cut">{t('result.none')}</p>
  if (state.answer !== null && state.drawn.nodes.size === 0) return <p className="cut">{t('result.noGraph')}</p>
  return null
}
