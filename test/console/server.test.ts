// The server and its guards: each rule of safety has a test that attacks it.
import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capBytes } from '../../console/server/caps.js'
import { isLoopback, refuseForeign, refuseHost } from '../../console/server/guard.js'
import { contentPolicy } from '../../console/server/policy.js'
import { type Served, serveQuestions } from '../../console/server/serve.js'
import { DocumentAnswer, QueryAnswer } from '../../schema/answer.js'
import { Fault } from '../../schema/fault.js'
import { HOSTILE, sampleQuestions } from './sample.js'

let server: Served
let base: URL
let cookie: string
let aborted = false

beforeAll(async () => {
  const sample = sampleQuestions()
  server = await serveQuestions({
    port: 0,
    questions: sampleQuestions({
      query: async (ask) => {
        if (ask.cypher === 'WRITE')
          throw new Fault('denied', 'The database refused to write.', {
            cause: { code: 'Neo.ClientError.Statement.AccessMode' },
          })
        if (ask.cypher === 'BREAK') throw new Error('the secret inside')
        if (ask.cypher === 'WRONG SHAPE') return { columns: 1 } as never
        if (ask.cypher === 'SLOW')
          await new Promise((_, reject) =>
            ask.signal.addEventListener('abort', () => {
              aborted = true
              reject(new Error('stopped'))
            }),
          )
        return sample.query(ask)
      },
    }),
  })
  base = new URL(server.url)
  const admitted = await fetch(server.url, { redirect: 'manual' })
  cookie = admitted.headers.get('set-cookie')?.split(';')[0] ?? ''
})
afterAll(() => server.close())

/** Asks the API as the page does; `over` changes a header, null takes it away. */
async function ask(name: string, body: unknown, over: Record<string, string | null> = {}): Promise<Response> {
  const headers = Object.entries({ 'content-type': 'application/json', cookie, ...over })
  return fetch(new URL(`/api/${name}`, base), {
    method: 'POST',
    headers: headers.filter((pair): pair is [string, string] => pair[1] !== null),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** A raw request: fetch would not let a test lie about its Host, nor about what a browser says of itself. */
function raw(path: string, headers: Record<string, string>): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: base.port, path, headers }, (answer) => {
      let text = ''
      answer.on('data', (part: Buffer) => {
        text += part.toString()
      })
      answer.on('end', () => resolve({ status: answer.statusCode, text }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('coming in', () => {
  test('the token becomes a cookie that scripts cannot read, and leaves the address', async () => {
    const answer = await fetch(server.url, { redirect: 'manual' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/')
    expect(answer.headers.get('set-cookie')).toMatch(/^wentu-\d+=[\w-]{20,}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(answer.headers.get('set-cookie')).not.toContain(base.searchParams.get('token'))
  })

  test('the page and the API are closed without the cookie or with a false one', async () => {
    expect((await fetch(new URL('/', base))).status).toBe(403)
    expect((await fetch(new URL('/?token=guess', base))).status).toBe(403)
    for (const wrong of [null, 'wentu=1', `${cookie}x`])
      expect((await ask('counts', {}, { cookie: wrong })).status).toBe(401)
    expect((await ask('counts', {})).status).toBe(200)
  })

  test('after a link from another site the page starts itself anew, so that the strict cookie counts', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const answer = await raw(`/${base.search}`, { ...headers, host: base.host })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('http-equiv="refresh"')
  })

  test('the page carries the nonce of its own policy', async () => {
    const answer = await fetch(new URL('/', base), { headers: { cookie } })
    const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? ''
    expect(nonce.length).toBeGreaterThan(16)
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'nonce-${nonce}'; ` +
        `img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    )
    const again = await fetch(new URL('/', base), { headers: { cookie } })
    expect(again.headers.get('content-security-policy')).not.toContain(nonce)
  })
})

describe('guards', () => {
  test.each(['evil.example', 'evil.example:1', 'localhost', '127.0.0.1:1', 'localhost.evil.example', '[::1]'])(
    'the Host %j is refused with 421',
    async (host) => {
      expect((await raw('/', { host, cookie })).status).toBe(421)
      expect((await raw('/', { host: host.replace(/(:\d+)?$/, `:${base.port}`), cookie })).status).toBe(
        /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(host) ? 200 : 421,
      )
    },
  )

  test.each(['a b', '[::1', 'localhost:99999', 'user@localhost'])('the malformed Host %j is refused', async (host) => {
    expect([400, 421]).toContain((await raw('/', { host, cookie })).status)
  })

  test.each(['127.0.0.1', 'localhost', 'LOCALHOST'])('the Host %s of ours is let in', async (host) => {
    expect((await raw('/', { host: `${host}:${base.port}`, cookie })).status).toBe(200)
  })

  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('a foreign request %o is refused', async (headers) => {
    expect((await ask('counts', {}, headers)).status).toBe(403)
  })

  test('a frame or an image of another site does not get the page', async () => {
    for (const dest of ['iframe', 'image', 'script']) {
      const headers = { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': dest }
      expect((await raw('/', { ...headers, host: base.host })).status).toBe(403)
    }
  })

  test('the API takes POST alone, with JSON alone', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await fetch(new URL('/api/counts', base), { method, headers: { cookie } })).status).toBe(405)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', null])
      expect((await ask('counts', '{}', { 'content-type': type })).status).toBe(415)
    expect((await ask('counts', '{}', { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200)
  })

  test('no answer lets another origin read it', async () => {
    const answer = await ask('counts', {})
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('nothing outside the page is handed out', async () => {
    for (const path of ['/../package.json', '/..%2fpackage.json', '/assets/../../../package.json', '/index.html'])
      expect((await raw(path, { host: base.host, cookie })).status).toBe(404)
  })

  test('the policy allows nothing unsafe and nothing from elsewhere', () => {
    const policy = contentPolicy('abc')
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(policy).toContain(`default-src 'none'`)
  })
})

describe('answers', () => {
  test('a write is refused in the words of the database, with its code', async () => {
    const answer = await ask('query', { cypher: 'WRITE' })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toEqual({
      error: {
        kind: 'denied',
        message: 'The database refused to write.',
        code: 'Neo.ClientError.Statement.AccessMode',
      },
    })
  })

  test('an unforeseen error, or an answer of the wrong shape, tells nothing of the inside', async () => {
    const log = console.error
    console.error = () => {}
    for (const cypher of ['BREAK', 'WRONG SHAPE']) {
      const answer = await ask('query', { cypher })
      expect(answer.status).toBe(500)
      expect(await answer.text()).not.toMatch(/secret|columns/)
    }
    console.error = log
  })

  test.each([
    ['not JSON', '{'],
    ['no query', {}],
    ['an unknown field', { cypher: 'RETURN 1', write: true }],
    ['a limit beyond the cap', { cypher: 'RETURN 1', limit: 1e9 }],
    ['a timeout beyond the cap', { cypher: 'RETURN 1', timeoutMs: 1e9 }],
    ['a limit that is no number', { cypher: 'RETURN 1', limit: '5' }],
  ])('a request with %s is refused with 400', async (_, body) => {
    expect((await ask('query', body)).status).toBe(400)
  })

  test('a request beyond a megabyte is refused', async () => {
    expect((await ask('query', { cypher: 'x'.repeat(1024 * 1024) })).status).toBe(413)
  })

  test('a hostile title stays what it is, in JSON', async () => {
    const answer = await ask('document', { id: 'd2' })
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(DocumentAnswer.parse(await answer.json()).title).toBe(HOSTILE)
  })

  test('an integer beyond 2⁵³ arrives whole', async () => {
    const answer = QueryAnswer.parse(await (await ask('query', { cypher: 'RETURN 1' })).json())
    expect(answer.rows[0]?.[3]).toEqual({ kind: 'int', value: '9007199254740993' })
  })

  test('who goes away stops the query', async () => {
    const stop = new AbortController()
    const asked = fetch(new URL('/api/query', base), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ cypher: 'SLOW' }),
      signal: stop.signal,
    })
    setTimeout(() => stop.abort(), 100)
    await expect(asked).rejects.toThrow()
    await expect.poll(() => aborted).toBe(true)
  })

  test('rows beyond the bytes of an answer are left out, and this is said', () => {
    const answer = { columns: ['a'], rows: [['文'.repeat(10)], ['b'], ['c']], truncated: false, limit: 10, ms: 1 }
    expect(capBytes(answer, 1000)).toEqual(answer)
    expect(capBytes(answer, 36)).toMatchObject({ rows: [['文'.repeat(10)]], truncated: true, limit: 1 })
  })
})

describe('listening', () => {
  test('a taken port is told, with what to do', async () => {
    const second = serveQuestions({ port: Number(base.port), questions: sampleQuestions() })
    await expect(second).rejects.toMatchObject({ kind: 'store', message: expect.stringMatching(/taken.*--port 0/) })
  })

  test('by itself it listens to this machine alone', async () => {
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
    expect(base.hostname).toBe('127.0.0.1')
    for (const { address, internal, family } of others) {
      if (internal || family !== 'IPv4') continue
      await expect(fetch(`http://${address}:${base.port}/`)).rejects.toThrow()
    }
  })

  test('where others can reach it a password is demanded', async () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.5'])
      await expect(serveQuestions({ port: 0, host, questions: sampleQuestions() })).rejects.toMatchObject({
        kind: 'usage',
      })
    const open = await serveQuestions({ port: 0, host: '0.0.0.0', password: 'pass', questions: sampleQuestions() })
    const { port } = new URL(open.url)
    const at = (authorization?: string) =>
      fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual', headers: authorization ? { authorization } : {} })
    expect((await at()).status).toBe(401)
    expect((await at(`Basic ${btoa('a:wrong')}`)).status).toBe(401)
    const admitted = await at(`Basic ${btoa('a:pass')}`)
    expect(admitted.status).toBe(303)
    await open.close()
  })

  test.each([
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['127.0.0.1.evil.example', false],
    ['10.0.0.1', false],
  ])('%s is loopback: %s', (host, is) => {
    expect(isLoopback(host)).toBe(is)
  })

  test('on an open address an address passes as Host, a foreign name does not', () => {
    const listening = { host: '0.0.0.0', port: 80 }
    expect(refuseHost('192.168.1.5', listening)).toBeUndefined()
    expect(refuseHost('[fe80::1]:80', listening)).toBeUndefined()
    expect(refuseHost('rebound.example', listening)?.status).toBe(421)
  })

  test('a request without browser headers, as from curl, is judged by its cookie alone', () => {
    expect(refuseForeign(new Headers({ host: 'localhost:1' }), false)).toBeUndefined()
  })
})
