// One statement, from text and parameters to an outcome. In: a query and the transaction it runs in. Out: an Outcome, or a
// BoltFailure that says what to write instead. Decides who answers; the answering is done elsewhere.

import { runAnswer } from './answer-statement.js'
import { adviceFor, readIntent } from './dialect.js'
import type { EngineTransaction } from './engine.js'
import { BoltFailure, CODE, failureOf } from './failure.js'
import { Float } from './packstream.js'
import { type Outcome, type Parameters, runQuery, type Surroundings } from './query-statement.js'
import { runSchema } from './schema-statement.js'

export type { Outcome, Surroundings } from './query-statement.js'

/** Runs one statement in `transaction`. Throws BoltFailure; the transaction is then to be rolled back. */
export async function runStatement(
  around: Surroundings,
  transaction: EngineTransaction,
  query: string,
  parameters: Parameters,
): Promise<Outcome> {
  try {
    const floats = Object.keys(parameters).filter((name) => {
      const value = parameters[name]
      return value instanceof Float && Number.isInteger(value.value)
    })
    const intent = readIntent(query, floats)
    if (intent.does === 'schema') return await runSchema(around, transaction, intent.command, intent.mode)
    if (intent.does === 'answer') return await runAnswer(around, transaction, intent, parameters)
    return await runQuery(around, transaction, intent, parameters)
  } catch (error) {
    const failure = failureOf(error)
    const advice = failure.code === CODE.syntax || failure.code === CODE.procedure ? adviceFor(query) : null
    if (advice === null) throw failure
    throw new BoltFailure(failure.code, `The embedded engine lacks this. ${advice} (${failure.message})`, failure.gql, {
      cause: error,
    })
  }
}
