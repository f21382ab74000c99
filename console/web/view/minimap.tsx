// The whole graph small, with a frame around what is in view. In: the renderer. Out: the camera goes where it is pressed.
import { type PointerEvent, useEffect, useRef } from 'react'
import { useConsole } from '../parts/console.js'
import type { Renderer } from './renderer.js'

const WIDTH = 168
const HEIGHT = 112
const EDGE = 6

export function Minimap({ renderer }: { renderer: Renderer }) {
  const { t } = useConsole()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const { sigma } = renderer
    const dots = document.createElement('canvas')
    dots.width = WIDTH * 2
    dots.height = HEIGHT * 2
    let stale = true
    const tell = (): void => {
      stale = true
    }
    const draw = (): void => {
      const context = canvas.current?.getContext('2d')
      if (!context) return
      if (stale) drawDots(dots, renderer)
      stale = false
      context.clearRect(0, 0, WIDTH * 2, HEIGHT * 2)
      context.drawImage(dots, 0, 0)
      const { width, height } = sigma.getDimensions()
      const from = onMap(sigma.viewportToFramedGraph({ x: 0, y: 0 }))
      const to = onMap(sigma.viewportToFramedGraph({ x: width, y: height }))
      context.strokeStyle = getComputedStyle(canvas.current ?? document.body).getPropertyValue('--accent')
      context.lineWidth = 2
      context.strokeRect(from.x * 2, from.y * 2, (to.x - from.x) * 2, (to.y - from.y) * 2)
    }
    // Sigma tells of a new indexation; only then have the dots moved.
    sigma.on('beforeProcess', tell)
    sigma.on('afterRender', draw)
    draw()
    return () => {
      sigma.off('beforeProcess', tell)
      sigma.off('afterRender', draw)
    }
  }, [renderer])

  const look = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.buttons === 0) return
    const box = event.currentTarget.getBoundingClientRect()
    const side = HEIGHT - 2 * EDGE
    const x = (event.clientX - box.left - (WIDTH - side) / 2) / side
    const y = 1 - (event.clientY - box.top - EDGE) / side
    renderer.sigma.getCamera().setState({ x, y })
  }
  return (
    <canvas
      ref={canvas}
      className="minimap"
      width={WIDTH * 2}
      height={HEIGHT * 2}
      role="img"
      aria-label={t('graph.minimap')}
      onPointerDown={look}
      onPointerMove={look}
    />
  )
}

/** From the square that sigma frames a graph into, to the map in pixels. */
function onMap({ x, y }: { x: number; y: number }): { x: number; y: number } {
  const side = HEIGHT - 2 * EDGE
  return { x: (WIDTH - side) / 2 + x * side, y: EDGE + (1 - y) * side }
}

function drawDots(dots: HTMLCanvasElement, { sigma }: Renderer): void {
  const context = dots.getContext('2d')
  if (context === null) return
  context.clearRect(0, 0, dots.width, dots.height)
  const graph = sigma.getGraph()
  const size = graph.order > 1000 ? 2 : 5
  graph.forEachNode((node) => {
    const data = sigma.getNodeDisplayData(node)
    if (data === undefined || data.hidden) return
    const { x, y } = onMap(data)
    context.fillStyle = data.color
    context.fillRect(x * 2 - size / 2, y * 2 - size / 2, size, size)
  })
}
