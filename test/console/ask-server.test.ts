// What the server does for the editor: rows told while they come, within the caps; what an analyst keeps, in files of a folder.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptQuestions } from '../../console/server/kept-questions.js'
import type { QueryAsk } from '../../console/server/questions.js'
import { CAPS } from '../../console/server/route.js'
import { parseRun, writeRun } from '../../console/server/run.js'
import { type Served, serveQuestions } from '../../console/server/serve.js'
import { RunLine } from '../../schema/answer.js'
import { KEPT_MOST, type SavedQuery } from '../../schema/saved-query.js'
import { sampleQuestions } from './sample.js'

const describeError = (error: Error) => ({ kind: 'broken' as const, message: error.message })

describe('a run', () => {
  const linesOf = async (query: (ask: QueryAsk) => Promise<Awaited<ReturnType<typeof sample.query>>>) => {
    const lines: RunLine[] = []
    const write = async (line: string) => void lines.push(RunLine.parse(JSON.parse(line)))
    const questions = sampleQuestions({ query })
    await writeRun(questions, parseRun({ cypher: 'X' }), new AbortController().signal, write, describeError)
    return lines
  }
  const sample = sampleQuestions()
  const end = { columns: ['a'], truncated: false, limit: 1000, ms: 1 }

  test('tells columns, rows as they come, and the end', async () => {
    const lines = await linesOf(async ({ onRows }) => {
      expect(await onRows?.(['a'], [[1], [2]])).toBe(true)
      expect(await onRows?.(['a'], [[3]])).toBe(true)
      return { ...end, rows: [] }
    })
    expect(lines).toEqual([{ columns: ['a'] }, { rows: [[1], [2]] }, { rows: [[3]] }, { end }])
  })

  test('tells what went wrong, whatever came before', async () => {
    const lines = await linesOf(async ({ onRows }) => {
      await onRows?.(['a'], [[1]])
      throw new Error('gone')
    })
    expect(lines.at(-1)).toEqual({ error: { kind: 'broken', message: 'gone' } })
  })

  test('sends no more bytes than the cap, asks for no more, and says how many rows fitted', async () => {
    const row = ['x'.repeat(1024 * 1024)]
    let wanted = true
    let asked = 0
    const lines = await linesOf(async ({ onRows }) => {
      while (wanted && asked < 100) {
        asked++
        wanted = (await onRows?.(['a'], [row])) ?? false
      }
      return { ...end, rows: [], truncated: true, total: { count: asked, exact: false } }
    })
    const rows = CAPS.answerBytes / (1024 * 1024) - 1
    expect(lines.flatMap((line) => ('rows' in line ? line.rows : []))).toHaveLength(rows)
    expect(asked).toBe(rows + 1)
    expect(lines.at(-1)).toMatchObject({
      end: { truncated: true, tooLarge: true, limit: rows, total: { exact: false } },
    })
  })

  test.each([
    {},
    { cypher: '' },
    { cypher: 'X', limit: CAPS.rows.most + 1 },
    { cypher: 'X', params: { a: { kind: 'x' } } },
  ])('the body %o is refused', (body) => expect(() => parseRun(body)).toThrow(/Question run/))

  describe('over HTTP', () => {
    let server: Served
    let cookie = ''
    let ended: Promise<unknown> = Promise.resolve()
    beforeAll(async () => {
      server = await serveQuestions({
        port: 0,
        questions: sampleQuestions({
          query: async ({ onRows, signal }) => {
            await onRows?.(['a'], [[1]])
            ended = new Promise((resolve) => signal.addEventListener('abort', resolve))
            await ended
            throw new Error('stopped')
          },
        }),
      })
      cookie = (await fetch(server.url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? ''
    })
    afterAll(() => server.close())

    test('the first rows are there while the query runs, and who goes away ends it', async () => {
      const stop = new AbortController()
      const answer = await fetch(new URL('/api/run', server.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ cypher: 'X' }),
        signal: stop.signal,
      })
      expect(answer.headers.get('content-type')).toContain('application/x-ndjson')
      const reader = answer.body?.getReader()
      let text = ''
      while (!text.includes('rows')) text += new TextDecoder().decode((await reader?.read())?.value)
      expect(text).toContain('{"rows":[[1]]}')
      stop.abort()
      await ended
    })
  })
})

describe('what an analyst keeps', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wentu-kept-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const query = (name: string, more: Partial<SavedQuery> = {}): SavedQuery => ({
    name,
    cypher: 'MATCH (n) RETURN n',
    params: {},
    saved: '2026-11-22T10:00:00Z',
    ...more,
  })

  test('is there for the next server over the same folder', async () => {
    const kept = keptQuestions(folder)
    expect((await kept.savedQueries()).collections).toEqual([])
    await kept.saveQuery('事故', query('伤亡', { params: { n: '9007199254740993' } }))
    await kept.saveQuery('事故', query('地点'))
    await kept.saveQuery('会议', query('伤亡'))
    const again = await keptQuestions(folder).savedQueries()
    expect(again.collections.map(({ name, queries }) => [name, queries.map((one) => one.name)])).toEqual([
      ['事故', ['伤亡', '地点']],
      ['会议', ['伤亡']],
    ])
    expect(again.collections[0]?.queries[0]?.params).toEqual({ n: '9007199254740993' })
    await kept.dropQuery('会议', '伤亡')
    expect((await kept.savedQueries()).collections).toHaveLength(1)
  })

  test('comes in from a file; of two of one name the newer stays', async () => {
    const kept = keptQuestions(undefined)
    await kept.saveQuery('a', query('one', { cypher: 'OLD' }))
    await kept.saveQuery('a', query('two', { cypher: 'NEW', saved: '2027-01-01T00:00:00Z' }))
    const file = {
      format: 'wentu-queries' as const,
      version: 1 as const,
      collections: [
        {
          name: 'a',
          queries: ['one', 'two'].map((name) => query(name, { cypher: 'IN', saved: '2026-12-01T00:00:00Z' })),
        },
        { name: 'b', queries: [query('three')] },
      ],
    }
    const { collections } = await kept.importQueries(file)
    expect(collections.map(({ queries }) => queries.map(({ cypher }) => cypher))).toEqual([
      ['IN', 'NEW'],
      ['MATCH (n) RETURN n'],
    ])
  })

  test('is not lost when two change it at once', async () => {
    const kept = keptQuestions(folder)
    await Promise.all(Array.from({ length: 20 }, (_, i) => kept.saveQuery('many', query(`q${i}`))))
    expect((await kept.savedQueries()).collections.find(({ name }) => name === 'many')?.queries).toHaveLength(20)
    expect(readdirSync(folder)).toEqual(['queries.json'])
  })

  test('the history holds the newest runs', async () => {
    const kept = keptQuestions(undefined)
    const run = { cypher: 'X', params: {}, at: '2026-11-22T10:00:00Z', ms: 1, rows: 2 }
    for (let i = 0; i < KEPT_MOST.runs + 2; i++) await kept.remember({ ...run, cypher: `Q${i}` })
    const { runs } = await kept.history()
    expect(runs).toHaveLength(KEPT_MOST.runs)
    expect(runs[0]?.cypher).toBe(`Q${KEPT_MOST.runs + 1}`)
    expect((await kept.forgetHistory()).runs).toEqual([])
  })

  test.each(['{', '{"format":"wentu-queries","version":2,"collections":[]}', '[]'])(
    'a file that is not ours (%s) is told and left as it is',
    async (text) => {
      const path = join(folder, 'queries.json')
      writeFileSync(path, text)
      const kept = keptQuestions(folder)
      await expect(kept.savedQueries()).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining(path) })
      await expect(kept.saveQuery('a', query('b'))).rejects.toMatchObject({ kind: 'input' })
      expect(readFileSync(path, 'utf8')).toBe(text)
    },
  )

  test('a folder that cannot be made is told', async () => {
    const file = join(folder, 'queries.json')
    await expect(keptQuestions(join(file, 'below')).saveQuery('a', query('b'))).rejects.toMatchObject({ kind: 'store' })
  })
})
