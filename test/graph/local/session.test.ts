import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CODE } from '../../../graph/local/failure.js'
import { MESSAGE } from '../../../graph/local/message.js'
import { Float, type PackValue, Structure } from '../../../graph/local/packstream.js'
import { codeOf, RawClient } from './raw-client.js'
import { type Served, serve } from './served.js'

let served: Served
const clients: RawClient[] = []
beforeAll(async () => {
  served = await serve({ grace: 200 })
})
afterAll(() => served.stop())
afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})

async function enter(minor = 8): Promise<RawClient> {
  const client = await RawClient.enter(served.port, served.password, minor)
  clients.push(client)
  return client
}

const SAY: Record<string, [number, ...PackValue[]]> = {
  RUN: [MESSAGE.run, 'UNWIND [1, 2, 3] AS x RETURN x', {}, {}],
  BAD: [MESSAGE.run, 'RETURN 1 +', {}, {}],
  BEGIN: [MESSAGE.begin, {}],
  'PULL 1': [MESSAGE.pull, { n: 1 }],
  'PULL all': [MESSAGE.pull, { n: -1 }],
  'PULL 0': [MESSAGE.pull, { n: 0 }],
  'PULL qid 0': [MESSAGE.pull, { n: -1, qid: 0 }],
  'PULL qid 7': [MESSAGE.pull, { n: -1, qid: 7 }],
  DISCARD: [MESSAGE.discard, { n: -1 }],
  COMMIT: [MESSAGE.commit],
  ROLLBACK: [MESSAGE.rollback],
  RESET: [MESSAGE.reset],
  LOGOFF: [MESSAGE.logoff],
  LOGON: [MESSAGE.logon, { scheme: 'basic', principal: 'neo4j', credentials: 'only-for-this-test' }],
  HELLO: [MESSAGE.hello, {}],
  TELEMETRY: [MESSAGE.telemetry, 1],
  ROUTE: [MESSAGE.route, { address: 'here:1' }, [], {}],
  GOODBYE: [MESSAGE.goodbye],
  'RUN no text': [MESSAGE.run, 5, {}, {}],
  'RUN elsewhere': [MESSAGE.run, 'RETURN 1', {}, { db: 'movies' }],
  'RUN as another': [MESSAGE.run, 'RETURN 1', {}, { imp_user: 'someone' }],
  'RUN timeout -1': [MESSAGE.run, 'RETURN 1', {}, { tx_timeout: -1 }],
  'UNKNOWN 0x55': [0x55],
}
const SHORT: Record<string, string> = { SUCCESS: 'S', RECORD: 'R', IGNORED: 'I', FAILURE: 'F', CLOSED: '.' }

/** Says the messages one after another; the answers as letters, a word for each message. */
async function answersTo(client: RawClient, messages: string[]): Promise<string> {
  const words: string[] = []
  for (const message of messages) {
    client.send(...(SAY[message] as [number, ...PackValue[]]))
    let word = ''
    do word += SHORT[(await client.next()).kind] ?? '?'
    while (word.endsWith('R'))
    words.push(word)
    if (word.endsWith('.')) break
  }
  return words.join(' ')
}

describe('states', () => {
  // S success, R record, I ignored, F failure, . the server hung up
  const rows: [string, string][] = [
    ['RUN, PULL all', 'S RRRS'],
    ['RUN, PULL 1, PULL 1, DISCARD', 'S RS RS S'],
    ['RUN, DISCARD, RUN, PULL all', 'S S S RRRS'],
    ['BEGIN, RUN, PULL all, RUN, DISCARD, COMMIT', 'S S RRRS S S S'],
    ['BEGIN, RUN, RUN, PULL qid 0, PULL all, ROLLBACK', 'S S S RRRS RRRS S'],
    ['BEGIN, RUN, ROLLBACK, RUN, PULL all', 'S S S S RRRS'],
    ['BEGIN, COMMIT, BEGIN, ROLLBACK', 'S S S S'],
    ['BAD, PULL all, RUN, RESET, RUN, PULL all', 'F I I S S RRRS'],
    ['BEGIN, BAD, COMMIT, ROLLBACK, RESET, BEGIN', 'S F I I S S'],
    ['RUN, RESET, RUN', 'S S S'],
    ['RUN, PULL 1, RESET, BEGIN', 'S RS S S'],
    ['RUN, PULL 0, RESET', 'S F S'],
    ['BEGIN, RUN, PULL qid 7, RESET', 'S S F S'],
    ['TELEMETRY, ROUTE, LOGOFF, LOGON, RUN', 'S S S S S'],
    ['BEGIN, TELEMETRY, RUN', 'S S S'],
    ['RUN elsewhere, RESET, RUN as another, RESET, RUN timeout -1, RESET', 'F S F S F S'],
    ['RUN no text, RUN, RESET', 'F I S'],
    ['GOODBYE', '.'],
    ['PULL all, RUN', 'F .'],
    ['COMMIT, RUN', 'F .'],
    ['RUN, RUN, RESET', 'S F .'],
    ['BEGIN, BEGIN, RESET', 'S F .'],
    ['BEGIN, ROUTE, RESET', 'S F .'],
    ['HELLO, RESET', 'F .'],
    ['LOGON, RESET', 'F .'],
    ['LOGOFF, RUN, RESET', 'S F .'],
    ['LOGOFF, RESET, RUN', 'S F .'],
    ['UNKNOWN 0x55, RESET', 'F .'],
  ]
  it.each(rows)('%s', async (messages, expected) => {
    expect(await answersTo(await enter(), messages.split(', '))).toBe(expected)
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('the usual work in Bolt 5.%i', async (minor) => {
    const client = await enter(minor)
    expect(await answersTo(client, ['RUN', 'PULL all', 'BEGIN', 'RUN', 'DISCARD', 'COMMIT', 'BAD', 'RESET'])).toBe(
      'S RRRS S S S S F S',
    )
  })

  it('LOGON before Bolt 5.1 and TELEMETRY before 5.4 are unknown', async () => {
    expect(await answersTo(await enter(0), ['LOGOFF', 'RUN'])).toBe('F .')
    expect(await answersTo(await enter(3), ['TELEMETRY', 'RUN'])).toBe('F .')
  })
})

describe('strangers', () => {
  const wrong: [string, PackValue][] = [
    ['no fields', {}],
    ['scheme none', { scheme: 'none' }],
    ['wrong password', { scheme: 'basic', principal: 'neo4j', credentials: 'x' }],
    ['wrong user', { scheme: 'basic', principal: 'root', credentials: 'only-for-this-test' }],
    ['password that is no text', { scheme: 'basic', principal: 'neo4j', credentials: 7 }],
    ['credentials in a list', ['basic']],
  ]
  it.each(wrong)('%s: unauthorized, and the line is cut', async (_, auth) => {
    for (const minor of [0, 8]) {
      const client = await RawClient.open(served.port, minor)
      if (minor > 0) await client.ask(MESSAGE.hello, {})
      const answer = await client.ask(minor > 0 ? MESSAGE.logon : MESSAGE.hello, auth)
      expect(answer.kind).toBe('FAILURE')
      expect([CODE.unauthorized, CODE.format]).toContain(codeOf(answer))
      client.send(MESSAGE.reset)
      client.send(MESSAGE.run, 'RETURN 1', {}, {})
      expect((await client.next()).kind).toBe('CLOSED')
    }
  })

  it.each(['RUN', 'BEGIN', 'RESET', 'ROUTE', 'PULL all', 'LOGOFF', 'TELEMETRY'])(
    '%s before the log-on',
    async (name) => {
      const client = await RawClient.open(served.port)
      expect(await answersTo(client, [name, 'RUN'])).toBe('F .')
      const greeted = await RawClient.open(served.port)
      expect(await answersTo(greeted, ['HELLO', name, 'RUN'])).toBe('S F .')
    },
  )

  it('may not send large messages', async () => {
    const client = await RawClient.open(served.port)
    client.send(MESSAGE.hello, { user_agent: 'x'.repeat(100_000) })
    expect((await client.next()).kind).toBe('FAILURE')
    expect((await client.next()).kind).toBe('CLOSED')
  })
})

describe('failures', () => {
  it('have Neo4j code and GQLSTATUS from 5.7, the code alone before', async () => {
    const older = await (await enter(6)).ask(MESSAGE.run, 'RETURN 1 +', {}, {})
    expect(Object.keys(older.field as object).sort()).toEqual(['code', 'message'])
    const newer = await (await enter(7)).ask(MESSAGE.run, 'RETURN 1 +', {}, {})
    expect(newer.field).toMatchObject({ neo4j_code: CODE.syntax, gql_status: '42001' })
  })

  const rows: [string, string][] = [
    ['RETURN 1 +', CODE.syntax],
    ['', CODE.syntax],
    ['RETURN nothing', CODE.syntax],
    ['RETURN foo(1)', CODE.syntax],
    ['RETURN 1; RETURN 2', CODE.syntax],
    ['COMMIT', CODE.syntax],
    ['START TRANSACTION READ WRITE', CODE.syntax],
    ['CYPHER 25 RETURN 1', CODE.argument],
    ['RETURN $absent', CODE.parameterMissing],
    ['RETURN 1 / 0', CODE.arithmetic],
    ['RETURN 9223372036854775807 + 1', CODE.arithmetic],
    ['CALL no.such.procedure()', CODE.procedure],
    ['USE movies RETURN 1', CODE.database],
    ['DROP INDEX none_such', CODE.indexMissing],
    ['CREATE (a:F)-[:R]->(:F) WITH a DELETE a', CODE.constraint],
    ['CREATE (n:F {_labels: 1})', CODE.argument],
    ["LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line", CODE.forbidden],
    ['CREATE VECTOR INDEX f FOR (n:F) ON (n.x)', CODE.indexRefused],
    ['CREATE CONSTRAINT f FOR ()-[r:R]-() REQUIRE r.id IS UNIQUE', CODE.constraintRefused],
  ]
  it.each(rows)('%s', async (query, code) => {
    expect(codeOf(await (await enter()).ask(MESSAGE.run, query, {}, {}))).toBe(code)
  })

  it.each([
    ['NaN', new Float(Number.NaN), CODE.argument],
    ['a point', new Structure(0x58, [4326, new Float(1), new Float(2)]), CODE.typeError],
    ['a node', new Structure(0x4e, [1, [], {}, 'n:1']), CODE.typeError],
  ] as [string, PackValue, string][])('%s as a parameter, also inside a list', async (_, value, code) => {
    for (const x of [value, [[value]]]) {
      expect(codeOf(await (await enter()).ask(MESSAGE.run, 'RETURN $x', { x }, {}))).toBe(code)
    }
  })
})

describe('a query that runs on', () => {
  // Some seconds of work that writes nothing and needs little memory.
  const LONG = 'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b WITH a, b WHERE a * b = -1 RETURN count(*)'

  it('is given up at once on RESET, what waited is ignored, and the connection works on', async () => {
    const client = await enter()
    client.send(MESSAGE.run, LONG, {}, {})
    client.send(MESSAGE.pull, { n: -1 })
    await new Promise((done) => setTimeout(done, 50))
    const started = performance.now()
    client.send(MESSAGE.reset)
    expect([await client.next(), await client.next(), await client.next()].map(({ kind }) => kind)).toEqual([
      'IGNORED',
      'IGNORED',
      'SUCCESS',
    ])
    expect(performance.now() - started).toBeLessThan(500)
    expect(await answersTo(client, ['RUN', 'PULL all'])).toBe('S RRRS')
  })

  it('fails at its tx_timeout, alone and in a transaction', async () => {
    const client = await enter()
    expect(codeOf(await client.ask(MESSAGE.run, LONG, {}, { tx_timeout: 40 }))).toBe(CODE.timedOut)
    await client.ask(MESSAGE.reset)
    await client.ask(MESSAGE.begin, { tx_timeout: 40 })
    expect(codeOf(await client.ask(MESSAGE.run, LONG, {}, {}))).toBe(CODE.timedOut)
  })

  it('a transaction that waits past its time can neither run nor commit', async () => {
    for (const last of ['RUN', 'COMMIT']) {
      const client = await enter()
      await client.ask(MESSAGE.begin, { tx_timeout: 20 })
      await new Promise((done) => setTimeout(done, 60))
      const answer = await client.ask(...(SAY[last] as [number]))
      expect(codeOf(answer)).toBe(CODE.timedOut)
    }
  })

  it('after its grace the server calls for its end', async () => {
    const before = served.seen.stuck
    const client = await enter()
    client.send(MESSAGE.run, LONG.replaceAll('3000', '5000'), {}, {})
    await new Promise((done) => setTimeout(done, 50))
    client.close()
    await expect.poll(() => served.seen.stuck, { timeout: 3000 }).toBeGreaterThan(before)
  })
})
