// The text of a document as published: every mention in its colour, every sentence that says a fact, the quote lit and in view.
// In: a document, a quote. Out: selections; and the same thing lit on the canvas as long as the pointer rests on its mark.
import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import type { DocumentAnswer } from '../../../schema/answer.js'
import { cutIntoPieces, type Piece } from '../graph/marks.js'
import { keyOf } from '../graph/node-words.js'
import type { Quote } from '../state/state.js'
import { typeColour } from './chip.js'
import { useConsole } from './console.js'
import { pointAt, usePointed } from './pointing.js'
import { useSettled } from './settled.js'

interface Wishes {
  document: DocumentAnswer
  quote: Quote | null
  /** Where reading goes on, as a share of the height. */
  at?: number | undefined
}

export function DocumentText({ document, quote, at }: Wishes) {
  const { state, dispatch, t } = useConsole()
  const box = useRef<HTMLElement>(null)
  const { id, text, mentions, statements } = document
  const pieces = useMemo(
    () => cutIntoPieces(text.length, mentions, quote, statements),
    [text, mentions, quote, statements],
  )
  const kept = useRef(state.believing.scrolled)
  kept.current = state.believing.scrolled
  const { whole } = state.believing

  // biome-ignore lint/correctness/useExhaustiveDependencies: as wide as the middle the text breaks elsewhere
  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const element = box.current
    const mark = quote === null ? null : element?.querySelector('.quoted')
    if (element && (at !== undefined || !mark))
      element.scrollTo({ top: Math.round((at ?? kept.current.get(id) ?? 0) * element.scrollHeight) })
    else mark?.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' })
  }, [id, quote, at, whole])
  const keepPlace = useSettled((to: number) => dispatch({ type: 'believe/scrolled', document: id, to }))

  return (
    <article
      className="side-body document-body"
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
      tabIndex={0}
      aria-label={document.title}
      onScroll={({ currentTarget: { scrollTop, scrollHeight } }) => keepPlace(scrollTop / scrollHeight)}
    >
      <h3>{document.title || t('document.untitled')}</h3>
      <p className="faint">
        {document.date ?? t('document.undated')}
        {document.source !== undefined && ` · ${document.source}`} · {t('document.mentions', { n: mentions.length })}
        {document.url !== undefined && /^https?:\/\//.test(document.url) && (
          <>
            {' · '}
            <a href={document.url} target="_blank" rel="noopener noreferrer">
              {t('document.link')}
            </a>
          </>
        )}
      </p>
      <Marked document={document} pieces={pieces} />
    </article>
  )
}

function Marked({ document, pieces }: { document: DocumentAnswer; pieces: readonly Piece[] }) {
  const { state, tasks, caption } = useConsole()
  const pointed = usePointed()
  const { text, mentions, statements } = document
  const chosen = state.selection
  const node = chosen?.kind === 'node' ? state.drawn.nodes.get(chosen.id) : undefined
  const edge = chosen?.kind === 'edge' ? state.drawn.edges.get(chosen.id) : undefined
  const of = (kind: 'node' | 'edge') => (pointed?.kind === kind ? pointed.key : undefined)
  const nodes = new Set([of('node'), node && keyOf(node)])
  const edges = new Set([of('edge'), edge && keyOf(edge)])
  return (
    <div className="document-text">
      {pieces.map(({ start, end, quoted, ...piece }) => {
        const words = text.slice(start, end)
        const mention = piece.mention === null ? undefined : mentions[piece.mention]
        const facts = piece.facts.flatMap((index) => statements[index] ?? [])
        const lit = facts.some(({ fact }) => edges.has(fact))
        const className = [quoted ? 'quoted' : '', facts.length > 0 ? 'stated' : '', lit ? 'lit' : '']
          .filter(Boolean)
          .join(' ')
        const onMouseEnter = (): void => {
          const [first] = facts
          if (mention !== undefined) pointAt({ kind: 'node', key: mention.entity, on: 'text' })
          else if (first !== undefined) pointAt({ kind: 'edge', key: first.fact, on: 'text' })
        }
        const onMouseLeave = (): void => pointAt(null)
        if (mention !== undefined)
          return (
            // A link and no button: only a link's text breaks over lines as the text around it does.
            <a
              href={`#${mention.entity}`}
              key={start}
              className={`mention ${className} ${nodes.has(mention.entity) ? 'named' : ''}`}
              style={{ '--chip': typeColour(mention.type) } as CSSProperties}
              title={`${caption(mention.type)} · ${mention.name}`}
              onMouseEnter={onMouseEnter}
              onMouseLeave={onMouseLeave}
              onFocus={onMouseEnter}
              onBlur={onMouseLeave}
              onClick={(event) => {
                event.preventDefault()
                void tasks.show(mention.entity)
              }}
            >
              {words}
            </a>
          )
        if (className === '') return <span key={start}>{words}</span>
        return (
          <mark
            key={start}
            className={className}
            title={facts.map(({ type }) => caption(type)).join(' · ')}
            onMouseEnter={onMouseEnter}
            onMouseLeave={onMouseLeave}
          >
            {words}
          </mark>
        )
      })}
    </div>
  )
}
