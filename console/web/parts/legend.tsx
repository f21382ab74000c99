// The types on the canvas with how many there are of each; a click hides or shows one, Alt-click shows it alone. In: the state.
// Out: actions. How a type looks is changed in the panel that opens from here.
import { type CSSProperties, lazy, Suspense, useMemo, useState } from 'react'
import { typeOf } from '../graph/node-words.js'
import { letterOf, shapeOf, TYPE_LOOKS } from '../look/palette.js'
import type { Drawn } from '../state/state.js'
import { typeColour } from './chip.js'
import { useConsole } from './console.js'

const LookPanel = lazy(() => import('./look-panel.js'))
const ORDER = Object.keys(TYPE_LOOKS)

export function Legend() {
  const { state, dispatch, t, caption } = useConsole()
  const { drawn, selection, seeing } = state
  const types = useMemo(() => countTypes(drawn), [drawn])
  const loops = useMemo(() => [...drawn.edges.values()].filter((edge) => edge.start === edge.end), [drawn])
  const [styling, setStyling] = useState(false)
  if (types.length === 0) return null
  const nextLoop = (): void => {
    const at = loops.findIndex((edge) => edge.id === selection?.id)
    const next = loops[(at + 1) % loops.length]
    if (next !== undefined) dispatch({ type: 'selected', selection: { kind: 'edge', id: next.id } })
  }
  return (
    <div className="legend-box">
      {styling && (
        <Suspense>
          <LookPanel types={types} onClose={() => setStyling(false)} />
        </Suspense>
      )}
      <fieldset className="legend">
        <legend className="unseen">{t('legend.title')}</legend>
        {types.map(([type, count]) => (
          <button
            key={type}
            type="button"
            aria-pressed={!state.hiddenTypes.has(type)}
            title={t('legend.title')}
            style={{ '--chip': markColour(type, seeing.look.types) } as CSSProperties}
            onClick={(event) => dispatch({ type: event.altKey ? 'see/onlyType' : 'toggledType', of: type })}
          >
            <span className={`mark ${shapeOf(type)}`} aria-hidden="true">
              {letterOf(type, state.lang)}
            </span>
            {type === '' ? t('node.unknown') : caption(type)} <b>{count}</b>
          </button>
        ))}
        {loops.length > 0 && (
          <button type="button" onClick={nextLoop}>
            {t('legend.loops', { n: loops.length })}
          </button>
        )}
        <button type="button" className="style" aria-expanded={styling} onClick={() => setStyling(!styling)}>
          {t('look.title')}
        </button>
      </fieldset>
    </div>
  )
}

/** The colour of a type as CSS: what the user chose, or the palette's. */
export function markColour(type: string, looks: Readonly<Record<string, { colour?: string }>>): string {
  return (Object.hasOwn(looks, type) ? looks[type]?.colour : undefined) ?? typeColour(type)
}

function countTypes(drawn: Drawn): [string, number][] {
  const counts = new Map<string, number>()
  for (const node of drawn.nodes.values()) {
    const type = typeOf(node)
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  const place = (type: string): number => (ORDER.includes(type) ? ORDER.indexOf(type) : ORDER.length)
  return [...counts].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
}
