// The walk of an analyst in a real browser: first visit → example question → click edge → highlighted sentence → open document →
// expand → path → brush dates → save view → reload by link → export. In: a served graph of the sample of engine.test.ts.
// Out: nothing, or a failure at the step that does not hold.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Graph } from '../../graph/connect.js'
import { dumpHash } from '../../graph/dump.js'
import { query } from '../../graph/query.js'
import { type Browser, clickEdge, keepPicture } from './browser.js'

/** Long enough for a busy machine; what is waited for comes sooner on another. */
const PATIENT = { timeout: 30_000 }

/** @param name of the engine, for the pictures that are kept */
export async function walk(on: { name: string; address: string; graph: Graph; browser: Browser }): Promise<void> {
  const { name, address, graph, browser } = on
  const { page, complaints } = await browser.open(address, { width: 1280, height: 720 })
  await page.getByText('8 个节点 · 9 条关系').first().waitFor()
  await page.getByRole('button', { name: '谁带队去了哪个省？' }).click()
  await page.getByText('3 个节点 · 2 条关系').waitFor()
  await clickEdge(page, '带队')
  await page.locator('.evidence .card').nth(1).waitFor()
  expect(await page.locator('.evidence .card').count()).toBe(2)
  await page.getByRole('button', { name: /云岭县仓库火灾的通报/ }).click()
  const lit = page.locator('.document-text .quoted')
  await lit.first().waitFor()
  const quote = (await lit.allTextContents()).join('')
  expect(quote).toContain('方亭之')
  expect(quote).toContain('仓库火灾善后工作组第三组')
  const box = await lit.first().boundingBox()
  expect(box !== null && box.y > 48 && box.y < 720).toBe(true)
  expect(await page.locator('.document-text .mention').count()).toBeGreaterThan(10)
  await keepPicture(page, `walk-${name}-1280`)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await keepPicture(page, `walk-${name}-1920`)
  await page.setViewportSize({ width: 390, height: 844 })
  await keepPicture(page, `walk-${name}-phone`)
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.getByRole('button', { name: '关闭' }).first().click()
  await page.getByRole('article', { name: '带队' }).getByRole('button', { name: '方亭之', exact: true }).click()
  await page.getByRole('button', { name: '展开邻居' }).click()
  await page.getByText('5 个节点 · 4 条关系').waitFor()

  // → path
  await page.getByRole('button', { name: '联系' }).first().click()
  for (const [side, typed] of [
    ['from', '方亭之'],
    ['to', '山东'],
  ] as const) {
    await page.locator(`#path-${side}`).fill(typed)
    await page.locator('.path-end .search-hit').first().waitFor()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: '找最短的联系' }).click()
  await page.locator('.ways li').first().waitFor()
  expect(await page.locator('.ways li').count()).toBe(1)
  expect(await page.locator('.ways').textContent()).toMatch(/带队.*进驻检查/)

  // → brush dates
  const brush = page.getByRole('region', { name: '时间范围' })
  await brush.getByRole('slider', { name: '从' }).focus()
  await page.keyboard.press('End')
  await brush.getByText(/范围外 [1-9]/).waitFor()

  // → save view → reload by link
  await page.getByRole('button', { name: '视图' }).click()
  const views = page.getByRole('dialog', { name: '视图' })
  await views.getByRole('textbox').fill(`走查 ${name}`)
  await page.keyboard.press('Enter')
  await views.getByRole('button', { name: /^走查/ }).waitFor()
  await page.keyboard.press('Escape')
  const [told, timed] = [await page.locator('.told').textContent(), await brush.textContent()]
  const link = page.url()
  expect(link).toMatch(/#view=[0-9a-f]{24}$/)
  await page.close()
  const again = await browser.open(link, { width: 1280, height: 720 })
  await expect.poll(() => again.page.getByRole('region', { name: '时间范围' }).textContent(), PATIENT).toBe(timed)
  expect(drawnIn(await again.page.locator('.told').textContent())).toBe(drawnIn(told))
  await keepPicture(again.page, `walk-${name}-again`)

  // → export: the report quotes, and the statements make nothing that is not there.
  await again.page.getByRole('button', { name: '全部时间' }).click()
  const report = await download(again.page, 'HTML')
  expect(report).toContain('方亭之')
  expect(report.match(/<blockquote>/g)?.length).toBeGreaterThan(4)
  const before = await dumpHash(graph)
  const statements = (await download(again.page, 'Cypher')).split('\n').filter(Boolean)
  expect(statements.length).toBeGreaterThan(8)
  for (const statement of statements) await query(graph, statement, { write: true })
  expect(await dumpHash(graph)).toBe(before)
  expect([...complaints, ...again.complaints]).toEqual([])
  await again.page.close()
}

/** What is drawn, of what is said of the result: how long the query took is another thing each time. */
const drawnIn = (told: string | null): string | undefined => /\d+ 个节点 · \d+ 条关系/.exec(told ?? '')?.[0]

/** Takes a kind of file from the export menu. */
async function download(page: Page, kind: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('dialog', { name: '导出' }).getByRole('button', { name: kind }).click()
  return readFileSync(await (await coming).path(), 'utf8')
}
