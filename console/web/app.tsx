// The page: three places and a document beside them. In: the state. Out: the layout; each place is a part of its own.
import { lazy, Suspense, useEffect } from 'react'
import { colourOf, TYPE_LOOKS } from './look/palette.js'
import { colourBy } from './look/reducers.js'
import { AskPanel } from './parts/ask-panel.js'
import { useConsole } from './parts/console.js'
import { DetailPanel } from './parts/detail-panel.js'
import { DocumentPanel } from './parts/document-panel.js'
import { Header } from './parts/header.js'
import { KeySheet } from './parts/key-sheet.js'
import { useKeys } from './parts/keys.js'
import { ResultPanel } from './parts/result-panel.js'
import { SheetBar } from './parts/sheet-bar.js'
import { useLink } from './parts/use-link.js'
import { saveChoices } from './state/saved.js'
import { saveLook } from './state/saved-look.js'

const ReviewPage = lazy(() => import('./parts/review-page.js'))

export function App() {
  const { state, tasks, t } = useConsole()
  const { lang, theme } = state
  const { look } = state.seeing
  const { review } = state.believing
  useKeys()
  useLink()
  useEffect(() => {
    const root = document.documentElement
    root.lang = lang === 'zh' ? 'zh-CN' : 'en'
    root.dataset.theme = theme
    // The canvas and the style sheet take their colours from one table.
    for (const type of Object.keys(TYPE_LOOKS))
      root.style.setProperty(`--type-${type}`, colourBy(look.types, type, theme))
    root.style.setProperty('--type-other', colourOf('', theme))
    document.title = `${t('app.title')} · ${t('app.tagline')}`
    saveChoices({ lang, theme })
    saveLook(look)
  })
  useEffect(() => {
    // Whoever comes back to the page may have filled the graph meanwhile.
    const onLook = (): void => void (document.visibilityState === 'visible' && tasks.lookAgain())
    document.addEventListener('visibilitychange', onLook)
    return () => document.removeEventListener('visibilitychange', onLook)
  }, [tasks])
  return (
    <div
      className="console"
      data-ask={state.folded.ask ? 'folded' : 'open'}
      data-detail={state.folded.detail ? 'folded' : 'open'}
      data-document={state.document === null ? 'none' : state.believing.whole ? 'whole' : 'open'}
      data-sheet={state.sheet}
    >
      <a className="skip" href="#result">
        {t('app.skip')}
      </a>
      <Header />
      <AskPanel />
      <ResultPanel />
      {review !== null && (
        <Suspense>
          <ReviewPage review={review} />
        </Suspense>
      )}
      <DocumentPanel />
      <DetailPanel />
      <SheetBar />
      <KeySheet />
    </div>
  )
}
