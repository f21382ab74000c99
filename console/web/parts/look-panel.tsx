// How each type looks and which are shown: colour, size, caption, filters of nodes and of relations. In: the types that are drawn.
// Out: actions. Loaded when first opened.
import { type CSSProperties, useMemo } from 'react'
import { numbersOf } from '../graph/build.js'
import { typeOf } from '../graph/node-words.js'
import { letterOf, shapeOf } from '../look/palette.js'
import { colourBy } from '../look/reducers.js'
import type { TypeLook } from '../state/seeing.js'
import type { Drawn } from '../state/state.js'
import { useConsole } from './console.js'
import { markColour } from './legend.js'

interface Wishes {
  types: readonly (readonly [string, number])[]
  onClose: () => void
}

export default function LookPanel({ types, onClose }: Wishes) {
  const { state, dispatch, t, caption } = useConsole()
  const { look, hiddenRelations } = state.seeing
  const properties = useMemo(() => propertiesOf(state.drawn), [state.drawn])
  const numbers = useMemo(() => numbersOf(state.drawn), [state.drawn])
  const relations = useMemo(() => countRelations(state.drawn), [state.drawn])
  const change = (type: string, more: TypeLook): void =>
    dispatch({
      type: 'see/looked',
      look: { ...look, types: { ...look.types, [type]: { ...look.types[type], ...more } } },
    })
  return (
    <section className="look" aria-label={t('look.title')}>
      <div className="look-head">
        <h3>{t('look.title')}</h3>
        <button
          type="button"
          onClick={() => dispatch({ type: 'see/looked', look: { ...look, types: {}, sizeBy: '' } })}
        >
          {t('look.reset')}
        </button>
        <button type="button" className="plain" aria-label={t('panel.close')} onClick={onClose}>
          ✕
        </button>
      </div>
      <h4>{t('look.nodes')}</h4>
      <ul>
        {types.map(([type, count]) => {
          const name = type === '' ? t('node.unknown') : caption(type)
          const own = look.types[type] ?? {}
          return (
            <li key={type}>
              <span style={{ '--chip': markColour(type, look.types) } as CSSProperties} className="legend-row">
                <span className={`mark ${shapeOf(type)}`} aria-hidden="true">
                  {letterOf(type, state.lang)}
                </span>
                {name} <b>{count}</b>
              </span>
              <input
                type="color"
                aria-label={t('look.colour', { type: name })}
                value={colourBy(look.types, type, state.theme)}
                onChange={(event) => change(type, { colour: event.target.value })}
              />
              <input
                type="range"
                min="0.5"
                max="2.5"
                step="0.1"
                aria-label={t('look.size', { type: name })}
                value={own.size ?? 1}
                onChange={(event) => change(type, { size: Number(event.target.value) })}
              />
              <select
                aria-label={t('look.caption', { type: name })}
                value={own.caption ?? ''}
                onChange={(event) => change(type, { caption: event.target.value })}
              >
                <option value="">{t('look.name')}</option>
                {(properties.get(type) ?? []).map((property) => (
                  <option key={property} value={property}>
                    {property}
                  </option>
                ))}
              </select>
              <button
                type="button"
                aria-label={`${t('look.only')} ${name}`}
                onClick={() => dispatch({ type: 'see/onlyType', of: type })}
              >
                {t('look.only')}
              </button>
            </li>
          )
        })}
      </ul>
      <label className="look-size">
        {t('graph.sizeBy')}
        <select
          value={numbers.includes(look.sizeBy) ? look.sizeBy : ''}
          onChange={(event) => dispatch({ type: 'see/looked', look: { ...look, sizeBy: event.target.value } })}
        >
          <option value="">{t('graph.byDegree')}</option>
          {numbers.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {relations.length > 0 && <h4>{t('look.relations')}</h4>}
      <div className="look-relations">
        {relations.map(([type, count]) => (
          <button
            key={type}
            type="button"
            aria-pressed={!hiddenRelations.has(type)}
            title={t('legend.title')}
            onClick={(event) => dispatch({ type: event.altKey ? 'see/onlyRelation' : 'see/toggledRelation', of: type })}
          >
            {caption(type)} <b>{count}</b>
          </button>
        ))}
      </div>
    </section>
  )
}

function countRelations(drawn: Drawn): [string, number][] {
  const counts = new Map<string, number>()
  for (const { type } of drawn.edges.values()) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** By type, the properties that say something short. */
function propertiesOf(drawn: Drawn): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const node of drawn.nodes.values()) {
    const type = typeOf(node)
    const names = found.get(type) ?? new Set()
    for (const [name, value] of Object.entries(node.properties))
      if (value !== null && name !== 'text' && name !== 'name') names.add(name)
    found.set(type, names)
  }
  return new Map([...found].map(([type, names]) => [type, [...names].sort()]))
}
