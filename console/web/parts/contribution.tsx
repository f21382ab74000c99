// What a document gave to the graph: things and facts as lists. In: a document. Out: selections; arrow keys go through the facts, and
// the text and the graph follow.
import { type KeyboardEvent, useMemo, useRef } from 'react'
import type { DocumentAnswer } from '../../../schema/answer.js'
import { keyOf } from '../graph/node-words.js'
import { Chip } from './chip.js'
import { useConsole } from './console.js'
import { pointAt } from './pointing.js'

/** So many of each are listed: a list that no one reads to its end need not be drawn to it. */
const MOST = 500

export function Contribution({ document }: { document: DocumentAnswer }) {
  const { state, tasks, t, caption } = useConsole()
  const list = useRef<HTMLUListElement>(null)
  const things = useMemo(() => {
    const found = new Map<string, DocumentAnswer['mentions'][number] & { times: number }>()
    for (const mention of document.mentions) {
      const known = found.get(mention.entity)
      found.set(mention.entity, { ...(known ?? mention), times: (known?.times ?? 0) + 1 })
    }
    return found
  }, [document])
  const facts = useMemo(
    () => [...new Map(document.statements.map((one) => [one.fact, one] as const)).values()],
    [document],
  )
  const edge = state.selection?.kind === 'edge' ? state.drawn.edges.get(state.selection.id) : undefined
  const chosen = edge === undefined ? undefined : keyOf(edge)

  const show = (one: DocumentAnswer['statements'][number]): void => {
    void tasks.openDocument(document.id, { start: one.start, end: one.end })
    void tasks.showFact(one.fact)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = buttons.indexOf(window.document.activeElement as HTMLElement)
    const next = facts[at + by]
    if (at === -1 || next === undefined) return
    event.preventDefault()
    buttons[at + by]?.focus()
    show(next)
  }
  const nameOf = (entity: string): string => things.get(entity)?.name ?? ''
  return (
    <details className="contribution" open={state.believing.whole}>
      <summary>{t('document.gave', { things: things.size, facts: facts.length })}</summary>
      <h4>{t('document.facts', { n: facts.length })}</h4>
      <ul ref={list} onKeyDown={onKeyDown}>
        {facts.slice(0, MOST).map((one) => (
          <li key={one.fact}>
            <button
              type="button"
              className="relation"
              aria-pressed={one.fact === chosen}
              onClick={() => show(one)}
              onMouseEnter={() => pointAt({ kind: 'edge', key: one.fact, on: 'text' })}
              onMouseLeave={() => pointAt(null)}
            >
              {nameOf(one.from)} <span className="relation-type">{caption(one.type)} →</span> {nameOf(one.to)}
            </button>
          </li>
        ))}
      </ul>
      <h4>{t('document.things', { n: things.size })}</h4>
      <ul className="things">
        {[...things.values()].slice(0, MOST).map(({ entity, type, name, times }) => (
          <li
            key={entity}
            onMouseEnter={() => pointAt({ kind: 'node', key: entity, on: 'text' })}
            onMouseLeave={() => pointAt(null)}
          >
            <Chip type={type} name={name} onPress={() => void tasks.show(entity)} />{' '}
            <span className="faint">{times}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
