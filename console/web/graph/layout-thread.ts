// Lays a drawn graph out beside the main thread. In: a task. Out: places, some ten times a second, until it is done.
// Must not know how a layout works; that is the worker's.
import type { LayoutTask } from './layout.js'

interface Posted {
  places: Float32Array
  done: boolean
}

/** Of the time that passes, at least so much stays free of drawing what a layout posts. */
const REST = 2

/**
 * Starts a layout in a worker.
 * @param still show only where things end up, for who asked for less motion
 * @param put takes x and y of each node in turn; `done` with the last
 * @returns a function that stops it
 */
export function startLayout(
  task: LayoutTask,
  still: boolean,
  put: (places: Float32Array, done: boolean) => void,
): () => void {
  let worker: Worker | null = null
  let latest: Posted | null = null
  let restUntil = 0
  const show = (): void => {
    frame = 0
    if (latest === null) return
    const now = performance.now()
    if (!latest.done && now < restUntil) {
      frame = requestAnimationFrame(show)
      return
    }
    const { places, done } = latest
    latest = null
    put(places, done)
    // A frame later the drawing of this one is behind us, and its cost known.
    requestAnimationFrame(() => {
      restUntil = performance.now() + REST * (performance.now() - now)
    })
  }
  const start = (): void => {
    const made = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    worker = made
    frame = 0
    made.onmessage = (message: MessageEvent<Posted>) => {
      if (message.data.done) made.terminate()
      if (still && !message.data.done) return
      latest = message.data
      if (frame === 0) frame = requestAnimationFrame(show)
    }
    made.postMessage(task)
  }
  // What is drawn is seen first; the worker would take the processor from the drawing of it.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(start)
  })
  return () => {
    worker?.terminate()
    cancelAnimationFrame(frame)
  }
}
