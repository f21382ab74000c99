// One sentence that says a fact, with both ends marked. In: a statement. Out: its document, opened at the quote.
import type { CSSProperties } from 'react'
import type { StatementAnswer } from '../../../schema/answer.js'
import type { WireNode } from '../../../schema/wire.js'
import { cutIntoPieces, findNames } from '../graph/marks.js'
import { nameOf, typeOf } from '../graph/node-words.js'
import type { Word } from '../words.js'
import { typeColour } from './chip.js'
import { useConsole } from './console.js'

function wordOfConfidence(confidence: number): Word {
  return confidence >= 0.85 ? 'confidence.high' : confidence >= 0.6 ? 'confidence.middle' : 'confidence.low'
}

function formsOf(node: WireNode | undefined): string[] {
  const aliases = node?.properties.aliases
  const names = Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === 'string') : []
  return node === undefined ? [] : [nameOf(node), ...names]
}

/** @param onOpen told before the document opens */
export function EvidenceCard(props: {
  statement: StatementAnswer
  ends: readonly (WireNode | undefined)[]
  onOpen: () => void
}) {
  const { statement, ends, onOpen } = props
  const { state, tasks, t } = useConsole()
  const { document, quote, start, end, trigger } = statement
  const open =
    state.document?.id === document.id && state.document.quote?.start === start && state.document.quote.end === end
  // The words that carry the rule, counted from the start of the quote.
  const carrying = trigger === undefined ? null : { start: trigger.start - start, end: trigger.end - start }
  const names = findNames(quote, ends.map(formsOf))
  return (
    <button
      type="button"
      className="card"
      aria-pressed={open}
      title={t('edge.open')}
      onClick={() => {
        onOpen()
        void tasks.openDocument(document.id, { start, end })
      }}
    >
      <q className="quote">
        {cutIntoPieces(quote.length, names, carrying).map((piece) => {
          const text = quote.slice(piece.start, piece.end)
          const node = piece.mention === null ? undefined : ends[names[piece.mention]?.thing ?? -1]
          if (node === undefined)
            return piece.quoted ? <u key={piece.start}>{text}</u> : <span key={piece.start}>{text}</span>
          return (
            <mark key={piece.start} style={{ '--chip': typeColour(typeOf(node)) } as CSSProperties}>
              {text}
            </mark>
          )
        })}
      </q>
      <span className="card-foot">
        <b>{document.title || t('document.untitled')}</b>
        <span>
          {document.date ?? t('document.undated')}
          {document.source !== undefined && ` · ${document.source}`}
        </span>
        <span>
          {t('evidence.rule')} {state.believing.rules[statement.rule]?.[state.lang]} <code>{statement.rule}</code>
        </span>
        <span>
          {t('evidence.confidence')} {t(wordOfConfidence(statement.confidence))} {statement.confidence.toFixed(2)}
        </span>
      </span>
    </button>
  )
}
