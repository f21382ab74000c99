// The page over the sample in a browser, once for a whole file of tests. In: what the server answers otherwise. Out: the page, and a
// way back to its beginning; where there is no browser every test says so and is passed over.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { Questions } from '../../console/server/questions.js'
import { type Served, serveQuestions } from '../../console/server/serve.js'
import { type Browser, noBrowser, startBrowser } from './browser.js'
import { sampleQuestions } from './sample.js'

export const WIDE = { width: 1280, height: 720 }
export const PHONE = { width: 390, height: 844 }

/** A machine that does much besides is waited for. */
export const SLOW = { timeout: 20_000 }

export interface Shown {
  readonly page: Page
  /** What the page complained of; no test may leave any. */
  readonly complaints: string[]
  readonly browser: Browser
  readonly url: string
}

/**
 * Shows the page before the tests of a `describe`, and the first page as it opens before each of them.
 * @param over questions that are answered otherwise than by the sample
 */
export function showSample(over: Partial<Questions> = {}): Shown {
  let server: Served
  let browser: Browser
  let opened: Awaited<ReturnType<Browser['open']>>
  let turn = 0
  beforeAll(async () => {
    if (noBrowser !== undefined) return
    server = await serveQuestions({ port: 0, questions: sampleQuestions(over) })
    browser = await startBrowser()
    opened = await browser.open(server.url, WIDE)
    await wholeSample(opened.page)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  beforeEach(async (context) => {
    if (noBrowser !== undefined) return context.skip(noBrowser)
    const { page, complaints } = opened
    // An address that asks for nothing, not even in the editor, draws the first page anew, and is put right once that is done.
    if (turn++ > 0) await page.evaluate(`location.hash = 'turn=${turn}&draft='`)
    await expect.poll(() => page.evaluate('location.hash'), SLOW).toBe('')
    await wholeSample(page)
    return () => {
      // Typing over styled words, Chromium itself writes a style attribute, which the policy refuses without harm.
      const complained = complaints.splice(0).filter((words) => !words.includes('inline style'))
      expect(complained).toEqual([])
    }
  })
  return {
    get page() {
      return opened.page
    },
    get complaints() {
      return opened.complaints
    },
    get browser() {
      return browser
    },
    get url() {
      return server.url
    },
  }
}

/** Waits until all of the sample is drawn. */
export const wholeSample = (page: Page): Promise<void> => page.getByText('5 个节点 · 6 条关系').first().waitFor()

/** Searches as a user does, and takes the first thing that is offered. */
export async function search(page: Page, words: string): Promise<void> {
  await page.locator('#search').fill(words)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

/** Selects the edge 主持 from the panel of the meeting, by keys and names alone. */
export async function selectEdge(page: Page): Promise<void> {
  await search(page, '调度')
  await page.getByRole('article', { name: '云岭县安全生产调度会' }).waitFor()
  await page.getByRole('button', { name: '← 主持' }).first().click()
  await page.getByRole('article', { name: '主持' }).waitFor()
  await page.locator('.evidence .card').nth(1).waitFor()
}

/**
 * What axe finds that keeps someone out.
 * @param only some of its rules: another theme has other colours, and nothing else
 * @param within a part of the page, when the rest was looked at elsewhere
 */
export async function serious(page: Page, { only, within }: { only?: string[]; within?: string } = {}) {
  const axe = new AxeBuilder({ page })
  if (only !== undefined) axe.withRules(only)
  if (within !== undefined) axe.include(within)
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}

/** Does something in the dark, and turns the light on again. */
export async function inTheDark(page: Page, work: () => Promise<void>): Promise<void> {
  const lamp = page.getByRole('button', { name: '切换明暗' })
  await lamp.click()
  await work()
  await lamp.click()
}
