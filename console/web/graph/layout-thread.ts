// Lays a drawn graph out beside the main thread. In: the graph. Out: its nodes move, some ten times a second, until it is done.
// Must not know how the force works; that is the worker's.
import type { DrawnGraph } from './build.js'
import { applyPlaces, layoutTask } from './layout.js'

/**
 * Starts the layout in a worker.
 * @param still show only where things end up, for who asked for less motion
 * @returns a function that stops it
 */
export function startLayout(graph: DrawnGraph, still: boolean, moved: (done: boolean) => void): () => void {
  const { nodes, task } = layoutTask(graph)
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = (message: MessageEvent<{ places: Float32Array; done: boolean }>) => {
    const { places, done } = message.data
    if (done) worker.terminate()
    if (still && !done) return
    applyPlaces(graph, nodes, places)
    moved(done)
  }
  worker.postMessage(task)
  return () => worker.terminate()
}
