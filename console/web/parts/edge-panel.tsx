// Every sentence that says one relation. In: a relationship. Out: cards, each of which opens its document at the quote.
import { useEffect } from 'react'
import type { WireRelationship } from '../../../schema/wire.js'
import { keyOf, nameOf, typeOf } from '../graph/node-words.js'
import { Chip } from './chip.js'
import { useConsole } from './console.js'
import { EvidenceCard } from './evidence-card.js'
import { ProblemBox } from './problem-box.js'

export function EdgePanel({ edge }: { edge: WireRelationship }) {
  const { state, dispatch, tasks, t, caption } = useConsole()
  const fact = keyOf(edge)
  const asked = fact === undefined ? undefined : state.evidence.get(fact)
  const from = state.drawn.nodes.get(edge.start)
  const to = state.drawn.nodes.get(edge.end)

  useEffect(() => {
    if (fact !== undefined) void tasks.evidence(fact)
  }, [fact, tasks])

  const statements = asked?.is === 'there' ? asked.value.statements : []
  const documents = new Set(statements.map((statement) => statement.document.id)).size
  const told = t('edge.sources', { n: statements.length, documents })
  const { since, until, former } = edge.properties
  const when = [
    former === true ? t('edge.former') : '',
    typeof since === 'string' ? t('edge.since', { date: since }) : '',
    typeof until === 'string' ? t('edge.until', { date: until }) : '',
  ].filter((words) => words !== '')
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
      {statements.length > 0 && <h4>{told}</h4>}
      {asked?.is === 'there' && asked.value.total > statements.length && <p className="faint">{t('edge.more')}</p>}
      <ol className="evidence" aria-label={told}>
        {statements.map((statement) => (
          <li key={statement.id}>
            <EvidenceCard statement={statement} ends={[from, to]} />
          </li>
        ))}
      </ol>
    </article>
  )
}
