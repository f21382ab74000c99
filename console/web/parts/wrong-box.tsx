// Whether a fact was judged to be wrong, and the way to judge it so. In: the `id` property of a fact. Out: a mark, or a form.
import { type FormEvent, useState } from 'react'
import { useConsole } from './console.js'

const DAY = 10

export function WrongBox({ fact }: { fact: string }) {
  const { state, tasks, t } = useConsole()
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const judgement = state.believing.wrong.get(fact)
  // A graph of another day is only looked at.
  const past = state.believing.day?.is === 'open'
  if (judgement !== undefined)
    return (
      <div className="wrong" role="note">
        <p>
          <b>{t('wrong.marked', { why: judgement.why })}</b>
        </p>
        <p className="faint">
          {t('wrong.by', { by: judgement.by ?? t('wrong.someone'), day: (judgement.at ?? '').slice(0, DAY) })}{' '}
          {t('wrong.stays')}
        </p>
        {!past && (
          <button type="button" onClick={() => void tasks.undoJudgement(judgement)}>
            {t('judge.undo')}
          </button>
        )}
      </div>
    )
  if (past) return null
  if (!asking)
    return (
      <button type="button" className="link" onClick={() => setAsking(true)}>
        {t('wrong.report')}
      </button>
    )
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (why.trim() !== '' && (await tasks.report(fact, why.trim()))) setAsking(false)
  }
  return (
    <form className="wrong-form" onSubmit={(event) => void send(event)}>
      <label>
        {t('wrong.why')}
        <input
          // biome-ignore lint/a11y/noAutofocus: the field comes because its button was pressed
          autoFocus
          type="text"
          maxLength={1000}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      <span className="buttons">
        <button type="submit" disabled={why.trim() === ''}>
          {t('wrong.keep')}
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          {t('wrong.cancel')}
        </button>
      </span>
    </form>
  )
}
