// Every sentence that says one relation. In: a relationship. Out: cards, each of which opens its document at the quote.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { WireRelationship } from '../../../schema/wire.js'
import { keyOf, nameOf, typeOf } from '../graph/node-words.js'
import { Chip } from './chip.js'
import { useConsole } from './console.js'
import { DoubtsBox } from './doubts-box.js'
import { EvidenceCard } from './evidence-card.js'
import { FOLLOW } from './follow.js'
import { ProblemBox } from './problem-box.js'
import { WrongBox } from './wrong-box.js'

export function EdgePanel({ edge }: { edge: WireRelationship }) {
  const { state, dispatch, tasks, t, caption } = useConsole()
  const fact = keyOf(edge)
  const asked = fact === undefined ? undefined : state.evidence.get(fact)
  const from = state.drawn.nodes.get(edge.start)
  const to = state.drawn.nodes.get(edge.end)

  useEffect(() => {
    if (fact !== undefined) void tasks.evidence(fact)
  }, [fact, tasks])

  const list = useRef<HTMLOListElement>(null)
  const at = state.believing.statement
  const statements = asked?.is === 'there' ? asked.value.statements : []
  const documents = new Set(statements.map((statement) => statement.document.id)).size
  const told = t('edge.sources', { n: statements.length, documents })
  const { since, until, former } = edge.properties
  const when = [
    former === true ? t('edge.former') : '',
    typeof since === 'string' ? t('edge.since', { date: since }) : '',
    typeof until === 'string' ? t('edge.until', { date: until }) : '',
  ].filter((words) => words !== '')
  /** Goes to another sentence: the document that lies open and the graph follow. */
  const step = (to: number): void => {
    const statement = statements[to]
    if (statement === undefined) return
    dispatch({ type: 'believe/stepped', to })
    list.current?.querySelectorAll<HTMLElement>('.card')[to]?.focus()
    const { document, start, end } = statement
    if (state.document !== null) void tasks.openDocument(document.id, { start, end })
    window.dispatchEvent(new Event(FOLLOW))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    step(at + by)
  }
  return (
    <article aria-label={caption(edge.type)}>
      <h3>
        {caption(edge.type)} <code className="faint">{edge.type}</code>
      </h3>
      <p className="ends">
        {[from, to].map((node, index) => (
          <span key={index === 0 ? 'from' : 'to'}>
            {index === 1 && <span aria-hidden="true">→ </span>}
            {node !== undefined && (
              <Chip
                type={typeOf(node)}
                name={nameOf(node) || t('node.unknown')}
                onPress={() => dispatch({ type: 'selected', selection: { kind: 'node', id: node.id } })}
              />
            )}
          </span>
        ))}
      </p>
      {when.length > 0 && <p>{when.join(' · ')}</p>}
      {asked?.is === 'waiting' && <p className="faint">{t('wait.loading')}</p>}
      {asked?.is === 'failed' && <ProblemBox problem={asked.problem} />}
      {(fact === undefined || (asked?.is === 'there' && statements.length === 0)) && (
        <p className="faint">{t('edge.none')}</p>
      )}
      {fact !== undefined && <WrongBox fact={fact} />}
      {fact !== undefined && <DoubtsBox of={{ fact }} />}
      {[from, to].map((node) => {
        const entity = node?.labels.includes('Accident') ? keyOf(node) : undefined
        return entity === undefined ? null : <DoubtsBox key={entity} of={{ entity }} />
      })}
      {statements.length > 0 && (
        <div className="evidence-head">
          <h4>{told}</h4>
          {statements.length > 1 && (
            <span>
              <button
                type="button"
                className="plain"
                aria-label={t('edge.earlier')}
                title={t('edge.earlier')}
                disabled={at === 0}
                onClick={() => step(at - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                className="plain"
                aria-label={t('edge.later')}
                title={t('edge.later')}
                disabled={at >= statements.length - 1}
                onClick={() => step(at + 1)}
              >
                ↓
              </button>
            </span>
          )}
        </div>
      )}
      <span className="unseen" aria-live="polite">
        {statements.length > 1 && t('edge.at', { n: at + 1, total: statements.length })}
      </span>
      {asked?.is === 'there' && asked.value.total > statements.length && <p className="faint">{t('edge.more')}</p>}
      <ol className="evidence" aria-label={told} ref={list} onKeyDown={onKeyDown}>
        {statements.map((statement, index) => (
          <li key={statement.id} className={index === at ? 'at' : undefined}>
            <EvidenceCard
              statement={statement}
              ends={[from, to]}
              onOpen={() => dispatch({ type: 'believe/stepped', to: index })}
            />
          </li>
        ))}
      </ol>
    </article>
  )
}
