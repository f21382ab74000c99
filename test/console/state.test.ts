// The state and the tasks that change it, without a page.
import { describe, expect, test } from 'vitest'
import type { Api } from '../../console/web/api.js'
import { reduce } from '../../console/web/state/reduce.js'
import { type Action, firstState, type State } from '../../console/web/state/state.js'
import { makeStore } from '../../console/web/state/store.js'
import { makeTasks } from '../../console/web/state/tasks.js'
import type { EvidenceAnswer, GraphAnswer, QueryAnswer } from '../../schema/answer.js'
import { SavedQueries } from '../../schema/saved-query.js'
import type { Wire } from '../../schema/wire.js'
import { believingSampleApi } from './believing-sample.js'
import { CHAIRED, GROUP, LEADS, MEETING, PERSON, sampleQuestions } from './sample.js'

const replay = (...actions: Action[]): State => actions.reduce(reduce, firstState('zh', 'light'))
const graph = (over: Partial<GraphAnswer> = {}): GraphAnswer => ({
  nodes: [PERSON, MEETING],
  relationships: [CHAIRED],
  truncated: false,
  ...over,
})
const rows = (...cells: Wire[]): QueryAnswer => ({
  columns: ['a'],
  rows: cells.map((cell) => [cell]),
  truncated: false,
  limit: 1000,
  ms: 1,
})
const answered = (...cells: Wire[]): Action => ({ type: 'answered', answer: rows(...cells) })
const overviewed: Action = { type: 'overviewed', graph: graph() }
const select = (id: string): Action => ({ type: 'selected', selection: { kind: 'node', id } })

describe('reduce', () => {
  test('an answer replaces what was drawn, hidden, selected', () => {
    const state = replay(
      overviewed,
      select(PERSON.id),
      { type: 'toggledType', of: 'Person' },
      { type: 'hid', node: MEETING.id },
      answered(GROUP),
    )
    expect([...state.drawn.nodes.keys()]).toEqual([GROUP.id])
    expect(state.selection).toBeNull()
    expect(state.hiddenTypes.size + state.hiddenNodes.size).toBe(0)
    expect(state.drawnFrom).toEqual({ overview: false, partial: false })
  })

  test('rows without nodes are shown as a table, and the graph comes back with nodes', () => {
    const table = replay(overviewed, answered(1))
    expect(table.view).toBe('table')
    expect(reduce(table, answered(PERSON)).view).toBe('graph')
  })

  test('a view that was chosen stays', () => {
    expect(replay(answered(PERSON), { type: 'viewed', view: 'table' }, answered(MEETING)).view).toBe('table')
    expect(replay({ type: 'viewed', view: 'json' }, answered(1)).view).toBe('json')
  })

  test('an expansion adds and keeps; an edge without both ends is not drawn', () => {
    const state = replay(overviewed, {
      type: 'expanded',
      graph: graph({ nodes: [PERSON, GROUP], relationships: [LEADS], truncated: true }),
    })
    expect([...state.drawn.nodes.keys()]).toEqual([PERSON.id, MEETING.id, GROUP.id])
    expect([...state.drawn.edges.keys()]).toEqual([CHAIRED.id, LEADS.id])
    expect(state.drawnFrom.partial).toBe(true)
    expect(replay({ type: 'overviewed', graph: graph({ nodes: [PERSON] }) }).drawn.edges.size).toBe(0)
  })

  test('hiding what is selected lets go of it; bringing back shows all', () => {
    const hidden = replay(overviewed, select(PERSON.id), { type: 'hid', node: PERSON.id })
    expect(hidden.selection).toBeNull()
    expect(reduce(hidden, { type: 'unhid' }).hiddenNodes.size).toBe(0)
  })

  test('a failed query keeps what is drawn', () => {
    const state = replay(
      overviewed,
      { type: 'ran', since: 1 },
      { type: 'failed', problem: { kind: 'query', message: 'x' } },
    )
    expect(state.drawn.nodes.size).toBe(2)
    expect(state.run).toEqual({ is: 'failed', problem: { kind: 'query', message: 'x' } })
  })

  test('what is found is shown even if its type or itself was hidden', () => {
    const state = replay(
      overviewed,
      { type: 'toggledType', of: 'Person' },
      { type: 'hid', node: PERSON.id },
      { type: 'found', graph: graph(), id: PERSON.id },
    )
    expect(state.hiddenNodes.has(PERSON.id)).toBe(false)
    expect(state.hiddenTypes.size).toBe(0)
    expect(state.selection).toEqual({ kind: 'node', id: PERSON.id })
  })

  test('toggling a type twice is as not at all', () => {
    const toggle: Action = { type: 'toggledType', of: 'Person' }
    expect([...replay(toggle).hiddenTypes]).toEqual(['Person'])
    expect(replay(toggle, toggle).hiddenTypes.size).toBe(0)
  })

  test('no action changes the state it was given', () => {
    const before = replay(overviewed)
    const copy = structuredClone(before)
    for (const action of [
      answered(GROUP),
      select('x'),
      { type: 'hid', node: 'x' },
      { type: 'toggledType', of: 'x' },
    ] as Action[])
      reduce(before, action)
    expect(before).toEqual(copy)
  })
})

/** An api answered by the sample; `over` replaces single questions. */
function sampleApi(over: Partial<Api> = {}): Api {
  const sample = sampleQuestions()
  return {
    ...sample,
    ...believingSampleApi(sample),
    run: (ask, signal) => sample.query({ ...ask, signal }),
    check: (cypher, params, signal) => sample.check({ cypher, params, signal }),
    importQueries: (file) => sample.importQueries(SavedQueries.parse(file)),
    search: (text) => sample.search(text, 20),
    neighbours: (id) => sample.neighbours(id, 100),
    pieces: (nodes, edges, around = []) => sample.pieces(nodes, edges, around),
    ...over,
  }
}

describe('tasks', () => {
  const start = (over: Partial<Api> = {}) => {
    const store = makeStore(firstState('zh', 'light'))
    return { store, tasks: makeTasks(store, sampleApi(over)) }
  }

  test('a run that is overtaken by another does not show its rows', async () => {
    const waiting: ((answer: QueryAnswer) => void)[] = []
    const { store, tasks } = start({ run: () => new Promise((resolve) => waiting.push(resolve)) })
    const first = tasks.ask('FIRST')
    const second = tasks.ask('SECOND')
    waiting[1]?.(rows(MEETING))
    waiting[0]?.(rows(PERSON))
    await Promise.all([first, second])
    expect([...store.get().drawn.nodes.keys()]).toEqual([MEETING.id])
    expect(store.get().run.is).toBe('idle')
  })

  test('stop reaches the request', async () => {
    const { store, tasks } = start({
      run: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject({ kind: 'stopped', message: '' }))
        }),
    })
    const run = tasks.ask('SLOW')
    tasks.stop()
    await run
    expect(store.get().run).toEqual({ is: 'failed', problem: { kind: 'stopped', message: '' } })
  })

  test('rows that came before a stop are shown, with what is known of their number', async () => {
    const { store, tasks } = start({
      run: async (_, signal, onRows) => {
        onRows(['a'], [[1], [2]])
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        throw { kind: 'stopped', message: '' }
      },
    })
    const run = tasks.ask('SLOW')
    expect(store.get().asking.progress).toEqual({ statement: 1, of: 1, rows: 2 })
    tasks.stop()
    await run
    expect(store.get().run).toMatchObject({ is: 'failed', problem: { kind: 'stopped' } })
    expect(store.get().answer).toMatchObject({ rows: [[1], [2]], truncated: true, total: { count: 2, exact: false } })
  })

  test('statements run in turn with the parameters they name, up to the first that fails; each keeps its rows', async () => {
    const asked: [string, unknown][] = []
    const { store, tasks } = start({
      run: async ({ cypher, params }) => {
        asked.push([cypher, params])
        if (cypher === 'BAD') throw { kind: 'query', message: 'no' }
        return rows(cypher)
      },
    })
    store.dispatch({ type: 'ask/parameters', parameters: [{ name: 'a', text: '1' }] })
    await tasks.ask("ONE $a; TWO '$a;'; BAD; NEVER")
    expect(asked).toEqual([
      ['ONE $a', { a: 1 }],
      ["TWO '$a;'", {}],
      ['BAD', {}],
    ])
    expect(store.get().asking.outcomes.map(({ problem }) => problem?.kind)).toEqual([undefined, undefined, 'query'])
    expect(store.get().answer?.rows).toEqual([["TWO '$a;'"]])
    tasks.choose(0)
    expect(store.get().answer?.rows).toEqual([['ONE $a']])
    expect(store.get().run.is).toBe('idle')
    tasks.choose(2)
    expect(store.get().run.is).toBe('failed')
  })

  test('a plan that was asked for leaves the rows and the drawing where they are', async () => {
    const plan = { operator: 'Limit', arguments: {}, identifiers: [], children: [] }
    const { store, tasks } = start({
      run: async ({ cypher }) => (cypher.startsWith('EXPLAIN') ? { ...rows(), rows: [], plan } : rows(PERSON)),
    })
    await tasks.ask('MATCH (n) RETURN n')
    const { drawn, answer } = store.get()
    await tasks.plan('EXPLAIN')
    expect(store.get()).toMatchObject({ view: 'plan', answer: { plan, rows: answer?.rows } })
    expect(store.get().drawn).toBe(drawn)
  })

  test('the figures of the whole graph are asked again once the graph is another one', async () => {
    let documents = 1
    let asked = 0
    const sample = sampleQuestions()
    const { store, tasks } = start({
      counts: async () => ({ ...(await sample.counts()), documents }),
      summary: () => {
        asked++
        return sample.summary()
      },
    })
    await tasks.overview()
    await tasks.summarise()
    await tasks.lookAgain()
    expect(store.get().keeping.summary?.is).toBe('there')
    documents = 2
    await tasks.lookAgain()
    expect(store.get().keeping.summary).toBeNull()
    await tasks.summarise()
    expect([asked, store.get().counts?.documents]).toEqual([2, 2])
  })

  test('evidence is asked for once', async () => {
    let asked = 0
    const answer: EvidenceAnswer = { fact: 'f1', statements: [], total: 0 }
    const { store, tasks } = start({
      evidence: async () => {
        asked++
        return answer
      },
    })
    await tasks.evidence('f1')
    await tasks.evidence('f1')
    expect(asked).toBe(1)
    expect(store.get().evidence.get('f1')).toEqual({ is: 'there', value: answer })
  })

  test('a document that fails says so in its place', async () => {
    const { store, tasks } = start({ document: () => Promise.reject({ kind: 'store', message: 'gone' }) })
    await tasks.openDocument('d1', { start: 1, end: 2 })
    expect(store.get().document?.text).toEqual({ is: 'failed', problem: { kind: 'store', message: 'gone' } })
  })

  test('a document opened while another is on its way wins', async () => {
    const { store, tasks } = start()
    const first = tasks.openDocument('d1', null)
    const second = tasks.openDocument('d2', null)
    await Promise.all([first, second])
    expect(store.get().document?.id).toBe('d2')
    expect(store.get().document?.text.is).toBe('there')
  })
})
