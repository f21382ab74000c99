// A document beside the graph or over the whole middle: its text with every mark, and what it contributed. In: the state.
// Out: selections.
import { useConsole } from './console.js'
import { Contribution } from './contribution.js'
import { DocumentText } from './document-text.js'
import { ProblemBox } from './problem-box.js'

export function DocumentPanel() {
  const { state, dispatch, t } = useConsole()
  const open = state.document
  if (open === null) return null
  const { text } = open
  const { whole } = state.believing
  return (
    <section className="document" aria-label={t('side.document')}>
      <div className="side-head">
        <h2>{t('side.document')}</h2>
        <span>
          <button
            type="button"
            className="plain whole"
            aria-pressed={whole}
            aria-label={whole ? t('document.beside') : t('document.whole')}
            title={whole ? t('document.beside') : t('document.whole')}
            onClick={() => dispatch({ type: 'believe/whole', whole: !whole })}
          >
            ↔
          </button>
          <button
            type="button"
            className="plain"
            aria-label={t('panel.close')}
            onClick={() => dispatch({ type: 'closedDocument' })}
          >
            ×
          </button>
        </span>
      </div>
      {text.is === 'waiting' && <p className="side-body faint">{t('wait.loading')}</p>}
      {text.is === 'failed' && <ProblemBox problem={text.problem} />}
      {text.is === 'there' && (
        <div className="document-halves">
          <DocumentText document={text.value} quote={open.quote} at={open.at} />
          <Contribution key={text.value.id} document={text.value} />
        </div>
      )}
    </section>
  )
}
