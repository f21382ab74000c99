// A histogram of when the drawn relations were, and a span on it that the others have to touch. By pointer: draw over the bars.
// By keys: two handles that arrows move. In: the state. Out: the span, and the edges outside it.
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Brush } from '../../../schema/keeping.js'
import { type Bin, edgesOutside, type Times, timesOf, touches } from '../graph/time.js'
import { useConsole } from './console.js'

interface Band {
  first: number
  last: number
}

const NONE: ReadonlySet<string> = new Set()

export function TimeBrush() {
  const { state, dispatch } = useConsole()
  const { drawn } = state
  const { brush } = state.seeing
  const times = useMemo(() => timesOf(drawn), [drawn])
  const outside = useMemo(() => (brush === null ? NONE : edgesOutside(drawn, times, brush)), [drawn, times, brush])
  const hidden = useRef(0)
  useEffect(() => {
    if (outside.size > 0 || hidden.current > 0) dispatch({ type: 'see/edgesHidden', edges: outside })
    hidden.current = outside.size
  }, [dispatch, outside])
  if (times.bins.length < 2) return null
  return (
    <Histogram
      times={times}
      brush={brush}
      outside={outside.size}
      onBrush={(span) => dispatch({ type: 'see/brushed', brush: span })}
    />
  )
}

function Histogram(props: {
  times: Times
  brush: Brush | null
  outside: number
  onBrush: (brush: Brush | null) => void
}) {
  const { t } = useConsole()
  const { bins, undated } = props.times
  const [drawing, setDrawing] = useState<(Band & { from: number }) | null>(null)
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const end = bins.length - 1
  const band: Band = drawing ?? bandOf(props.times, props.brush)
  const dateAt = (index: number): string => bins[index]?.date ?? ''

  const commit = ({ first, last }: Band): void =>
    props.onBrush(first <= 0 && last >= end ? null : { from: dateAt(first), to: dateAt(last) })
  const indexAt = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - box.left) / box.width
    return Math.max(0, Math.min(end, Math.floor(share * bins.length)))
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = indexAt(event)
    // Near a handle the press moves it: the other end stays.
    const anchor = props.brush === null ? at : at === band.first ? band.last : at === band.last ? band.first : at
    setDrawing({ from: anchor, first: Math.min(anchor, at), last: Math.max(anchor, at) })
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (drawing === null) return
    const at = indexAt(event)
    setDrawing({ from: drawing.from, first: Math.min(drawing.from, at), last: Math.max(drawing.from, at) })
  }
  const onPointerUp = (): void => {
    if (drawing !== null) commit(drawing)
    setDrawing(null)
  }
  const move = (side: keyof Band) => (event: KeyboardEvent) => {
    const to = steppedTo(event.key, band[side], end)
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    commit(side === 'first' ? { ...band, first: Math.min(to, band.last) } : { ...band, last: Math.max(to, band.first) })
  }
  return (
    <section className="time-brush" aria-label={t('brush.title')}>
      <p className="time-told">
        <span>
          {dateAt(band.first)} – {dateAt(band.last)}
        </span>
        <span className="faint" aria-live="polite">
          {props.brush === null ? t('brush.hint') : t('brush.outside', { n: props.outside })}
          {undated > 0 && ` · ${t('brush.undated', { n: undated })}`}
        </span>
        {props.brush !== null && (
          <button type="button" className="link" onClick={() => props.onBrush(null)}>
            {t('brush.clear')}
          </button>
        )}
      </p>
      <div
        className="time-bars"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDrawing(null)}
      >
        {bins.map((bin, index) => (
          <span
            key={bin.date}
            className="time-bar"
            data-in={index >= band.first && index <= band.last}
            title={`${bin.date} · ${bin.count.toLocaleString()}`}
            style={{ '--share': bin.count / most } as CSSProperties}
          />
        ))}
        {(['first', 'last'] as const).map((side) => (
          <span
            key={side}
            className="time-handle"
            role="slider"
            tabIndex={0}
            aria-label={t(side === 'first' ? 'brush.from' : 'brush.to')}
            aria-valuemin={0}
            aria-valuemax={end}
            aria-valuenow={band[side]}
            aria-valuetext={dateAt(band[side])}
            style={{ left: `${((side === 'first' ? band.first : band.last + 1) / bins.length) * 100}%` }}
            onKeyDown={move(side)}
          />
        ))}
      </div>
    </section>
  )
}

/** The bars that a span covers; all of them for none. A span of another drawing may be as precise as other bars. */
function bandOf({ bins }: Times, brush: Brush | null): Band {
  const end = bins.length - 1
  if (brush === null) return { first: 0, last: end }
  const covered = ({ date }: Bin): boolean => touches({ from: date, to: date }, brush)
  return { first: Math.max(0, bins.findIndex(covered)), last: Math.max(0, bins.findLastIndex(covered)) }
}

const LEAP = 6

/** Where a key of a slider takes it, if it is one. */
function steppedTo(key: string, at: number, end: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - LEAP,
    PageUp: at + LEAP,
    Home: 0,
    End: end,
  }
  const to = steps[key]
  return to === undefined ? undefined : Math.max(0, Math.min(end, to))
}
