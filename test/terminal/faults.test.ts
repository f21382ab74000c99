// What goes wrong for a user, end to end: one clear line on standard error, an exit code by its kind, and no harm to the rest.

import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorLines, makeScratch, type Ran, stay, wentu } from './wentu.js'

const scratch = makeScratch()
afterAll(() => scratch.end())

function put(name: string, content: string | Uint8Array): string {
  const path = join(scratch.folder, name)
  writeFileSync(path, content)
  return path
}

const bad: Record<string, { path: string; complaint: RegExp }> = {
  'a missing file': { path: join(scratch.folder, 'missing.txt'), complaint: /missing\.txt: no such file/ },
  'an empty file': { path: put('empty.txt', ''), complaint: /empty\.txt: empty/ },
  'a binary file': {
    path: put('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])),
    complaint: /picture\.txt: binary data/,
  },
  'a broken encoding': {
    path: put('broken.txt', Buffer.concat([Buffer.from('安全生产会议'), Buffer.from([0xff])])),
    complaint: /broken\.txt: broken UTF-8 at byte 18 \(0xff\)/,
  },
  'a file of another kind': { path: put('paper.pages', 'x'), complaint: /paper\.pages: \.pages files are not read/ },
}
const good = put('good.txt', '江北省会议\n\n2024-05-06 江北日报\n\n江北省省长周文5月6日在武汉市主持召开会议。\n')

/** One line, that says who speaks and what is wrong. */
function expectOneLine(ran: Ran, code: number, complaint: RegExp): void {
  expect(errorLines(ran)).toEqual([expect.stringMatching(complaint)])
  expect(ran.stderr).toMatch(/^wentu: /)
  expect(ran.code).toBe(code)
}

describe('extract', () => {
  test.each(Object.entries(bad))('%s', async (_, { path, complaint }) => {
    const ran = await wentu(['extract', path])
    expectOneLine(ran, 3, complaint)
    expect(ran.stdout).toBe('')
  })

  test('the other files of the run are still read', async () => {
    const ran = await wentu(['extract', ...Object.values(bad).map(({ path }) => path), good])
    expect(ran.code).toBe(3)
    expect(errorLines(ran)).toHaveLength(5)
    expect(JSON.parse(ran.stdout)).toMatchObject({ doc: 'good', date: '2024-05-06', source: '江北日报' })
  })
})

describe('ingest', () => {
  test('every bad file is told in one line, the good one is in the graph, and the report lists them all', async () => {
    const paths = [...Object.values(bad).map(({ path }) => path), good]
    const ran = await wentu(['ingest', '--json', '--data', scratch.data, ...paths])
    expect(ran.code).toBe(3)
    const complaints = Object.values(bad).map(({ complaint }) => expect.stringMatching(complaint))
    expect(errorLines(ran)).toEqual(complaints)
    const { counts, files } = JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '')
    expect(counts).toEqual({ ingested: 1, unchanged: 0, skipped: 0, rejected: 5 })
    expect(files.map(({ path, outcome }: { path: string; outcome: string }) => [path, outcome])).toEqual(
      paths.map((path) => [path, path === good ? 'ingested' : 'rejected']),
    )
    const rows = await wentu([
      'query',
      '--json',
      '--data',
      scratch.data,
      'MATCH (d:Document) RETURN d.id AS id, d.date AS date',
    ])
    expect(JSON.parse(rows.stdout)).toEqual([{ id: 'good', date: '2024-05-06' }])
  })

  test('a folder that cannot hold a graph', async () => {
    mkdirSync(join(scratch.folder, 'full'))
    writeFileSync(join(scratch.folder, 'full', 'data'), 'a file where a folder is wanted')
    const ran = await wentu(['ingest', '--data', join(scratch.folder, 'full', 'data'), good])
    expectOneLine(ran, 5, /data directory .*full\/data cannot be/)
  })
})

describe('the graph', () => {
  let uri = ''
  beforeAll(async () => {
    const { stdout } = await wentu(['db', 'start', '--json', '--data', scratch.data])
    uri = JSON.parse(stdout).uri
  })

  test('no server there', async () => {
    expectOneLine(
      await wentu(['query', '--uri', 'bolt://127.0.0.1:1', 'RETURN 1']),
      5,
      /No graph database answers at bolt:\/\/127\.0\.0\.1:1/,
    )
    expectOneLine(await wentu(['ingest', '--uri', 'bolt://127.0.0.1:1', good]), 5, /No graph database answers/)
  })

  test('a wrong password', async () => {
    const ran = await wentu(['query', '--uri', uri, '--user', 'neo4j', '--password', 'wrong', 'RETURN 1'])
    expectOneLine(ran, 5, /refused the user or password/)
    expect(ran.stderr).not.toContain('wrong')
  })

  test('a query that is no Cypher says where', async () => {
    const ran = await wentu(['query', '--data', scratch.data, 'MATCH (n RETURN n'])
    expectOneLine(ran, 4, /line 1, column \d+/)
    expect(ran.stdout).toBe('')
  })

  test('a query that writes without leave', async () => {
    expectOneLine(await wentu(['query', '--data', scratch.data, 'CREATE (n:X) RETURN n']), 6, /Only reading is allowed/)
    const { stdout } = await wentu(['query', '--data', scratch.data, '--json', 'MATCH (n:X) RETURN count(n) AS n'])
    expect(JSON.parse(stdout)).toEqual([{ n: 0 }])
  })

  test('a document that is not there cannot be removed', async () => {
    expectOneLine(
      await wentu(['remove', '--data', scratch.data, 'good', 'nowhere']),
      3,
      /No document nowhere in the graph; nothing removed/,
    )
    const { stdout } = await wentu([
      'query',
      '--data',
      scratch.data,
      '--json',
      'MATCH (d:Document) RETURN count(d) AS n',
    ])
    expect(JSON.parse(stdout)).toEqual([{ n: 1 }])
  })

  test('the engine asked for on a port while it runs on another', async () => {
    expectOneLine(await wentu(['db', 'start', '--data', scratch.data, '--port', '1']), 5, /already runs at bolt/)
  })
})

describe('a port that is taken', () => {
  test('by another console', async () => {
    const first = await stay(['console', '--port', '0', '--json', '--data', scratch.data])
    const { port } = new URL(JSON.parse(first.line).url)
    expectOneLine(
      await wentu(['console', '--port', port, '--data', scratch.data]),
      5,
      /port \d+ of 127\.0\.0\.1 is taken/,
    )
    expect((await first.stop()).code).toBe(0)
  })

  test('by another program, for the engine', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    const other = join(scratch.folder, 'other')
    expectOneLine(await wentu(['db', 'start', '--data', other, '--port', String(port)]), 5, new RegExp(`${port}`))
    await new Promise((resolve) => server.close(resolve))
  })
})

test('a reader that stops early is no error', async () => {
  const { execFile } = await import('node:child_process')
  const folder = join(scratch.folder, 'many')
  mkdirSync(folder)
  for (let i = 0; i < 300; i++)
    writeFileSync(join(folder, `${i}.txt`), `第${i}号会议在武汉市召开。\n${'会议强调要压实责任。'.repeat(200)}`)
  const command = new URL('../../console/terminal/wentu.js', import.meta.url).pathname
  const script = `set -o pipefail; "${process.execPath}" "${command}" extract "${folder}" | head -1 | wc -l`
  const { code, stdout, stderr } = await new Promise<Ran>((resolve) =>
    execFile('bash', ['-c', script], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    ),
  )
  expect([code, stdout.trim(), stderr]).toEqual([0, '1', ''])
})
