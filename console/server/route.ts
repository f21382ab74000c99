// What a row of the API's table is. In: the shapes of a request and an answer, and who answers. Out: a row that checks both.
// Must not know any one question.
import { z } from 'zod'
import { Fault } from '../../schema/fault.js'
import type { Questions } from './questions.js'

/** The most a page can ask for, and what it gets when it does not say. */
export const CAPS = {
  rows: { usual: 1000, most: 100_000 },
  timeoutMs: { usual: 30_000, most: 300_000 },
  nodes: { usual: 80, most: 2000 },
  answerBytes: 32 * 1024 * 1024,
  requestBytes: 1024 * 1024,
  /** A view of 100,000 nodes with their places. */
  viewBytes: 32 * 1024 * 1024,
} as const

/** One row of the table of the API. */
export interface Route {
  readonly name: string
  answer(questions: Questions, body: unknown, signal: AbortSignal): Promise<unknown>
}

/** A question of the API: its request is checked before, its answer after. */
export function route<Ask, Answer>(
  name: string,
  ask: z.ZodType<Ask>,
  answer: z.ZodType<Answer>,
  run: (questions: Questions, ask: Ask, signal: AbortSignal) => Promise<Answer>,
): Route {
  return {
    name,
    answer: async (questions, body, signal) => {
      const asked = ask.safeParse(body)
      if (!asked.success) throw new Fault('usage', `Question ${name}: ${z.prettifyError(asked.error)}`)
      return answer.parse(await run(questions, asked.data, signal))
    },
  }
}

/** An `id` property. */
export const id = z.string().min(1).max(1000)
/** A number the page may choose up to a cap. */
export const atMost = (cap: { usual: number; most: number }) => z.int().min(1).max(cap.most).default(cap.usual)
export const byId = z.strictObject({ id })
export const nothing = z.strictObject({})
