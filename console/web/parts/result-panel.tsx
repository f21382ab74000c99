// The middle: the result as a graph, a table or JSON, and what is to be said of it. In: the state. Out: actions.
import { lazy, Suspense, useState } from 'react'
import type { View } from '../state/state.js'
import { type Drawable, GraphView } from '../view/graph-view.js'
import { useConsole } from './console.js'
import { CutLine } from './cut-line.js'
import { DayBanner } from './day-picker.js'
import { ExportMenu } from './export-menu.js'
import { Legend } from './legend.js'
import { OutcomeBar } from './outcome-bar.js'
import { ProblemBox } from './problem-box.js'
import { stepTabs } from './tabs.js'
import { TimeBrush } from './time-brush.js'
import { ViewsMenu } from './views-menu.js'

const SummaryPanel = lazy(() => import('./summary-panel.js'))
const TableView = lazy(() => import('../table/table-view.js'))
const JsonView = lazy(() => import('../table/json-view.js'))
const PlanView = lazy(() => import('./plan-view.js'))
const VIEWS: readonly View[] = ['summary', 'graph', 'table', 'json', 'plan']
const FILL_COMMAND = 'npx wentu ingest <folder>'

export function ResultPanel() {
  const { state, dispatch, t } = useConsole()
  const [drawing, setDrawing] = useState<Drawable | null>(null)
  const nothing = state.counts?.documents === 0 && state.drawn.nodes.size === 0
  return (
    <main className="result" id="result" tabIndex={-1}>
      {state.run.is === 'running' && <div className="progress" />}
      <div className="result-bar">
        <div
          role="tablist"
          aria-label={t('view.tabs')}
          className="tabs"
          onKeyDown={stepTabs(
            VIEWS,
            state.view,
            (view) => dispatch({ type: 'viewed', view }),
            (view) => `tab-${view}`,
          )}
        >
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
      <OutcomeBar />
      <CutLine />
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
        <Suspense>
          {state.view === 'table' && <TableView />}
          {state.view === 'json' && <JsonView />}
          {state.view === 'plan' && <PlanView />}
        </Suspense>
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
