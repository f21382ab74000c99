// What is kept: saved views on a shelf of files, checked on the way in and out.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { viewQuestions } from '../../console/server/keep-questions.js'
import { makeShelf, shelfId } from '../../console/server/shelf.js'
import { SavedView, View } from '../../schema/keeping.js'

const folder = mkdtempSync(join(tmpdir(), 'wentu-shelf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const view = View.parse({ query: 'MATCH (n) RETURN n', limit: 100, tab: 'graph', pieces: { nodes: ['p1'], edges: [] } })

describe('saved views', () => {
  const shelf = makeShelf(join(folder, 'views'), SavedView)
  const questions = viewQuestions(shelf)

  test('a view comes back as it was saved, is replaced under its name, and goes', async () => {
    expect(await questions.views()).toEqual({ views: [] })
    const { id } = await questions.saveView('事故与会议', view)
    expect((await questions.view(id)).view).toEqual(view)
    const again = await questions.saveView('事故与会议', { ...view, query: 'RETURN 1' })
    expect(again.id).toBe(id)
    expect((await questions.views()).views.map(({ name, query }) => [name, query])).toEqual([
      ['事故与会议', 'RETURN 1'],
    ])
    expect(await questions.removeView(id)).toEqual({ views: [] })
    await expect(questions.view(id)).rejects.toThrow(/may have been deleted/)
  })

  test('a file that is no view is passed over and stays', async () => {
    const path = join(folder, 'views', `${shelfId('broken')}.json`)
    writeFileSync(path, '{"name": 1}')
    expect(await shelf.all()).toEqual([])
    expect(await shelf.get(shelfId('broken'))).toBeUndefined()
    expect(readdirSync(join(folder, 'views'))).toContain(`${shelfId('broken')}.json`)
  })

  test.each(['../escape', '/etc/passwd', 'a'.repeat(24).toUpperCase(), ''])('an id is no path: %s', async (id) => {
    expect(await shelf.get(id)).toBeUndefined()
    await shelf.remove(id)
    await expect(shelf.put(id, {} as SavedView)).rejects.toThrow(/no name of a kept thing/)
  })

  test('without a folder nothing is kept, and saving says so', async () => {
    const none = viewQuestions(undefined)
    expect(await none.views()).toEqual({ views: [] })
    await expect(none.saveView('x', view)).rejects.toThrow(/without a folder/)
  })
})
