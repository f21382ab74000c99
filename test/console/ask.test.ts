// Asking in a real browser over a real engine: what the editor offers and doubts, several statements, parameters, plans, what is
// kept, cutting and going on, stopping; and the table and the JSON of the rows.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Served, serve } from '../../console/server/serve.js'
import { query } from '../../graph/query.js'
import { prepare, writeDocuments } from '../../graph/write.js'
import { SavedQueries } from '../../schema/saved-query.js'
import { engines, type OpenEngine } from '../graph/engines.js'
import { makeDocument, type Says, type Thing } from '../graph/sample.js'
import { type Browser, keepPicture, noBrowser, startBrowser } from './browser.js'
import { serious } from './shown.js'

const thing = (type: Thing['type'], key: string, more: Partial<Thing> = {}): Thing => ({ type, key, ...more })
const fang = thing('Person', '方亭之')
const meeting = thing('Meeting', '云岭县安全生产调度会', { aliases: ['调度会'], attrs: { date: '2024-03-09' } })
const says: Says[] = [
  { from: fang, type: 'CHAIRED', to: meeting },
  { from: thing('Person', '陆远舟'), type: 'SPOKE_AT', to: meeting },
]
const ENDLESS =
  'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS never'

describe.each(await engines())('asking on $name', ({ name, missing, open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'wentu-ask-'))
  let engine: OpenEngine
  let server: Served
  let browser: Browser
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    if (missing !== undefined || noBrowser !== undefined) return
    engine = await open()
    await prepare(engine.graph)
    await writeDocuments(engine.graph, [makeDocument({ id: 'doc-1', date: '2024-03-12', title: '通报', says })])
    server = await serve({ graph: engine.graph, port: 0, beside: { folder } })
    browser = await startBrowser({ permissions: ['clipboard-read', 'clipboard-write'] })
    const opened = await browser.open(server.url, { width: 1280, height: 720 })
    page = opened.page
    complaints = opened.complaints
    // What the graph knows comes a moment after the editor; it is offered from then on.
    const known = page.waitForResponse((answer) => answer.url().endsWith('/api/vocabulary'))
    await page.reload()
    await Promise.all([known, editor().waitFor()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await engine?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach((context) => {
    if (missing !== undefined) context.skip(missing)
    if (noBrowser !== undefined) context.skip(noBrowser)
  })

  const editor = () => page.getByRole('textbox', { name: 'Cypher 查询' })
  const tab = (words: string | RegExp) => page.getByRole('tab', { name: words, exact: true })
  const findings = () => page.getByRole('list', { name: '查询中的问题' })
  const option = (words: string) => page.locator('.cm-tooltip-autocomplete li').filter({ hasText: words })
  /** Writes as a user does, key by key for the last letters, so that the editor offers what fits. */
  const write = async (text: string, keys = ''): Promise<void> => {
    await tab('提问').click()
    await editor().click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.insertText(text)
    if (keys !== '') await page.keyboard.type(keys)
  }
  const run = async (text: string): Promise<void> => {
    await write(text)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Enter')
  }
  const clipboard = (): Promise<string> => page.evaluate('navigator.clipboard.readText()')

  test('it offers the labels, types and names of this graph, by their own words or in Chinese', async () => {
    await write('MATCH (n:', '人物')
    await option('Person').click()
    await expect.poll(() => editor().textContent()).toBe('MATCH (n:Person')
    await write('MATCH ()-[r:', '主')
    await option('CHAIRED').waitFor()
    await write('MATCH (n {name: ', '方亭')
    await option('方亭之').click()
    await expect.poll(() => editor().textContent()).toContain("{name: '方亭之'")
    await write("MATCH (n) WHERE n.name = '", '调度')
    await option('云岭县安全生产调度会').waitFor()
    await page.keyboard.press('Escape')
  })

  test('an unknown name is told under the word, with what was meant; one press mends it', async () => {
    await write('MATCH (n:Persn)-[:CHAIRD]->(m) WHERE m.nmae = $who RETURN n')
    await findings().getByText('未知标签 Persn，是否为 Person？').waitFor()
    await findings().getByText('未知关系类型 CHAIRD，是否为 CHAIRED？').waitFor()
    await findings().getByText('未知属性 nmae，是否为 name？').waitFor()
    const doubted = page.locator('.cm-lintRange-warning')
    await expect.poll(() => doubted.allTextContents()).toEqual(['Persn', 'CHAIRD', 'nmae'])
    await keepPicture(page, `ask-doubts-${name}`)
    await findings().getByRole('button', { name: '改为 Person' }).click()
    await expect.poll(() => editor().textContent()).toContain('(n:Person)')
    await findings().getByText('未知标签').waitFor({ state: 'hidden' })
  })

  test('what the engine says of a statement stands under its word before it is run', async () => {
    await write('RETURN 1;\nMATCH (n) RETRN n')
    await findings().getByText('第 2 行').waitFor()
    await expect.poll(() => page.locator('.cm-lintRange-error').allTextContents()).toEqual(['RETRN'])
    await findings().getByRole('button', { name: '改为 RETURN' }).click()
    await findings().getByText('第 2 行').waitFor({ state: 'hidden' })
  })

  test('several statements run in turn, each with its result; the first that fails ends it', async () => {
    await run('MATCH (n:Person) RETURN n; UNWIND range(1, 3) AS i RETURN i; RETURN 1/0; RETURN 4')
    await tab('语句 3：没有成功').waitFor()
    expect(await page.getByRole('tablist', { name: '各语句的结果' }).getByRole('tab').count()).toBe(3)
    await tab('语句 2：3 行').click()
    await tab('表').click()
    await page.getByText('3 / 3 行').waitFor()
    await tab('语句 1：2 行').click()
    await page.getByText('2 / 2 行').waitFor()
  })

  test('a parameter keeps every digit, and one that is no JSON is told', async () => {
    await page.getByText('参数', { exact: true }).click()
    await page.getByRole('button', { name: '加一个参数' }).click()
    await page.getByLabel('参数名').fill('big')
    await page.getByRole('textbox', { name: /^值/ }).fill('{"n": [9223372036854775807, 1]}')
    await run('RETURN $big.n[0] AS big, $big.n[0] - 1 AS less, $big.n[1] AS one')
    await page.getByRole('gridcell', { name: '9223372036854775807' }).waitFor()
    await page.getByRole('gridcell', { name: '9223372036854775806' }).waitFor()
    await page.getByRole('textbox', { name: /^值/ }).fill('方')
    await page.getByText('不是 JSON').first().waitFor()
    await run('RETURN $big')
    await page.getByText('参数的值不是 JSON').waitFor()
    await page.getByRole('button', { name: '去掉参数 big' }).click()
  })

  test('a plan is drawn as a tree, asked for or as it ran', async () => {
    await run('EXPLAIN MATCH (n:Person) RETURN n.name')
    await page.getByRole('list', { name: '查询计划' }).waitFor()
    const steps = await page.locator('.plan-step b').allTextContents()
    expect(steps.length).toBeGreaterThan(1)
    expect(steps.join(' ')).toMatch(/Scan/)
    await page.getByRole('button', { name: '实测（会运行）' }).click()
    await page.locator('.plan-step').getByText('2 行').first().waitFor()
    expect(await editor().textContent()).toBe('EXPLAIN MATCH (n:Person) RETURN n.name')
    await keepPicture(page, `ask-plan-${name}`)
  })

  test('what was cut is said, with a way to the rest; sorted, filtered, made wider, copied', async () => {
    await run("UNWIND range(1, 2345) AS i RETURN i, CASE i WHEN 7 THEN '=SUM(A1)' ELSE toString(i) + '号' END AS s")
    await tab('表').click()
    await page.getByText('显示前 1,000 行，共 2,345 行').waitFor()
    await page.getByRole('button', { name: '取全部 2,345 行' }).click()
    await page.getByText('2,345 / 2,345 行').waitFor()
    const grid = page.getByRole('grid')
    expect(await page.getByRole('row').count()).toBeLessThan(80)
    expect(await grid.getAttribute('aria-rowcount')).toBe('2346')
    await page.getByRole('button', { name: /^i, 整数/ }).click()
    await page.getByRole('button', { name: /^i, 整数/ }).click()
    await page.getByRole('gridcell', { name: '2345', exact: true }).waitFor()
    await grid.focus()
    await page.keyboard.press('Control+End')
    await page.getByRole('gridcell', { name: '1号', exact: true }).waitFor()
    const filter = page.getByRole('searchbox', { name: '在结果中筛选' })
    await filter.fill('=sum')
    await page.getByText('1 / 2,345 行').waitFor()
    await page.getByRole('button', { name: '全部复制（TSV）' }).click()
    await page.getByText('已复制 1 行').waitFor()
    expect(await clipboard()).toBe("i\ts\n7\t'=SUM(A1)")
    await grid.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+c')
    await expect.poll(clipboard).toBe('7')
    const grip = page.getByRole('separator', { name: '调整 s 的宽度' })
    const before = Number(await grip.getAttribute('aria-valuenow'))
    await grip.focus()
    await page.keyboard.press('ArrowRight')
    expect(Number(await grip.getAttribute('aria-valuenow'))).toBe(before + 16)
    const box = await grip.boundingBox()
    if (box === null) throw new Error('the grip is not there')
    await page.mouse.move(box.x + 3, box.y + 5)
    await page.mouse.down()
    await page.mouse.move(box.x + 63, box.y + 5)
    await page.mouse.up()
    await expect.poll(async () => Number(await grip.getAttribute('aria-valuenow'))).toBe(before + 76)
    await page.getByLabel('上限').selectOption('1000')
  })

  // What no engine has a part in is tried on one.
  if (name === 'local') {
    test('a chip in the table lights its node; JSON folds and is copied', async () => {
      await run('MATCH (p:Person)-[r:CHAIRED]->(m) RETURN p, r, m, 9007199254740993 AS big')
      await tab('表').click()
      await page.getByRole('gridcell').getByRole('button', { name: '主持' }).click()
      await page.getByRole('article', { name: '主持' }).waitFor()
      await tab('JSON').click()
      const line = page.getByRole('treeitem').filter({ hasText: '"big"' })
      expect(await line.textContent()).toContain('"9007199254740993"')
      await page.getByRole('button', { name: '全部折叠' }).click()
      await line.waitFor({ state: 'hidden' })
      await page.getByRole('tree').focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowRight')
      await page.getByRole('treeitem').filter({ hasText: '"big"' }).waitFor()
      await page.getByRole('button', { name: '复制 JSON' }).click()
      await page.getByText('✓').waitFor()
      expect(JSON.parse(await clipboard())).toMatchObject([{ big: '9007199254740993', r: { type: 'CHAIRED' } }])
    })

    test('what was run is found again; a query is kept in a collection, as a file, and run by its name', async () => {
      await run('MATCH (n:Meeting) RETURN n.name AS meeting')
      await tab('表').click()
      await page.getByRole('gridcell', { name: '云岭县安全生产调度会' }).waitFor()
      await tab('收藏').click()
      await page.getByLabel('名称').fill('有哪些会议')
      await page.getByLabel('收藏夹').fill('会议')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await page.getByRole('heading', { name: '会议', exact: true }).waitFor()
      const kept = SavedQueries.parse(JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8')))
      expect(kept.collections[0]?.queries[0]).toMatchObject({ name: '有哪些会议', params: {} })
      const coming = page.waitForEvent('download')
      await page.getByRole('button', { name: '导出为文件' }).click()
      const file = await (await coming).path()
      await page.getByRole('button', { name: '删除“有哪些会议”' }).click()
      await page.getByText('还没有收藏').waitFor()
      await page.getByLabel('从文件导入').setInputFiles(file)
      await write('RETURN 1')
      await tab('收藏').click()
      await page.getByRole('button', { name: '运行“有哪些会议”' }).click()
      await expect.poll(() => editor().textContent()).toContain('MATCH (n:Meeting)')
      await tab('历史').click()
      await page.getByRole('searchbox', { name: '在历史中查找' }).fill('2345')
      const past = page.locator('.past .query-button')
      await expect.poll(() => past.count()).toBe(2)
      await past.first().click()
      await expect.poll(() => editor().textContent()).toContain('2345')
      expect(await serious(page)).toEqual([])
    })
  }

  // Last: the embedded engine may have to be started anew after it.
  test('a run without end tells its time, and stopping it stops it on the engine at once', async () => {
    await run(ENDLESS)
    await page.getByText(/已用 \d+ 秒 · 0 行/).waitFor()
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByText('已停止').waitFor()
    if (name === 'neo4j') {
      const running = async (): Promise<number> =>
        (await query(engine.graph, 'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS "AS never"')).rows
          .length
      // What asks is on the list as well.
      await expect.poll(running, { timeout: 10_000 }).toBe(1)
    }
    await run('RETURN 41 + 1 AS answer')
    await tab('表').click()
    await page.getByRole('gridcell', { name: '42' }).waitFor()
    // Typing over styled words, Chromium itself writes a style attribute, which the policy refuses without harm.
    expect(complaints.filter((words) => !words.includes('inline style'))).toEqual([])
  })
})
