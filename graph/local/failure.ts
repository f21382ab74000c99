// What can go wrong, in Neo4j's words. In: an error of the engine. Out: a BoltFailure with the code that drivers act upon.

import { MalformedBytes } from './packstream.js'

/** A failure as Bolt carries it. `code` is Neo4j's; `gql` the GQLSTATUS that goes with it from Bolt 5.7 on. */
export class BoltFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly gql = '50N42',
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }
}

/** The codes that this server can send. */
export const CODE = {
  syntax: 'Neo.ClientError.Statement.SyntaxError',
  accessMode: 'Neo.ClientError.Statement.AccessMode',
  parameterMissing: 'Neo.ClientError.Statement.ParameterMissing',
  typeError: 'Neo.ClientError.Statement.TypeError',
  argument: 'Neo.ClientError.Statement.ArgumentError',
  arithmetic: 'Neo.ClientError.Statement.ArithmeticError',
  procedure: 'Neo.ClientError.Procedure.ProcedureNotFound',
  procedureFailed: 'Neo.ClientError.Procedure.ProcedureCallFailed',
  constraint: 'Neo.ClientError.Schema.ConstraintValidationFailed',
  ruleExists: 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists',
  constraintExists: 'Neo.ClientError.Schema.ConstraintAlreadyExists',
  constraintRefused: 'Neo.DatabaseError.Schema.ConstraintCreationFailed',
  constraintMissing: 'Neo.DatabaseError.Schema.ConstraintDropFailed',
  indexExists: 'Neo.ClientError.Schema.IndexAlreadyExists',
  indexRefused: 'Neo.DatabaseError.Schema.IndexCreationFailed',
  indexMissing: 'Neo.DatabaseError.Schema.IndexDropFailed',
  unauthorized: 'Neo.ClientError.Security.Unauthorized',
  unsupported: 'Neo.ClientError.Statement.UnsupportedAdministrationCommand',
  forbidden: 'Neo.ClientError.Security.Forbidden',
  request: 'Neo.ClientError.Request.Invalid',
  format: 'Neo.ClientError.Request.InvalidFormat',
  database: 'Neo.ClientError.Database.DatabaseNotFound',
  timedOut: 'Neo.ClientError.Transaction.TransactionTimedOut',
  terminated: 'Neo.TransientError.Transaction.Terminated',
  deadlock: 'Neo.TransientError.Transaction.DeadlockDetected',
  commitFailed: 'Neo.DatabaseError.Transaction.TransactionCommitFailed',
  unknown: 'Neo.DatabaseError.General.UnknownError',
} as const

/** Message of the engine (first that fits) and its status -> code. The order is from the special to the general. */
const BY_MESSAGE: [RegExp, string][] = [
  // A full disk: the engine calls it a conflict (40000), which clients would try again and again.
  [/could not be written to the write-ahead log|I\/O error on the WAL/i, CODE.commitFailed],
  [/missing parameter/i, CODE.parameterMissing],
  [/unknown procedure/i, CODE.procedure],
  [/constraint '.*' already exists/i, CODE.constraintExists],
  [/index '.*' already exists/i, CODE.indexExists],
  [/index '.*' does not exist/i, CODE.indexMissing],
  [/constraint '.*' (does not exist|not found)/i, CODE.constraintMissing],
  [/constraint violation|violates .*constraint/i, CODE.constraint],
]
const BY_STATUS: [RegExp, string][] = [
  [/^25G03$/, CODE.accessMode],
  [/^40/, CODE.deadlock],
  [/^42/, CODE.syntax],
  [/^(22012|22003)$/, CODE.arithmetic],
  [/^22G/, CODE.typeError],
  [/^22/, CODE.argument],
  [/^G[12]/, CODE.constraint],
]

/** Any error as a BoltFailure; a BoltFailure stays what it is. */
export function failureOf(error: unknown): BoltFailure {
  if (error instanceof BoltFailure) return error
  if (error instanceof MalformedBytes)
    return new BoltFailure(CODE.format, `Malformed message: ${error.message}.`, '08N06')
  const { message, gqlStatus } = error as { message?: string; gqlStatus?: string }
  const text = String(message ?? error)
  const status = gqlStatus ?? ''
  const code =
    BY_MESSAGE.find(([pattern]) => pattern.test(text))?.[1] ??
    BY_STATUS.find(([pattern]) => pattern.test(status))?.[1] ??
    CODE.unknown
  return new BoltFailure(code, plain(text), /^[0-9A-Z]{5}$/.test(status) ? status : '50N42', { cause: error })
}

/** Takes the engine's layers of prefixes off a message, and says a place in a query the way Neo4j does. */
function plain(text: string): string {
  const bare = text
    .replace(/^((Query|Database|Transaction) error: )?(GRAFEO-[A-Z]\d+: )*/, '')
    .replace(/^\w+( \w+)? error: (\[Cypher\] )?/i, '')
    .replace(/^Invalid value: (Constraint violation: )?/, '')
  const place = / *--> query:(\d+):(\d+)/.exec(bare)
  if (!place) return bare.trim()
  const [head = '', ...lines] = bare.split('\n')
  const shown = lines.find((line) => new RegExp(`^ *${place[1]} \\|`).test(line))?.replace(/^ *\d+ \| ?/, '') ?? ''
  const hint = lines.find((line) => /^ *help: /.test(line))?.trim()
  const pointer = shown === '' ? '' : `\n"${shown}"\n${' '.repeat(Number(place[2]))}^`
  return `${head.trim()}${hint ? ` (${hint})` : ''} (line ${place[1]}, column ${place[2]})${pointer}`
}
