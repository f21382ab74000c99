// What is known of one node: names, properties, the relations that are drawn, and how to draw more. In: a node. Out: actions.
import { useEffect } from 'react'
import type { WireNode } from '../../../schema/wire.js'
import { keyOf, nameOf, typeOf } from '../graph/node-words.js'
import { textOf } from '../graph/plain.js'
import { Chip } from './chip.js'
import { useConsole } from './console.js'
import { DoubtsBox, wordOfAttribute } from './doubts-box.js'

const PLACED_ELSEWHERE = new Set(['id', 'name', 'title', 'aliases', 'documents', 'text', 'sha256'])
const MOST_RELATIONS = 200

export function NodePanel({ node }: { node: WireNode }) {
  const { state, dispatch, tasks, t, caption } = useConsole()
  const type = typeOf(node)
  const key = keyOf(node)
  const isEntity = node.labels.includes('Entity')
  const counts = key === undefined ? undefined : state.neighbourCounts.get(key)
  const { aliases, documents } = node.properties
  const edges = [...state.drawn.edges.values()].filter((edge) => edge.start === node.id || edge.end === node.id)

  useEffect(() => {
    if (isEntity && key !== undefined) void tasks.neighbourCounts(key)
  }, [isEntity, key, tasks])

  return (
    <article aria-label={nameOf(node)}>
      <h3 className="node-name">
        <Chip type={type} name={caption(type) || t('node.unknown')} />
        <span>{nameOf(node) || t('node.unknown')}</span>
      </h3>
      {typeof documents === 'number' && <p className="faint">{t('node.documents', { n: documents })}</p>}
      {Array.isArray(aliases) && aliases.length > 0 && (
        <p>
          <span className="faint">{t('node.aliases')}</span> {aliases.map(textOf).join('、')}
        </p>
      )}
      <div className="buttons">
        {isEntity && (
          <button type="button" onClick={() => void tasks.expand(node)}>
            {t('node.expand')}
          </button>
        )}
        {isEntity && key !== undefined && (
          <>
            <button type="button" onClick={() => tasks.setPathEnd('from', { id: key, type, name: nameOf(node) })}>
              {t('paths.start')}
            </button>
            {state.believing.paths?.from != null && (
              <button type="button" onClick={() => tasks.setPathEnd('to', { id: key, type, name: nameOf(node) })}>
                {t('paths.end')}
              </button>
            )}
          </>
        )}
        {type === 'Document' && key !== undefined && (
          <button type="button" onClick={() => void tasks.openDocument(key, null)}>
            {t('node.open')}
          </button>
        )}
        <button type="button" onClick={() => dispatch({ type: 'hid', node: node.id })}>
          {t('node.hide')}
        </button>
      </div>
      {counts !== undefined && counts.length > 0 && (
        <ul className="expansions" aria-label={t('node.expandHint')}>
          {counts.map((row) => (
            <li key={`${row.type} ${row.direction}`}>
              <button
                type="button"
                title={t('node.expandType', { type: caption(row.type), n: row.count })}
                onClick={() => void tasks.expand(node, row.type)}
              >
                {row.direction === 'out' ? '→' : '←'} {caption(row.type)} <b>{row.count}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
      {isEntity && key !== undefined && <DoubtsBox of={{ entity: key }} />}
      <Properties node={node} />
      {edges.length > 0 && <h4>{t('node.relations', { n: edges.length })}</h4>}
      <ul className="relations">
        {edges.slice(0, MOST_RELATIONS).map((edge) => {
          const out = edge.start === node.id
          const other = state.drawn.nodes.get(out ? edge.end : edge.start)
          return (
            <li key={edge.id}>
              <button
                type="button"
                className="relation"
                onClick={() => dispatch({ type: 'selected', selection: { kind: 'edge', id: edge.id } })}
              >
                <span className="relation-type">
                  {out ? '→' : '←'} {caption(edge.type)}
                  {state.believing.wrong.has(keyOf(edge) ?? '') && <b className="bad"> {t('review.wrong')}</b>}
                </span>
                <Chip type={other === undefined ? '' : typeOf(other)} name={other === undefined ? '' : nameOf(other)} />
              </button>
            </li>
          )
        })}
      </ul>
    </article>
  )
}

function Properties({ node }: { node: WireNode }) {
  const { t } = useConsole()
  const rows = Object.entries(node.properties).filter(([name, value]) => !PLACED_ELSEWHERE.has(name) && value !== null)
  if (rows.length === 0) return null
  return (
    <>
      <h4>{t('node.properties')}</h4>
      <dl className="properties">
        {rows.map(([name, value]) => {
          const word = wordOfAttribute(name)
          return (
            <div key={name}>
              <dt title={name}>{word === undefined ? name : t(word)}</dt>
              <dd>{textOf(value)}</dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
