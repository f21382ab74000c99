// What is measured in a page. In: a page that is open. Out: figures. Each function runs in the page; none knows which page it is.
import type { Page } from 'playwright-core'

/** Put into each page before its own scripts: tells when the first frame that holds a graph of `window.watch.nodes` nodes was on the
 *  screen. A canvas says by `data-drawn` how many nodes it has drawn; what it drew of the graph before does not count. */
export const WATCH = `
window.watch = {};
const look = () => {
  const { nodes, drawn } = window.watch;
  if (nodes === undefined || drawn !== undefined) return;
  if (document.querySelector('[role=application]')?.dataset.drawn !== String(nodes)) return;
  window.watch.drawn = 0;
  requestAnimationFrame(() => requestAnimationFrame(() => (window.watch.drawn = performance.now())));
};
new MutationObserver(look).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-drawn'] });
`

/** What an expression gives in the page, once it gives something; asked again and again, for the page's policy lets no text be run there. */
export async function until<T>(page: Page, expression: string): Promise<T> {
  for (const start = Date.now(); Date.now() - start < LONGEST_MS; ) {
    const found = (await page.evaluate(expression)) as T | null | undefined | false
    if (found !== null && found !== undefined && found !== false) return found
    await new Promise((waited) => setTimeout(waited, 50))
  }
  throw new Error(`The page did not come to: ${expression}`)
}

const LONGEST_MS = 300_000

/**
 * Milliseconds from the end of the last answer at an address to the end of the first frame with the graph of that answer in it.
 * @param nodes how many nodes that graph has: another number than the one before
 */
export async function firstFrame(
  page: Page,
  address: string,
  ask: () => Promise<unknown>,
  nodes: number,
): Promise<number> {
  await page.bringToFront()
  await page.evaluate(`performance.clearResourceTimings(); window.watch = { nodes: ${nodes} }`)
  await ask()
  const [ms] = await until<[number]>(
    page,
    `(() => {
      const answer = performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith(${JSON.stringify(address)})).at(-1)
      return window.watch.drawn > 0 && answer?.responseEnd > 0 ? [window.watch.drawn - answer.responseEnd] : null
    })()`,
  )
  return ms
}

/** Frames a second while the graph is pulled to and fro for some seconds; each frame moves the pointer once. */
export async function panRate(page: Page, seconds: number): Promise<number> {
  await page.bringToFront()
  return (await page.evaluate(
    `(async () => {
      const canvas = document.querySelector('[role=application]')
      const box = canvas.getBoundingClientRect()
      const target = canvas.querySelector('.sigma-mouse') ?? canvas
      const at = (x, y) => ({ bubbles: true, cancelable: true, button: 0, buttons: 1, clientX: box.left + x, clientY: box.top + y })
      const frame = () => new Promise(requestAnimationFrame)
      target.dispatchEvent(new MouseEvent('mousedown', at(4, 4)))
      await frame()
      const start = performance.now()
      let frames = 0
      while (performance.now() - start < ${seconds * 1000}) {
        frames++
        document.dispatchEvent(new MouseEvent('mousemove', at(4 + 60 * Math.sin(frames / 5), 4 + 40 * Math.sin(frames / 3))))
        await frame()
      }
      const took = performance.now() - start
      document.dispatchEvent(new MouseEvent('mouseup', at(4, 4)))
      return (1000 * frames) / took
    })()`,
  )) as number
}

/** Bytes of the page's own memory once all that can go is gone. */
export async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

/** Milliseconds until something was painted first. */
export async function firstPaint(page: Page): Promise<number> {
  return await until<number>(page, `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`)
}

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
