// The types on the canvas with how many there are of each; a click hides or shows one. In: the state. Out: actions.
import type { CSSProperties } from 'react'
import { typeOf } from '../graph/node-words.js'
import { letterOf, shapeOf, TYPE_LOOKS } from '../look/palette.js'
import { typeColour } from './chip.js'
import { useConsole } from './console.js'

const ORDER = Object.keys(TYPE_LOOKS)

export function Legend() {
  const { state, dispatch, t, caption } = useConsole()
  const counts = new Map<string, number>()
  for (const node of state.drawn.nodes.values()) {
    const type = typeOf(node)
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  if (counts.size === 0) return null
  const place = (type: string): number => (ORDER.includes(type) ? ORDER.indexOf(type) : ORDER.length)
  const types = [...counts].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
  const loops = [...state.drawn.edges.values()].filter((edge) => edge.start === edge.end).length
  return (
    <fieldset className="legend">
      <legend className="unseen">{t('legend.title')}</legend>
      {types.map(([type, count]) => (
        <button
          key={type}
          type="button"
          aria-pressed={!state.hiddenTypes.has(type)}
          title={t('legend.title')}
          style={{ '--chip': typeColour(type) } as CSSProperties}
          onClick={() => dispatch({ type: 'toggledType', of: type })}
        >
          <span className={`mark ${shapeOf(type)}`} aria-hidden="true">
            {letterOf(type, state.lang)}
          </span>
          {type === '' ? t('node.unknown') : caption(type)} <b>{count}</b>
        </button>
      ))}
      {loops > 0 && <span className="faint">{t('legend.loops', { n: loops })}</span>}
    </fieldset>
  )
}
