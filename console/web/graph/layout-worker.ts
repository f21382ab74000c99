// Runs a layout off the main thread. In: one LayoutTask message. Out: places some ten times a second, the last marked done.
import { arrange } from './arrange.js'
import { prepareForce } from './force.js'
import type { LayoutTask } from './layout.js'

const POST_EVERY_MS = 100
const STOP_AFTER_MS = 12_000
const ITERATIONS = 600

const post = (places: Float32Array<ArrayBuffer>, done: boolean): void =>
  postMessage({ places, done }, { transfer: [places.buffer] })

addEventListener('message', (message: MessageEvent<LayoutTask>) => {
  const task = message.data
  if (task.layout !== 'force') {
    post(arrange(task), true)
    return
  }
  const force = prepareForce(task)
  const started = performance.now()
  let posted = started
  for (let i = 0; i < ITERATIONS && performance.now() - started < STOP_AFTER_MS; i++) {
    force.iterate()
    if (performance.now() - posted < POST_EVERY_MS) continue
    posted = performance.now()
    post(force.read(), false)
  }
  post(force.finish(), true)
})
