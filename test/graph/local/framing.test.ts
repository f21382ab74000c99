import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import fc from 'fast-check'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Dechunker, Outbox, readChoice, readProposals } from '../../../graph/local/framing.js'
import { MESSAGE } from '../../../graph/local/message.js'
import { MalformedBytes, Structure } from '../../../graph/local/packstream.js'
import { type Served, serve } from './served.js'

const opening = (...proposals: number[]) => {
  const bytes = Buffer.alloc(20)
  ;[0x6060b017, ...proposals].forEach((one, at) => void bytes.writeUInt32BE(one >>> 0, at * 4))
  return bytes
}

describe('the handshake', () => {
  const rows: [string, Buffer, object][] = [
    ['manifest v1', opening(0x1ff, 0x80805), { step: 'manifest' }],
    ['5.0 to 5.8', opening(0x80805), { step: 'agreed', version: { major: 5, minor: 8 } }],
    ['5.4 alone', opening(0x405), { step: 'agreed', version: { major: 5, minor: 4 } }],
    ['a later 5.x that reaches down', opening(0x050b05), { step: 'agreed', version: { major: 5, minor: 8 } }],
    ['a later 5.x that does not', opening(0x010b05), { step: 'refuse' }],
    ['the second proposal', opening(0x6, 0x305), { step: 'agreed', version: { major: 5, minor: 3 } }],
    ['only 4.4', opening(0x20404), { step: 'refuse' }],
    ['a browser', Buffer.from('GET / HTTP/1.1\r\n\r\n'), { step: 'refuse' }],
    ['the first half', opening(0x1ff).subarray(0, 11), { step: 'wait' }],
  ]
  it.each(rows)('%s', (_, bytes, expected) => {
    expect(readProposals(bytes)).toMatchObject(expected)
  })

  const choices: [string, number[], object][] = [
    ['5.8, no capabilities', [0, 0, 8, 5, 0], { step: 'agreed', version: { major: 5, minor: 8 } }],
    ['a long capability mask', [0, 0, 2, 5, 0x80, 0x80, 1], { step: 'agreed', version: { major: 5, minor: 2 } }],
    ['what was not offered', [0, 0, 9, 5, 0], { step: 'refuse' }],
    ['an endless mask', [0, 0, 8, 5, ...new Array(20).fill(0x80)], { step: 'refuse' }],
    ['half a choice', [0, 0, 8], { step: 'wait' }],
  ]
  it.each(choices)('choice: %s', (_, bytes, expected) => {
    expect(readChoice(Buffer.from(bytes))).toMatchObject(expected)
  })
})

describe('chunks', () => {
  it('survive being cut anywhere', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1 }), (lengths, cuts) => {
        const messages = lengths.map((length) => Buffer.alloc(length, length % 251))
        const outbox = new Outbox()
        for (const message of messages) outbox.message((packer) => packer.raw(message))
        const bytes = outbox.take()
        const dechunker = new Dechunker(1_000_000)
        const got: Buffer[] = []
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const size = cuts[turn % cuts.length] as number
          got.push(...dechunker.push(bytes.subarray(at, at + size)))
          at += size
        }
        expect(got.map((message) => message.length)).toEqual(lengths)
        expect(got.every((message, at) => message.equals(messages[at] as Buffer))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('that are empty keep a connection alive and are no message', () => {
    expect(new Dechunker(10).push(Buffer.alloc(8))).toEqual([])
  })

  it('of more than the limit are refused before they are kept', () => {
    const dechunker = new Dechunker(10)
    expect(() => dechunker.push(Buffer.concat([Buffer.from([0, 11]), Buffer.alloc(11)]))).toThrow(MalformedBytes)
  })

  it('of a message that could not be packed leave no trace', () => {
    const outbox = new Outbox()
    const half = () =>
      outbox.message((packer) => {
        packer.string('half')
        throw new Error('a value that cannot be packed')
      })
    expect(half).toThrow('cannot be packed')
    expect(outbox.size).toBe(0)
  })
})

describe('a server under bad bytes', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve()
  })
  afterAll(() => served.stop())

  const auth = () => ({ scheme: 'basic', principal: 'neo4j', credentials: served.password })

  /** Handshake, log-on and a little work, as one run of bytes. */
  function goodBytes(): Buffer {
    const outbox = new Outbox()
    const say = (tag: number, ...fields: Structure['fields']) =>
      outbox.message((packer) => packer.value(new Structure(tag, fields)))
    say(MESSAGE.hello, {})
    say(MESSAGE.logon, auth())
    say(MESSAGE.run, 'UNWIND range(1, 5) AS x RETURN x', {}, {})
    say(MESSAGE.pull, { n: 2 })
    say(MESSAGE.discard, { n: -1 })
    say(MESSAGE.begin, { mode: 'r' })
    say(MESSAGE.run, 'RETURN $x', { x: [1, { a: 'b' }] }, {})
    return Buffer.concat([opening(0x80805), outbox.take()])
  }

  /** Sends bytes and hangs up; resolves when the socket is gone. */
  function throwAt(bytes: Buffer): Promise<void> {
    return new Promise((done) => {
      const socket = connect({ host: '127.0.0.1', port: served.port }, () => socket.end(bytes))
      socket.on('error', () => undefined)
      socket.on('data', () => undefined)
      socket.on('close', () => done())
    })
  }

  async function throwAll(many: number, make: (good: Buffer) => Buffer): Promise<void> {
    const good = goodBytes()
    for (let left = many; left > 0; left -= 50) {
      await Promise.all(Array.from({ length: Math.min(50, left) }, () => throwAt(make(good))))
    }
  }

  async function expectAlive(): Promise<void> {
    const driver = neo4j.driver(served.uri, neo4j.auth.basic('neo4j', served.password))
    const { records } = await driver.executeQuery('RETURN 1 AS one')
    expect(records[0]?.get('one').toNumber()).toBe(1)
    await driver.close()
  }

  const upTo = (limit: number) => Math.floor(Math.random() * limit)
  const rows: [string, number, (good: Buffer) => Buffer][] = [
    ['random from the first byte', 1000, () => randomBytes(upTo(200))],
    ['random after the handshake', 1000, (good) => Buffer.concat([good.subarray(0, 20), randomBytes(upTo(400))])],
    ['cut anywhere', 1000, (good) => good.subarray(0, upTo(good.length))],
    [
      'with some bytes changed',
      2000,
      (good) => {
        const bad = Buffer.from(good)
        for (let left = 1 + upTo(4); left > 0; left--) bad[20 + upTo(bad.length - 20)] = upTo(256)
        return bad
      },
    ],
  ]
  it.each(rows)(
    'frames %s (%i)',
    async (_, many, make) => {
      await throwAll(many, make)
      await expectAlive()
    },
    60_000,
  )

  it('holds nothing of the clients that went', async () => {
    const { records } = await served.server.engine.db
      .executeCypher('MATCH (n) RETURN count(n) AS n')
      .then((result) => ({
        records: result.toArray(),
      }))
    expect(records).toEqual([{ n: 0 }])
    expect(served.seen).toEqual({ shutdown: 0, stuck: 0 })
  })
})
