// A real Chromium for the tests of the page. In: nothing. Out: pages of one browser with a profile of its own, or why there is none.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

const EXECUTABLE = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const SCREENSHOTS = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url))
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Why the browser tests cannot run, if they cannot. */
export const noBrowser = existsSync(EXECUTABLE)
  ? undefined
  : `no Chromium at ${EXECUTABLE}: install it, or name it in CHROMIUM_PATH`

export interface Browser {
  /** Opens a page of a size at an address; what the page complains of is gathered in `complaints`.
   *  `script` runs in it before its own. */
  open(
    url: string,
    size: { width: number; height: number },
    script?: string,
  ): Promise<{ page: Page; complaints: string[] }>
  close(): Promise<void>
}

/** Starts a browser; `options` go to its context (colour scheme, touch, …). */
export async function startBrowser(
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'wentu-chromium-'))
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: EXECUTABLE,
    headless: true,
    args: FLAGS,
    reducedMotion: 'reduce',
    ...options,
  })
  return {
    open: async (url, size, script) => {
      const page = await context.newPage()
      if (script !== undefined) await page.addInitScript(script)
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('dialog', (dialog) => {
        complaints.push(`a dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      await page.setViewportSize(size)
      await page.goto(url)
      return { page, complaints }
    },
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Keeps a picture of the page outside git, for a person to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
}

/** Longer than two clicks that count as a double one. */
const APART_MS = 350
const STEP = 10

/** Looks for a line on the canvas as a user does, from the middle outwards, until its words appear at the pointer; and clicks. */
export async function clickEdge(page: Page, caption: string): Promise<void> {
  const canvas = page.getByRole('application')
  const box = await canvas.boundingBox()
  if (box === null) throw new Error('there is no canvas')
  const over = async (): Promise<boolean> => (await canvas.getAttribute('title'))?.includes(` ${caption} `) === true
  for (let radius = 0; radius < box.width / 2 - STEP; radius += STEP) {
    const steps = Math.max(1, Math.round((2 * Math.PI * radius) / STEP))
    for (let step = 0; step < steps; step++) {
      const angle = (2 * Math.PI * step) / steps
      const [dx, dy] = [radius * Math.cos(angle), radius * Math.sin(angle)]
      if (Math.abs(dy) > box.height / 2 - STEP) continue
      await page.mouse.move(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy)
      if (!(await over())) continue
      // The words follow a frame later: they may tell of the place before.
      await page.waitForTimeout(APART_MS)
      if (!(await over())) continue
      await page.mouse.click(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy)
      await page.getByRole('article', { name: caption, exact: true }).waitFor()
      return
    }
  }
  throw new Error(`no line ${caption} was found on the canvas`)
}
