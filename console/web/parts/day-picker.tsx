// The day whose graph is asked. In: the state. Out: another day, or today again.
import { type FormEvent, useEffect, useState } from 'react'
import { useConsole } from './console.js'

export function DayPicker() {
  const { state, tasks, t } = useConsole()
  const { day } = state.believing
  const [choosing, setChoosing] = useState(false)
  const [wanted, setWanted] = useState('')
  if (day?.is === 'opening')
    return (
      <span className="day" role="status">
        <Waiting day={day.day} since={day.since} />
      </span>
    )
  if (day?.is === 'open')
    return (
      <span className="day open">
        {t('day.open', { day: day.answer.day })}
        <button type="button" className="link" onClick={() => void tasks.goToDay(null)}>
          {t('day.back')}
        </button>
      </span>
    )
  if (!choosing)
    return (
      <button type="button" className="plain day-now" title={t('day.choose')} onClick={() => setChoosing(true)}>
        {t('day.short')}
        <span className="day-today">{t('day.today')}</span>
      </button>
    )
  const go = (event: FormEvent): void => {
    event.preventDefault()
    if (wanted === '') return
    setChoosing(false)
    void tasks.goToDay(wanted)
  }
  return (
    <form className="day" onSubmit={go}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the field comes because its button was pressed
        autoFocus
        type="date"
        aria-label={t('day.choose')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setChoosing(false)
        }}
      />
      <button type="submit" disabled={wanted === ''}>
        {t('day.go')}
      </button>
    </form>
  )
}

const SECOND = 1000

function Waiting({ day, since }: { day: string; since: number }) {
  const { t } = useConsole()
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [])
  return (
    <>
      {t('day.opening', { day })} {Math.max(0, Math.round((now - since) / SECOND))} s
    </>
  )
}

/** Says over the graph that it is not today's. */
export function DayBanner() {
  const { state, tasks, t } = useConsole()
  const { day } = state.believing
  if (day?.is !== 'open') return null
  const { documents, later, undated, day: last } = day.answer
  return (
    <p className="cut past">
      {t('day.told', { day: last, documents, later, undated })}{' '}
      <button type="button" className="link" onClick={() => void tasks.goToDay(null)}>
        {t('day.back')}
      </button>
    </p>
  )
}
