// A document as published, beside the graph: every mention underlined, the quote lit and in view. In: the state. Out: selections.
import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import type { DocumentAnswer } from '../../../schema/answer.js'
import { cutIntoPieces } from '../graph/marks.js'
import { keyOf } from '../graph/node-words.js'
import { typeColour } from './chip.js'
import { useConsole } from './console.js'
import { ProblemBox } from './problem-box.js'

export function DocumentPanel() {
  const { state, dispatch, t } = useConsole()
  const open = state.document
  if (open === null) return null
  const text = open.text
  return (
    <section className="document" aria-label={t('side.document')}>
      <div className="side-head">
        <h2>{t('side.document')}</h2>
        <button
          type="button"
          className="plain"
          aria-label={t('panel.close')}
          onClick={() => dispatch({ type: 'closedDocument' })}
        >
          ×
        </button>
      </div>
      {text.is === 'waiting' && <p className="side-body faint">{t('wait.loading')}</p>}
      {text.is === 'failed' && <ProblemBox problem={text.problem} />}
      {text.is === 'there' && <DocumentText document={text.value} quote={open.quote} />}
    </section>
  )
}

function DocumentText({ document, quote }: { document: DocumentAnswer; quote: { start: number; end: number } | null }) {
  const { state, tasks, t, caption } = useConsole()
  const box = useRef<HTMLElement>(null)
  const { text, mentions } = document
  const pieces = useMemo(() => cutIntoPieces(text.length, mentions, quote), [text, mentions, quote])
  const selected = state.selection?.kind === 'node' ? state.drawn.nodes.get(state.selection.id) : undefined
  const selectedKey = selected === undefined ? undefined : keyOf(selected)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new quote or document is what calls for a scroll
  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const mark = box.current?.querySelector('.quoted')
    if (mark) mark.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' })
    else box.current?.scrollTo({ top: 0 })
  }, [document.id, quote])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <article className="side-body document-body" ref={box} tabIndex={0} aria-label={document.title}>
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
      <div className="document-text">
        {pieces.map((piece) => {
          const words = text.slice(piece.start, piece.end)
          const mention = piece.mention === null ? undefined : mentions[piece.mention]
          const className = piece.quoted ? 'quoted' : undefined
          if (mention === undefined)
            return piece.quoted ? (
              <mark key={piece.start} className={className}>
                {words}
              </mark>
            ) : (
              <span key={piece.start}>{words}</span>
            )
          return (
            // A link and no button: only a link's text breaks over lines as the text around it does.
            <a
              href={`#${mention.entity}`}
              key={piece.start}
              className={`mention ${className ?? ''} ${mention.entity === selectedKey ? 'lit' : ''}`}
              style={{ '--chip': typeColour(mention.type) } as CSSProperties}
              title={`${caption(mention.type)} · ${mention.name}`}
              onClick={(event) => {
                event.preventDefault()
                void tasks.show(mention.entity)
              }}
            >
              {words}
            </a>
          )
        })}
      </div>
    </article>
  )
}
