// The messages of Bolt 5 by their tags, and their fields read with care. In: decoded fields. Out: maps and strings, or a failure.

import { BoltFailure, CODE } from './failure.js'
import type { PackValue } from './packstream.js'

export const MESSAGE = {
  hello: 0x01,
  goodbye: 0x02,
  reset: 0x0f,
  run: 0x10,
  begin: 0x11,
  commit: 0x12,
  rollback: 0x13,
  discard: 0x2f,
  pull: 0x3f,
  telemetry: 0x54,
  route: 0x66,
  logon: 0x6a,
  logoff: 0x6b,
  success: 0x70,
  record: 0x71,
  ignored: 0x7e,
  failure: 0x7f,
} as const

export type Fields = { [key: string]: PackValue }

/** `RUN`, or the number of a tag that is none of Bolt's. */
export function messageName(tag: number): string {
  const name = Object.entries(MESSAGE).find(([, known]) => known === tag)?.[0]
  return name?.toUpperCase() ?? `0x${tag.toString(16)}`
}

/** A field that is a map; one that is left out or null counts as empty. Throws BoltFailure for anything else. */
export function mapField(value: PackValue | undefined): Fields {
  if (value === undefined || value === null) return {}
  if (typeof value === 'object' && !Array.isArray(value) && Object.getPrototypeOf(value) === Object.prototype) {
    return value as Fields
  }
  throw new BoltFailure(CODE.format, 'A field of this message must be a map.', '08N06')
}

/** A field that is a string. Throws BoltFailure for anything else. */
export function textField(value: PackValue | undefined): string {
  if (typeof value === 'string') return value
  throw new BoltFailure(CODE.format, 'The query must be a string.', '08N06')
}

/** How many rows a PULL or DISCARD asks for; -1 is all. Throws BoltFailure for what is no such number. */
export function countField({ n }: Fields): number {
  if (typeof n === 'number' && Number.isInteger(n) && (n > 0 || n === -1)) return n
  throw new BoltFailure(CODE.format, 'n must be -1 or a positive integer.', '08N06')
}

/** The limit a client sets for a transaction, in milliseconds; null when it sets none. Throws BoltFailure when it is negative. */
export function timeoutField({ tx_timeout: timeout }: Fields): number | null {
  if (timeout === undefined || timeout === null) return null
  if (typeof timeout === 'number' && Number.isInteger(timeout) && timeout >= 0) return timeout
  throw new BoltFailure(CODE.format, 'tx_timeout must be a number of milliseconds that is not negative.', '08N06')
}

/** Throws BoltFailure when a message names a database or a user that there is not. */
export function checkTarget({ db, imp_user: other }: Fields): void {
  if (other !== undefined && other !== null) {
    throw new BoltFailure(CODE.forbidden, 'Impersonation is not supported: there is one user.', '42NFF')
  }
  if (db === undefined || db === null || db === '' || String(db).toLowerCase() === 'neo4j') return
  throw new BoltFailure(
    CODE.database,
    `Database does not exist. Database name: '${db}'. This engine has one, neo4j.`,
    '22N51',
  )
}
