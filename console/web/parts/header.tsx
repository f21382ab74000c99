// The line at the top: name, search, language, theme. In: the state. Out: actions.
import { useConsole } from './console.js'
import { DayPicker } from './day-picker.js'
import { HeaderSearch } from './search-box.js'

export function Header() {
  const { state, dispatch, t } = useConsole()
  const total = state.counts?.entities.reduce((sum, row) => sum + row.count, 0)
  const relations = state.counts?.relations.reduce((sum, row) => sum + row.count, 0)
  return (
    <header className="header">
      <h1 className="brand">
        <img src="/icon.svg" alt="" width="22" height="22" />
        {t('app.title')}
      </h1>
      <HeaderSearch />
      <Believe />
      <span className="header-counts">
        {total !== undefined &&
          relations !== undefined &&
          t('header.total', { documents: state.counts?.documents ?? 0, nodes: total, edges: relations })}
      </span>
      <button
        type="button"
        className="plain"
        aria-label={t('lang.switch')}
        title={t('lang.switch')}
        onClick={() => dispatch({ type: 'spoke', lang: state.lang === 'zh' ? 'en' : 'zh' })}
      >
        {t('lang.other')}
      </button>
      <button
        type="button"
        className="plain"
        aria-label={t('theme.switch')}
        title={t('theme.switch')}
        onClick={() => dispatch({ type: 'themed', theme: state.theme === 'light' ? 'dark' : 'light' })}
      >
        ◐
      </button>
      <button
        type="button"
        className="plain key-button"
        aria-label={t('keys.title')}
        title={`${t('keys.title')} (?)`}
        onClick={() => dispatch({ type: 'keep/keySheet', open: true })}
      >
        ?
      </button>
    </header>
  )
}

/** The ways to paths, to what is to be judged, and to another day. */
function Believe() {
  const { state, dispatch, tasks, t } = useConsole()
  const { paths, review } = state.believing
  return (
    <>
      <button
        type="button"
        className="plain"
        aria-pressed={paths !== null}
        title={t('paths.title')}
        onClick={() =>
          paths === null ? tasks.setPathEnd('from', null) : dispatch({ type: 'believe/paths', paths: null })
        }
      >
        {t('paths.open')}
      </button>
      <button
        type="button"
        className="plain"
        aria-pressed={review !== null}
        title={t('review.title')}
        onClick={() =>
          review === null ? void tasks.reviewPart('pairs') : dispatch({ type: 'believe/review', review: null })
        }
      >
        {t('review.open')}
      </button>
      <DayPicker />
    </>
  )
}
