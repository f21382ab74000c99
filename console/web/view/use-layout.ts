// Lays the graph out when it is due, and brings kept places back. In: the renderer, the graph, the state. Out: places in the state.
import { useEffect, useMemo, useRef, useState } from 'react'
import { type Axis, axisOf } from '../graph/arrange.js'
import type { DrawnGraph } from '../graph/build.js'
import { layoutTask } from '../graph/layout.js'
import { startLayout } from '../graph/layout-thread.js'
import { TYPE_LOOKS } from '../look/palette.js'
import { useConsole } from '../parts/console.js'
import type { Place, Seeing } from '../state/seeing.js'
import type { Renderer } from './renderer.js'

const MOVE_MS = 300
/** More nodes than these are put where they go at once. */
const MOST_MOVED = 2000
const ORDER = Object.keys(TYPE_LOOKS)

export interface Built {
  graph: DrawnGraph
  placeless: number
  /** Another drawing than before, even if some of it was in that one: the eye begins anew. */
  fresh: boolean
}

/** @returns whether a layout is under way */
export function useLayout(renderer: Renderer | null, built: Built): boolean {
  const { state, dispatch } = useConsole()
  const [moving, setMoving] = useState(false)
  const { places, turn, layout, pinned } = state.seeing
  /** The places the state has from here: those need not be brought back to the canvas. */
  const own = useRef<ReadonlyMap<string, Place>>(places)
  const lastTurn = useRef(turn)
  const unfinished = useRef(false)
  const latest = useRef({ pinned, layout })
  latest.current = { pinned, layout }

  useEffect(() => {
    if (renderer === null || places === own.current) return
    own.current = places
    unfinished.current = false
    setMoving(false)
    // A graph that was built with these places has them already.
    const nodes = built.graph.filterNodes((node, { x, y }) => {
      const place = places.get(node)
      return place !== undefined && (place.x !== x || place.y !== y)
    })
    if (nodes.length === 0) return
    const flat = Float32Array.from(nodes.flatMap((node) => [places.get(node)?.x ?? 0, places.get(node)?.y ?? 0]))
    renderer.move(nodes, flat, 0, () => {})
  }, [renderer, places, built])

  useEffect(() => {
    if (renderer === null) return
    const asked = turn !== lastTurn.current
    lastTurn.current = turn
    if (built.graph.order === 0 || (built.placeless === 0 && !asked && !unfinished.current)) {
      if (built.fresh) renderer.fit(0)
      return
    }
    unfinished.current = true
    setMoving(true)
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const { graph } = built
    const { nodes, task } = layoutTask(graph, latest.current.layout, latest.current.pinned, ORDER)
    const ms = task.layout === 'force' || still || nodes.length > MOST_MOVED ? 0 : MOVE_MS
    if (built.fresh) renderer.fit(0)
    return startLayout(task, still, (flat, done) => {
      holdPinned(graph, nodes, flat, latest.current.pinned)
      renderer.move(nodes, flat, ms, () => {
        if (!done) return
        unfinished.current = false
        const settled = new Map(nodes.map((node) => [node, placeIn(graph, node)]))
        own.current = settled
        dispatch({ type: 'see/placed', places: settled })
        setMoving(false)
        if (built.fresh || asked) renderer.fit(still ? 0 : MOVE_MS / 2)
      })
    })
  }, [renderer, built, turn, dispatch])
  return moving
}

/** What was pinned since the layout began stays where it is now. */
function holdPinned(
  graph: DrawnGraph,
  nodes: readonly string[],
  flat: Float32Array,
  pinned: ReadonlySet<string>,
): void {
  if (pinned.size === 0) return
  for (const [index, node] of nodes.entries()) {
    if (!pinned.has(node) || !graph.hasNode(node)) continue
    const { x, y } = graph.getNodeAttributes(node)
    flat[2 * index] = x
    flat[2 * index + 1] = y
  }
}

function placeIn(graph: DrawnGraph, node: string): Place {
  const { x, y } = graph.getNodeAttributes(node)
  return { x, y }
}

/** The axis of the time line, once the nodes lie on it. */
export function useAxis(graph: DrawnGraph, { layout, places, pinned }: Seeing): Axis | null {
  return useMemo(() => {
    if (layout !== 'time') return null
    const free = [...places].flatMap(([node, { x }]) =>
      graph.hasNode(node) && !pinned.has(node) ? [{ x, day: graph.getNodeAttribute(node, 'day') }] : [],
    )
    return axisOf(free)
  }, [graph, layout, places, pinned])
}
