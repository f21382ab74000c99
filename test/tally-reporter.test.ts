// The tally at the end of a test run: what counts as passed and failed, and what may be left out where.
import { expect, test } from 'vitest'
import { countOutcomes, type Outcome } from './tally-reporter.js'

const outcome = (state: Outcome['state'], note?: string): Outcome => ({
  state,
  group: 'test/a.test.ts > group',
  name: 'test',
  ...(note ? { note } : {}),
})

const rows: [name: string, given: Outcome[], onServer: boolean, passed: number, failed: number, skipped: number][] = [
  ['what passes and what fails', [outcome('passed'), outcome('passed'), outcome('failed')], false, 2, 1, 0],
  ['a skip with its reason', [outcome('passed'), outcome('skipped', 'no Java')], false, 1, 0, 1],
  ['a skip that says nothing is a failure', [outcome('skipped')], false, 0, 1, 0],
  ['a test that never ended is a failure', [outcome('pending')], false, 0, 1, 0],
  ['on a build server no part may be missing', [outcome('skipped', 'no Java')], true, 0, 1, 0],
  ['but for the reading material', [outcome('skipped', '../shared is not there')], true, 0, 0, 1],
]

test.each(rows)('%s', (_, given, onServer, passed, failed, skipped) => {
  const tally = countOutcomes(given, onServer)
  expect([tally.passed, tally.failed, tally.skipped.length]).toEqual([passed, failed, skipped])
  expect(tally.failures).toHaveLength(failed)
})

test('skips of one group for one reason are one line with their number', () => {
  const tally = countOutcomes([outcome('skipped', 'no Java'), outcome('skipped', 'no Java')], false)
  expect(tally.skipped).toEqual([{ group: 'test/a.test.ts > group', count: 2, reason: 'no Java' }])
})
