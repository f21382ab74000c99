// Where a question is written or chosen. In: the state. Out: a run.
import { lazy, Suspense } from 'react'
import { EXAMPLES } from '../examples.js'
import { useConsole } from './console.js'
import { Elapsed } from './elapsed.js'
import { ParameterList } from './parameter-list.js'
import { ProblemBox } from './problem-box.js'

const Editor = lazy(() => import('./editor.js'))
const LIMITS = [100, 1000, 10_000, 100_000]
const TIMEOUTS = [10, 30, 60, 300]

export function AskTabBody() {
  const { state, dispatch, tasks, t } = useConsole()
  return (
    <>
      <Suspense fallback={<div className="editor" />}>
        <Editor />
      </Suspense>
      <div className="run-bar">
        {state.run.is === 'running' ? (
          <button type="button" className="main" onClick={tasks.stop}>
            {t('ask.stop')}
          </button>
        ) : (
          <button type="button" className="main" onClick={() => void tasks.run()}>
            {t('ask.run')}
          </button>
        )}
        <label>
          <span className="unseen">{t('ask.limit')}</span>
          <select
            title={t('ask.limit')}
            value={state.limit}
            onChange={(event) => dispatch({ type: 'limited', limit: Number(event.target.value) })}
          >
            {[...new Set([...LIMITS, state.limit])]
              .sort((a, b) => a - b)
              .map((limit) => (
                <option key={limit} value={limit}>
                  {t('ask.rows', { n: limit })}
                </option>
              ))}
          </select>
        </label>
        <label>
          <span className="unseen">{t('ask.timeout')}</span>
          <select
            title={t('ask.timeout')}
            value={state.asking.timeoutMs}
            onChange={(event) => dispatch({ type: 'ask/timeout', ms: Number(event.target.value) })}
          >
            {TIMEOUTS.map((seconds) => (
              <option key={seconds} value={seconds * 1000}>
                {seconds < 60 ? t('ask.seconds', { n: seconds }) : t('ask.minutes', { n: seconds / 60 })}
              </option>
            ))}
          </select>
        </label>
        {state.run.is === 'running' && <Elapsed since={state.run.since} />}
      </div>
      {state.run.is === 'failed' && <ProblemBox problem={state.run.problem} />}
      <ParameterList />
      <h3>{t('ask.examples')}</h3>
      <ul className="examples">
        {EXAMPLES.map((example) => (
          <li key={example.en}>
            <button type="button" className="link" onClick={() => void tasks.ask(example.cypher)}>
              {example[state.lang]}
            </button>
          </li>
        ))}
        {!state.drawnFrom.overview && (
          <li>
            <button type="button" className="link" onClick={() => void tasks.overview()}>
              {t('ask.overview')}
            </button>
          </li>
        )}
      </ul>
    </>
  )
}
