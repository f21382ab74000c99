// Believing in a real browser over the sample graph: sentences step by step, a document over the whole middle, marks that light the
// canvas, what was reported as wrong, the review by keys, paths, another day; and that no text of a document is ever more than text.
import { describe, expect, test } from 'vitest'
import { keepPicture } from './browser.js'
import { HOSTILE } from './sample.js'
import { search, selectEdge, serious, showSample, WIDE, wholeSample } from './shown.js'

describe('believing', () => {
  const shown = showSample()

  test('sentences have their rule in words, arrows step through them, and the open document follows', async () => {
    const { page } = shown
    await selectEdge(page)
    const cards = page.locator('.evidence .card')
    expect(await cards.first().textContent()).toContain('规则 某人主持动词后面的会议')
    expect(await cards.first().textContent()).toContain('可信度 高 0.95')
    await cards.first().click()
    await page.locator('.document-body h3').getByText(HOSTILE).waitFor()
    await cards.first().focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('.document-body h3').getByText('云岭县仓库火灾的通报').waitFor()
    expect(await page.evaluate("document.activeElement.closest('li').className")).toBe('at')
    await page.getByRole('button', { name: '上一处原文（↑）' }).click()
    await page.locator('.document-body h3').getByText(HOSTILE).waitFor()
    expect(await page.locator('img[src="x"]').count()).toBe(0)
  })

  test('a mark lights its thing on the canvas, and the canvas its marks', async () => {
    const { page } = shown
    await selectEdge(page)
    await page.locator('.evidence .card').nth(1).click()
    await page.locator('.document-text .quoted').first().waitFor()
    const canvas = page.getByRole('application')
    await page.locator('.mention', { hasText: '火灾善后工作组' }).hover()
    await expect.poll(async () => (await canvas.getAttribute('data-lit')) ?? '').toContain('n:g1')
    await page.locator('.document-text .stated', { hasText: '任组长的' }).last().hover()
    await expect.poll(async () => (await canvas.getAttribute('data-lit')) ?? '').toBe('edge e:f2')
    await page.mouse.move(2, 2)
    await expect.poll(async () => canvas.getAttribute('data-lit')).toBeNull()
    // Chosen by its name it stands in the middle of the canvas, and still does when it is no longer chosen.
    await page.locator('.mention', { hasText: '火灾善后工作组' }).click()
    await page.getByRole('article', { name: '火灾善后工作组' }).waitFor()
    await page.locator('.detail').getByRole('button', { name: '关闭' }).click()
    await expect.poll(() => page.locator('.mention.named').count()).toBe(0)
    const box = await canvas.boundingBox()
    if (box === null) throw new Error('there is no canvas')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 })
    await expect.poll(() => page.locator('.mention.named', { hasText: '火灾善后工作组' }).count()).toBe(1)
  })

  test('a document over the whole middle lists what it gave, and arrows go through it', async () => {
    const { page } = shown
    await selectEdge(page)
    await page.locator('.evidence .card').nth(1).click()
    await page.getByRole('button', { name: '放大到整个中部' }).click()
    const facts = page.locator('.contribution .relation')
    await facts.first().waitFor()
    expect(await facts.allTextContents()).toEqual([
      '方亭之 主持 → 云岭县安全生产调度会',
      '方亭之 带队 → 火灾善后工作组',
    ])
    await keepPicture(page, 'believe-document-1280')
    await facts.first().click()
    await facts.first().focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('article', { name: '带队' }).waitFor()
    await expect
      .poll(async () => (await page.locator('.document-text .quoted').allTextContents()).join(''))
      .toBe('方亭之任组长的火灾善后工作组')
    expect(await serious(page)).toEqual([])
    await page.locator('.document').getByRole('button', { name: '关闭' }).click()
    expect(await page.getByRole('application').isVisible()).toBe(true)
  })

  test('a fact is reported as wrong, stays marked after a reload, and is taken back', async () => {
    const { page } = shown
    await selectEdge(page)
    await page.getByRole('button', { name: '报告有误' }).click()
    const why = '<img src=x onerror=alert(1)> 另一场会议'
    await page.getByRole('textbox', { name: '错在哪里' }).fill(why)
    await page.keyboard.press('Enter')
    await page.getByText(`已有人判定此关系有误：${why}`).waitFor()
    await page.reload()
    await wholeSample(page)
    await selectEdge(page)
    await page.getByText(`已有人判定此关系有误：${why}`).waitFor()
    await page.locator('.ends').getByRole('button', { name: '方亭之' }).click()
    await page.getByRole('button', { name: '→ 主持 有误' }).click()
    await page.getByText(`已有人判定此关系有误：${why}`).waitFor()
    await keepPicture(page, 'believe-wrong-1280')
    expect(await page.locator('img[src="x"]').count()).toBe(0)
    await page.locator('.wrong').getByRole('button', { name: '撤销' }).click()
    await page.getByRole('button', { name: '报告有误' }).waitFor()
  })

  test('what documents disagree on stands side by side, and a document is found where it was left', async () => {
    const { page } = shown
    await search(page, '调度')
    const doubts = page.getByRole('region', { name: '说法不一' })
    await doubts.waitFor()
    expect(await doubts.locator('.beside b').allTextContents()).toEqual(['2024-03-09', '2024-03-10'])
    await page.getByRole('button', { name: '← 主持' }).first().click()
    await doubts.locator('.beside > div').nth(1).waitFor()
    expect(await doubts.locator('.beside > div').count()).toBe(2)
    // The document that one of them opens is found again where it was left.
    const card = doubts.getByText('县长陆远舟批示。')
    const body = page.locator('.document-body')
    await page.setViewportSize({ ...WIDE, height: 320 })
    await card.click()
    await body.waitFor()
    await page.evaluate("document.querySelector('.document-body').scrollTo(0, 15)")
    await expect.poll(() => page.evaluate("document.querySelector('.document-body').scrollTop")).toBe(15)
    await page.locator('.document').getByRole('button', { name: '关闭' }).click()
    await body.waitFor({ state: 'detached' })
    await card.click()
    await expect.poll(() => page.evaluate("document.querySelector('.document-body').scrollTop")).toBe(15)
    await page.setViewportSize(WIDE)
  })

  test('pairs are judged by key, skipped, undone, and listed', async () => {
    const { page } = shown
    await page.getByRole('button', { name: '审阅' }).click()
    await page.getByRole('article', { name: '云岭县应急局 · 云岭县应急管理局' }).waitFor()
    await keepPicture(page, 'believe-review-1280')
    expect(await serious(page, { within: '.review' })).toEqual([])
    await page.keyboard.press('k')
    await page.getByRole('article', { name: /仓库保管员/ }).waitFor()
    await page.getByRole('textbox', { name: '理由' }).fill('两个人 s d k')
    await page.getByRole('button', { name: '不是同一个' }).click()
    await page.getByRole('button', { name: '重新看跳过的 1 对' }).click()
    await page.getByRole('article', { name: '云岭县应急局 · 云岭县应急管理局' }).waitFor()
    await page.keyboard.press('s')
    await page.getByText('没有要判定的了').waitFor()
    await page.keyboard.press('u')
    await page.getByRole('article', { name: '云岭县应急局 · 云岭县应急管理局' }).waitFor()
    await page.getByRole('tab', { name: '已判定' }).click()
    const rows = page.locator('.judgements > li')
    await rows.first().waitFor()
    expect(await rows.allTextContents()).toEqual([expect.stringMatching(/^不同.*方亭之.*两个人 s d k/)])
    await rows.first().getByRole('button', { name: '撤销' }).click()
    await page.getByText('还没有任何判定').waitFor()
    await page.getByRole('tab', { name: '一职两人' }).click()
    await page.getByText('云岭县县长').waitFor()
    await page.getByRole('tab', { name: '新变化' }).click()
    await page.getByLabel('从哪一天起').fill('2024-03-10')
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByText('新的关系（1）').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.locator('.review').waitFor({ state: 'detached' })
  })

  test('two things are picked, and the shortest paths drawn and listed, by the types allowed', async () => {
    const { page } = shown
    await page.getByRole('button', { name: '联系', exact: true }).click()
    for (const side of ['from', 'to']) {
      await page.locator(`#path-${side}`).fill('调度')
      await page.locator('.path-end .search-hit').first().waitFor()
      await page.keyboard.press('Enter')
    }
    await page.getByRole('button', { name: '找最短的联系' }).click()
    await page.getByText('1 条，各经过 2 步；看了 4 个事物').waitFor()
    expect((await page.locator('.ways > li').first().textContent())?.replace(/\s+/g, '')).toMatch(
      /方亭之—带队→.*火灾善后工作组—进驻检查→.*云岭县/,
    )
    await keepPicture(page, 'believe-paths-1280')
    expect(await serious(page, { within: '.detail' })).toEqual([])
    await page.getByRole('button', { name: '— 带队 →' }).click()
    await page.getByRole('article', { name: '带队' }).waitFor()
    await page.getByText('允许经过的关系').click()
    await page.getByRole('checkbox', { name: '带队' }).uncheck()
    await page.getByRole('button', { name: '找最短的联系' }).click()
    await page.getByText('没有联系').waitFor()
  })

  test.each([
    [
      'every kind of mark',
      `"方'亭\\\\"之' \`}) DETACH DELETE n // \u202e\u2066 </span><script>document.title = "hit"</script>{{7*7}}`,
    ],
    ['10,000 characters', '方亭之'.repeat(3334)],
  ])('a name of %s is text everywhere, and nothing is pushed out of its place', async (_, name) => {
    const { page } = shown
    const renamed = /\/api\/(overview|neighbours)$/
    await page.route(renamed, async (route) => {
      const text = await (await route.fetch()).text()
      await route.fulfill({ contentType: 'application/json', body: text.replaceAll('"方亭之"', JSON.stringify(name)) })
    })
    await page.reload()
    await wholeSample(page)
    await selectEdge(page)
    const [, title] = ((await page.locator('.ends .chip').first().getAttribute('title')) ?? '').split(' · ', 2)
    expect(title).toBe(name)
    expect(await page.title()).not.toBe('hit')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(WIDE.width)
    const chip = await page.locator('.ends .chip').first().boundingBox()
    expect((chip?.x ?? 0) + (chip?.width ?? 0)).toBeLessThanOrEqual(WIDE.width)
    await page.unroute(renamed)
  })

  test('what a document could smuggle into the page does not run, and fetches nothing', async () => {
    const { page } = shown
    const answered: string[] = []
    page.on('response', (response) => answered.push(response.url()))
    await page.evaluate(`(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.ran = true'
      document.body.append(script)
      const box = document.createElement('div')
      box.innerHTML = '<img src="http://127.0.0.1:9/x.png" onerror="window.ran = true"><a style="color: red">x</a>'
      document.body.append(box)
      await fetch('http://127.0.0.1:9/').catch(() => {})
      box.remove()
    })()`)
    // The browser says of each that it was refused.
    for (const refused of [/inline script/, /inline style/, /img-src/, /connect-src/])
      await expect.poll(() => shown.complaints.some((complaint) => refused.test(complaint))).toBe(true)
    expect(await page.evaluate('window.ran === true')).toBe(false)
    expect(answered.filter((url) => !url.startsWith(new URL(shown.url).origin))).toEqual([])
    shown.complaints.length = 0
  })

  test('another day is asked, clearly said, and left by one press', async () => {
    const { page } = shown
    await page.getByRole('button', { name: '截至今天' }).click()
    await page.getByLabel('看某一天的图').fill('2024-03-12')
    await page.keyboard.press('Enter')
    await page.getByText('这是截至 2024-03-12 的图').waitFor()
    await page.getByText('2 个节点 · 1 条关系').first().waitFor()
    await keepPicture(page, 'believe-day-1280')
    expect(await serious(page, { within: '.header' })).toEqual([])
    expect(await serious(page, { within: '.cut.past' })).toEqual([])
    await page.getByRole('button', { name: '回到今天' }).first().click()
    await wholeSample(page)
    await page.getByText('这是截至').waitFor({ state: 'detached' })
  })
})
