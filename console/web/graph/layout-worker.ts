// Runs the force layout off the main thread. In: one LayoutTask message. Out: places some ten times a second, the last marked done.
import { type LayoutTask, prepareForce } from './force.js'

const POST_EVERY_MS = 100
const STOP_AFTER_MS = 12_000
const ITERATIONS = 600

addEventListener('message', (message: MessageEvent<LayoutTask>) => {
  const force = prepareForce(message.data)
  const started = performance.now()
  let posted = started
  let done = 0
  while (done < ITERATIONS && performance.now() - started < STOP_AFTER_MS) {
    const places = force.round(5)
    done += 5
    if (performance.now() - posted < POST_EVERY_MS) continue
    posted = performance.now()
    postMessage({ places, done: false })
  }
  postMessage({ places: force.finish(), done: true })
})
