// What was cut off, if anything, and how to go on. In: the state. Out: a line above the result.
import { useConsole } from './console.js'

/** The most rows that the server gives at once. */
const MOST = 100_000

export function CutLine() {
  const { state, t } = useConsole()
  if (state.answer?.truncated === true) return <CutRows />
  if (state.view !== 'graph') return null
  if (state.drawnFrom.overview && state.drawn.nodes.size > 0)
    return <p className="cut quiet">{t('result.overview', { n: state.drawn.nodes.size })}</p>
  if (state.drawnFrom.partial) return <p className="cut">{t('result.partial')}</p>
  if (state.answer !== null && state.answer.rows.length === 0) return <p className="cut">{t('result.none')}</p>
  if (state.answer !== null && state.drawn.nodes.size === 0) return <p className="cut">{t('result.noGraph')}</p>
  return null
}

function CutRows() {
  const { state, tasks, t } = useConsole()
  const { rows, total } = state.answer ?? { rows: [] }
  const n = rows.length
  if (state.run.is === 'failed') return <p className="cut">{t('result.stoppedAt', { n })}</p>
  // A higher limit would meet the same cap again.
  if (state.answer?.tooLarge === true) return <p className="cut">{t('result.bytes', { n })}</p>
  const all = total?.exact === true && total.count <= MOST ? total.count : undefined
  const next = all ?? Math.min(MOST, Math.max(n, state.limit) * 10)
  return (
    <p className="cut">
      {total?.exact === true
        ? t('result.truncated', { n, total: total.count })
        : t('result.atLeast', { n, total: Math.max(n, total?.count ?? n + 1) })}{' '}
      {next > Math.max(n, state.limit) ? (
        <button type="button" className="link" onClick={() => void tasks.goOn(next)}>
          {all === undefined ? t('result.goOn', { n: next }) : t('result.goOnAll', { n: next })}
        </button>
      ) : (
        t('result.most', { n: MOST })
      )}
    </p>
  )
}
