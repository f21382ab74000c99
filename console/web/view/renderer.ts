// The canvas: the only file that imports sigma. In: a graph, what is to be lit, what to do when a thing is touched.
// Out: a drawing that can be told to look elsewhere. Must not know the state nor the server.
import { createEdgeCurveProgram } from '@sigma/edge-curve'
import { createNodeBorderProgram } from '@sigma/node-border'
import { NodeSquareProgram } from '@sigma/node-square'
import Sigma from 'sigma'
import { createEdgeArrowProgram, NodeCircleProgram } from 'sigma/rendering'
import type { DrawnGraph, EdgeAttributes, NodeAttributes } from '../graph/build.js'
import { type Line, nearestLine, type Point } from '../look/line.js'
import { GROUND } from '../look/palette.js'
import { type Focus, isHidden, lookOfEdge, lookOfNode } from '../look/reducers.js'
import type { Selection } from '../state/state.js'
import type { Lang } from '../words.js'
import { drawOverlay, loopCircle } from './overlay.js'

/** What is to be seen, besides the graph itself. */
export interface Scene extends Focus {
  lang: Lang
  selection: Selection | null
  hovered: Selection | null
}

export interface Touched {
  /** null: the empty ground. */
  clicked(thing: Selection | null): void
  opened(node: string): void
  hovered(thing: Selection | null): void
}

export interface Renderer {
  show(scene: Scene): void
  fit(ms: number): void
  zoom(factor: number, ms: number): void
  centre(thing: Selection, ms: number): void
  /** The node nearest to another in a direction, on the screen. */
  beside(node: string | null, direction: Point): string | undefined
  picture(): Promise<Blob | null>
  close(): void
}

const REACH = 7
const PADDING = 48
/** A canvas under so many pixels, either way, is looked at closer. */
const SMALL = 260
// Most edges are a pixel wide: an arrow in the usual proportions would not be seen.
const ARROW = { extremity: 'target', lengthToThicknessRatio: 5, widenessToThicknessRatio: 3.5 } as const
const Arrow = createEdgeArrowProgram<NodeAttributes, EdgeAttributes>(ARROW)
const ArrowCurve = createEdgeCurveProgram<NodeAttributes, EdgeAttributes>({ arrowHead: ARROW })
const Ring = createNodeBorderProgram<NodeAttributes, EdgeAttributes>({
  borders: [
    { color: { attribute: 'color' }, size: { value: 0.14 } },
    { color: { transparent: true }, size: { value: 0.12 } },
    { color: { attribute: 'color' }, size: { fill: true } },
  ],
})

/** Draws a graph into an element. Throws where the browser has no WebGL. */
export function createRenderer(container: HTMLElement, graph: DrawnGraph, first: Scene, touched: Touched): Renderer {
  let scene = first
  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    allowInvalidContainer: true,
    // Names are written by the overlay, which measures them; sigma would let them overlap.
    renderLabels: false,
    // Edges are found by geometry, with some reach; picking pixel by pixel costs a second drawing of all.
    enableEdgeEvents: false,
    zIndex: true,
    stagePadding: PADDING,
    // Zooming in is for making room: distances grow faster than the nodes do.
    zoomToSizeRatioFunction: (ratio) => ratio ** 0.25,
    minCameraRatio: 0.02,
    maxCameraRatio: 6,
    doubleClickZoomingRatio: 1,
    defaultDrawNodeHover: () => {},
    nodeProgramClasses: { disc: NodeCircleProgram, square: NodeSquareProgram, ring: Ring },
    edgeProgramClasses: { straight: Arrow, curved: ArrowCurve },
    nodeReducer: (node, attributes) => lookOfNode(node, attributes, scene),
    edgeReducer: (edge, attributes) => lookOfEdge(edge, attributes, scene),
  })

  const placeOf = (node: string): Point => {
    const data = sigma.getNodeDisplayData(node)
    return data === undefined ? { x: Number.NaN, y: Number.NaN } : sigma.framedGraphToViewport(data)
  }
  const radiusOf = (node: string): number => sigma.scaleSize(sigma.getNodeDisplayData(node)?.size ?? 1)
  const visible = (node: string): boolean => !isHidden(node, graph.getNodeAttributes(node), scene)
  const lineOf = (edge: string): Line => ({
    id: edge,
    from: placeOf(graph.source(edge)),
    to: placeOf(graph.target(edge)),
    curvature: graph.getEdgeAttribute(edge, 'curvature'),
  })

  function* linesInSight(): Generator<Line> {
    for (const edge of graph.edges()) {
      const [source, target] = graph.extremities(edge)
      if (source !== target && visible(source) && visible(target)) yield lineOf(edge)
    }
  }

  const edgeAt = (point: Point): string | undefined => {
    for (const node of graph.directedSelfLoopCount === 0 ? [] : graph.nodes()) {
      const loop = graph.outEdges(node, node)[0]
      if (loop === undefined || !visible(node)) continue
      const circle = loopCircle(placeOf(node), radiusOf(node))
      if (Math.abs(Math.hypot(point.x - circle.x, point.y - circle.y) - circle.radius) < REACH) return loop
    }
    return nearestLine(linesInSight(), point, REACH)
  }

  sigma.on('clickNode', ({ node }) => touched.clicked({ kind: 'node', id: node }))
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault()
    touched.opened(node)
  })
  sigma.on('clickStage', ({ event }) => {
    const edge = edgeAt(event)
    touched.clicked(edge === undefined ? null : { kind: 'edge', id: edge })
  })
  let overNode = false
  sigma.on('enterNode', ({ node }) => {
    overNode = true
    touched.hovered({ kind: 'node', id: node })
  })
  sigma.on('leaveNode', () => {
    overNode = false
    touched.hovered(null)
  })
  let waiting = 0
  sigma.on('moveBody', ({ event }) => {
    const { x, y } = event
    if (overNode || waiting !== 0) return
    waiting = requestAnimationFrame(() => {
      waiting = 0
      if (overNode) return
      const edge = edgeAt({ x, y })
      container.style.cursor = edge === undefined ? '' : 'pointer'
      touched.hovered(edge === undefined ? null : { kind: 'edge', id: edge })
    })
  })
  sigma.on('afterRender', () => {
    const context = sigma.getCanvases().labels?.getContext('2d')
    if (context)
      drawOverlay(context, { graph, scene, placeOf, radiusOf, lineOf, visible, screen: sigma.getDimensions() })
  })

  // Panels open and close beside the canvas without the window changing its size.
  const isSmall = (): boolean => Math.min(container.clientWidth, container.clientHeight) < SMALL
  const watch = new ResizeObserver(() => {
    if (container.clientWidth === 0 || container.clientHeight === 0) return
    sigma.setSetting('stagePadding', isSmall() ? PADDING / 4 : PADDING)
    sigma.refresh({ skipIndexation: true })
  })
  watch.observe(container)

  return {
    show: (next) => {
      scene = next
      sigma.refresh({ skipIndexation: true })
    },
    fit: (ms) => void sigma.getCamera().animatedReset({ duration: ms }),
    zoom: (factor, ms) => {
      const camera = sigma.getCamera()
      void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, { duration: ms })
    },
    centre: (thing, ms) => {
      const ends = thing.kind === 'node' ? [thing.id] : graph.hasEdge(thing.id) ? graph.extremities(thing.id) : []
      const places = ends.flatMap((node) => sigma.getNodeDisplayData(node) ?? [])
      if (places.length === 0) return
      const mean = (pick: (place: Point) => number): number =>
        places.reduce((sum, place) => sum + pick(place), 0) / places.length
      const camera = sigma.getCamera()
      // What is left of the canvas above a sheet would show the whole graph as a blot.
      const ratio = isSmall() ? Math.min(camera.ratio, 0.15) : camera.ratio
      void camera.animate({ x: mean((p) => p.x), y: mean((p) => p.y), ratio }, { duration: ms })
    },
    beside: (node, direction) => {
      const { width, height } = sigma.getDimensions()
      const from = node !== null && graph.hasNode(node) ? placeOf(node) : { x: width / 2, y: height / 2 }
      let best: string | undefined
      let least = Infinity
      for (const other of graph.nodes()) {
        if (other === node || !visible(other)) continue
        const place = placeOf(other)
        const [dx, dy] = [place.x - from.x, place.y - from.y]
        const ahead = dx * direction.x + dy * direction.y
        const aside = Math.abs(dx * direction.y - dy * direction.x)
        if (node !== null && ahead <= 0) continue
        const cost = node === null ? Math.hypot(dx, dy) : ahead + 2 * aside
        if (cost < least) {
          least = cost
          best = other
        }
      }
      return best
    },
    picture: () => {
      // Drawn and copied in one go: the browser may empty a WebGL canvas once this task ends.
      sigma.refresh({ skipIndexation: true })
      const layers = sigma.getCanvases()
      const model = layers.labels
      const sheet = document.createElement('canvas')
      sheet.width = model?.width ?? 0
      sheet.height = model?.height ?? 0
      const context = sheet.getContext('2d')
      if (context === null) return Promise.resolve(null)
      context.fillStyle = GROUND[scene.theme].canvas
      context.fillRect(0, 0, sheet.width, sheet.height)
      for (const name of ['edges', 'nodes', 'labels']) {
        const layer = layers[name]
        if (layer !== undefined) context.drawImage(layer, 0, 0)
      }
      return new Promise((resolve) => sheet.toBlob(resolve, 'image/png'))
    },
    close: () => {
      cancelAnimationFrame(waiting)
      watch.disconnect()
      sigma.kill()
    },
  }
}
