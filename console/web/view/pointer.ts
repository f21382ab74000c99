// What the pointer does on the canvas: hover, click, drag a node, draw a box, call the menu. In: sigma's events. Out: calls that say
// what was touched. Must not know the state.
import type Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from '../graph/build.js'
import { type Line, nearestLine, type Point } from '../look/line.js'
import type { Place } from '../state/seeing.js'
import type { Selection } from '../state/state.js'
import type { OverlayParts } from './overlay.js'
import { loopCircle } from './signs.js'

export interface Touched {
  /** null: the empty ground. `more`: with Shift, to the things picked before. */
  clicked(thing: Selection | null, more: boolean): void
  opened(node: string): void
  hovered(thing: Selection | null): void
  /** The menu is called for a thing, at a place of the canvas in pixels. */
  menu(thing: Selection | null, at: Point): void
  dragged(node: string, to: Place): void
  boxed(nodes: string[]): void
}

const REACH = 7
/** Under so many pixels a press is a click. */
const SLACK = 4
/** With more edges than these, the one under the pointer is looked for only once the pointer rests. */
const MANY_EDGES = 3000
const REST_MS = 90

export function listenToPointer(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  container: HTMLElement,
  parts: () => OverlayParts,
  touched: Touched,
): { close(): void } {
  const edgeAt = (point: Point): string | undefined => {
    const seen = parts()
    return loopAt(seen, point) ?? nearestLine(linesOf(seen), point, REACH)
  }

  let overNode = false
  let waiting = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  let held: { node: string; from: Point; moved: boolean } | null = null
  let box: { from: Point; to: Point; element: HTMLElement } | null = null
  let justDragged = false

  const look = (point: Point): void => {
    if (overNode || held !== null || box !== null) return
    const edge = edgeAt(point)
    container.style.cursor = edge === undefined ? '' : 'pointer'
    touched.hovered(edge === undefined ? null : { kind: 'edge', id: edge })
  }
  sigma.on('clickNode', ({ node, event }) => {
    if (!justDragged) touched.clicked({ kind: 'node', id: node }, withShift(event.original))
  })
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault()
    touched.opened(node)
  })
  sigma.on('clickStage', ({ event }) => {
    if (justDragged) return
    const edge = edgeAt(event)
    touched.clicked(edge === undefined ? null : { kind: 'edge', id: edge }, withShift(event.original))
  })
  sigma.on('rightClickNode', ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault()
    event.original.preventDefault()
    touched.menu({ kind: 'node', id: node }, { x: event.x, y: event.y })
  })
  sigma.on('rightClickStage', ({ event, preventSigmaDefault }) => {
    preventSigmaDefault()
    event.original.preventDefault()
    const edge = edgeAt(event)
    touched.menu(edge === undefined ? null : { kind: 'edge', id: edge }, { x: event.x, y: event.y })
  })
  sigma.on('enterNode', ({ node }) => {
    overNode = true
    touched.hovered({ kind: 'node', id: node })
  })
  sigma.on('leaveNode', () => {
    overNode = false
    touched.hovered(null)
  })
  sigma.on('downNode', ({ node, event }) => {
    justDragged = false
    if (isPrimary(event.original) && !withShift(event.original))
      held = { node, from: { x: event.x, y: event.y }, moved: false }
  })
  sigma.on('downStage', ({ event }) => {
    justDragged = false
    if (!withShift(event.original) || !isPrimary(event.original)) return
    const element = document.createElement('div')
    element.className = 'pick-box'
    container.append(element)
    box = { from: { x: event.x, y: event.y }, to: { x: event.x, y: event.y }, element }
  })
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    const point = { x: event.x, y: event.y }
    if (box !== null || held !== null) {
      preventSigmaDefault()
      event.original.preventDefault()
      if (box !== null) drawBox(box, point)
      else if (held !== null) drag(held, point)
      return
    }
    if (overNode || isPressed(event.original)) return
    clearTimeout(resting)
    // The pointer is anywhere on the page: what lies beside the canvas, or over it, is not the drawing.
    if (!isOn(container, event.original)) {
      if (waiting === 0) touched.hovered(null)
      return
    }
    if (parts().graph.size > MANY_EDGES) resting = setTimeout(() => look(point), REST_MS)
    else if (waiting === 0)
      waiting = requestAnimationFrame(() => {
        waiting = 0
        look(point)
      })
  })

  const drag = (one: NonNullable<typeof held>, point: Point): void => {
    if (!one.moved && Math.hypot(point.x - one.from.x, point.y - one.from.y) < SLACK) return
    // The frame must not grow under the hand that pulls a node out of it.
    if (!one.moved && sigma.getCustomBBox() === null) sigma.setCustomBBox(sigma.getBBox())
    one.moved = true
    const { graph } = parts()
    if (graph.hasNode(one.node)) graph.mergeNodeAttributes(one.node, sigma.viewportToGraph(point))
  }
  const released = (): void => {
    if (held?.moved === true) {
      justDragged = true
      const { graph } = parts()
      if (graph.hasNode(held.node)) {
        const { x, y } = graph.getNodeAttributes(held.node)
        touched.dragged(held.node, { x, y })
      }
    }
    held = null
    if (box === null) return
    const { from, to, element } = box
    box = null
    element.remove()
    if (Math.hypot(to.x - from.x, to.y - from.y) < SLACK) return
    justDragged = true
    const { graph, placeOf, visible } = parts()
    const within = (value: number, a: number, b: number): boolean => value >= Math.min(a, b) && value <= Math.max(a, b)
    touched.boxed(
      graph.filterNodes((node) => {
        const { x, y } = placeOf(node)
        return visible(node) && within(x, from.x, to.x) && within(y, from.y, to.y)
      }),
    )
  }
  window.addEventListener('mouseup', released)
  window.addEventListener('touchend', released)
  return {
    close: () => {
      cancelAnimationFrame(waiting)
      clearTimeout(resting)
      window.removeEventListener('mouseup', released)
      window.removeEventListener('touchend', released)
    },
  }
}

function drawBox(box: { from: Point; to: Point; element: HTMLElement }, to: Point): void {
  box.to = to
  const { style } = box.element
  style.left = `${Math.min(box.from.x, to.x)}px`
  style.top = `${Math.min(box.from.y, to.y)}px`
  style.width = `${Math.abs(box.from.x - to.x)}px`
  style.height = `${Math.abs(box.from.y - to.y)}px`
}

/** A self-loop under a point; pressed again, the next of several on the same node. */
function loopAt({ graph, scene, placeOf, radiusOf, edgeVisible }: OverlayParts, point: Point): string | undefined {
  if (graph.directedSelfLoopCount === 0) return undefined
  for (const node of graph.nodes()) {
    const loops = graph.outEdges(node, node).filter(edgeVisible)
    if (loops.length === 0) continue
    const circle = loopCircle(placeOf(node), radiusOf(node))
    if (Math.abs(Math.hypot(point.x - circle.x, point.y - circle.y) - circle.radius) >= REACH) continue
    return loops[(loops.indexOf(scene.selection?.id ?? '') + 1) % loops.length]
  }
  return undefined
}

function* linesOf({ graph, lineOf, edgeVisible }: OverlayParts): Generator<Line> {
  for (const edge of graph.edges()) {
    const [source, target] = graph.extremities(edge)
    if (source !== target && edgeVisible(edge)) yield lineOf(edge)
  }
}

const isOn = (container: HTMLElement, { target }: MouseEvent | TouchEvent): boolean =>
  target instanceof Node && container.contains(target)
const withShift = (event: MouseEvent | TouchEvent): boolean => event.shiftKey
const isPrimary = (event: MouseEvent | TouchEvent): boolean => !('button' in event) || event.button === 0
const isPressed = (event: MouseEvent | TouchEvent): boolean => 'buttons' in event && event.buttons !== 0
