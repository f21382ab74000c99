// The graph of another day, one at a time: it is a copy in an engine of its own. In: the graph of today. Out: the questions of a day
// that has been opened. Must not know how a copy is made.
import { type AsOf, openAsOf } from '../../graph/as-of.js'
import type { Graph } from '../../graph/connect.js'
import type { DayAnswer } from '../../schema/believing.js'
import { Fault } from '../../schema/fault.js'
import type { Questions } from './questions.js'

export interface DayQuestions {
  /** Makes the graph as it stood on a day, in place of the one of another day. */
  openDay(day: string): Promise<DayAnswer>
  closeDay(): Promise<void>
  /**
   * All questions, asked of a day that has been opened.
   * @throws Fault `input` when it has not, or another has been since
   */
  at(day: string): Questions
}

/** @param questionsOf the questions of a copy */
export function dayQuestions(graph: Graph, questionsOf: (copy: Graph) => Questions): DayQuestions {
  let open: { asOf: AsOf; questions: Questions } | undefined
  // One after the other: two copies at once would cost twice the memory.
  let turn: Promise<unknown> = Promise.resolve()
  const close = async () => {
    const { asOf } = open ?? {}
    open = undefined
    await asOf?.close()
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => {})
    return mine
  }
  return {
    openDay: (day) =>
      inTurn(async () => {
        if (open?.asOf.day !== day) {
          await close()
          const asOf = await openAsOf(graph, day)
          open = { asOf, questions: questionsOf(asOf.graph) }
        }
        const { documents, later, undated, ended, day: last } = (open as { asOf: AsOf }).asOf
        return { day: last, documents, later, undated, ended }
      }),
    closeDay: () => inTurn(close),
    at: (day) => {
      if (open?.asOf.day !== day)
        throw new Fault('input', `The graph of ${JSON.stringify(day)} is not open: choose the day again.`)
      return open.questions
    },
  }
}
