// The smallest Bolt client: log on, run one query without parameters, go. In: an address and a password. Out: did it answer?
// For finding a server and for watching one; everything else uses neo4j-driver.

import { connect } from 'node:net'
import { Dechunker, Outbox } from './framing.js'
import { MESSAGE } from './message.js'
import { type PackValue, Structure } from './packstream.js'
import { unpack } from './unpack.js'

export interface Question {
  port: number
  user: string
  password: string
  query?: string
}

const HELLO = Buffer.from([0x60, 0x60, 0xb0, 0x17, 0, 8, 8, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])

/** Whether the server let this client in and answered its query; `silent`: not within `patience` milliseconds. Never rejects. */
export function probe({ port, user, password, query }: Question, patience: number): Promise<'yes' | 'no' | 'silent'> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true })
    const dechunker = new Dechunker(1024 * 1024)
    let wanted = query ? 4 : 2
    let agreed = false
    const finish = (answer: 'yes' | 'no' | 'silent') => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const timer = setTimeout(() => finish('silent'), patience)
    socket.on('connect', () => socket.write(HELLO))
    socket.on('error', () => finish('no'))
    socket.on('close', () => finish('no'))
    socket.on('data', (data) => {
      let bytes = data
      try {
        if (!agreed) {
          // Anything but a version of Bolt 5: whatever listens here, it is not the server sought.
          if (bytes.length < 4 || bytes[3] !== 5) return finish('no')
          agreed = true
          bytes = bytes.subarray(4)
          socket.write(questions(user, password, query))
        }
        for (const message of dechunker.push(bytes)) {
          const answer = unpack(message)
          if (!(answer instanceof Structure) || answer.tag === MESSAGE.failure) return finish('no')
          if (answer.tag === MESSAGE.success && --wanted === 0) return finish('yes')
        }
      } catch {
        finish('no')
      }
    })
  })
}

function questions(user: string, password: string, query: string | undefined): Buffer {
  const outbox = new Outbox()
  const say = (tag: number, ...fields: PackValue[]) =>
    outbox.message((packer) => packer.value(new Structure(tag, fields)))
  say(MESSAGE.hello, { user_agent: 'wentu-probe' })
  say(MESSAGE.logon, { scheme: 'basic', principal: user, credentials: password })
  if (query) {
    say(MESSAGE.run, query, {}, {})
    say(MESSAGE.pull, { n: -1 })
  }
  say(MESSAGE.goodbye)
  return outbox.take()
}
