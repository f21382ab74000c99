// What was run before, newest first. In: the state, words to look for. Out: an earlier query in the editor.
import { useEffect, useState } from 'react'
import { useConsole } from './console.js'

const SHOWN = 200

export function HistoryList() {
  const { state, tasks, t } = useConsole()
  const [text, setText] = useState('')
  const { history } = state.asking
  // biome-ignore lint/correctness/useExhaustiveDependencies: read when the list is opened
  useEffect(() => void tasks.readHistory(), [])
  const wanted = text.trim().toLowerCase()
  const runs = (history?.runs ?? []).filter(({ cypher }) => cypher.toLowerCase().includes(wanted)).slice(0, SHOWN)
  const when = (at: string): string =>
    new Date(at).toLocaleString(state.lang === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'short', timeStyle: 'short' })
  return (
    <>
      <input
        className="field"
        type="search"
        value={text}
        aria-label={t('history.search')}
        placeholder={t('history.search')}
        onChange={(event) => setText(event.target.value)}
      />
      {history !== null && runs.length === 0 && (
        <p className="faint">{wanted === '' ? t('history.none') : t('history.noMatch', { text: text.trim() })}</p>
      )}
      <ul className="past">
        {runs.map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two runs may have begun at the same moment
          <li key={`${run.at}${index}`}>
            <button type="button" className="query-button" title={run.cypher} onClick={() => tasks.recall(run)}>
              <code>{run.cypher}</code>
              <span className="faint">
                {when(run.at)} ·{' '}
                {run.trouble === undefined
                  ? t('history.done', { n: run.rows ?? 0, ms: Math.round(run.ms) })
                  : t('error.title')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {(history?.runs.length ?? 0) > 0 && (
        <button type="button" className="link" onClick={() => void tasks.forgetHistory()}>
          {t('history.forget')}
        </button>
      )}
    </>
  )
}
