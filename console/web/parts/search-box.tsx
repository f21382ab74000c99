// One box over names, aliases and texts. In: what is typed. Out: what was chosen, told to who asked.
// Follows the combobox pattern of the ARIA Authoring Practices.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { SearchAnswer } from '../../../schema/answer.js'
import { api } from '../api.js'
import type { Word } from '../words.js'
import { Chip } from './chip.js'
import { useConsole } from './console.js'

export type Hit = SearchAnswer['hits'][number]
const PAUSE_MS = 150

export interface SearchBoxProps {
  /** The id of the field. */
  id: string
  label: Word
  hint: Word
  /** Entities alone: a document cannot be taken. */
  entitiesOnly?: boolean
  onTake: (hit: Hit) => void
}

/** The box in the header: an entity is drawn, a document opened at the words. */
export function HeaderSearch() {
  const { tasks } = useConsole()
  return (
    <SearchBox
      id="search"
      label="search.label"
      hint="search.hint"
      onTake={(hit) =>
        void (hit.kind === 'document' ? tasks.openDocument(hit.id, hit.place ?? null) : tasks.show(hit.id))
      }
    />
  )
}

export function SearchBox({ id, label, hint, entitiesOnly = false, onTake }: SearchBoxProps) {
  const { t } = useConsole()
  const [text, setText] = useState('')
  const [hits, setHits] = useState<Hit[] | null>(null)
  const [chosen, setChosen] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()

  useEffect(() => {
    const wanted = text.trim()
    if (wanted === '') {
      setHits(null)
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await api.search(wanted, stop.signal).catch(() => null)
      if (answer === null || stop.signal.aborted) return
      setHits(answer.hits.filter(({ kind }) => !entitiesOnly || kind === 'entity'))
      setChosen(0)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, entitiesOnly])

  const take = (hit: Hit | undefined): void => {
    if (hit === undefined) return
    setText('')
    setHits(null)
    input.current?.blur()
    onTake(hit)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const count = hits?.length ?? 0
    if (event.key === 'ArrowDown' && count > 0) setChosen((chosen + 1) % count)
    else if (event.key === 'ArrowUp' && count > 0) setChosen((chosen + count - 1) % count)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(hits?.[chosen])
    else if (event.key === 'Escape') {
      setText('')
      input.current?.blur()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const open = hits !== null
  return (
    <div className="search">
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={t(label)}
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && hits.length > 0 ? `${listId}-${chosen}` : undefined}
        placeholder={t(hint)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setHits(null)}
      />
      <div className="search-list" id={listId} role="listbox" aria-label={t(label)} hidden={!open || hits.length === 0}>
        {hits?.map((hit, index) => (
          <div
            key={`${hit.kind} ${hit.id}`}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="search-hit"
            // Before blur, which would close the list under the pointer.
            onMouseDown={(event) => {
              event.preventDefault()
              take(hit)
            }}
          >
            <Chip type={hit.type} name={hit.name || t('document.untitled')} />
            <span className="faint">
              {hit.matched !== undefined && hit.matched !== hit.name && t('search.alias', { name: hit.matched })}
              {hit.snippet}
              {hit.documents !== undefined && ` ${t('search.documents', { n: hit.documents })}`}
            </span>
          </div>
        ))}
      </div>
      {open && hits.length === 0 && <div className="search-list search-none">{t('search.none', { text })}</div>}
      <span className="unseen" aria-live="polite">
        {open && hits.length > 0 && t('search.some', { n: hits.length })}
      </span>
    </div>
  )
}
