// The canvas as a part of the page. In: the state. Out: selections, expansions. Keeps one renderer for the life of the page.
import { MultiDirectedGraph } from 'graphology'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { type DrawnGraph, type EdgeAttributes, type NodeAttributes, syncGraph } from '../graph/build.js'
import { startLayout } from '../graph/layout-thread.js'
import { keyOf, nameOf, typeOf } from '../graph/node-words.js'
import { litAround } from '../look/focus.js'
import { useConsole } from '../parts/console.js'
import { FIT } from '../parts/keys.js'
import type { Drawn, Selection, State } from '../state/state.js'
import { createRenderer, type Renderer, type Scene } from './renderer.js'

const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
}
const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
const moveMs = (): number => (still() ? 0 : 150)

export function GraphView({ onReady }: { onReady: (picture: () => Promise<Blob | null>) => void }) {
  const { state, dispatch, tasks, t, caption } = useConsole()
  const graph = useMemo<DrawnGraph>(() => new MultiDirectedGraph<NodeAttributes, EdgeAttributes>(), [])
  const element = useRef<HTMLDivElement>(null)
  const renderer = useRef<Renderer | null>(null)
  const touched = useRef<Selection | null>(null)
  const latest = useRef(state)
  latest.current = state
  const [hovered, setHovered] = useState<Selection | null>(null)
  const [undrawable, setUndrawable] = useState(false)

  // The renderer is made before the graph is filled, so that this effect must stand before the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; the latest state reaches it through show
  useEffect(() => {
    if (element.current === null) return
    try {
      const made = createRenderer(element.current, graph, sceneOf(graph, latest.current, null), {
        clicked: (thing) => {
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
      })
      renderer.current = made
      onReady(made.picture)
      const fit = (): void => made.fit(moveMs())
      window.addEventListener(FIT, fit)
      return () => {
        window.removeEventListener(FIT, fit)
        made.close()
        renderer.current = null
      }
    } catch {
      setUndrawable(true)
    }
  }, [])

  useEffect(() => {
    const before = graph.order
    const added = syncGraph(graph, state.drawn)
    const allNew = added === graph.order
    if (allNew && before > 0) renderer.current?.fit(0)
    if (added === 0) return
    return startLayout(graph, still(), (done) => {
      if (done && allNew) renderer.current?.fit(moveMs())
    })
  }, [graph, state.drawn])

  useEffect(() => {
    renderer.current?.show(sceneOf(graph, state, hovered))
  }, [graph, state, hovered])

  useEffect(() => {
    // What was pressed on the canvas is under the pointer already; what was chosen elsewhere is brought into view.
    const selection = state.selection
    if (selection !== null && touched.current?.id !== selection.id) renderer.current?.centre(selection, moveMs())
    touched.current = selection
  }, [state.selection])

  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key]
    if (direction === undefined) return
    event.preventDefault()
    const from = state.selection?.kind === 'node' ? state.selection.id : null
    const next = renderer.current?.beside(from, direction)
    if (next !== undefined) dispatch({ type: 'selected', selection: { kind: 'node', id: next } })
  }

  const { nodes, edges } = state.drawn
  const spoken = state.selection?.kind === 'node' && graph.hasNode(state.selection.id) ? state.selection.id : null
  return (
    <>
      {undrawable && <p className="hint">{t('graph.noWebgl')}</p>}
      <div
        ref={element}
        className="canvas"
        title={hovered?.kind === 'edge' ? sayEdge(state.drawn, hovered.id, caption) : undefined}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application of its own, inside which arrow keys move
        tabIndex={0}
        aria-label={t('graph.label', { nodes: nodes.size, edges: edges.size })}
        onKeyDown={onKeyDown}
      />
      <span className="unseen" aria-live="polite">
        {spoken !== null &&
          `${graph.getNodeAttribute(spoken, 'name')}, ${t('node.relations', { n: graph.degree(spoken) })}`}
      </span>
      <div className="zoom">
        <button
          type="button"
          aria-label={t('graph.in')}
          title={t('graph.in')}
          onClick={() => renderer.current?.zoom(0.66, moveMs())}
        >
          +
        </button>
        <button
          type="button"
          aria-label={t('graph.out')}
          title={t('graph.out')}
          onClick={() => renderer.current?.zoom(1.5, moveMs())}
        >
          −
        </button>
        <button
          type="button"
          aria-label={t('graph.fit')}
          title={t('graph.fit')}
          onClick={() => renderer.current?.fit(moveMs())}
        >
          ⤢
        </button>
      </div>
    </>
  )
}

function sceneOf(graph: DrawnGraph, state: State, hovered: Selection | null): Scene {
  return {
    ...litAround(graph, hovered ?? state.selection),
    theme: state.theme,
    lang: state.lang,
    hiddenTypes: state.hiddenTypes,
    hiddenNodes: state.hiddenNodes,
    crowd: graph.order,
    selection: state.selection,
    hovered,
  }
}

/** A relationship in one line, for who rests on it. */
function sayEdge(drawn: Drawn, id: string, caption: (type: string) => string): string | undefined {
  const edge = drawn.edges.get(id)
  if (edge === undefined) return undefined
  const [from, to] = [edge.start, edge.end].map((end) => drawn.nodes.get(end))
  return [from && nameOf(from), caption(edge.type), to && nameOf(to)].join(' → ')
}
