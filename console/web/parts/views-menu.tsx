// Views saved by name: keep what is shown, bring one back, copy its address, delete it. In: the state. Out: tasks.
import { type FormEvent, useEffect, useState } from 'react'
import { useConsole } from './console.js'
import { Popup } from './popup.js'

export function ViewsMenu() {
  const { t } = useConsole()
  return <Popup name={t('views.title')}>{(close) => <Views close={close} />}</Popup>
}

function Views({ close }: { close: () => void }) {
  const { state, tasks, t } = useConsole()
  const { views, shown } = state.keeping
  const [name, setName] = useState(shown?.name ?? '')
  const [copied, setCopied] = useState<string | null>(null)
  useEffect(() => {
    void tasks.listViews()
  }, [tasks])
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') void tasks.saveView(name.trim())
  }
  const copy = (id: string, link: string): void => {
    void navigator.clipboard.writeText(`${location.origin}${location.pathname}#${link}`)
    setCopied(id)
  }
  const when = (saved: string): string =>
    new Date(saved).toLocaleString(state.lang === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'short', timeStyle: 'short' })
  return (
    <div className="views">
      <form onSubmit={save}>
        <input
          value={name}
          maxLength={200}
          aria-label={t('views.name')}
          placeholder={t('views.name')}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="main" disabled={name.trim() === ''}>
          {t('views.save')}
        </button>
      </form>
      {views.length === 0 && <p className="faint">{t('views.none')}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              className="plain view-name"
              aria-current={shown?.id === view.id}
              title={view.name}
              onClick={() => {
                close()
                void tasks.showView(view.id)
              }}
            >
              <span>{view.name}</span>
              <span className="faint">{when(view.saved)}</span>
            </button>
            <button type="button" className="plain" onClick={() => copy(view.id, `view=${view.id}`)}>
              {t(copied === view.id ? 'views.copied' : 'views.copy')}
            </button>
            <button
              type="button"
              className="plain"
              aria-label={t('views.remove', { name: view.name })}
              title={t('views.remove', { name: view.name })}
              onClick={() => void tasks.removeView(view.id)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={() => copy('', location.hash.slice(1))}>
        {t(copied === '' ? 'views.copied' : 'views.copyShown')}
      </button>
    </div>
  )
}
