// Where a question is written or chosen. In: the state. Out: a run.
import { lazy, Suspense, useEffect, useState } from 'react'
import { EXAMPLES } from '../examples.js'
import { useConsole } from './console.js'
import { ProblemBox } from './problem-box.js'

const Editor = lazy(() => import('./editor.js'))
const LIMITS = [100, 1000, 10_000, 100_000]

const KEYS = [
  ['/', 'keys.search'],
  ['Ctrl/⌘ ↵', 'keys.run'],
  ['Esc', 'keys.escape'],
  ['1 2 3', 'keys.views'],
  ['f', 'keys.fit'],
  ['e', 'keys.expand'],
  ['h', 'keys.hide'],
] as const

export function AskPanel() {
  const { state, dispatch, tasks, t } = useConsole()
  const running = state.run.is === 'running'
  return (
    <section className="ask side" aria-label={t('side.ask')}>
      <div className="side-head">
        <h2>{t('side.ask')}</h2>
        <button
          type="button"
          className="plain fold"
          aria-label={state.folded.ask ? t('side.unfold') : t('side.fold')}
          aria-expanded={!state.folded.ask}
          onClick={() => dispatch({ type: 'folded', side: 'ask' })}
        >
          {state.folded.ask ? '»' : '«'}
        </button>
      </div>
      <div className="side-body">
        <Suspense fallback={<div className="editor" />}>
          <Editor />
        </Suspense>
        <div className="run-bar">
          {running ? (
            <button type="button" className="main" onClick={tasks.stop}>
              {t('ask.stop')}
            </button>
          ) : (
            <button type="button" className="main" onClick={() => void tasks.run()}>
              {t('ask.run')}
            </button>
          )}
          <label className="faint">
            {t('ask.limit')}{' '}
            <select
              value={state.limit}
              onChange={(event) => dispatch({ type: 'limited', limit: Number(event.target.value) })}
            >
              {LIMITS.map((limit) => (
                <option key={limit} value={limit}>
                  {t('ask.rows', { n: limit })}
                </option>
              ))}
            </select>
          </label>
          {state.run.is === 'running' && <Elapsed since={state.run.since} />}
        </div>
        {state.run.is === 'failed' && <ProblemBox problem={state.run.problem} />}
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
        <h3 className="keys-title">{t('keys.title')}</h3>
        <dl className="keys">
          {KEYS.map(([key, word]) => (
            <div key={word}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(word)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}

function Elapsed({ since }: { since: number }) {
  const { t } = useConsole()
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.floor((now - since) / 1000)
  return <span className="faint">{seconds >= 1 && t('result.running', { s: seconds })}</span>
}
