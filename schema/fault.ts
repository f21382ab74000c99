// The one error class. Thrown at the edges, caught twice: by the command line (exit code) and by the server (HTTP status).

/** What kind of trouble it is; each has its own exit code and HTTP status. */
export const FAULTS = {
  usage: { exit: 2, status: 400 },
  input: { exit: 3, status: 422 },
  query: { exit: 4, status: 400 },
  store: { exit: 5, status: 503 },
  denied: { exit: 6, status: 403 },
} as const

export type FaultKind = keyof typeof FAULTS

/** An error a user can act on: the message names the place, the value, what was possible and the next step. */
export class Fault extends Error {
  override readonly name = 'Fault'
  constructor(
    readonly kind: FaultKind,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }
}
