// On a narrow screen, the bar at the foot that brings up one side at a time. In: the state. Out: actions.
import type { Sheet } from '../state/state.js'
import { useConsole } from './console.js'

const SHEETS = [
  ['none', 'side.result'],
  ['ask', 'side.ask'],
  ['detail', 'side.detail'],
  ['document', 'side.document'],
] as const satisfies readonly (readonly [Sheet, string])[]

export function SheetBar() {
  const { state, dispatch, t } = useConsole()
  return (
    <nav className="sheet-bar" aria-label={t('view.tabs')}>
      {SHEETS.filter(([sheet]) => sheet !== 'document' || state.document !== null).map(([sheet, word]) => (
        <button
          key={sheet}
          type="button"
          aria-pressed={state.sheet === sheet}
          onClick={() => dispatch({ type: 'sheeted', sheet })}
        >
          {t(word)}
        </button>
      ))}
    </nav>
  )
}
