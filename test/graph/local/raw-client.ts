// For tests: a Bolt client that may say anything, also what no driver would. In: messages or bytes. Out: answers as they come.

import { connect, type Socket } from 'node:net'
import { Dechunker, Outbox } from '../../../graph/local/framing.js'
import { MESSAGE } from '../../../graph/local/message.js'
import { type PackValue, Structure } from '../../../graph/local/packstream.js'
import { unpack } from '../../../graph/local/unpack.js'

/** An answer: `SUCCESS`, `RECORD`, `IGNORED` or `FAILURE`, and its field; `CLOSED` when the server hung up. */
export interface Answer {
  kind: string
  field: { [key: string]: PackValue } | PackValue[] | undefined
}

const NAMES: Record<number, string> = { 112: 'SUCCESS', 113: 'RECORD', 126: 'IGNORED', 127: 'FAILURE' }
const CLOSED: Answer = { kind: 'CLOSED', field: undefined }

export class RawClient {
  readonly #answers: Answer[] = []
  readonly #wanting: ((answer: Answer) => void)[] = []
  #closed = false

  private constructor(readonly socket: Socket) {}

  /** Connects and shakes hands for Bolt 5.`minor`; the handshake's answer is checked. */
  static async open(port: number, minor = 8): Promise<RawClient> {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true })
    const client = new RawClient(socket)
    const agreed = new Promise<void>((done, fail) => {
      socket.once('error', fail)
      socket.once('data', (bytes) => {
        if (bytes.readUInt32BE(0) !== minor * 256 + 5) fail(new Error(`agreed on ${bytes.toString('hex')}`))
        client.#listen(bytes.subarray(4))
        done()
      })
    })
    socket.write(Buffer.from([0x60, 0x60, 0xb0, 0x17, 0, 0, minor, 5, ...new Array(12).fill(0)]))
    await agreed
    return client
  }

  /** `open` and the log-on. */
  static async enter(port: number, password: string, minor = 8): Promise<RawClient> {
    const client = await RawClient.open(port, minor)
    const auth = { scheme: 'basic', principal: 'neo4j', credentials: password }
    const steps: [number, PackValue][] = [[MESSAGE.hello, minor === 0 ? auth : {}]]
    if (minor > 0) steps.push([MESSAGE.logon, auth])
    for (const [tag, field] of steps) {
      const { kind } = await client.ask(tag, field)
      if (kind !== 'SUCCESS') throw new Error(`log-on answered with ${kind}`)
    }
    return client
  }

  #listen(first: Buffer): void {
    const dechunker = new Dechunker(2 ** 30)
    const take = (bytes: Buffer) => {
      for (const message of dechunker.push(bytes)) {
        const { tag, fields } = unpack(message) as Structure
        this.#give({ kind: NAMES[tag] ?? String(tag), field: fields[0] as Answer['field'] })
      }
    }
    this.socket.on('data', take)
    this.socket.on('error', () => undefined)
    this.socket.on('close', () => {
      this.#closed = true
      for (const want of this.#wanting.splice(0)) want(CLOSED)
    })
    take(first)
  }

  #give(answer: Answer): void {
    const want = this.#wanting.shift()
    if (want) want(answer)
    else this.#answers.push(answer)
  }

  send(tag: number, ...fields: PackValue[]): void {
    const outbox = new Outbox()
    outbox.message((packer) => packer.value(new Structure(tag, fields)))
    this.socket.write(outbox.take())
  }

  /** The next answer. */
  next(): Promise<Answer> {
    const answer = this.#answers.shift()
    if (answer) return Promise.resolve(answer)
    if (this.#closed) return Promise.resolve(CLOSED)
    return new Promise((done) => this.#wanting.push(done))
  }

  ask(tag: number, ...fields: PackValue[]): Promise<Answer> {
    this.send(tag, ...fields)
    return this.next()
  }

  close(): void {
    this.socket.destroy()
  }
}

/** The code of a failure, under either of the names that versions of Bolt give it. */
export function codeOf({ field }: Answer): PackValue {
  const { code, neo4j_code: newer } = field as { [key: string]: PackValue }
  return newer ?? code ?? null
}
