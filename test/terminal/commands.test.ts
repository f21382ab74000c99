// The commands on a graph of the bundled samples, as a newcomer and as a program use them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENTITY_TYPES, RECORDS, RELATION_TYPES } from '../../schema/model.js'
import { errorLines, makeScratch, type Ran, stay, wentu } from './wentu.js'

const samples = fileURLToPath(new URL('../../ingest/samples', import.meta.url))
const names = readdirSync(samples).map((file) => file.replace('.txt', ''))
const scratch = makeScratch()
const here = ['--data', scratch.data]
afterAll(() => scratch.end())

const ask = async (cypher: string, ...options: string[]) =>
  JSON.parse((await wentu(['query', '--json', ...here, ...options, cypher])).stdout)

/** Opens an address as a browser does: the first answer hands out a cookie and leads on. */
async function visit(url: string): Promise<[status: number, type: string | null]> {
  const door = await fetch(url, { redirect: 'manual' })
  const cookie = door.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const page = await fetch(new URL(door.headers.get('location') ?? url, url), { headers: { cookie } })
  return [page.status, page.headers.get('content-type')]
}

/** The report, after an event for each document. */
const lastEvent = ({ stdout }: Ran) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '')

describe('start', () => {
  test('reads the samples, serves the console, and finds nothing new the second time', async () => {
    const first = await stay(['start', '--port', '0', '--json', ...here])
    const { url } = JSON.parse(first.line)
    expect(await visit(url)).toEqual([200, expect.stringContaining('text/html')])
    const left = await first.stop()
    expect([left.code, errorLines(left)]).toEqual([0, [`${names.length} sample documents read into the graph.`]])

    const second = await stay(['start', '--port', '0', '--json', ...here])
    expect(errorLines(await second.stop())).toEqual([`${names.length} sample documents are there already.`])
    expect(await ask('MATCH (d:Document) RETURN count(d) AS n')).toEqual([{ n: names.length }])
  })
})

describe('on the samples', () => {
  beforeAll(async () => {
    await wentu(['ingest', ...here, samples])
  })

  test('every type of thing and of fact is in the graph', async () => {
    const labels = await ask('MATCH (e:Entity) UNWIND labels(e) AS label RETURN DISTINCT label')
    expect(labels.map(({ label }: { label: string }) => label).sort()).toEqual(['Entity', ...ENTITY_TYPES].sort())
    const types = await ask('MATCH (:Entity)-[r]->(:Entity) RETURN DISTINCT type(r) AS type')
    expect(types.map(({ type }: { type: string }) => type).sort()).toEqual([...RELATION_TYPES].sort())
  })

  test('one accident holds papers of several months together', async () => {
    const [row] = await ask(
      `MATCH (a:Accident {date: '2024-03-08'})<-[:MENTIONS]-(d:Document) RETURN count(DISTINCT a) AS accidents, count(DISTINCT d) AS documents`,
    )
    expect(row.accidents).toBe(1)
    expect(row.documents).toBeGreaterThanOrEqual(6)
  })

  test('ingest again finds nothing to do, and --again does it all', async () => {
    const run = async (...options: string[]) =>
      lastEvent(await wentu(['ingest', '--json', ...options, ...here, samples])).counts
    expect(await run()).toEqual({ ingested: 0, unchanged: names.length, skipped: 0, rejected: 0 })
    expect(await run('--again')).toEqual({ ingested: names.length, unchanged: 0, skipped: 0, rejected: 0 })
  })

  test('query --json: rows as objects, nodes with labels, relationships with type, parameters by name', async () => {
    const [row, ...others] = await ask(
      'MATCH (p:Person {name: $name})-[r:HOLDS_POST]->(o:Post) RETURN p, r, o.name AS post, $n + 1 AS n LIMIT 1',
      '-p',
      'name=程书衡',
      '--param',
      'n=2',
    )
    expect(others).toEqual([])
    expect(row.p).toMatchObject({ name: '程书衡', labels: ['Entity', 'Person'] })
    expect(row.r).toMatchObject({
      type: 'HOLDS_POST',
      sources: expect.any(Number),
      quote: expect.stringContaining('程书衡'),
    })
    expect([row.post, row.n]).toEqual(['湖北省省长', 3])
    expect(await ask('MATCH (n:Nothing) RETURN n')).toEqual([])
  })

  test('query for people: a table, and the number of rows beside it', async () => {
    const { stdout, stderr, code } = await wentu(['query', ...here, '-'], {
      input: "MATCH (p:Person {name: '程书衡'}) RETURN p.name AS 姓名, p",
    })
    expect(stdout).toBe('姓名    p\n──────  ────────────────\n程书衡  (:Person 程书衡)\n')
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^1 row, \d+ ms\n$/)])
  })

  test('query --limit says that there is more', async () => {
    const { stdout, stderr } = await wentu(['query', ...here, '--limit', '2', 'UNWIND range(1, 5) AS n RETURN n'])
    expect(stdout.trim().split('\n')).toEqual(['n', '─', '1', '2'])
    expect(stderr).toMatch(/^2 rows \(there are more: --limit\)/)
  })

  test('no colour goes into a pipe or a file', async () => {
    for (const args of [['query', ...here, 'MATCH (p:Person) RETURN p'], ['schema'], ['ingest', ...here, samples]]) {
      const { stdout, stderr } = await wentu(args, { env: { TERM: 'xterm-256color' } })
      expect(stdout + stderr).not.toContain('\u001b')
    }
  })

  test('status counts what is there', async () => {
    const status = JSON.parse((await wentu(['status', '--json', '--documents', ...here])).stdout)
    expect(status.documents.map(({ id }: { id: string }) => id).sort()).toEqual([...names].sort())
    expect(status.engine).toBe('local')
    const { stdout } = await wentu(['status', ...here])
    expect(stdout).toMatch(new RegExp(`Document +文件 +${names.length}`))
  })

  test('dump is the same twice, and so is its hash', async () => {
    const [first, second] = [await wentu(['dump', ...here]), await wentu(['dump', ...here])]
    expect(first.stdout).toBe(second.stdout)
    expect(first.stdout.length).toBeGreaterThan(1000)
    const [hash, again] = [await wentu(['dump', '--hash', ...here]), await wentu(['dump', '--hash', ...here])]
    expect(hash.stdout).toMatch(/^[0-9a-f]{64}\n$/)
    expect(hash.stdout).toBe(again.stdout)
  })

  test('remove and ingest again gives the same graph', async () => {
    const hash = async () => (await wentu(['dump', '--hash', ...here])).stdout
    const before = await hash()
    const removed = await wentu(['remove', '--json', ...here, '2024-03-20-talk'])
    expect(JSON.parse(removed.stdout)).toMatchObject({ documents: 1 })
    expect(await hash()).not.toBe(before)
    const { counts } = lastEvent(await wentu(['ingest', '--json', ...here, samples]))
    expect(counts).toEqual({ ingested: 1, unchanged: names.length - 1, skipped: 0, rejected: 0 })
    expect(await hash()).toBe(before)
  })

  test('db status tells other clients how to come in', async () => {
    const status = JSON.parse((await wentu(['db', 'status', '--json', ...here])).stdout)
    expect(status).toEqual({
      running: true,
      uri: expect.stringMatching(/^bolt:\/\/127\.0\.0\.1:\d+$/),
      user: expect.any(String),
      password: expect.any(String),
      data: scratch.data,
      pid: expect.any(Number),
      engine: expect.stringMatching(/^Grafeo/),
    })
    for (const other of [
      ['db', 'status'],
      ['db', 'start'],
      ['db', 'start', '--json'],
    ]) {
      const shown = await wentu([...other, ...here])
      expect(shown.stdout).toContain(status.uri)
      expect(shown.stdout + shown.stderr).not.toContain(status.password)
    }
    const there = ['--uri', status.uri, '--user', status.user, '--password', status.password]
    const { stdout } = await wentu(['query', '--json', ...there, 'MATCH (d:Document) RETURN count(d) AS n'])
    expect(JSON.parse(stdout)).toEqual([{ n: names.length }])
    const environment = { NEO4J_URI: status.uri, NEO4J_USERNAME: status.user, NEO4J_PASSWORD: status.password }
    const same = await wentu(['query', '--json', 'MATCH (d:Document) RETURN count(d) AS n'], { env: environment })
    expect(JSON.parse(same.stdout)).toEqual([{ n: names.length }])
  })

  test('db stop ends the engine, and the next command starts it again with all that was in it', async () => {
    expect(errorLines(await wentu(['db', 'stop', ...here]))).toEqual(['Stopped.'])
    expect(JSON.parse((await wentu(['db', 'status', '--json', ...here])).stdout)).toMatchObject({
      running: false,
      uri: null,
    })
    expect(errorLines(await wentu(['db', 'stop', ...here]))).toEqual(['It was not running.'])
    expect(await ask('MATCH (d:Document) RETURN count(d) AS n')).toEqual([{ n: names.length }])
  })
})

describe('schema', () => {
  test('--json, --mermaid and the text name every type', async () => {
    const types = [...ENTITY_TYPES, ...RELATION_TYPES]
    const texts = await Promise.all(
      [['schema'], ['schema', '--json'], ['schema', '--mermaid']].map((args) => wentu(args)),
    )
    for (const { stdout } of texts) for (const type of types) expect(stdout).toContain(type)
    const model = JSON.parse(texts[1]?.stdout ?? '')
    expect(model.records.map(({ type }: { type: string }) => type)).toEqual(Object.keys(RECORDS))
  })

  test('--cypher makes a key for every label that has one', async () => {
    const { stdout } = await wentu(['schema', '--cypher'])
    for (const label of ['Entity', 'Document', 'Statement'])
      expect(stdout).toMatch(new RegExp(`FOR \\(n:${label}\\) REQUIRE n\\.id IS UNIQUE;`))
  })

  test('the picture in the README is the model of today', async () => {
    const { stdout } = await wentu(['schema', '--mermaid'])
    const readme = readFileSync(join(samples, '../../README.md'), 'utf8')
    expect(readme).toContain(`\`\`\`mermaid\n${stdout.trim()}\n\`\`\``)
  })
})
