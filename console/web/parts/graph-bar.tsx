// The tools of the canvas: undo, layout, clusters, map, find, and what can be done with what is picked. In: the state, what was
// found. Out: actions.
import type { KeyboardEvent } from 'react'
import { chosenNodes, LAYOUTS } from '../state/seeing.js'
import { useConsole } from './console.js'
import { FIND_BOX } from './graph-keys.js'

export function GraphBar({ found }: { found: readonly string[] }) {
  const { state, dispatch, t } = useConsole()
  const { seeing } = state
  const { look } = seeing
  return (
    <div className="graph-bar" role="toolbar" aria-label={t('graph.bar')}>
      <span className="group">
        <button
          type="button"
          disabled={seeing.past.length === 0}
          aria-label={t('graph.undo')}
          title={`${t('graph.undo')} (z)`}
          onClick={() => dispatch({ type: 'see/undid' })}
        >
          ↶
        </button>
        <button
          type="button"
          disabled={seeing.future.length === 0}
          aria-label={t('graph.redo')}
          title={`${t('graph.redo')} (Shift+z)`}
          onClick={() => dispatch({ type: 'see/redid' })}
        >
          ↷
        </button>
      </span>
      <fieldset className="group segments">
        <legend className="unseen">{t('graph.layout')}</legend>
        {LAYOUTS.map((layout) => (
          <button
            key={layout}
            type="button"
            aria-pressed={seeing.layout === layout}
            title={`${t('graph.layout')} (l)`}
            onClick={() => dispatch({ type: 'see/laid', layout })}
          >
            {t(`layout.${layout}`)}
          </button>
        ))}
      </fieldset>
      <span className="group">
        <button
          type="button"
          aria-pressed={seeing.clusters}
          title={`${t('graph.clusters')} (g)`}
          onClick={() => dispatch({ type: 'see/clustered' })}
        >
          {t('graph.clusters')}
        </button>
        <button
          type="button"
          aria-pressed={look.minimap}
          onClick={() => dispatch({ type: 'see/looked', look: { ...look, minimap: !look.minimap } })}
        >
          {t('graph.minimap')}
        </button>
      </span>
      <FindBox found={found} />
      <Picked />
    </div>
  )
}

/** What is looked for in the drawn graph, and the way from match to match. */
function FindBox({ found }: { found: readonly string[] }) {
  const { state, dispatch, t } = useConsole()
  const { find } = state.seeing
  const at = state.selection === null ? -1 : found.indexOf(state.selection.id)
  const go = (step: number): void => {
    if (found.length === 0) return
    const from = at === -1 && step < 0 ? 0 : at
    const id = found[(from + step + found.length) % found.length]
    if (id !== undefined) dispatch({ type: 'selected', selection: { kind: 'node', id } })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
    else if (event.key === 'ArrowDown') go(1)
    else if (event.key === 'ArrowUp') go(-1)
    else if (event.key === 'Escape' && find !== '') dispatch({ type: 'see/sought', text: '' })
    else return
    event.preventDefault()
  }
  const told =
    find.trim() === ''
      ? ''
      : found.length === 0
        ? t('graph.findNone')
        : t('graph.findCount', { at: Math.max(at + 1, 0), n: found.length })
  return (
    <span className="group find">
      <input
        id={FIND_BOX}
        type="search"
        value={find}
        autoComplete="off"
        aria-label={t('graph.find')}
        placeholder={t('graph.find')}
        onChange={(event) => dispatch({ type: 'see/sought', text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <span className="faint" aria-live="polite">
        {told}
      </span>
      {found.length > 0 && (
        <>
          <button type="button" aria-label={t('graph.previous')} title={t('graph.previous')} onClick={() => go(-1)}>
            ↑
          </button>
          <button type="button" aria-label={t('graph.next')} title={t('graph.next')} onClick={() => go(1)}>
            ↓
          </button>
        </>
      )}
    </span>
  )
}

/** How many are picked, and what can be done with them together. */
function Picked() {
  const { state, dispatch, t } = useConsole()
  const { picked } = state.seeing
  if (picked.size === 0) return null
  const nodes = chosenNodes(state)
  return (
    <span className="group picked">
      <b aria-live="polite">{t('pick.some', { n: nodes.length })}</b>
      <button type="button" onClick={() => dispatch({ type: 'see/hid', nodes })}>
        {t('pick.hide')}
      </button>
      <button type="button" onClick={() => dispatch({ type: 'see/keptOnly', nodes })}>
        {t('pick.keepOnly')}
      </button>
      <button type="button" onClick={() => dispatch({ type: 'see/pinned', nodes })}>
        {t('pick.pin')}
      </button>
      <button type="button" onClick={() => dispatch({ type: 'see/inverted' })}>
        {t('pick.invert')}
      </button>
      <button type="button" onClick={() => dispatch({ type: 'see/picked', nodes: [], how: 'set' })}>
        {t('pick.clear')}
      </button>
    </span>
  )
}
