// The console on real engines: every example answered, writes refused by the engine, and the walk in a real browser (walk.ts).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { graphQuestions } from '../../console/server/graph-questions.js'
import { type Served, serve } from '../../console/server/serve.js'
import { EXAMPLES } from '../../console/web/examples.js'
import { dumpHash } from '../../graph/dump.js'
import { query } from '../../graph/query.js'
import { prepare, writeDocuments } from '../../graph/write.js'
import { EvidenceAnswer, GraphAnswer, QueryAnswer, SearchAnswer } from '../../schema/answer.js'
import {
  ChangesAnswer,
  ClashesAnswer,
  DayAnswer,
  DoubtsAnswer,
  JudgedAnswer,
  PathsAnswer,
  ReviewAnswer,
  WrongAnswer,
} from '../../schema/believing.js'
import { engines, type OpenEngine } from '../graph/engines.js'
import { factOf, idOf, makeDocument, type Says, type Thing } from '../graph/sample.js'
import { type Browser, noBrowser, startBrowser } from './browser.js'
import { checkFigures } from './figures.js'
import { HOSTILE, sampleQuestions } from './sample.js'
import { walk } from './walk.js'

const thing = (type: Thing['type'], key: string, more: Partial<Thing> = {}): Thing => ({ type, key, ...more })
const fang = thing('Person', '方亭之')
const lu = thing('Person', '陆远舟')
const team = thing('Group', '仓库火灾善后工作组第三组', { attrs: { number: 3 } })
const shandong = thing('Province', '山东省', { aliases: ['山东'] })
const fire = thing('Accident', '云岭县“3·08”仓库火灾', { attrs: { date: '2024-03-08', deaths: 2 } })
const meeting = thing('Meeting', '云岭县安全生产调度会', { aliases: ['调度会'], attrs: { date: '2024-03-09' } })
const order = thing('Directive', '关于开展仓库消防检查的通知', { attrs: { kind: '通知' } })
const post = thing('Post', '云岭县副县长')

const leads: Says = { from: fang, type: 'LEADS_GROUP', to: team }
const chaired: Says = { from: fang, type: 'CHAIRED', to: meeting }
const facts: Says[] = [
  leads,
  { from: team, type: 'INSPECTS', to: shandong },
  chaired,
  { from: lu, type: 'SPOKE_AT', to: meeting },
  { from: meeting, type: 'RESPONDED_TO', to: fire },
  { from: meeting, type: 'CONVEYED', to: order },
  { from: lu, type: 'ISSUED', to: order },
  { from: fire, type: 'OCCURRED_IN', to: shandong },
  { from: fang, type: 'HOLDS_POST', to: post },
]
const documents = [
  makeDocument({ id: 'doc-1', date: '2024-03-12', title: '云岭县仓库火灾的通报', says: facts }),
  makeDocument({ id: 'doc-2', date: '2024-03-15', title: '善后工作组进驻情况', says: [leads, chaired] }),
  makeDocument({ id: 'doc-3', date: '2024-03-16', title: HOSTILE, says: [chaired] }),
]

describe.each(await engines())('the console on $name', ({ name, missing, open }) => {
  let engine: OpenEngine
  let server: Served
  let browser: Browser
  let cookie = ''
  let folder = ''

  beforeAll(async () => {
    if (missing !== undefined) return
    engine = await open()
    await prepare(engine.graph)
    await writeDocuments(engine.graph, documents)
    folder = mkdtempSync(join(tmpdir(), 'wentu-kept-'))
    server = await serve({ graph: engine.graph, port: 0, beside: { folder } })
    cookie = (await fetch(server.url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? ''
    if (noBrowser === undefined) browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await engine?.close()
    if (folder !== '') rmSync(folder, { recursive: true, force: true })
  })
  beforeEach((context) => {
    if (missing !== undefined) context.skip(missing)
  })

  const ask = (
    question: string,
    body: object,
    signal?: AbortSignal,
    more: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(new URL(`/api/${question}`, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, ...more },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    })

  test.each(EXAMPLES)('the example $zh is answered', async ({ cypher }) => {
    const answer = await ask('query', { cypher })
    expect(answer.status, await answer.clone().text()).toBe(200)
    expect(QueryAnswer.parse(await answer.json()).rows.length).toBeGreaterThan(0)
  })

  test.each([
    'CREATE (x:Entity {id: "w"}) RETURN x',
    'MATCH (n) SET n.name = "w"',
    'MATCH (n) DETACH DELETE n',
    'MERGE (x:Entity {id: "w"})',
    '/* read */ CREATE (x:Entity {id: "w"})',
    'MATCH (n) CALL { WITH n CREATE (m:X) } RETURN n',
    'FOREACH (i IN [1] | CREATE (:X))',
  ])('the engine refuses to write: %s', async (cypher) => {
    const before = await (await ask('counts', {})).json()
    const answer = await ask('query', { cypher })
    expect(answer.status).toBe(403)
    expect(((await answer.json()) as { error: { kind: string } }).error.kind).toBe('denied')
    expect(await (await ask('counts', {})).json()).toEqual(before)
  })

  test.each([
    (file: string) => `LOAD CSV FROM '${file}' AS line RETURN line`,
    (file: string) => `MATCH (n) WITH n LIMIT 1 CALL (n) { LOAD CSV FROM '${file}' AS line RETURN line } RETURN line`,
    (file: string) => `RETURN 1 AS line UNION LOAD CSV FROM '${file}' AS line RETURN line`,
    (file: string) => `\\u004cOAD /* a */ CSV FROM '${file}' AS line RETURN line`,
    (file: string) => `PROFILE LOAD CSV FROM '${file}' AS line RETURN line`,
    (file: string) => `CALL apoc.load.csv('${file}') YIELD list AS line RETURN line`,
    () => 'CALL dbms.listConfig() YIELD name RETURN name',
    () => 'CALL db.clearQueryCaches()',
  ])('a query does not reach beyond the graph (%#)', async (write) => {
    const url = new URL('../../package.json', import.meta.url)
    for (const source of [url.href, url.pathname]) {
      const answer = await ask('query', { cypher: write(source) })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(await answer.text()).not.toContain('description')
    }
  })

  test('a procedure that only reads the graph, and a subquery, are let through', async () => {
    const subquery = await ask('query', {
      cypher: 'MATCH (p:Person) CALL (p) { MATCH (p)-[r]->() RETURN count(r) AS n } RETURN n',
    })
    expect(subquery.status, await subquery.clone().text()).toBe(200)
    if (name === 'neo4j') expect((await ask('query', { cypher: 'CALL db.labels()' })).status).toBe(200)
  })

  test('a wrong query is told in plain words with the code of the database', async () => {
    const answer = await ask('query', { cypher: 'MATCH (n RETURN n' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { kind: 'query', code: expect.stringMatching(/SyntaxError/) } })
  })

  test('rows beyond the limit are cut, and this is said', async () => {
    const answer = QueryAnswer.parse(
      await (await ask('query', { cypher: 'UNWIND range(1, 50) AS i RETURN i', limit: 7 })).json(),
    )
    expect(answer).toMatchObject({ truncated: true, limit: 7 })
    expect(answer.rows).toHaveLength(7)
  })

  test('a query without end is stopped by its time, and by who goes away', async () => {
    const cypher =
      'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)'
    const late = await ask('query', { cypher, timeoutMs: 500 })
    expect(late.status).toBe(400)
    const stop = new AbortController()
    const asked = ask('query', { cypher }, stop.signal)
    setTimeout(() => stop.abort(), 300)
    await expect(asked).rejects.toThrow()
    expect((await ask('counts', {})).status).toBe(200)
    // The embedded engine has no list of what runs; there its own suite watches the process.
    if (name !== 'neo4j') return
    const running = async (): Promise<number> =>
      (await query(engine.graph, 'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS "a + b < 0"')).rows
        .length
    // What asks is on the list as well.
    await expect.poll(running, { timeout: 5000 }).toBe(1)
  })

  test('the answers of the graph have their shapes', async () => {
    const read = async (question: string, body: object) => (await ask(question, body)).json()
    const said = EvidenceAnswer.parse(await read('evidence', { fact: factOf(chaired) }))
    expect(said.statements.map(({ document }) => document.title)).toEqual([
      HOSTILE,
      '善后工作组进驻情况',
      '云岭县仓库火灾的通报',
    ])
    const overview = GraphAnswer.parse(await read('overview', {}))
    expect(overview.nodes.length).toBe(8)
    expect(overview.relationships.length).toBe(facts.length)
    const found = SearchAnswer.parse(await read('search', { text: '调度' }))
    expect(found.hits[0]).toMatchObject({ kind: 'entity', id: idOf(meeting) })
    const around = GraphAnswer.parse(await read('neighbours', { id: idOf(fang), type: 'CHAIRED' }))
    expect(around.nodes.map((node) => node.properties.id).sort()).toEqual([idOf(fang), idOf(meeting)].sort())
    for (const question of ['entity', 'document']) expect((await ask(question, { id: 'none' })).status).toBe(422)
    expect((await ask('evidence', { fact: 'none' })).status).toBe(422)
    for (const question of ['schema', 'documents']) expect((await ask(question, {})).status).toBe(200)
  })

  test('a fact is reported and taken back over the API, and the graph is what it was', async () => {
    const before = await dumpHash(engine.graph)
    const report = await ask('report', { fact: factOf(chaired), why: '另一场会议' })
    expect(report.status, await report.clone().text()).toBe(200)
    const { judgement } = JudgedAnswer.parse(await report.json())
    const marked = WrongAnswer.parse(await (await ask('wrong-facts', {})).json())
    expect(marked.wrong.map(({ fact }) => fact)).toEqual([factOf(chaired)])
    expect(await dumpHash(engine.graph)).not.toBe(before)
    expect((await ask('undo', { id: judgement.id })).status).toBe(200)
    expect(await dumpHash(engine.graph)).toBe(before)
  })

  test('pairs, clashes, paths, doubts and changes come in their shapes', async () => {
    const read = async (question: string, body: object) => (await ask(question, body)).json()
    const found = PathsAnswer.parse(await read('paths', { from: idOf(fang), to: idOf(shandong) }))
    expect(found.paths.map(({ facts }) => facts.length)).toEqual([2])
    expect(ReviewAnswer.parse(await read('review', {})).pairs).toEqual([])
    expect(ClashesAnswer.parse(await read('clashes', {})).clashes).toEqual([])
    expect(DoubtsAnswer.parse(await read('doubts', { entity: idOf(fire) }))).toEqual({ disagreements: [], rivals: [] })
    expect(ChangesAnswer.parse(await read('changes', { since: '2024-03-16' })).documents).toBe(1)
    expect(GraphAnswer.parse(await read('fact', { id: factOf(leads) })).nodes.length).toBe(2)
  })

  test('a drawing is asked for by its ids: what is gone is told, what lies around one of them comes too', async () => {
    const pieces = async (body: object) => GraphAnswer.parse(await (await ask('pieces', body)).json())
    const nodes = [idOf(fang), 'gone']
    const apart = await pieces({ nodes, edges: [factOf(leads), factOf(chaired)] })
    expect([apart.nodes.length, apart.truncated]).toEqual([1, true])
    expect(apart.relationships.map(({ type }) => type).sort()).toEqual(['CHAIRED', 'LEADS_GROUP'])
    const around = await pieces({ nodes: [idOf(fang), idOf(team)], edges: [], around: [idOf(fang)] })
    expect(around.relationships.map(({ properties }) => properties.id)).toEqual([factOf(leads)])
  })

  test('another day is a graph of its own, in which nothing is judged or written', async () => {
    const opened = DayAnswer.parse(await (await ask('open-day', { day: '2024-03-15' })).json())
    expect(opened).toMatchObject({ day: '2024-03-15', documents: 2, later: 1 })
    const then = { 'wentu-day': opened.day }
    const count = async (headers: Record<string, string>) =>
      ((await (await ask('counts', {}, undefined, headers)).json()) as { documents: number }).documents
    expect([await count(then), await count({})]).toEqual([2, 3])
    expect((await ask('report', { fact: factOf(chaired), why: 'x' }, undefined, then)).status).toBe(403)
    const written = await ask('query', { cypher: 'CREATE (n:Entity {id: "w"})' }, undefined, then)
    expect(written.status).toBe(403)
    expect((await ask('close-day', {})).status).toBe(200)
    expect((await ask('counts', {}, undefined, then)).status).toBe(422)
  })

  test('each figure of the first page is what its query finds', () => checkFigures(ask))

  test('every question of the page is one the graph answers', () => {
    expect(Object.keys(graphQuestions(engine.graph)).sort()).toEqual(Object.keys(sampleQuestions()).sort())
  })

  describe('in a browser', () => {
    beforeEach((context) => {
      if (missing !== undefined) context.skip(missing)
      if (noBrowser !== undefined) context.skip(noBrowser)
    })

    test('the walk: question, edge, sentence, document, expansion, path, span of time, saved view, link, export', async () => {
      await walk({ name, address: server.url, graph: engine.graph, browser })
    }, 180_000)

    test('a write is refused in words', async () => {
      const { page } = await browser.open(server.url, { width: 1280, height: 720 })
      await page.getByRole('textbox', { name: 'Cypher 查询' }).fill('CREATE (x:Entity {id: "w"})')
      await page.keyboard.press('Control+Enter')
      await page.getByText('这里只能读，不能写').waitFor()
      await page.close()
    })
  })
})
