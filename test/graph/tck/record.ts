// What of the kit an engine passes, kept as text: one line a feature, with the numbers of the scenarios that fail. In: outcomes,
// or the text. Out: the other, and what has changed between two.
import type { Scenario } from './scenarios.js'

/** Feature -> how many scenarios it has, and which fail. */
export type Record = Map<string, { all: number; failing: number[] }>

export function recordOf(outcomes: readonly { scenario: Scenario; passed: boolean }[]): Record {
  const record: Record = new Map()
  for (const { scenario, passed } of outcomes) {
    const entry = record.get(scenario.feature) ?? { all: 0, failing: [] }
    entry.all++
    if (!passed) entry.failing.push(scenario.number)
    record.set(scenario.feature, entry)
  }
  return record
}

/** `clauses/match/Match1 11: 3 5-7`: feature, number of scenarios, those that fail. */
export function writeRecord(record: Record): string {
  const lines = [...record].map(([feature, { all, failing }]) => `${feature} ${all}:${ranges(failing)}`)
  return `${lines.join('\n')}\n`
}

export function readRecord(text: string): Record {
  const lines = text.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const [, feature = '', all, list = ''] = /^(\S+) (\d+):(.*)$/.exec(line) ?? []
      return [feature, { all: Number(all), failing: list.split(' ').filter(Boolean).flatMap(numbers) }]
    }),
  )
}

/** Passed and all, for each folder of the kit and in sum (`''`). */
export function tallyOf(record: Record): Map<string, [passed: number, all: number]> {
  const tally = new Map<string, [number, number]>([['', [0, 0]]])
  for (const [feature, { all, failing }] of record) {
    for (const folder of ['', feature.replace(/\/[^/]*$/, '')]) {
      const [passed, of] = tally.get(folder) ?? [0, 0]
      tally.set(folder, [passed + all - failing.length, of + all])
    }
  }
  return tally
}

function ranges(sorted: number[]): string {
  let text = ''
  for (let at = 0; at < sorted.length; at++) {
    const first = sorted[at] as number
    while (sorted[at + 1] === (sorted[at] as number) + 1) at++
    text += ` ${first}${sorted[at] === first ? '' : `-${sorted[at]}`}`
  }
  return text
}

function numbers(range: string): number[] {
  const [first = 0, last = first] = range.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
