// How failures and notifications are written in each version of Bolt. In: what happened. Out: fields of a message.

import type { BoltFailure } from './failure.js'
import type { Version } from './framing.js'
import type { PackValue } from './packstream.js'
import type { Notice } from './schema-command.js'

type Fields = { [key: string]: PackValue }

/** FAILURE: `code` and `message`, and from 5.7 on the GQLSTATUS beside Neo4j's code. */
export function failureFields({ minor }: Version, failure: BoltFailure): Fields {
  const { code, gql, message } = failure
  if (minor < 7) return { code, message }
  const classification = code.includes('.ClientError.')
    ? 'CLIENT_ERROR'
    : code.includes('.TransientError.')
      ? 'TRANSIENT_ERROR'
      : 'DATABASE_ERROR'
  const diagnostic = { OPERATION: '', OPERATION_CODE: '0', CURRENT_SCHEMA: '/', _classification: classification }
  return { neo4j_code: code, gql_status: gql, description: `error: ${message}`, message, diagnostic_record: diagnostic }
}

/** The end of a result: `notifications` up to 5.4, `statuses` from 5.5 on. */
export function statusFields(
  { minor }: Version,
  result: { columns: string[]; length: number; notices: Notice[] },
): Fields {
  const { columns, length, notices } = result
  if (minor < 5) {
    if (notices.length === 0) return {}
    return { notifications: notices.map((notice) => ({ ...notice, severity: 'INFORMATION', category: 'SCHEMA' })) }
  }
  const outcome: Fields =
    columns.length === 0
      ? { gql_status: '00001', status_description: 'note: successful completion - omitted result' }
      : length === 0
        ? { gql_status: '02000', status_description: 'note: no data' }
        : { gql_status: '00000', status_description: 'note: successful completion' }
  const noted = notices.map(({ code, title, description }) => ({
    gql_status: '00N00',
    status_description: `info: ${description}`,
    description,
    neo4j_code: code,
    title,
    diagnostic_record: { _classification: 'SCHEMA', _severity: 'INFORMATION' },
  }))
  return { statuses: [{ ...outcome, description: outcome.status_description ?? '', diagnostic_record: {} }, ...noted] }
}
