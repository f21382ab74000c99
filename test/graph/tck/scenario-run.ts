// One scenario of the kit, put to an engine. In: a driver and a scenario. Out: how it ended. Of errors it is asked that there is
// one, not which, and not whether it came when the query was read or when it ran.
import type { Driver, QueryResult } from 'neo4j-driver'
import { actualText, expectedText, parameterOf } from './kit-value.js'
import type { Scenario, Step } from './scenarios.js'

export type Outcome = { passed: true } | { passed: false; why: string }

/** Milliseconds for a query of the kit. */
const TIMEOUT = 5000

const STATE = [
  "MATCH (n) RETURN 'n' + elementId(n) AS id, labels(n) AS labels, properties(n) AS properties",
  "MATCH ()-[r]->() RETURN 'r' + elementId(r) AS id, [] AS labels, properties(r) AS properties",
]

/** Runs all steps; the first that is not as it should be ends it. */
export async function runScenario(driver: Driver, { steps }: Scenario): Promise<Outcome> {
  const session = driver.session()
  const run = (query: string, parameters = {}) => session.run(query, parameters, { timeout: TIMEOUT })
  const effects = steps.some((step) => step.does === 'effects')
  let parameters: Record<string, unknown> = {}
  let before: State | null = null
  let after: State | null = null
  let result: QueryResult | null = null
  let error: Error | null = null
  try {
    for (const step of steps) {
      if (step.does === 'procedure') return { passed: false, why: 'needs a procedure of the kit' }
      if (step.does === 'clear') await run('MATCH (n) DETACH DELETE n')
      if (step.does === 'prepare') await run(step.query)
      if (step.does === 'parameters')
        parameters = Object.fromEntries(step.values.map(([name, cell]) => [name, parameterOf(cell)]))
      if (step.does === 'ask' || step.does === 'control') {
        if (step.does === 'ask' && effects) before = await stateOf(run)
        ;[result, error] = await run(step.query, parameters).then(
          (rows): [QueryResult, null] => [rows, null],
          (failure: Error): [null, Error] => [null, failure],
        )
        if (step.does === 'ask' && effects) after = await stateOf(run)
      }
      const why = await checkOf(step, result, error, before, after)
      if (why !== null) return { passed: false, why }
    }
    return { passed: true }
  } catch (failure) {
    return { passed: false, why: `outside the query: ${(failure as Error).message}` }
  } finally {
    await session.close()
  }
}

async function checkOf(
  step: Step,
  result: QueryResult | null,
  error: Error | null,
  before: State | null,
  after: State | null,
): Promise<string | null> {
  if (step.does === 'fail') return error ? null : `no ${step.how}`
  if (step.does === 'expect') {
    if (!result) return `error: ${error?.message}`
    return differenceOf(step, result)
  }
  if (step.does !== 'effects' || !before || !after) return null
  const changed = changesBetween(before, after)
  const wanted = new Map(step.changes)
  const kinds = ['nodes', 'relationships', 'labels', 'properties'].flatMap((kind) => [`+${kind}`, `-${kind}`])
  const wrong = kinds.find((kind) => (wanted.get(kind) ?? 0) !== changed[kind])
  return wrong === undefined ? null : `${wrong}: ${changed[wrong]} instead of ${wanted.get(wrong) ?? 0}`
}

function differenceOf(step: Step & { does: 'expect' }, { records }: QueryResult): string | null {
  const loose = step.looseLists
  const expected = step.rows.map((row) =>
    row
      .map((cell, at) => `${step.columns[at]}: ${expectedText(cell, loose)}`)
      .sort()
      .join(' | '),
  )
  const actual = records.map((record) =>
    record.keys
      .map((key) => `${String(key)}: ${actualText(record.get(key), loose)}`)
      .sort()
      .join(' | '),
  )
  if (!step.ordered) {
    expected.sort()
    actual.sort()
  }
  return expected.join('\n') === actual.join('\n') ? null : `${actual.join(' ; ')} instead of ${expected.join(' ; ')}`
}

interface State {
  nodes: Set<string>
  relationships: Set<string>
  labels: Set<string>
  properties: Set<string>
}

async function stateOf(run: (query: string) => PromiseLike<QueryResult>): Promise<State> {
  const state: State = { nodes: new Set(), relationships: new Set(), labels: new Set(), properties: new Set() }
  for (const query of STATE) {
    for (const record of (await run(query)).records) {
      const id: string = record.get('id')
      if (id.startsWith('n')) state.nodes.add(id)
      else state.relationships.add(id)
      for (const label of record.get('labels')) state.labels.add(label)
      for (const [key, value] of Object.entries(record.get('properties'))) {
        state.properties.add(`${id} ${key} ${actualText(value, false)}`)
      }
    }
  }
  return state
}

function changesBetween(before: State, after: State): Record<string, number> {
  const missing = (from: Set<string>, of: Set<string>) => [...of].filter((one) => !from.has(one)).length
  return Object.fromEntries(
    (Object.keys(before) as (keyof State)[]).flatMap((kind) => [
      [`+${kind}`, missing(before[kind], after[kind])],
      [`-${kind}`, missing(after[kind], before[kind])],
    ]),
  )
}
