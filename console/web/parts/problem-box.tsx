// A trouble in plain words, with the database's own beneath. In: a Problem. Out: text.
import type { Problem } from '../state/state.js'
import { WORDS, type Word } from '../words.js'
import { useConsole } from './console.js'

function wordOf(problem: Problem): Word {
  if (problem.code !== undefined && /TransactionTimedOut|Timeout|Terminated/.test(problem.code)) return 'error.timeout'
  const word = `error.${problem.kind}`
  return Object.hasOwn(WORDS, word) ? (word as Word) : 'error.title'
}

export function ProblemBox({ problem, onClose }: { problem: Problem; onClose?: () => void }) {
  const { t } = useConsole()
  return (
    <div className="problem" role="alert">
      <strong>{t(wordOf(problem))}</strong>
      {onClose !== undefined && (
        <button type="button" className="plain" aria-label={t('panel.close')} onClick={onClose}>
          ×
        </button>
      )}
      {problem.message !== '' && <p>{problem.message}</p>}
    </div>
  )
}
