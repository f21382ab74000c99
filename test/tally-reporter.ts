// The results of a vitest run in; counts, failures and what was not run, with its reason, out (a JSON file for run.mjs).
// On a build server a part that is missing is a failure: there nothing is skipped for want of a database or a browser.
import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'

/** The one thing that may be absent on a build server: the reading material beside the project. */
const MAY_LACK = '../shared'

export interface Tally {
  passed: number
  failed: number
  failures: string[]
  skipped: { group: string; count: number; reason: string }[]
}

/** What one test came to, as the tally needs it. */
export interface Outcome {
  state: 'passed' | 'failed' | 'skipped' | 'pending'
  /** The test's file and the groups it is in, outermost first. */
  group: string
  name: string
  /** Why it was skipped, as the test said. */
  note?: string
}

/** Counts outcomes; a skip without a reason is a failure, and so is on a build server one that names no MAY_LACK. */
export function countOutcomes(outcomes: readonly Outcome[], onServer: boolean): Tally {
  const tally: Tally = { passed: 0, failed: 0, failures: [], skipped: [] }
  for (const { state, group, name, note } of outcomes) {
    if (state === 'passed') tally.passed++
    else if (state === 'skipped' && note && !(onServer && !note.includes(MAY_LACK))) {
      const same = tally.skipped.find((skip) => skip.group === group && skip.reason === note)
      if (same) same.count++
      else tally.skipped.push({ group, count: 1, reason: note })
    } else {
      tally.failed++
      const why = state === 'skipped' ? ` (not run: ${note ?? 'no reason given'})` : ''
      tally.failures.push(`${group} > ${name}${why}`)
    }
  }
  return tally
}

export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const outcomes = modules.flatMap((module) => [...module.children.allTests()].map(toOutcome))
    const tally = countOutcomes(outcomes, Boolean(process.env.CI))
    const broken = [
      ...modules.filter((module) => module.errors().length > 0).map((module) => module.relativeModuleId),
      ...errors.map((error) => `outside any test: ${error.message}`),
    ]
    tally.failed += broken.length
    tally.failures.push(...broken)
    if (process.env.WENTU_TALLY) writeFileSync(process.env.WENTU_TALLY, JSON.stringify(tally))
    if (tally.failed > 0) process.exitCode = 1
  }
}

function toOutcome(test: TestCase): Outcome {
  const result = test.result()
  const groups: string[] = []
  for (let parent = test.parent; parent.type === 'suite'; parent = parent.parent) groups.unshift(parent.name)
  const note = result.state === 'skipped' ? result.note : undefined
  return {
    state: result.state,
    group: [test.module.relativeModuleId, ...groups].join(' > '),
    name: test.name,
    ...(note ? { note } : {}),
  }
}
