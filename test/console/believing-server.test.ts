// The questions that write, and every other, attacked: what another site, a form, a stranger or a malformed body can do. And what is
// judged over the API, from the first report to the last undo.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROUTES } from '../../console/server/api.js'
import { type Served, serveQuestions } from '../../console/server/serve.js'
import { JudgedAnswer, JudgementsAnswer, ReviewAnswer, WrongAnswer } from '../../schema/believing.js'
import { Fault } from '../../schema/fault.js'
import { sampleQuestions } from './sample.js'

const NAMES = [...ROUTES.map(({ name }) => name), 'run']
const REPORT = { fact: 'f1', why: '另一场会议' }

let server: Served
let base: URL
let cookie = ''
let judged = 0

beforeAll(async () => {
  const sample = sampleQuestions()
  const counting =
    <Ask extends unknown[], Answer>(work: (...ask: Ask) => Answer) =>
    (...ask: Ask): Answer => {
      judged++
      return work(...ask)
    }
  server = await serveQuestions({
    port: 0,
    questions: {
      ...sample,
      judge: counting(sample.judge),
      report: counting(sample.report),
      undo: counting(sample.undo),
      at: (day) => {
        if (day !== '2024-03-12') throw new Fault('input', `The graph of ${day} is not open.`)
        return sample.at(day)
      },
    },
  })
  base = new URL(server.url)
  cookie = (await fetch(server.url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? ''
})
afterAll(() => server.close())

async function ask(name: string, body: unknown, over: Record<string, string> = {}, method = 'POST'): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie, ...over }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(new URL(`/api/${name}`, base), { method, headers, ...(method === 'POST' ? { body: text } : {}) })
}

describe.each(NAMES)('the question %s', (name) => {
  test.each<[string, number, Record<string, string>]>([
    ['of another site', 403, { origin: 'https://evil.example' }],
    ['of a page without an origin', 403, { origin: 'null' }],
    ['of another port of this machine', 403, { 'sec-fetch-site': 'same-site' }],
    ['across sites', 403, { 'sec-fetch-site': 'cross-site' }],
    ['of a stranger', 401, { cookie: '' }],
    ['of someone with the cookie of another console', 401, { cookie: 'wentu-1=guess' }],
    ['of a form', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['as text, which a form of another site can send', 415, { 'content-type': 'text/plain' }],
  ])('%s is refused with %i', async (_, status, headers) => {
    expect((await ask(name, REPORT, headers)).status).toBe(status)
  })

  test('by a link is refused', async () => {
    expect((await ask(name, {}, {}, 'GET')).status).toBe(405)
  })

  test.each(['{', '[]', 'null', '{"__proto__": {"fact": "f1"}, "odd": 1}'])(
    'with the body %s is refused',
    async (body) => {
      expect((await ask(name, body)).status).toBe(400)
    },
  )
})

describe('judging', () => {
  test('nothing of all that was refused has reached a judge', () => expect(judged).toBe(0))

  test.each<[string, object]>([
    ['report', { fact: 'f1' }],
    ['report', { fact: 'f1', why: ' ' }],
    ['report', { fact: 'f1', why: 'x'.repeat(1001) }],
    ['report', { fact: ['f1'], why: 'x' }],
    ['judge', { verdict: 'maybe', a: 'o1', b: 'o2', why: 'x' }],
    ['judge', { verdict: 'same', a: 'o1', why: 'x' }],
    ['undo', { id: '*' }],
    ['undo', { id: '' }],
    ['open-day', { day: 'yesterday' }],
    ['paths', { from: 'p1', to: 'g1', types: ['KNOWS'] }],
    ['paths', { from: 'p1', to: 'g1', types: ['CHAIRED|X*'] }],
    ['doubts', { fact: 'f1', entity: 'p1' }],
  ])('%s %o is refused, and nothing judged', async (name, body) => {
    expect((await ask(name, body)).status).toBe(400)
    expect(judged).toBe(0)
  })

  test('a fact is reported, shown as wrong, and taken back', async () => {
    const why = '</script><img src=x onerror=alert(1)> \u202e"`'
    const { judgement } = JudgedAnswer.parse(await (await ask('report', { fact: 'f1', why })).json())
    expect(judgement.why).toBe(why)
    const marked = WrongAnswer.parse(await (await ask('wrong-facts', {})).json())
    expect(marked.wrong.map(({ fact }) => fact)).toEqual(['f1'])
    expect((await ask('undo', { id: judgement.id })).status).toBe(200)
    expect(WrongAnswer.parse(await (await ask('wrong-facts', {})).json()).wrong).toEqual([])
    expect((await ask('undo', { id: judgement.id })).status).toBe(422)
    expect((await ask('report', { fact: 'none', why: 'x' })).status).toBe(422)
  })

  test('a pair that was judged is not shown again', async () => {
    const pairs = async () => ReviewAnswer.parse(await (await ask('review', {})).json()).pairs
    const [first] = await pairs()
    const said = { verdict: 'different', a: first?.a.id, b: first?.b.id, why: '两家单位', by: '读者' }
    const { judgement } = JudgedAnswer.parse(await (await ask('judge', said)).json())
    expect((await pairs()).length).toBe(1)
    const listed = JudgementsAnswer.parse(await (await ask('judgements', {})).json())
    expect(listed.judgements[0]).toMatchObject({ kind: 'split', by: '读者' })
    await ask('undo', { id: judgement.id })
    expect((await pairs()).length).toBe(2)
  })

  test('a day is asked by its header, and one that is not open is told', async () => {
    const count = async (headers: Record<string, string>) => {
      const answer = await ask('overview', {}, headers)
      return answer.ok ? ((await answer.json()) as { nodes: unknown[] }).nodes.length : answer.status
    }
    expect([await count({}), await count({ 'wentu-day': '2024-03-12' })]).toEqual([5, 2])
    expect(await count({ 'wentu-day': '1999-01-01' })).toBe(422)
    expect(await count({ 'wentu-day': '../../etc' })).toBe(422)
  })
})
