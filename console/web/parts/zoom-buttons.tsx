// Closer, farther, all. In: the renderer. Out: the camera moves.
import type { Renderer } from '../view/renderer.js'
import { useConsole } from './console.js'

const stillMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150)

export function ZoomButtons({ renderer }: { renderer: Renderer | null }) {
  const { t } = useConsole()
  const buttons = [
    ['graph.in', '+', () => renderer?.zoom(0.66, stillMs())],
    ['graph.out', '−', () => renderer?.zoom(1.5, stillMs())],
    ['graph.fit', '⤢', () => renderer?.fit(stillMs())],
  ] as const
  return (
    <div className="zoom">
      {buttons.map(([word, sign, act]) => (
        <button key={word} type="button" aria-label={t(word)} title={t(word)} onClick={act}>
          {sign}
        </button>
      ))}
    </div>
  )
}
