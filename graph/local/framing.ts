// How Bolt messages lie in a byte stream: the handshake, and messages cut into chunks.
// In: bytes as they arrive, whole messages. Out: whole messages, bytes to send. Knows nothing of what a message says.

import { MalformedBytes, Packer } from './packstream.js'

/** A Bolt version, `5.8` as `{ major: 5, minor: 8 }`. */
export interface Version {
  major: number
  minor: number
}

/** What the server speaks: 5.0 to 5.8. */
export const SPOKEN = { major: 5, lowest: 0, highest: 8 } as const

const MAGIC = 0x6060b017
const MANIFEST_V1 = 0x000001ff
const CHUNK = 0xffff

/** The next step of a handshake: wait for bytes, answer, refuse, or go on with a version and the bytes left over. */
export type HandshakeStep =
  | { step: 'wait' }
  | { step: 'refuse'; reason: string; reply?: Buffer }
  | { step: 'manifest'; reply: Buffer; rest: Buffer }
  | { step: 'agreed'; version: Version; reply: Buffer; rest: Buffer }

/** Reads the client's opening 20 bytes: the magic number and four proposals. */
export function readProposals(bytes: Buffer): HandshakeStep {
  if (bytes.length >= 4 && bytes.readUInt32BE(0) !== MAGIC) return { step: 'refuse', reason: 'not a Bolt client' }
  if (bytes.length < 20) return { step: 'wait' }
  const rest = bytes.subarray(20)
  for (let at = 4; at < 20; at += 4) {
    const proposal = bytes.readUInt32BE(at)
    if (proposal === MANIFEST_V1) {
      // One offering: minor `highest` and `highest - lowest` versions below it; then no capabilities.
      const offer = [0, SPOKEN.highest - SPOKEN.lowest, SPOKEN.highest, SPOKEN.major]
      return { step: 'manifest', reply: Buffer.from([0, 0, 1, 0xff, 1, ...offer, 0]), rest }
    }
    const version = bestOf(bytes.subarray(at, at + 4))
    if (version) return { step: 'agreed', version, reply: Buffer.from([0, 0, version.minor, version.major]), rest }
  }
  return { step: 'refuse', reason: 'no Bolt version in common (5.0 to 5.8 are spoken)', reply: Buffer.alloc(4) }
}

/** Reads the client's choice after a manifest: four bytes of version and a varint of capabilities. */
export function readChoice(bytes: Buffer): HandshakeStep {
  if (bytes.length < 5) return { step: 'wait' }
  let end = 4
  while (end < bytes.length && (bytes[end] as number) >= 0x80) end++
  if (end > 12) return { step: 'refuse', reason: 'capability mask too long' }
  if (end >= bytes.length) return { step: 'wait' }
  const version = bytes[1] === 0 ? bestOf(bytes.subarray(0, 4)) : null
  if (!version) return { step: 'refuse', reason: 'the chosen version was not offered' }
  return { step: 'agreed', version, reply: Buffer.alloc(0), rest: bytes.subarray(end + 1) }
}

function bestOf(proposal: Buffer): Version | null {
  const [, range = 0, minor = 0, major = 0] = proposal
  if (major !== SPOKEN.major) return null
  const best = Math.min(minor, SPOKEN.highest)
  return best >= minor - range && best >= SPOKEN.lowest ? { major, minor: best } : null
}

/** Puts chunks together again. `push` gives the messages that are whole; a message above `limit` bytes is refused. */
export class Dechunker {
  #pending: Buffer = Buffer.alloc(0)
  #parts: Buffer[] = []
  #size = 0

  /** @param limit largest message in bytes; may be raised once the client is known. */
  constructor(public limit: number) {}

  push(bytes: Buffer): Buffer[] {
    let rest = this.#pending.length > 0 ? Buffer.concat([this.#pending, bytes]) : bytes
    const messages: Buffer[] = []
    while (rest.length >= 2) {
      const size = rest.readUInt16BE(0)
      if (rest.length < 2 + size) break
      if (size === 0) {
        // An empty chunk ends a message; with nothing before it, it is a keep-alive.
        if (this.#parts.length > 0)
          messages.push(this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts))
        this.#parts = []
        this.#size = 0
      } else {
        this.#size += size
        if (this.#size > this.limit) throw new MalformedBytes(`a message larger than ${this.limit} bytes`)
        this.#parts.push(rest.subarray(2, 2 + size))
      }
      rest = rest.subarray(2 + size)
    }
    this.#pending = rest
    return messages
  }
}

/** Collects outgoing messages, already cut into chunks, until they are taken to be sent. */
export class Outbox {
  readonly #packer = new Packer()

  /** Bytes waiting. */
  get size(): number {
    return this.#packer.length
  }

  /** Adds one message; `write` packs its body. */
  message(write: (packer: Packer) => void): void {
    const packer = this.#packer
    const start = packer.length
    packer.uint16(0)
    try {
      write(packer)
    } catch (error) {
      // Half a message must never reach the client.
      packer.length = start
      throw error
    }
    const size = packer.length - start - 2
    if (size <= CHUNK) packer.patch16(start, size)
    else {
      const body = Buffer.from(packer.written(start + 2))
      packer.length = start
      for (let at = 0; at < size; at += CHUNK) {
        const chunk = body.subarray(at, at + CHUNK)
        packer.uint16(chunk.length)
        packer.raw(chunk)
      }
    }
    packer.uint16(0)
  }

  take(): Buffer {
    return this.#packer.take()
  }
}
