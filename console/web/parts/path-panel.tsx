// How two things are connected: both ends, the relations allowed, the ways that were found. In: the state. Out: paths drawn.
import { RELATION_TYPES } from '../../../schema/model.js'
import type { WireNode, WireRelationship } from '../../../schema/wire.js'
import { keyOf, nameOf, typeOf } from '../graph/node-words.js'
import type { PathEnd, PathSearch } from '../state/believing.js'
import { Chip } from './chip.js'
import { useConsole } from './console.js'
import { ProblemBox } from './problem-box.js'
import { SearchBox } from './search-box.js'

export function PathPanel({ paths }: { paths: PathSearch }) {
  const { dispatch, tasks, t, caption } = useConsole()
  const { from, to, types, found } = paths
  const allow = (allowed: ReadonlySet<string>): void =>
    dispatch({ type: 'believe/paths', paths: { ...paths, types: allowed, found: null } })
  return (
    <article aria-label={t('paths.title')} className="paths">
      <div className="side-line">
        <h3>{t('paths.title')}</h3>
        <button
          type="button"
          className="plain"
          aria-label={t('panel.close')}
          onClick={() => dispatch({ type: 'believe/paths', paths: null })}
        >
          ×
        </button>
      </div>
      <End side="from" end={from} />
      <End side="to" end={to} />
      <details>
        <summary>
          {t('paths.types')} · {types.size} / {RELATION_TYPES.length}
        </summary>
        <span className="buttons">
          <button type="button" onClick={() => allow(new Set(RELATION_TYPES))}>
            {t('paths.all')}
          </button>
          <button type="button" onClick={() => allow(new Set())}>
            {t('paths.no')}
          </button>
        </span>
        <div className="path-types">
          {RELATION_TYPES.map((type) => (
            <label key={type}>
              <input
                type="checkbox"
                checked={types.has(type)}
                onChange={() =>
                  allow(new Set(types.has(type) ? [...types].filter((one) => one !== type) : [...types, type]))
                }
              />
              {caption(type)}
            </label>
          ))}
        </div>
      </details>
      <div className="buttons">
        {found?.is === 'waiting' ? (
          <button type="button" onClick={() => tasks.stopPaths()}>
            {t('ask.stop')}
          </button>
        ) : (
          <button
            type="button"
            disabled={from === null || to === null || types.size === 0}
            onClick={() => void tasks.findPaths()}
          >
            {t('paths.find')}
          </button>
        )}
      </div>
      {found?.is === 'waiting' && <p className="faint">{t('paths.finding')}</p>}
      {found?.is === 'failed' && <ProblemBox problem={found.problem} />}
      {found?.is === 'there' && <Ways paths={found.value} />}
    </article>
  )
}

function End({ side, end }: { side: 'from' | 'to'; end: PathEnd | null }) {
  const { tasks, t } = useConsole()
  const word = side === 'from' ? 'paths.from' : 'paths.to'
  return (
    <div className="path-end">
      <span>{t(word)}</span>
      {end === null ? (
        <SearchBox
          id={`path-${side}`}
          label={word}
          hint="paths.choose"
          entitiesOnly
          onTake={({ id, type, name }) => tasks.setPathEnd(side, { id, type, name })}
        />
      ) : (
        <>
          <Chip type={end.type} name={end.name} onPress={() => void tasks.show(end.id)} />
          <button
            type="button"
            className="plain"
            aria-label={t('panel.close')}
            onClick={() => tasks.setPathEnd(side, null)}
          >
            ×
          </button>
        </>
      )}
    </div>
  )
}

type Found = Extract<NonNullable<PathSearch['found']>, { is: 'there' }>['value']

function Ways({ paths: { paths, graph, ended, seen } }: { paths: Found }) {
  const { dispatch, t, caption } = useConsole()
  const nodes = new Map<string | undefined, WireNode>(graph.nodes.map((node) => [keyOf(node), node]))
  const edges = new Map<string | undefined, WireRelationship>(graph.relationships.map((edge) => [keyOf(edge), edge]))
  const [first] = paths
  if (ended !== 'found' || first === undefined)
    return (
      <p role="status">
        {t(ended === 'time' ? 'paths.time' : ended === 'size' ? 'paths.size' : 'paths.none', { seen })}
      </p>
    )
  return (
    <>
      <p role="status">{t('paths.found', { n: paths.length, steps: first.facts.length, seen })}</p>
      {graph.truncated && <p className="faint">{t('paths.more')}</p>}
      <ol className="ways">
        {paths.map((path) => (
          <li key={path.facts.join()}>
            {path.entities.map((entity, index) => {
              const node = nodes.get(entity)
              const fact = path.facts[index - 1]
              const edge = fact === undefined ? undefined : edges.get(fact)
              return (
                <span key={entity}>
                  {edge !== undefined && (
                    <button
                      type="button"
                      className="link"
                      onClick={() => dispatch({ type: 'selected', selection: { kind: 'edge', id: edge.id } })}
                    >
                      {edge.end === node?.id ? `— ${caption(edge.type)} →` : `← ${caption(edge.type)} —`}
                    </button>
                  )}
                  {node !== undefined && <Chip type={typeOf(node)} name={nameOf(node)} />}
                </span>
              )
            })}
          </li>
        ))}
      </ol>
    </>
  )
}
