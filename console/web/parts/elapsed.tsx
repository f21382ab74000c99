// How long a query has been running and what has come of it. In: when it began. Out: a line, from the first second on.
import { useEffect, useState } from 'react'
import { useConsole } from './console.js'

export function Elapsed({ since }: { since: number }) {
  const { state, t } = useConsole()
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.floor((now - since) / 1000)
  const { progress } = state.asking
  if (seconds < 1) return <span className="faint" />
  return (
    <span className="faint" role="status">
      {progress !== null &&
        progress.of > 1 &&
        `${t('result.statement', { n: progress.statement, of: progress.of })} · `}
      {t('result.running', { s: seconds, rows: progress?.rows ?? 0 })}
    </span>
  )
}
