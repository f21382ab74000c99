// Entry of the child process that holds engine and server. In (from the supervisor): options, sockets. Out: what FromChild lists.
// Ends itself when its supervisor has gone, when it is told to, when a query does not stop, or when memory runs short.

import type { Socket } from 'node:net'
import { totalmem } from 'node:os'
import { Server } from './server.js'
import type { FromChild, ToChild } from './supervisor.js'

/** A runaway query can take gigabytes a second: look often, and end the process while the machine still breathes. */
const MOST_MEMORY = Math.max(2 * 2 ** 30, totalmem() * 0.6)
const LOOK = 250

const tell = (message: FromChild) => process.send?.(message)
const die = () => process.kill(process.pid, 'SIGKILL')

let server: Server | null = null

process.on('message', (message: ToChild, handle: unknown) => {
  if (message.do === 'serve') void start(message)
  else if (message.do === 'client') {
    const socket = handle as Socket | undefined
    if (!socket) return
    if (server) server.accept(socket)
    else socket.destroy()
    socket.resume()
  } else void stop()
})

// Without its supervisor nobody would restart or stop it.
process.on('disconnect', die)
process.on('SIGTERM', () => tell({ did: 'shutdown' }))
process.on('SIGINT', () => tell({ did: 'shutdown' }))
setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) die()
}, LOOK)

async function start(message: ToChild & { do: 'serve' }): Promise<void> {
  try {
    server = await Server.start({
      ...message.options,
      // The client that asked is to get its answer first.
      onShutdown: () => setTimeout(() => tell({ did: 'shutdown' }), 20),
      onStuck: die,
      onDoubt: (doubtful) => tell({ did: doubtful ? 'doubt' : 'recovered' }),
    })
    tell({ did: 'ready' })
  } catch (error) {
    tell({ did: 'failed', why: error instanceof Error ? error.message : String(error) })
  }
}

async function stop(): Promise<void> {
  process.off('disconnect', die)
  try {
    await server?.stop()
    process.exit(0)
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
}
