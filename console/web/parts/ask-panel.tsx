// The side on the left: ask, look back, take up what was saved. In: the state. Out: the tab that is open.
import { type ComponentType, lazy, Suspense } from 'react'
import type { AskTab } from '../state/asking.js'
import type { Word } from '../words.js'
import { AskTabBody } from './ask-tab.js'
import { useConsole } from './console.js'
import { HistoryList } from './history-list.js'
import { SavedList } from './saved-list.js'
import { stepTabs } from './tabs.js'

const SchemaPanel = lazy(() => import('./schema-panel.js'))

const TABS: readonly { tab: AskTab; word: Word; Body: ComponentType }[] = [
  { tab: 'ask', word: 'side.ask', Body: AskTabBody },
  { tab: 'history', word: 'ask.history', Body: HistoryList },
  { tab: 'saved', word: 'ask.saved', Body: SavedList },
  { tab: 'model', word: 'ask.model', Body: SchemaPanel },
]

export function AskPanel() {
  const { state, dispatch, t } = useConsole()
  const open = state.asking.tab
  return (
    <section className="ask side" aria-label={t('side.ask')}>
      <div className="side-head">
        <div
          role="tablist"
          aria-label={t('ask.tabs')}
          className="tabs"
          hidden={state.folded.ask}
          onKeyDown={stepTabs(
            TABS.map(({ tab }) => tab),
            open,
            (tab) => dispatch({ type: 'ask/tab', tab }),
            (tab) => `ask-tab-${tab}`,
          )}
        >
          {TABS.map(({ tab, word }) => (
            <button
              key={tab}
              id={`ask-tab-${tab}`}
              type="button"
              role="tab"
              aria-selected={open === tab}
              aria-controls="ask-body"
              tabIndex={open === tab ? 0 : -1}
              onClick={() => dispatch({ type: 'ask/tab', tab })}
            >
              {t(word)}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="plain fold"
          aria-label={state.folded.ask ? t('side.unfold') : t('side.fold')}
          aria-expanded={!state.folded.ask}
          onClick={() => dispatch({ type: 'folded', side: 'ask' })}
        >
          {state.folded.ask ? '»' : '«'}
        </button>
      </div>
      <div className="side-body" id="ask-body" role="tabpanel" aria-labelledby={`ask-tab-${open}`}>
        {TABS.map(({ tab, Body }) =>
          // The editor stays as it is while another tab is open.
          tab === open || tab === 'ask' ? (
            <div key={tab} hidden={tab !== open}>
              <Suspense>
                <Body />
              </Suspense>
            </div>
          ) : null,
        )}
      </div>
    </section>
  )
}
