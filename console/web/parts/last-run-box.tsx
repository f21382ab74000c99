// What the last run of ingest did. In: the run. Out: text.
import type { LastRun } from '../../../schema/keeping.js'
import { useConsole } from './console.js'

const OUTCOMES = [
  ['ingested', 'summary.ingested'],
  ['unchanged', 'summary.unchanged'],
  ['skipped', 'summary.skipped'],
  ['rejected', 'summary.rejected'],
] as const
const MEGABYTE = 1024 * 1024

export function LastRunBox({ run }: { run: LastRun | null }) {
  const { state, t } = useConsole()
  const locale = state.lang === 'zh' ? 'zh-CN' : 'en'
  const size = (bytes: number): string =>
    bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`
  return (
    <section>
      <h4>{t('summary.run')}</h4>
      {run === null ? (
        <p className="faint">{t('summary.noRun')}</p>
      ) : (
        <div className="last-run">
          <p>
            {t('summary.ran', {
              when: new Date(run.started).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }),
              s: run.seconds.toFixed(1),
              size: size(run.bytes),
            })}
          </p>
          <p className="run-counts">
            {OUTCOMES.filter(([outcome]) => run[outcome] > 0).map(([outcome, word]) => (
              <span key={outcome} className="run-count" data-outcome={outcome}>
                {t(word, { n: run[outcome] })}
              </span>
            ))}
            {run.stopped && (
              <span className="run-count" data-outcome="rejected">
                {t('summary.stopped')}
              </span>
            )}
          </p>
          {run.fault !== undefined && <p className="run-fault">{run.fault}</p>}
          <p className="faint">{run.paths.join(' ')}</p>
          {run.failed.length > 0 && (
            <ul className="run-failed">
              {run.failed.map(({ place, reason }) => (
                <li key={place}>
                  <code>{place}</code> {reason}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  )
}
