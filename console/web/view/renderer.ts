// The canvas: with pointer.ts the only file that imports sigma. In: a graph, what is to be lit, what to do when a thing is touched.
// Out: a drawing that can be told to look elsewhere. Must not know the state nor the server.
import { createEdgeCurveProgram } from '@sigma/edge-curve'
import { createNodeBorderProgram } from '@sigma/node-border'
import { NodeSquareProgram } from '@sigma/node-square'
import Sigma from 'sigma'
import { createEdgeArrowProgram, EdgeLineProgram, NodeCircleProgram, NodePointProgram } from 'sigma/rendering'
import { animateNodes } from 'sigma/utils'
import type { DrawnGraph, EdgeAttributes, NodeAttributes } from '../graph/build.js'
import { applyPlaces } from '../graph/layout.js'
import type { Line, Point } from '../look/line.js'
import { GROUND } from '../look/palette.js'
import { CROWD, isEdgeHidden, isHidden, lookOfEdge, lookOfNode } from '../look/reducers.js'
import type { Selection } from '../state/state.js'
import { nodeBeside } from './beside.js'
import { drawGround } from './ground.js'
import { drawOverlay, type OverlayParts } from './overlay.js'
import { listenToPointer, type Touched } from './pointer.js'
import type { Scene } from './scene.js'

export interface Renderer {
  /** Draws a graph as a scene has it: anew when the graph or its looks changed, else only what lies over it. */
  show(graph: DrawnGraph, scene: Scene): void
  fit(ms: number): void
  zoom(factor: number, ms: number): void
  centre(thing: Selection, ms: number): void
  /** The node nearest to another in a direction, on the screen. */
  beside(node: string | null, direction: Point): string | undefined
  /** Where a node lies on the canvas, in pixels. */
  placeOf(node: string): Point
  /** Brings nodes to places, at once or in a movement; `done` when they are there. */
  move(nodes: readonly string[], places: Float32Array, ms: number, done: () => void): void
  picture(): Promise<Blob | null>
  /** What is seen, for who draws it with another pen. */
  parts(): OverlayParts
  /** The drawing beneath, for what draws beside it. */
  sigma: Sigma<NodeAttributes, EdgeAttributes>
  close(): void
}

const PADDING = 48
/** More edges than these are not drawn while the graph moves. */
const MANY_EDGES = 50_000
/** A canvas under so many pixels, either way, is looked at closer. */
const SMALL = 320
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
export function createRenderer(container: HTMLElement, first: DrawnGraph, scened: Scene, touched: Touched): Renderer {
  let scene = scened
  let graph = first
  let stopMoving = (): void => {}
  /** The nodes by weight, the heaviest first: the order in which names find room. */
  let byWeight = weighed(graph)
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
    nodeProgramClasses: { disc: NodeCircleProgram, square: NodeSquareProgram, ring: Ring, point: NodePointProgram },
    edgeProgramClasses: { straight: Arrow, curved: ArrowCurve, plain: EdgeLineProgram },
    nodeReducer: (node, attributes) => lookOfNode(node, attributes, scene),
    edgeReducer: (edge, attributes) => lookOfEdge(edge, attributes, scene),
  })
  sigma.createCanvasContext('ground', { style: { pointerEvents: 'none' } })
  const layers = sigma.getCanvases()
  if (layers.ground !== undefined) container.prepend(layers.ground)
  sigma.resize(true)

  const placeOf = (node: string): Point => {
    const data = sigma.getNodeDisplayData(node)
    return data === undefined ? { x: Number.NaN, y: Number.NaN } : sigma.framedGraphToViewport(data)
  }
  const radiusOf = (node: string): number => sigma.scaleSize(sigma.getNodeDisplayData(node)?.size ?? 1)
  const visible = (node: string): boolean => !isHidden(node, graph.getNodeAttributes(node), scene)
  const edgeVisible = (edge: string): boolean =>
    !isEdgeHidden(edge, graph.getEdgeAttributes(edge), scene) && graph.extremities(edge).every(visible)
  const lineOf = (edge: string): Line => ({
    id: edge,
    from: placeOf(graph.source(edge)),
    to: placeOf(graph.target(edge)),
    curvature: graph.getEdgeAttribute(edge, 'curvature'),
  })
  const parts = (): OverlayParts => ({
    graph,
    scene,
    byWeight,
    placeOf,
    radiusOf,
    lineOf,
    visible,
    edgeVisible,
    screen: sigma.getDimensions(),
    screenX: (x) => sigma.graphToViewport({ x, y: 0 }).x,
    graphX: (x) => sigma.viewportToGraph({ x, y: 0 }).x,
  })
  const drawOver = (): void => {
    const { width, height } = sigma.getDimensions()
    const seen = parts()
    for (const [name, draw] of [
      ['ground', drawGround],
      ['labels', drawOverlay],
    ] as const) {
      const context = sigma.getCanvases()[name]?.getContext('2d')
      if (!context) continue
      context.clearRect(0, 0, width, height)
      draw(context, seen)
    }
  }
  sigma.on('afterRender', () => {
    drawOver()
    // What the canvas shows, as against what the page was asked for.
    container.dataset.drawn = String(graph.order)
  })
  const pointer = listenToPointer(sigma, container, parts, touched)

  // Panels open and close beside the canvas without the window changing its size.
  const isSmall = (): boolean => Math.min(container.clientWidth, container.clientHeight) < SMALL
  const watch = new ResizeObserver(() => {
    if (container.clientWidth === 0 || container.clientHeight === 0) return
    sigma.setSetting('stagePadding', isSmall() ? PADDING / 4 : PADDING)
    sigma.refresh({ skipIndexation: true })
  })
  watch.observe(container)

  return {
    sigma,
    parts,
    placeOf,
    show: (nextGraph, next) => {
      const before = scene
      scene = next
      if (nextGraph !== graph) {
        stopMoving()
        graph = nextGraph
        byWeight = weighed(graph)
        sigma.setSetting('hideEdgesOnMove', graph.size > MANY_EDGES)
        sigma.setCustomBBox(null)
        sigma.setGraph(graph)
      } else if (looksDiffer(before, next)) sigma.refresh({ skipIndexation: true })
      else drawOver()
    },
    fit: (ms) => {
      if (sigma.getCustomBBox() !== null) {
        sigma.setCustomBBox(null)
        sigma.refresh()
      }
      if (ms === 0) sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 })
      else void sigma.getCamera().animatedReset({ duration: ms })
    },
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
    beside: (node, direction) => nodeBeside(parts(), node, direction),
    move: (nodes, places, ms, done) => {
      stopMoving()
      sigma.setCustomBBox(null)
      if (ms === 0) {
        applyPlaces(graph, nodes, places)
        done()
        return
      }
      const there = nodes.flatMap((node, i) => (graph.hasNode(node) ? [[node, i] as const] : []))
      const targets = Object.fromEntries(
        there.map(([node, i]) => [node, { x: places[2 * i] ?? 0, y: places[2 * i + 1] ?? 0 }]),
      )
      stopMoving = animateNodes(graph, targets, { duration: ms }, done)
    },
    picture: () => {
      // Drawn and copied in one go: the browser may empty a WebGL canvas once this task ends.
      sigma.refresh({ skipIndexation: true })
      const canvases = sigma.getCanvases()
      const sheet = document.createElement('canvas')
      sheet.width = canvases.labels?.width ?? 0
      sheet.height = canvases.labels?.height ?? 0
      const context = sheet.getContext('2d')
      if (context === null) return Promise.resolve(null)
      context.fillStyle = GROUND[scene.theme].canvas
      context.fillRect(0, 0, sheet.width, sheet.height)
      for (const name of ['ground', 'edges', 'nodes', 'labels']) {
        const layer = canvases[name]
        if (layer !== undefined) context.drawImage(layer, 0, 0)
      }
      return new Promise((resolve) => sheet.toBlob(resolve, 'image/png'))
    },
    close: () => {
      stopMoving()
      pointer.close()
      watch.disconnect()
      sigma.kill()
    },
  }
}

function weighed(graph: DrawnGraph): string[] {
  return graph
    .mapNodes((node, { weight }) => ({ node, weight }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ node }) => node)
}

/** Whether a node or an edge is drawn otherwise. In a crowd nothing fades, so that a glance around costs no new drawing. */
function looksDiffer(before: Scene, next: Scene): boolean {
  const lights = next.crowd <= CROWD && (before.lit !== next.lit || before.litEdges !== next.litEdges)
  return (
    lights ||
    before.theme !== next.theme ||
    before.types !== next.types ||
    before.hiddenTypes !== next.hiddenTypes ||
    before.hiddenNodes !== next.hiddenNodes ||
    before.hiddenRelations !== next.hiddenRelations ||
    before.hiddenEdges !== next.hiddenEdges
  )
}
