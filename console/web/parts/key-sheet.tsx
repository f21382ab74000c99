// The sheet behind `?`: every key of the table, by what it is for. In: the state. Out: a dialog that any key of closing closes.
import { useEffect, useRef } from 'react'
import { useConsole } from './console.js'
import { KEY_GROUPS, KEYS, type KeyGroup } from './keys.js'

const GROUP_WORDS = {
  everywhere: 'keys.inAll',
  ask: 'keys.inAsking',
  graph: 'keys.inGraph',
  believe: 'keys.inSources',
} as const satisfies Record<KeyGroup, string>

export function KeySheet() {
  const { state, dispatch, t } = useConsole()
  const dialog = useRef<HTMLDialogElement>(null)
  const open = state.keeping.keySheet
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal()
    if (!open) dialog.current?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className="key-sheet"
      aria-labelledby="key-sheet-title"
      onClose={() => dispatch({ type: 'keep/keySheet', open: false })}
    >
      <div className="key-sheet-head">
        <h2 id="key-sheet-title">{t('keys.title')}</h2>
        <button
          type="button"
          className="plain"
          aria-label={t('panel.close')}
          onClick={() => dispatch({ type: 'keep/keySheet', open: false })}
        >
          ×
        </button>
      </div>
      <div className="key-groups">
        {KEY_GROUPS.map((group) => {
          const keys = KEYS.filter((key) => key.group === group)
          if (keys.length === 0) return null
          return (
            <section key={group}>
              <h3>{t(GROUP_WORDS[group])}</h3>
              <dl>
                {keys.map((key) => (
                  <div key={key.shown + key.says}>
                    <dt>
                      <kbd>{key.shown}</kbd>
                    </dt>
                    <dd>{t(key.says)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </dialog>
  )
}
