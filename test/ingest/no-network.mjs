// Loaded before anything else in each thread of a process under test: whoever asks for the network is told no, and noted.
// In: the variable WENTU_NOTES, a folder. Out: in it a file for each thread, and one for each attempt.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'

const note = (name, text) => writeFileSync(join(process.env.WENTU_NOTES ?? '', name), text)
let attempts = 0
const refuse = (what) =>
  function refused() {
    note(`attempt-${threadId}-${attempts++}`, `${what}\n${new Error().stack}`)
    throw new Error(`no network here: ${what}`)
  }

note(`thread-${threadId}`, '')
Socket.prototype.connect = refuse('connect')
dgram.Socket.prototype.send = refuse('send')
dns.lookup = refuse('lookup')
dns.promises.lookup = refuse('lookup')
