// The page in a real browser over a sample graph: from the first view to the sentence behind an edge; the attacks; the sizes.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { serveQuestions } from '../../console/server/serve.js'
import { clickEdge, keepPicture } from './browser.js'
import { HOSTILE, sampleQuestions } from './sample.js'
import { inTheDark, PHONE, selectEdge, serious, showSample, WIDE } from './shown.js'

describe('the page over a sample graph', () => {
  const asked: string[] = []
  const sample = sampleQuestions()
  const shown = showSample({
    query: async (ask) => {
      asked.push(ask.cypher)
      if (ask.cypher === 'SLOW')
        await new Promise((_, reject) => ask.signal.addEventListener('abort', () => reject(new Error('stopped'))))
      return sample.query(ask)
    },
  })

  test('the first view draws the overview with no query written', async () => {
    const { page } = shown
    expect(new URL(page.url()).search).toBe('')
    expect(await page.getByRole('application').getAttribute('aria-label')).toContain('5 个节点')
    await expect.poll(() => inked(page)).toBeGreaterThan(500)
    await keepPicture(page, 'sample-first-1280')
  })

  test('an edge shows its sentences, and one opens the document with the quote lit and in view', async () => {
    const { page } = shown
    await selectEdge(page)
    const cards = page.locator('.evidence .card')
    await cards.nth(1).waitFor()
    expect(await cards.count()).toBe(2)
    expect(await cards.first().textContent()).toContain('meeting/chaired')
    await cards.nth(1).click()
    const lit = page.locator('.document-text .quoted')
    await lit.first().waitFor()
    expect((await lit.allInnerTexts()).join('')).toBe(
      '3月9日，副县长方亭之主持召开云岭县安全生产调度会，传达有关要求。',
    )
    const box = await lit.first().boundingBox()
    expect(box !== null && box.y > 0 && box.y < WIDE.height).toBe(true)
    expect(await page.locator('.document-text .mention').count()).toBeGreaterThan(2)
    await keepPicture(page, 'sample-document-1280')
  })

  test('a line on the canvas is found by a click on it, each of two parallel ones', async () => {
    const { page } = shown
    await clickEdge(page, '主持')
    await clickEdge(page, '发言')
  })

  test('a title that is a script stays text', async () => {
    const { page } = shown
    await selectEdge(page)
    expect(await page.locator('.evidence .card b').first().textContent()).toBe(HOSTILE)
    await page.locator('.evidence .card').first().click()
    await page.locator('.document-body h3').getByText(HOSTILE).waitFor()
    expect(await page.locator('img[src="x"]').count()).toBe(0)
  })

  test('a query runs by key, its rows are a table with exact integers, and a slow one stops', async () => {
    const { page } = shown
    asked.length = 0
    await page.getByRole('textbox', { name: 'Cypher 查询' }).fill('MATCH (p) RETURN p')
    await page.keyboard.press('Control+Enter')
    await page.getByText('1 行 · 3 毫秒').first().waitFor()
    expect(asked).toEqual(['MATCH (p) RETURN p'])
    await page.getByRole('tab', { name: '表' }).click()
    expect(await page.getByRole('gridcell').nth(3).textContent()).toBe('9007199254740993')
    await page.getByRole('tab', { name: 'JSON' }).click()
    await page.getByText('"9007199254740993"').waitFor()
    await page.getByRole('textbox', { name: 'Cypher 查询' }).fill('SLOW')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByText('已停止').waitFor()
  })

  test('the legend hides a type, the keys change the view, English is one press away', async () => {
    const { page } = shown
    const person = page.getByRole('button', { name: '人物 1' })
    await person.click()
    expect(await person.getAttribute('aria-pressed')).toBe('false')
    await page.getByRole('application').focus()
    await page.keyboard.press('2')
    expect(await page.getByRole('tab', { name: '表' }).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.id')).toBe('search')
    await page.getByRole('button', { name: 'English interface' }).click()
    await page.getByRole('button', { name: 'Run' }).waitFor()
    expect(await page.locator('body').textContent()).not.toMatch(/运行|图例|提问/)
    await page.getByRole('button', { name: '中文界面' }).click()
  })

  test('arrow keys walk over the graph and say where they are', async () => {
    const { page } = shown
    await page.getByRole('application').focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('.node-name').waitFor()
    await page.keyboard.press('ArrowLeft')
    expect(await page.locator('.canvas-box > [aria-live]').textContent()).toMatch(/图中的关系/)
  })

  test('axe finds nothing serious, in the light and in the dark, and on a phone', async () => {
    const { page } = shown
    await selectEdge(page)
    await page.locator('.evidence .card').nth(1).click()
    await page.locator('.quoted').first().waitFor()
    await keepPicture(page, 'sample-axe-light')
    expect(await serious(page)).toEqual([])
    await inTheDark(page, async () => {
      await keepPicture(page, 'sample-axe-dark')
      expect(await serious(page, { only: ['color-contrast'] })).toEqual([])
    })
    await page.setViewportSize(PHONE)
    await keepPicture(page, 'sample-axe-phone')
    expect(await serious(page)).toEqual([])
    await page.setViewportSize(WIDE)
  })

  test('what is shown is kept as a file of each kind', async () => {
    const { page } = shown
    const kept = async (name: string): Promise<Buffer> => {
      const coming = page.waitForEvent('download')
      await page.getByRole('button', { name: '导出' }).click()
      await page.getByRole('dialog', { name: '导出' }).getByRole('button', { name, exact: false }).click()
      return readFileSync(await (await coming).path())
    }
    const picture = await kept('PNG')
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.length).toBeGreaterThan(5000)
    const vectors = (await kept('SVG')).toString('utf8')
    // Names are words of the file, edges and nodes its paths; nothing in it is a picture or a script.
    expect(vectors.match(/>(方亭之|云岭县安全生产调度会|火灾善后工作组|云岭县)<\/text>/g)?.length).toBeGreaterThan(1)
    expect(vectors.match(/<path /g)?.length).toBeGreaterThan(15)
    expect(vectors).not.toMatch(/<image|<script|<foreignObject|<img/)
    const csv = (await kept('CSV')).toString('utf8')
    expect(csv.split('\r\n')[0]).toBe('\ufefffrom,type,to,sources,quote')
    expect(csv).toContain(`云岭县安全生产调度会,CONVEYED,${HOSTILE}`)
    expect(JSON.parse((await kept('JSON')).toString('utf8')).nodes).toHaveLength(5)
    expect((await kept('GEXF')).toString('utf8')).toContain('<edge ')
    expect((await kept('Cypher')).toString('utf8').match(/^MATCH /gm)).toHaveLength(6)
    const report = (await kept('HTML')).toString('utf8')
    const opened = await page.context().newPage()
    await opened.setContent(report)
    expect(await opened.locator('blockquote').count()).toBe(6)
    expect(await opened.locator('script, img:not([src^="data:image/svg+xml"]), [onerror]').count()).toBe(0)
    await expect.poll(() => opened.evaluate('document.querySelector("img").naturalWidth')).toBeGreaterThan(100)
    await keepPicture(opened, 'sample-report')
    await opened.close()
  })

  test('an empty graph says so, with the command that fills it', async () => {
    const nothing = { nodes: [], relationships: [], truncated: false }
    const empty = await serveQuestions({
      port: 0,
      questions: sampleQuestions({
        overview: async () => nothing,
        counts: async () => ({ documents: 0, statements: 0, entities: [], relations: [] }),
      }),
    })
    const { page, complaints } = await shown.browser.open(empty.url, WIDE)
    await page.getByText('图还是空的').waitFor()
    expect(await page.locator('.hint code').textContent()).toContain('wentu ingest')
    expect(complaints).toEqual([])
    await page.close()
    await empty.close()
  })

  test('a graph with self-loops, unknown types and thousands of nodes is drawn and stays usable', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      kind: 'node' as const,
      id: `n${i}`,
      labels: i % 2 === 0 ? ['Document'] : ['Odd'],
      properties: { id: `k${i}`, title: `第${i}号` },
    }))
    const edges = many.map((node, i) => ({
      kind: 'relationship' as const,
      id: `e${i}`,
      type: 'LINK',
      start: node.id,
      end: i < 5 ? node.id : `n${(i * 7) % 3000}`,
      properties: {},
    }))
    const large = await serveQuestions({
      port: 0,
      questions: sampleQuestions({ overview: async () => ({ nodes: many, relationships: edges, truncated: true }) }),
    })
    const { page, complaints } = await shown.browser.open(large.url, WIDE)
    await page.getByText('3,000 个节点 · 3,000 条关系').first().waitFor()
    await page.getByText('自环').waitFor()
    await page.getByRole('button', { name: '文件 1500' }).click()
    await page.getByRole('application').focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('.node-name').waitFor()
    await keepPicture(page, 'sample-large-1280')
    expect(complaints).toEqual([])
    await page.close()
    await large.close()
  })

  test('on a phone the sides come up one at a time', async () => {
    const { page } = shown
    await page.setViewportSize(PHONE)
    expect(await page.locator('.ask').isVisible()).toBe(false)
    await page.getByRole('navigation').getByRole('button', { name: '提问' }).click()
    expect(await page.locator('.ask').isVisible()).toBe(true)
    await keepPicture(page, 'sample-phone-ask')
    await page.getByRole('button', { name: '谁带队去了哪个省？' }).click()
    await page.getByText('1 行').first().waitFor()
    expect(await page.locator('.ask').isVisible()).toBe(false)
    for (const tab of await page.getByRole('tab').all()) expect((await tab.boundingBox())?.height ?? 0).toBeLessThan(40)
    // The day is in reach, and a document can have the whole middle.
    await page.getByRole('button', { name: '截至' }).click()
    expect(await page.getByLabel('看某一天的图').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await selectEdge(page)
    await page.locator('.evidence .card').nth(1).click()
    await page.getByRole('button', { name: '放大到整个中部' }).click()
    const box = await page.locator('.document').boundingBox()
    expect(box?.height).toBe(PHONE.height - 96)
    await page.setViewportSize(WIDE)
  })
})

/** How many pixels of the canvas are not its ground. */
async function inked(page: Page): Promise<number> {
  const bytes = await page.getByRole('application').screenshot()
  // A blank canvas compresses to next to nothing.
  return bytes.length / 10
}
