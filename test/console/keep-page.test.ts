// The first page, the span of time, saved views and the sheet of keys, in a real browser over the sample.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { keepPicture } from './browser.js'
import { inTheDark, serious, showSample } from './shown.js'

/** The files in which the table of keys stands. */
const PARTS = fileURLToPath(new URL('../../console/web/parts/', import.meta.url))
const TABLES = readdirSync(PARTS)
  .filter((name) => /keys\.ts$/.test(name))
  .map((name) => readFileSync(PARTS + name, 'utf8'))

describe('what is kept, on the page', () => {
  const shown = showSample()

  test('the first page tells what is in the graph, beside what is drawn and as a view of its own', async () => {
    const { page } = shown
    await page.locator('.detail').getByText('上次导入').waitFor()
    await page.getByRole('tab', { name: '总览' }).click()
    const summary = page.locator('.summary-box')
    await summary.getByRole('button', { name: '12 · 山西省' }).waitFor()
    expect(await summary.locator('.province-map button').count()).toBe(34)
    expect(await summary.textContent()).toContain('读不了 1')
    expect(await page.locator('img[src="x"]').count()).toBe(0)
    expect(await serious(page)).toEqual([])
    await keepPicture(page, 'sample-summary-1280')
    await page.getByRole('tab', { name: '模型' }).click()
    await page.locator('.model-drawing').waitFor()
    await inTheDark(page, async () => {
      expect(await serious(page)).toEqual([])
      for (const tab of ['图', '表', 'JSON', '计划']) {
        await page.getByRole('tab', { name: tab, exact: true }).click()
        expect(
          await serious(page, { only: ['color-contrast', 'aria-required-children', 'aria-required-parent'] }),
          tab,
        ).toEqual([])
      }
    })
    await page.getByRole('tab', { name: '提问' }).click()
    await page.getByRole('tab', { name: '总览' }).click()
    await summary.getByRole('button', { name: '12 · 山西省' }).click()
    await page.getByText('1 行').first().waitFor()
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('q')).toContain("{name: '山西省'}")
    expect(await page.getByRole('tab', { name: '图', exact: true }).getAttribute('aria-selected')).toBe('true')
  })

  test('the sheet of keys prints every row of the table and closes by Escape', async () => {
    const { page } = shown
    await page.getByRole('application').focus()
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: '快捷键' })
    await sheet.waitFor()
    const printed = (await sheet.locator('kbd').allTextContents()).filter((key) => key !== '').length
    expect(printed).toBe(TABLES.map((text) => text.match(/\bshown: '/g)?.length ?? 0).reduce((a, b) => a + b))
    expect(await serious(page)).toEqual([])
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
  })

  test('a span of time is drawn over the bars or moved by keys, says what lies outside, and is undone', async () => {
    const { page } = shown
    const brush = page.getByRole('region', { name: '时间范围' })
    await brush.waitFor()
    await brush.getByRole('slider', { name: '从' }).focus()
    await page.keyboard.press('End')
    await brush.getByText('范围外').waitFor()
    const outside = Number(/范围外 (\d+)/.exec((await brush.textContent()) ?? '')?.[1])
    expect(outside).toBeGreaterThan(0)
    expect(new URL(page.url()).hash).toContain('time=')
    await page.getByRole('application').focus()
    await page.keyboard.press('z')
    await brush.getByText('在柱上拖动').waitFor()
    const bars = await brush.locator('.time-bars').boundingBox()
    if (bars === null) throw new Error('there are no bars')
    await page.mouse.move(bars.x + 3, bars.y + 10)
    await page.mouse.down()
    await page.mouse.move(bars.x + 12, bars.y + 10)
    await page.mouse.up()
    await brush.getByText('范围外').waitFor()
    await keepPicture(page, 'sample-brush-1280')
  })

  test('a view is saved by name, comes back by its link after a reload, and is deleted', async () => {
    const { page } = shown
    await page.getByRole('button', { name: '视图' }).click()
    const views = page.getByRole('dialog', { name: '视图' })
    await views.getByRole('textbox').fill('火灾前后')
    await page.keyboard.press('Enter')
    await views.getByRole('button', { name: /^火灾前后/ }).waitFor()
    expect(await serious(page)).toEqual([])
    await keepPicture(page, 'sample-views-1280')
    await page.keyboard.press('Escape')
    expect(new URL(page.url()).hash).toMatch(/^#view=[0-9a-f]{24}$/)
    const told = await page.getByRole('region', { name: '时间范围' }).textContent()
    await page.reload()
    await expect
      .poll(() => page.getByRole('region', { name: '时间范围' }).textContent(), { timeout: 30_000 })
      .toBe(told)
    expect(new URL(page.url()).hash).toMatch(/^#view=/)
    await page.getByRole('button', { name: '视图' }).click()
    await views.getByRole('button', { name: '删除“火灾前后”' }).click()
    await views.getByText('还没有保存的视图').waitFor()
    await page.keyboard.press('Escape')
  })
})
