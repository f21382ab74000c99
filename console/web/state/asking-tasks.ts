// What takes time in asking. In: a store and an api. Out: functions a page calls.
import type { QueryAnswer } from '../../../schema/answer.js'
import type { PastRun, SavedQuery } from '../../../schema/saved-query.js'
import type { Wire } from '../../../schema/wire.js'
import { type Api, problemOf } from '../api.js'
import { parseParameter } from '../ask/parameters.js'
import { type Statement, splitStatements } from '../ask/tokens.js'
import { readUses } from '../ask/uses.js'
import type { Outcome } from './asking.js'
import type { Problem } from './state.js'
import type { Store } from './store.js'

/** A word that asks for the plan, where the statement begins. */
const PLANNED = /^((?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)*)(?:EXPLAIN|PROFILE)\b\s*/i

const PROGRESS_MS = 200

/** @param overview what an empty question shows */
export function makeAskingTasks(store: Store, api: Api, overview: () => Promise<void>) {
  const { dispatch, get } = store
  let running: AbortController | null = null
  let ran: readonly Statement[] = []

  /** Runs the statements of the editor. */
  function run(): Promise<void> {
    const statements = splitStatements(get().query)
    return statements.length === 0 ? overview() : runAll(statements)
  }

  /** Runs statements in turn, up to the first that fails; a run that still goes on is stopped first. */
  async function runAll(statements: readonly Statement[]): Promise<void> {
    ran = statements
    running?.abort()
    const mine = new AbortController()
    running = mine
    dispatch({ type: 'ran', since: Date.now() })
    let last: QueryAnswer | undefined
    let problem: Problem | undefined
    let told = 0
    for (const [index, statement] of statements.entries()) {
      const progress = (rows: number): void => {
        // Each telling draws the page anew: no oftener than a reader can follow.
        if (running !== mine || (rows > 0 && Date.now() - told < PROGRESS_MS)) return
        if (rows > 0) told = Date.now()
        dispatch({ type: 'ask/progress', statement: index + 1, of: statements.length, rows })
      }
      progress(0)
      const outcome = await runOne(statement, mine.signal, progress)
      if (running !== mine) return
      dispatch({ type: 'ask/outcome', outcome })
      last = outcome.answer ?? last
      problem = outcome.problem
      if (problem !== undefined) break
    }
    running = null
    if (last !== undefined) show(last)
    if (problem !== undefined) dispatch({ type: 'failed', problem })
  }

  const show = (answer: QueryAnswer): void =>
    dispatch({ type: answer.plan !== undefined && answer.rows.length === 0 ? 'planned' : 'answered', answer })

  /** One statement; rows that came before a trouble are kept beside it. */
  async function runOne(
    { text, start }: Statement,
    signal: AbortSignal,
    progress: (rows: number) => void,
  ): Promise<Outcome> {
    const { limit, asking } = get()
    const rows: Wire[][] = []
    let columns: string[] = []
    const began = new Date()
    const typed = typedFor(text)
    const kept = { cypher: text, params: typed, at: began.toISOString() }
    const ms = (): number => Date.now() - began.getTime()
    try {
      const params = valuesOf(typed)
      const ask = { cypher: text, params, limit, timeoutMs: asking.timeoutMs }
      const answer = await api.run(ask, signal, (names, more) => {
        columns = names
        rows.push(...more)
        progress(rows.length)
      })
      void remember({ ...kept, ms: ms(), rows: rows.length })
      return { cypher: text, start, answer: { ...answer, rows: rows.length === 0 ? answer.rows : rows } }
    } catch (error) {
      const problem = problemOf(error)
      void remember({ ...kept, ms: ms(), trouble: problem.kind })
      if (rows.length === 0) return { cypher: text, start, problem }
      const total = { count: rows.length, exact: false }
      return { cypher: text, start, problem, answer: { columns, rows, truncated: true, total, limit, ms: ms() } }
    }
  }

  /** The values, as typed, of the parameters that a statement names. */
  function typedFor(cypher: string): Record<string, string> {
    const named = new Set(readUses(cypher).uses.flatMap(({ role, name }) => (role === 'parameter' ? [name] : [])))
    return Object.fromEntries(
      get().asking.parameters.flatMap(({ name, text }) => (named.has(name) ? [[name, text]] : [])),
    )
  }

  function valuesOf(typed: Record<string, string>): Record<string, Wire> {
    return Object.fromEntries(
      Object.entries(typed).map(([name, text]) => {
        const value = parseParameter(text)
        if (value === undefined) throw { kind: 'parameter', message: `$${name} = ${text}` } satisfies Problem
        return [name, value]
      }),
    )
  }

  async function remember(past: PastRun): Promise<void> {
    await told(async () => dispatch({ type: 'ask/history', history: await api.remember(past) }))
  }

  /** Shows another statement's rows of the same run. */
  function choose(index: number): void {
    const outcome = get().asking.outcomes[index]
    if (outcome === undefined) return
    dispatch({ type: 'ask/chose', index })
    if (outcome.answer !== undefined) {
      const { view } = get()
      show(outcome.answer)
      // Whoever compares the rows of two statements wants the same view of both.
      if (outcome.answer.plan === undefined && view !== 'plan') dispatch({ type: 'viewed', view })
    }
    if (outcome.problem !== undefined) dispatch({ type: 'failed', problem: outcome.problem })
  }

  function ask(query: string): Promise<void> {
    dispatch({ type: 'typed', query })
    return run()
  }

  /** Asks for the plan of the statement that is shown, or the first of the editor; the editor stays as it is. */
  function plan(word: 'EXPLAIN' | 'PROFILE'): Promise<void> {
    const { asking, query } = get()
    const shown = asking.outcomes[asking.shown]
    const statements = splitStatements(query)
    const bare = (text: string): string => text.replace(PLANNED, '$1')
    const one = statements.find(({ text }) => shown !== undefined && bare(text) === bare(shown.cypher)) ?? statements[0]
    return one === undefined ? Promise.resolve() : runAll([{ ...one, text: `${word} ${bare(one.text)}` }])
  }

  /** Runs what was run last with a higher limit. */
  function goOn(limit: number): Promise<void> {
    dispatch({ type: 'limited', limit })
    return runAll(ran)
  }

  function stop(): void {
    running?.abort()
  }

  /** Does something outside a query; a trouble is said in the line for such. */
  async function told(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      dispatch({ type: 'noticed', problem: problemOf(error) })
    }
  }

  return {
    run,
    ask,
    stop,
    plan,
    goOn,
    choose,
    /** What the checks of the editor need; without it nothing is doubted. */
    readVocabulary: () => told(async () => dispatch({ type: 'ask/vocabulary', vocabulary: await api.vocabulary() })),
    readHistory: () => told(async () => dispatch({ type: 'ask/history', history: await api.history() })),
    forgetHistory: () => told(async () => dispatch({ type: 'ask/history', history: await api.forgetHistory() })),
    readSaved: () => told(async () => dispatch({ type: 'ask/saved', saved: await api.savedQueries() })),
    /** Keeps what is in the editor under a name. */
    save: (collection: string, name: string) =>
      told(async () => {
        const { query: cypher } = get()
        const params = typedFor(cypher)
        const query: SavedQuery = { name, cypher, params, saved: new Date().toISOString() }
        dispatch({ type: 'ask/saved', saved: await api.saveQuery(collection, query) })
      }),
    drop: (collection: string, name: string) =>
      told(async () => dispatch({ type: 'ask/saved', saved: await api.dropQuery(collection, name) })),
    /** Adds the queries of a file that was exported before. */
    importSaved: (text: string) =>
      told(async () => dispatch({ type: 'ask/saved', saved: await api.importQueries(JSON.parse(text)) })),
    /** Puts an earlier query with its parameters into the editor. */
    recall: ({ cypher, params }: Pick<PastRun, 'cypher' | 'params'>): void => {
      dispatch({ type: 'typed', query: cypher })
      const given = Object.entries(params).map(([name, text]) => ({ name, text }))
      const others = get().asking.parameters.filter(({ name }) => !Object.hasOwn(params, name))
      if (given.length > 0) dispatch({ type: 'ask/parameters', parameters: [...others, ...given] })
      dispatch({ type: 'ask/tab', tab: 'ask' })
    },
  }
}
