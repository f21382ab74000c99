// The canvas as a part of the page. In: the state. Out: selections, expansions. Keeps one renderer for the life of the page.
import { type KeyboardEvent, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { buildGraph, type DrawnGraph } from '../graph/build.js'
import { foundIn } from '../graph/find.js'
import { type Neighbour, neighboursOf } from '../graph/neighbours.js'
import { keyOf, nameOf, typeOf } from '../graph/node-words.js'
import { litAround } from '../look/focus.js'
import type { Point } from '../look/line.js'
import { ClusterLegend } from '../parts/cluster-legend.js'
import { useConsole } from '../parts/console.js'
import { useFollowed } from '../parts/follow.js'
import { GraphBar } from '../parts/graph-bar.js'
import { FIT } from '../parts/keys.js'
import { ZoomButtons } from '../parts/zoom-buttons.js'
import type { Drawn, Selection } from '../state/state.js'
import { Minimap } from './minimap.js'
import { createRenderer, type Renderer } from './renderer.js'
import { useClusters } from './use-clusters.js'
import { useAxis, useLayout } from './use-layout.js'
import { useScene } from './use-scene.js'

const GraphMenu = lazy(() => import('../parts/graph-menu.js'))

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
}
const moveMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150)

/** What can be taken away as a picture. */
export type Drawable = Pick<Renderer, 'picture' | 'parts'>

/** A menu that was called: for what, and where on the canvas. */
export interface MenuCall {
  thing: Selection | null
  at: Point
}

export function GraphView({ onReady }: { onReady: (drawing: Drawable) => void }) {
  const { state, dispatch, tasks, t, caption } = useConsole()
  const { drawn, seeing, selection } = state
  const element = useRef<HTMLDivElement>(null)
  const [renderer, setRenderer] = useState<Renderer | null>(null)
  const touched = useRef<Selection | null>(null)
  const latest = useRef(state)
  latest.current = state
  const [resting, setHovered] = useState<Selection | null>(null)
  const [undrawable, setUndrawable] = useState(false)
  const [menu, setMenu] = useState<MenuCall | null>(null)
  const [heard, setHeard] = useState<{ node: string; at: number } | null>(null)

  const centre = useCallback(() => {
    const { selection: chosen } = latest.current
    if (chosen !== null) renderer?.centre(chosen, moveMs())
  }, [renderer])
  const hovered = useFollowed(drawn, resting, centre)
  const previous = useRef<DrawnGraph | undefined>(undefined)
  const { sizeBy, types } = seeing.look
  const captions = JSON.stringify(Object.entries(types).map(([type, look]) => [type, look.caption]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the looks only captions and the property of the size make another graph
  const built = useMemo(() => {
    const { places, look } = latest.current.seeing
    const before = previous.current
    const made = buildGraph(drawn, { ...(before === undefined ? {} : { before }), places, look })
    previous.current = made.graph
    // Of what was just asked for, nothing has been put anywhere yet.
    return { ...made, fresh: places.size === 0 }
  }, [drawn, sizeBy, captions])
  const { graph } = built
  const axis = useAxis(graph, seeing)
  const clusters = useClusters(graph)
  const { hiddenNodes, hiddenTypes } = state
  const { find, picked } = seeing
  const found = useMemo(
    () => foundIn({ drawn, hiddenNodes, hiddenTypes, seeing: { find } }),
    [drawn, hiddenNodes, hiddenTypes, find],
  )
  const lights = useMemo(
    () =>
      hovered === null && found.length > 0
        ? { lit: new Set(found), litEdges: NO_EDGES }
        : litAround(graph, hovered ?? selection, picked),
    [graph, hovered, selection, found, picked],
  )
  const scene = useScene(state, { graph, lights, hovered, clusters, axis })

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; the latest graph and scene reach it through show
  useEffect(() => {
    if (element.current === null) return
    try {
      const made = createRenderer(element.current, graph, scene, {
        clicked: (thing, more) => {
          if (more && thing?.kind === 'node') dispatch({ type: 'see/picked', nodes: [thing.id], how: 'toggle' })
          if (more) return
          touched.current = thing
          dispatch({ type: 'selected', selection: thing })
        },
        opened: (id) => {
          const node = latest.current.drawn.nodes.get(id)
          if (node === undefined) return
          const key = keyOf(node)
          if (typeOf(node) === 'Document' && key !== undefined) void tasks.openDocument(key, null)
          else void tasks.expand(node)
        },
        hovered: (thing) =>
          setHovered((before) => (before?.id === thing?.id && before?.kind === thing?.kind ? before : thing)),
        menu: (thing, at) => setMenu({ thing, at }),
        dragged: (node, to) => dispatch({ type: 'see/dragged', places: new Map([[node, to]]) }),
        boxed: (nodes) => dispatch({ type: 'see/picked', nodes, how: 'add' }),
      })
      setRenderer(made)
      onReady(made)
      const fit = (): void => made.fit(moveMs())
      window.addEventListener(FIT, fit)
      return () => {
        window.removeEventListener(FIT, fit)
        made.close()
        setRenderer(null)
      }
    } catch {
      setUndrawable(true)
    }
  }, [])

  useEffect(() => renderer?.show(graph, scene), [renderer, graph, scene])
  const moving = useLayout(renderer, built)

  useEffect(() => {
    setHeard(null)
    // What was pressed on the canvas is under the pointer already; what was chosen elsewhere is brought into view.
    if (selection !== null && touched.current?.id !== selection.id) renderer?.centre(selection, moveMs())
    touched.current = selection
  }, [selection, renderer])

  const here = selection?.kind === 'node' && graph.hasNode(selection.id) ? selection.id : null
  const neighbours = useMemo(() => (here === null ? [] : neighboursOf(latest.current, here)), [here])
  const listened = heard === null ? undefined : neighbours[heard.at]

  const stepTo = (step: number): void => {
    if (here === null || neighbours.length === 0) return
    const at = ((heard?.at ?? (step > 0 ? -1 : 0)) + step + neighbours.length) % neighbours.length
    setHeard({ node: here, at })
    const edge = neighbours[at]?.edge.id
    setHovered(edge === undefined ? null : { kind: 'edge', id: edge })
  }
  const callMenu = (): void => {
    const box = element.current?.getBoundingClientRect()
    const at = here === null ? { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 } : renderer?.placeOf(here)
    if (at !== undefined) setMenu({ thing: selection, at })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const direction = ARROWS[event.key]
    if (direction !== undefined) {
      const next = renderer?.beside(here, direction)
      if (next !== undefined) dispatch({ type: 'selected', selection: { kind: 'node', id: next } })
    } else if (event.key === 'n' || event.key === 'N') stepTo(event.shiftKey ? -1 : 1)
    else if (event.key === 'm' || event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) callMenu()
    else if (event.key === '+' || event.key === '=') renderer?.zoom(0.66, moveMs())
    else if (event.key === '-') renderer?.zoom(1.5, moveMs())
    else if (event.key === 'Enter' && listened !== undefined) {
      setHovered(null)
      dispatch({ type: 'selected', selection: { kind: 'node', id: listened.other } })
    } else if (event.key === 'Enter' && here !== null) document.getElementById('detail')?.focus()
    else return
    event.preventDefault()
  }

  const sayNeighbour = ({ edge, other, out }: Neighbour, at: number): string =>
    t('graph.neighbour', {
      at: at + 1,
      n: neighbours.length,
      arrow: out ? '→' : '←',
      type: caption(edge.type),
      name: graph.hasNode(other) ? graph.getNodeAttribute(other, 'name') : '',
    })
  return (
    <>
      <GraphBar found={found} />
      {undrawable && <p className="hint">{t('graph.noWebgl')}</p>}
      <div className="canvas-box">
        <div
          ref={element}
          className="canvas"
          title={hovered?.kind === 'edge' ? sayEdge(drawn, hovered.id, caption) : undefined}
          // What lies under the pointer here, or is meant by a mark in a text that it rests on.
          data-lit={hovered === null ? undefined : `${hovered.kind} ${hovered.id}`}
          role="application"
          aria-busy={moving}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application of its own, inside which arrow keys move
          tabIndex={0}
          aria-label={t('graph.label', { nodes: drawn.nodes.size, edges: drawn.edges.size })}
          onKeyDown={onKeyDown}
        />
        <span className={listened === undefined ? 'unseen' : 'heard'} aria-live="polite">
          {listened !== undefined
            ? sayNeighbour(listened, heard?.at ?? 0)
            : here !== null &&
              [
                graph.getNodeAttribute(here, 'name'),
                caption(graph.getNodeAttribute(here, 'type')),
                t('node.relations', { n: graph.degree(here) }),
                ...neighbours.slice(0, SPOKEN).map(({ edge, other, out }) => {
                  const name = graph.hasNode(other) ? graph.getNodeAttribute(other, 'name') : ''
                  return `${out ? '→' : '←'} ${caption(edge.type)} ${name}`
                }),
              ].join(', ')}
        </span>
        <ZoomButtons renderer={renderer} />
        {seeing.clusters && <ClusterLegend clusters={clusters} />}
        {seeing.layout === 'time' && axis === null && <p className="canvas-note">{t('time.none')}</p>}
        {seeing.look.minimap && renderer !== null && <Minimap renderer={renderer} />}
        {menu !== null && (
          <Suspense>
            <GraphMenu
              call={menu}
              onClose={() => {
                setMenu(null)
                element.current?.focus()
              }}
            />
          </Suspense>
        )}
      </div>
    </>
  )
}

/** At most so many neighbours are said with a node; the rest are heard one by one. */
const SPOKEN = 5
const NO_EDGES: ReadonlySet<string> = new Set()

/** A relationship in one line, for who rests on it. */
function sayEdge(drawn: Drawn, id: string, caption: (type: string) => string): string | undefined {
  const edge = drawn.edges.get(id)
  if (edge === undefined) return undefined
  const [from, to] = [edge.start, edge.end].map((end) => drawn.nodes.get(end))
  return [from && nameOf(from), caption(edge.type), to && nameOf(to)].join(' → ')
}
