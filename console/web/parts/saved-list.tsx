// Queries kept under names, in collections; the server keeps them beside the graph. In: the state. Out: one taken up, run, kept,
// taken away; all of them as a file, or out of one.
import { type ChangeEvent, type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { download } from '../download.js'
import { useConsole } from './console.js'

export function SavedList() {
  const { state, dispatch, tasks, t } = useConsole()
  const { saved } = state.asking
  const [name, setName] = useState('')
  const [collection, setCollection] = useState('')
  const list = useId()
  const file = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read when the list is opened
  useEffect(() => void tasks.readSaved(), [])
  const collections = saved?.collections ?? []
  const empty = state.query.trim() === ''
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (empty || name.trim() === '') return
    await tasks.save(collection.trim() || t('saved.first'), name.trim())
    setName('')
  }
  const takeFile = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const text = await event.target.files?.[0]?.text()
    event.target.value = ''
    if (text === undefined) return
    if (isJson(text)) await tasks.importSaved(text)
    else dispatch({ type: 'noticed', problem: { kind: 'input', message: t('saved.notJson') } })
  }
  return (
    <>
      <form className="keep-form" onSubmit={(event) => void keep(event)}>
        <h3>{t('ask.save')}</h3>
        <label>
          <span className="faint">{t('saved.name')}</span>
          <input className="field" value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          <span className="faint">{t('saved.collection')}</span>
          <input
            className="field"
            value={collection}
            maxLength={200}
            list={list}
            placeholder={t('saved.first')}
            onChange={(event) => setCollection(event.target.value)}
          />
        </label>
        <datalist id={list}>
          {collections.map((one) => (
            <option key={one.name} value={one.name} />
          ))}
        </datalist>
        <button type="submit" disabled={empty || name.trim() === ''}>
          {t('saved.keep')}
        </button>{' '}
        {empty && <span className="faint">{t('saved.nothing')}</span>}
      </form>
      {saved !== null && collections.length === 0 && <p className="faint">{t('saved.none')}</p>}
      {collections.map((one) => (
        <section key={one.name}>
          <h4>{one.name}</h4>
          <ul className="past">
            {one.queries.map((query) => (
              <li key={query.name} className="kept">
                <button type="button" className="query-button" title={query.cypher} onClick={() => tasks.recall(query)}>
                  <b>{query.name}</b>
                  <code>{query.cypher}</code>
                </button>
                <button
                  type="button"
                  className="plain"
                  aria-label={t('saved.run', { name: query.name })}
                  onClick={() => {
                    tasks.recall(query)
                    void tasks.run()
                  }}
                >
                  ▶
                </button>
                <button
                  type="button"
                  className="plain"
                  aria-label={t('saved.drop', { name: query.name })}
                  onClick={() => void tasks.drop(one.name, query.name)}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="keep-files">
        <button
          type="button"
          className="link"
          disabled={collections.length === 0}
          onClick={() =>
            download('wentu-queries.json', new Blob([JSON.stringify(saved, null, 2)], { type: 'application/json' }))
          }
        >
          {t('saved.export')}
        </button>{' '}
        <button type="button" className="link" onClick={() => file.current?.click()}>
          {t('saved.import')}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('saved.import')}
          onChange={(event) => void takeFile(event)}
        />
      </p>
    </>
  )
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
