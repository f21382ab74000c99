// The canvas in a real browser: menu, keys, picking, layouts, looks, finding; each by keyboard where a mouse could do it too.
import { beforeEach, describe, expect, test } from 'vitest'
import { keepPicture } from './browser.js'
import { GROUP, LEADS, PERSON, sampleQuestions } from './sample.js'
import { inTheDark, SLOW, serious, showSample, wholeSample } from './shown.js'

const FAR = { ...GROUP, id: 'n:far', properties: { ...GROUP.properties, id: 'far', name: '远方工作组' } }

describe('the canvas', () => {
  const sample = sampleQuestions()
  const shown = showSample({
    neighbours: async (id, limit, type) =>
      type === undefined
        ? sample.neighbours(id, limit)
        : {
            nodes: [PERSON, FAR],
            relationships: [{ ...LEADS, id: 'e:far', end: FAR.id, properties: { id: 'far', sources: 1 } }],
            truncated: false,
          },
    neighbourCounts: async () => ({
      counts: [
        { type: 'LEADS_GROUP', direction: 'out', count: 3 },
        { type: 'CHAIRED', direction: 'out', count: 12 },
      ],
    }),
  })
  beforeEach(() => canvas().focus())

  const canvas = () => shown.page.getByRole('application')
  const told = (text: string) => shown.page.getByText(text).first().waitFor()
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await shown.page.keyboard.press(key)
  }
  /** Selects a node by its name through the box that finds. */
  const select = async (name: string): Promise<void> => {
    await press('s')
    await shown.page.getByRole('searchbox', { name: '在图中找' }).fill(name)
    await press('Enter')
    await shown.page.getByRole('article', { name }).waitFor()
    await press('Escape')
    await canvas().focus()
  }

  test('the menu is called by key, tells the counts, expands by type; what came is collapsed, undone and done again', async () => {
    const { page } = shown
    await select('方亭之')
    await press('m')
    const menu = page.getByRole('menu')
    await menu.getByText('展开：主持（12）').waitFor()
    expect((await menu.getByRole('menuitem').allTextContents()).slice(1, 3)).toEqual([
      '展开：带队（3）',
      '展开：主持（12）',
    ])
    const at = () => page.evaluate<string>('document.activeElement.textContent')
    // The menu moves its focus after the key; a second key at once would find it where it was.
    for (let step = 0; step < 4 && !(await at()).startsWith('展开：带队'); step++) {
      const before = await at()
      await press('ArrowDown')
      await expect.poll(at, SLOW).not.toBe(before)
    }
    await press('Enter')
    await told('6 个节点 · 7 条关系')
    await press('c')
    await told('5 个节点 · 6 条关系')
    await press('z')
    await told('6 个节点 · 7 条关系')
    await press('z')
    await told('5 个节点 · 6 条关系')
    await press('Shift+Z')
    await told('6 个节点 · 7 条关系')
  })

  test('the menu is called by mouse too, and Escape gives the keys back to the canvas', async () => {
    const { page } = shown
    const box = await canvas().boundingBox()
    await canvas().click({ button: 'right', position: { x: 6, y: (box?.height ?? 0) - 6 } })
    await page.getByRole('menu', { name: '图的菜单' }).waitFor()
    await press('Escape')
    await expect.poll(() => page.evaluate('document.activeElement.getAttribute("role")'), SLOW).toBe('application')
  })

  test('a box picks, and what is picked is hidden, kept, inverted together', async () => {
    const { page } = shown
    const box = await canvas().boundingBox()
    if (box === null) throw new Error('there is no canvas')
    await page.keyboard.down('Shift')
    await page.mouse.move(box.x + 2, box.y + 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width - 3, box.y + box.height - 3, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await told('已选 5 个')
    await press('z')
    await canvas().focus()
    await select('方亭之')
    await press('x', 'i')
    await told('已选 4 个')
    await press('h')
    await told('已隐藏 4 个')
    await press('z')
    await press('Shift+H')
    await told('已隐藏 1 个')
  })

  test('each layout comes to rest; the time line has its axis or says why not', async () => {
    const { page } = shown
    for (const name of ['层级', '环形', '时间线']) {
      await canvas().focus()
      await press('l')
      await expect
        .poll(() => page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed'), SLOW)
        .toBe('true')
      await expect.poll(() => canvas().getAttribute('aria-busy'), SLOW).toBe('false')
    }
    await told('图中没有两个不同的日期')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect
      .poll(() => page.getByRole('button', { name: '环形', exact: true }).getAttribute('aria-pressed'), SLOW)
      .toBe('true')
  })

  test('the neighbours of a node are heard one by one, and Enter goes to one', async () => {
    const { page } = shown
    await select('方亭之')
    const spoken = page.locator('.canvas-box > [aria-live]')
    expect(await spoken.textContent()).toMatch(/方亭之.*人物.*→ 主持 云岭县安全生产调度会/)
    await press('n')
    expect(await spoken.textContent()).toBe('1/3：→ 主持 云岭县安全生产调度会，回车前往')
    await press('n', 'n', 'n', 'Shift+N', 'Enter')
    await page.getByRole('article', { name: '云岭县安全生产调度会' }).waitFor()
  })

  test('the legend filters and restyles, and the look is there again on the next visit', async () => {
    const { page } = shown
    await page.getByRole('button', { name: '人物 1' }).click({ modifiers: ['Alt'] })
    expect(await page.getByRole('button', { name: '会议 1' }).getAttribute('aria-pressed')).toBe('false')
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await page.getByRole('button', { name: '会议 1' }).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: '样式' }).click()
    await page.getByLabel('人物的颜色').fill('#aa00aa')
    await page.getByLabel('会议的标签').selectOption('date')
    await page.getByRole('button', { name: '主持 1', exact: true }).click()
    await page.reload()
    await wholeSample(page)
    await page.getByRole('button', { name: '样式' }).click()
    expect(await page.getByLabel('人物的颜色').inputValue()).toBe('#aa00aa')
    await page.getByRole('button', { name: '恢复默认样式' }).click()
    expect(await page.getByLabel('人物的颜色').inputValue()).toBe('#1f6feb')
    await page.getByRole('button', { name: '关闭' }).click()
  })

  test('with all of it open axe finds nothing serious, in the light and in the dark', async () => {
    const { page } = shown
    await page.getByRole('button', { name: '聚类' }).click()
    await page.getByRole('button', { name: '缩略图' }).click()
    await page.getByRole('button', { name: '样式' }).click()
    await page.getByRole('searchbox', { name: '在图中找' }).fill('云岭')
    await told('第 0 个')
    await canvas().focus()
    await press('i')
    await told('已选 5 个')
    const withMenu = async (theme: string, only?: string[]): Promise<void> => {
      await canvas().focus()
      await press('m')
      await page.getByRole('menu').waitFor()
      await keepPicture(page, `canvas-${theme}`)
      expect(await serious(page, { within: '.result, [role=menu]', ...(only === undefined ? {} : { only }) })).toEqual(
        [],
      )
      await press('Escape')
    }
    await withMenu('light')
    await inTheDark(page, () => withMenu('dark', ['color-contrast']))
  })
})
