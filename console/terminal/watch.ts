// Paths in, a call at once and for every change under them out, until the person ends it. Changes that come together are one.
import { watch } from 'chokidar'

/** Milliseconds without a change after which what was written is taken to be whole. */
const QUIET = 500

/** Calls `changed` at once and after each change, one call at a time; ends when the process is interrupted. */
export async function watchPaths(paths: readonly string[], changed: () => Promise<void>): Promise<void> {
  const watcher = watch([...paths], { ignoreInitial: true, awaitWriteFinish: { stabilityThreshold: QUIET } })
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  await new Promise<void>((end, fail) => {
    const plan = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        running = running.then(changed)
        running.catch(fail)
      }, QUIET)
    }
    // What is written while the first call reads must not fall between the two.
    watcher.on('ready', plan).on('add', plan).on('change', plan).on('error', fail)
    process.once('SIGINT', () => end())
    process.once('SIGTERM', () => end())
  }).finally(async () => {
    clearTimeout(timer)
    await watcher.close()
  })
  await running
}
