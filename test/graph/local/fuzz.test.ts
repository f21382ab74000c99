// A hundred thousand clients that send broken frames, the same at every run, past the network straight into the server:
// whatever they send ends at most their own connection.
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Outbox } from '../../../graph/local/framing.js'
import { MESSAGE } from '../../../graph/local/message.js'
import { Structure } from '../../../graph/local/packstream.js'
import { random } from '../../random.js'
import { RawClient } from './raw-client.js'
import { type Served, serve } from './served.js'

let served: Served
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.stop())

/** The server's end of a line on which the other side says something once and hangs up. */
class Line extends Duplex {
  readonly closed_: Promise<void>
  answered = 0

  constructor() {
    super({ allowHalfOpen: true })
    this.closed_ = new Promise((done) => this.on('close', done))
  }

  setNoDelay(): this {
    return this
  }

  override _read(): void {}

  override _write(bytes: Buffer, _: unknown, done: () => void): void {
    this.answered += bytes.length
    done()
  }

  say(bytes: Buffer): void {
    this.push(bytes)
    this.push(null)
  }
}

function opening(): Buffer {
  const bytes = Buffer.alloc(20)
  bytes.writeUInt32BE(0x6060b017, 0)
  bytes.writeUInt32BE(0x80805, 4)
  return bytes
}

/** Handshake, log-on and a little work. */
function goodBytes(): Buffer {
  const outbox = new Outbox()
  const say = (tag: number, ...fields: Structure['fields']) =>
    outbox.message((packer) => packer.value(new Structure(tag, fields)))
  say(MESSAGE.hello, {})
  say(MESSAGE.logon, { scheme: 'basic', principal: 'neo4j', credentials: served.password })
  say(MESSAGE.run, 'UNWIND range(1, 5) AS x RETURN x', {}, {})
  say(MESSAGE.pull, { n: 2 })
  say(MESSAGE.discard, { n: -1 })
  say(MESSAGE.begin, { mode: 'r' })
  say(MESSAGE.run, 'RETURN $x', { x: [1, { a: 'b' }] }, {})
  return Buffer.concat([opening(), outbox.take()])
}

const AT_ONCE = 100

async function throwAll(many: number, make: () => Buffer): Promise<number> {
  let answered = 0
  for (let left = many; left > 0; left -= AT_ONCE) {
    const lines = Array.from({ length: Math.min(AT_ONCE, left) }, () => {
      const line = new Line()
      served.server.accept(line as unknown as Socket)
      line.say(make())
      return line
    })
    // A socket that has read to the end closes itself; this one is told to.
    await new Promise((done) => setImmediate(done))
    for (const line of lines) line.destroy()
    await Promise.all(lines.map((line) => line.closed_))
    answered += lines.filter((line) => line.answered > 0).length
  }
  return answered
}

const next = random(20261122)
const upTo = (limit: number) => Math.floor(next() * limit)
const noise = (length: number) => Buffer.from(Array.from({ length }, () => upTo(256)))

/** A whole chunk whose content is noise behind the tag of a real message. */
function falseMessage(): Buffer {
  const tags = Object.values(MESSAGE)
  const body = Buffer.concat([Buffer.from([0xb0 + upTo(5), tags[upTo(tags.length)] ?? 0]), noise(upTo(60))])
  return Buffer.concat([Buffer.from([0, body.length]), body, Buffer.from([0, 0])])
}

const kinds: [string, number, (good: Buffer) => Buffer, answered: number][] = [
  ['random from the first byte', 10_000, () => noise(upTo(60)), 0],
  ['random after the handshake', 20_000, (good) => Buffer.concat([good.subarray(0, 20), noise(upTo(200))]), 20_000],
  [
    'false after the log-on',
    20_000,
    (good) => Buffer.concat([good.subarray(0, logOnEnd(good)), falseMessage(), falseMessage()]),
    20_000,
  ],
  ['cut anywhere', 20_000, (good) => good.subarray(0, upTo(good.length)), 10_000],
  [
    'with some bytes changed',
    30_000,
    (good) => {
      const bad = Buffer.from(good)
      for (let left = 1 + upTo(4); left > 0; left--) bad[20 + upTo(bad.length - 20)] = upTo(256)
      return bad
    },
    30_000,
  ],
]

/** Where the second message, the log-on, ends. */
function logOnEnd(good: Buffer): number {
  const hello = 20 + 2 + good.readUInt16BE(20) + 2
  return hello + 2 + good.readUInt16BE(hello) + 2
}

it('makes a hundred thousand', () => {
  expect(kinds.reduce((sum, [, many]) => sum + many, 0)).toBe(100_000)
})

it.each(kinds)(
  'frames %s (%i)',
  async (_, many, make, least) => {
    const good = goodBytes()
    // They got as far as the server's handshake, so that it was not for nothing.
    expect(await throwAll(many, () => make(good))).toBeGreaterThanOrEqual(least * 0.9)
    const client = await RawClient.enter(served.port, served.password)
    expect((await client.ask(MESSAGE.run, 'RETURN 1 AS one', {}, {})).kind).toBe('SUCCESS')
    client.close()
  },
  300_000,
)

it('holds nothing of the clients that went', async () => {
  const { db } = served.server.engine
  expect((await db.executeCypher('MATCH (n) RETURN count(n) AS n')).toArray()).toEqual([{ n: 0 }])
  expect(served.seen).toEqual({ shutdown: 0, stuck: 0 })
})
