// One client's socket. In: bytes. Out: bytes. Shakes hands, puts messages together, hands them to a Session one after another.

import type { Socket } from 'node:net'
import { failureOf } from './failure.js'
import { Dechunker, Outbox, readChoice, readProposals, type Version } from './framing.js'
import { MESSAGE } from './message.js'
import { Structure } from './packstream.js'
import { type Host, Session } from './session.js'
import { failureFields } from './status.js'
import { unpack } from './unpack.js'

/** Largest message before a client has logged on, and after it, in bytes. */
const STRANGER = 64 * 1024
const FRIEND = 256 * 1024 * 1024
/** Milliseconds for the handshake and the log-on. */
const PATIENCE = 30_000
/** Bytes collected before they are written, and milliseconds of packing before others have their turn. */
const BATCH = 64 * 1024
const SLICE = 8
/** Bytes that may wait for their turn before a client has to wait. */
const MOST_QUEUED = 64 * 1024 * 1024

/** Serves `socket` until either side closes it. Never throws: whatever a client sends ends at most its own connection. */
export function serveConnection(host: Host, socket: Socket): void {
  const outbox = new Outbox()
  const dechunker = new Dechunker(STRANGER)
  const waiting: Buffer[] = []
  let session: Session | null = null
  let early: Buffer = Buffer.alloc(0)
  let choosing = false
  let queued = 0
  let busy = false
  let sliceStart = 0

  const patience = setTimeout(() => {
    if (!session || session.state === 'hello' || session.state === 'logon') socket.destroy()
  }, PATIENCE)
  patience.unref()

  const send = () => {
    if (outbox.size > 0 && !socket.destroyed) socket.write(outbox.take())
  }

  const breathe = (): Promise<void> | null => {
    if (outbox.size < BATCH && performance.now() - sliceStart < SLICE) return null
    send()
    const rested = socket.writableNeedDrain ? drained(socket) : new Promise<void>((done) => setImmediate(done))
    return rested.then(() => {
      sliceStart = performance.now()
    })
  }

  const begin = (version: Version, rest: Buffer) => {
    session = new Session(host, version, { message: (write) => outbox.message(write), breathe })
    receive(session, rest)
  }

  const shake = (bytes: Buffer) => {
    early = Buffer.concat([early, bytes])
    const step = choosing ? readChoice(early) : readProposals(early)
    if (step.step === 'wait') return
    if (step.step === 'refuse') return void socket.end(step.reply ?? Buffer.from('This is a Bolt port.\n'))
    if (step.reply.length > 0) socket.write(step.reply)
    early = step.rest
    if (step.step === 'agreed') return begin(step.version, step.rest)
    choosing = true
    if (early.length > 0) shake(Buffer.alloc(0))
  }

  const receive = (to: Session, bytes: Buffer) => {
    for (const message of dechunker.push(bytes)) {
      if (message.length >= 2 && message[1] === MESSAGE.reset) to.interrupt()
      waiting.push(message)
      queued += message.length
    }
    if (queued > MOST_QUEUED) socket.pause()
    if (!busy) void work(to)
  }

  const work = async (to: Session) => {
    busy = true
    sliceStart = performance.now()
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        queued -= next.length
        if (socket.isPaused() && queued <= MOST_QUEUED) socket.resume()
        await to.handle(unpack(next))
        if (to.state === 'ready') dechunker.limit = FRIEND
        if (to.state === 'closed') return void leave()
      }
      send()
    } catch (error) {
      giveUp(to, error)
    } finally {
      busy = false
    }
  }

  const leave = () => {
    send()
    socket.end()
  }

  const giveUp = (to: Session, error: unknown) => {
    outbox.message((packer) =>
      packer.value(new Structure(MESSAGE.failure, [failureFields(to.version, failureOf(error))])),
    )
    to.close()
    leave()
  }

  socket.setNoDelay(true)
  socket.on('data', (bytes) => {
    try {
      if (session) receive(session, bytes)
      else shake(bytes)
    } catch (error) {
      if (session) giveUp(session, error)
      else socket.destroy()
    }
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    clearTimeout(patience)
    session?.close()
  })
}

function drained(socket: Socket): Promise<void> {
  return new Promise((done) => {
    const over = () => {
      socket.off('drain', over)
      socket.off('close', over)
      done()
    }
    socket.on('drain', over)
    socket.on('close', over)
  })
}
