// A query whose rows are told while they come. In: the body of a request, a way to write lines. Out: lines in the shape RunLine.
// Must not know HTTP.
import { z } from 'zod'
import { type ErrorAnswer, RunLine } from '../../schema/answer.js'
import { Fault } from '../../schema/fault.js'
import type { Wire } from '../../schema/wire.js'
import { queryAsk } from './ask-routes.js'
import type { Questions } from './questions.js'
import { CAPS } from './route.js'

export type RunAsk = z.infer<typeof queryAsk>

/** @throws Fault `usage` for a body that is no question */
export function parseRun(body: unknown): RunAsk {
  const asked = queryAsk.safeParse(body)
  if (asked.success) return asked.data
  throw new Fault('usage', `Question run: ${z.prettifyError(asked.error)}`)
}

/**
 * Runs a query and writes its columns, its rows in parts, and at the end the rest of the answer or what went wrong.
 * No more than CAPS.answerBytes of rows are written.
 * @param write one line of text without its end; waited for, so that a slow reader slows the engine
 */
export async function writeRun(
  questions: Questions,
  ask: RunAsk,
  signal: AbortSignal,
  write: (line: string) => Promise<unknown>,
  describe: (error: Error) => ErrorAnswer['error'],
): Promise<void> {
  const tell = (line: RunLine) => write(JSON.stringify(RunLine.parse(line)))
  let bytes = 0
  let told = 0
  let columnsTold = false
  const onRows = async (columns: string[], rows: Wire[][]): Promise<boolean> => {
    if (!columnsTold) await tell({ columns })
    columnsTold = true
    const fit: Wire[][] = []
    for (const row of rows) {
      bytes += Buffer.byteLength(JSON.stringify(row)) + 1
      if (bytes > CAPS.answerBytes) break
      fit.push(row)
    }
    told += fit.length
    if (fit.length > 0) await tell({ rows: fit })
    return fit.length === rows.length && !signal.aborted
  }
  try {
    const { rows, ...answer } = await questions.query({ ...ask, signal, onRows })
    const all = await onRows(answer.columns, rows)
    const cut = !all || (answer.truncated && told < answer.limit)
    await tell({
      end: { ...answer, truncated: answer.truncated || !all, ...(cut ? { limit: told, tooLarge: true as const } : {}) },
    })
  } catch (error) {
    if (!signal.aborted) await tell({ error: describe(error instanceof Error ? error : new Error(String(error))) })
  }
}
