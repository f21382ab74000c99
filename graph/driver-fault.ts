// A driver's error in, the Fault a user can act on out. Must not know what the query was for.
import { Neo4jError } from 'neo4j-driver'
import { Fault } from '../schema/fault.js'

const DENIED = new Set([
  'Neo.ClientError.Statement.AccessMode',
  'Neo.ClientError.Security.Forbidden',
  'Neo.ClientError.Transaction.ForbiddenDueToTransactionType',
])

/**
 * The Fault that says what went wrong between us and the server at `uri`.
 * @param error whatever the driver threw; a Fault comes back as it is, a bug of ours (no driver error) too
 */
export function driverFault(error: unknown, uri: string): unknown {
  if (!(error instanceof Neo4jError)) return error
  const { code } = error
  if (code.startsWith('Neo.ClientError.Security.') && !DENIED.has(code)) {
    return new Fault('store', `${uri} refused the user or password: ${oneLine(error)} Give --user and --password.`, {
      cause: error,
    })
  }
  if (DENIED.has(code)) {
    return new Fault('denied', `Only reading is allowed here, and this query writes: ${oneLine(error)}`, {
      cause: error,
    })
  }
  if (code.includes('TransactionTimedOut')) {
    return new Fault('query', `The query was stopped at its time limit: ${oneLine(error)}`, { cause: error })
  }
  if (code.includes('.Database.')) return new Fault('store', `${uri}: ${oneLine(error)}`, { cause: error })
  if (code.startsWith('Neo.ClientError.')) return new Fault('query', queryMessage(error), { cause: error })
  if (code === 'ServiceUnavailable' || code === 'SessionExpired') {
    const [, cause = ''] = / Caused by: (.+)/.exec(error.message) ?? []
    const why = cause === '' ? '' : ` (${cause})`
    return new Fault('store', `No graph database answers at ${uri}${why}. Is it running, and is the address right?`, {
      cause: error,
    })
  }
  return new Fault('store', `${uri} failed (${code}): ${oneLine(error)}`, { cause: error })
}

/** The first line, which has the words and, in Neo4j's own form, `(line 1, column 5 (offset: 4))`. */
function queryMessage(error: Neo4jError): string {
  return `${oneLine(error)} [${error.code}]`
}

function oneLine(error: Neo4jError): string {
  const [first = ''] = error.message.split('\n')
  const line = first.trim()
  return /[.)!?。]$/.test(line) ? line : `${line}.`
}
