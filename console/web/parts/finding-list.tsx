// What is doubtful in the editor's text, in words below it: a line under a word is neither heard nor seen by all. In: findings.
// Out: text, and a wish to mend one.
import type { Finding } from '../ask/lint.js'
import { useConsole } from './console.js'

const SHOWN = 3

export function FindingList(props: { text: string; findings: readonly Finding[]; onMend: (one: Finding) => void }) {
  const { t } = useConsole()
  const { text, findings, onMend } = props
  // What was found in a text that has changed meanwhile may lie beyond its end.
  const there = findings.filter(({ to }) => to <= text.length)
  return (
    <ul className="findings" aria-live="polite" aria-label={t('doubt.list')}>
      {there.slice(0, SHOWN).map((one) => (
        <li key={`${one.from}:${one.message}`} data-severity={one.severity}>
          {text.includes('\n') && (
            <span className="faint">{t('doubt.line', { n: text.slice(0, one.from).split('\n').length })} </span>
          )}
          {one.message}{' '}
          {one.meant !== undefined && (
            <button type="button" className="link" onClick={() => onMend(one)}>
              {t('doubt.change', { meant: one.meant })}
            </button>
          )}
        </li>
      ))}
      {there.length > SHOWN && <li className="faint">{t('doubt.more', { n: there.length - SHOWN })}</li>}
    </ul>
  )
}
