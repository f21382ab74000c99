// Entry of the detached process that serves one data directory. In: its options, as the first message of its starter.
// Out: one message back: started, or why not.

import { Supervisor, type SupervisorOptions } from './supervisor.js'

// Whatever this process and its child make is the user's alone.
process.umask(0o077)

process.once('message', (options: SupervisorOptions) => {
  const supervisor = new Supervisor(options, (code) => process.exit(code))
  process.on('SIGTERM', () => supervisor.stop())
  process.on('SIGINT', () => supervisor.stop())
  supervisor.start().then(
    () => process.send?.({ started: true }),
    (error: NodeJS.ErrnoException) => {
      const report = { started: false, code: error.code ?? '', why: error.message }
      if (process.connected) process.send?.(report, () => process.exit(1))
      else process.exit(1)
    },
  )
})
// The starter goes its way and its terminal closes; neither ends this process.
process.on('disconnect', () => undefined)
process.on('SIGHUP', () => undefined)
