// `npm run screenshots`: the pictures of the README, taken in a real browser of a graph made from the bundled samples.
// In: nothing. Out: PNG files beside the page's source. Needs the build (npm run build) and Chromium.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { serve } from '../console/server/serve.js'
import { ingestOnce } from '../console/terminal/commands/ingest.js'
import { knowledge } from '../console/terminal/knowledge.js'
import { lastRun } from '../console/terminal/runs.js'
import { connect } from '../graph/connect.js'
import { stopLocal } from '../graph/local/lifecycle.js'
import { noBrowser, startBrowser } from './console/browser.js'

const SIZE = { width: 1440, height: 900 }
const pathOf = (name: string): string => fileURLToPath(new URL(name, projectUrl()))

/** The folder of the project: compiled, this file lies one folder deeper. */
function projectUrl(): URL {
  const here = new URL('..', import.meta.url)
  return here.pathname.endsWith('/.build/') ? new URL('..', here) : here
}

interface Shot {
  file: string
  take(page: Page): Promise<void>
}

const SHOTS: readonly Shot[] = [
  {
    file: 'screenshot.png',
    take: async (page) => {
      await page.locator('#search').fill('秦朝阳')
      await page.locator('.search-hit').first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('article', { name: '秦朝阳' }).waitFor()
      await page.locator('.relation').filter({ hasText: '带队' }).first().click()
      await page.locator('.evidence .card').first().waitFor()
      await page.getByRole('button', { name: '适应窗口' }).click()
    },
  },
  {
    file: 'screenshot-document.png',
    take: async (page) => {
      await page.locator('.evidence .card').first().click()
      await page.locator('.document-text .quoted').first().waitFor()
    },
  },
  {
    file: 'screenshot-time.png',
    take: async (page) => {
      await page.getByRole('button', { name: '关闭' }).first().click()
      await page.getByRole('button', { name: '哪些会议因事故而开，由谁主持？' }).click()
      await settled(page)
      await page.getByRole('button', { name: '时间线' }).click()
      await settled(page)
      await page.getByRole('slider', { name: '到', exact: true }).focus()
      for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowLeft')
      await page.getByText('范围外').waitFor()
    },
  },
  {
    file: 'screenshot-overview.png',
    take: async (page) => {
      await page.getByRole('tab', { name: '总览' }).click()
      await page.locator('.summary-box .province-map').waitFor()
    },
  },
]

/** Nothing is asked any more, and the layout has had its time to come to rest. */
async function settled(page: Page): Promise<void> {
  await page.locator('.progress').waitFor({ state: 'detached' })
  await page.waitForTimeout(2500)
}

if (noBrowser !== undefined) throw new Error(noBrowser)
const data = mkdtempSync(join(tmpdir(), 'wentu-screenshots-'))
const SAMPLES = 'ingest/samples'
await ingestOnce([pathOf(SAMPLES)], { data }, {})
const graph = await connect({ data })
const browser = await startBrowser({ deviceScaleFactor: 1 })
try {
  const run = await lastRun({ data })
  // Where this machine has the project is nobody's business.
  const told = run === undefined ? undefined : { ...run, paths: [SAMPLES] }
  const server = await serve({
    graph,
    port: 0,
    knows: knowledge,
    beside: { folder: join(data, 'console'), lastRun: async () => told },
  })
  const { page } = await browser.open(server.url, SIZE)
  await settled(page)
  for (const { file, take } of SHOTS) {
    await take(page)
    await page.mouse.move(2, 2)
    await page.waitForTimeout(500)
    await page.screenshot({ path: pathOf(`console/web/${file}`) })
    console.log(`console/web/${file}`)
  }
  await page.close()
  await server.close()
} finally {
  await browser.close()
  await graph.close()
  await stopLocal(data)
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
}
