// The heads of the reading material beside the project: every date that is known from elsewhere is read right.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type TestContext, test } from 'vitest'
import { readDocuments } from '../../ingest/read/documents.js'
import { shared } from '../material.js'

function needShared(context: TestContext): void {
  if (!existsSync(shared)) context.skip('../shared is not beside the project')
}

async function datesOf(...paths: string[]): Promise<Record<string, string | undefined>> {
  const dates: Record<string, string | undefined> = {}
  for await (const reading of readDocuments(paths.map((path) => join(shared, path)))) {
    if ('fault' in reading) throw reading.fault
    if ('document' in reading) dates[reading.document.id] = reading.document.date
  }
  return dates
}

test('the five seeds', async (context) => {
  needShared(context)
  expect(Object.values(await datesOf('seeds'))).toEqual([
    '2023-11-24',
    '2023',
    '2024-11-10',
    '2023-03-13',
    '2022-01-18',
  ])
})

test('news that bear their day in their name', async (context) => {
  needShared(context)
  // Every fourth is set aside, unread, to score the rules with.
  const files = readdirSync(join(shared, 'gold/dev')).filter((file) => /^xwlb-.*\.txt$/.test(file))
  const read = files.sort().filter((_, i) => i % 4 !== 0)
  const dates = await datesOf(...read.map((file) => `gold/dev/${file}`))
  expect(Object.keys(dates).length).toBeGreaterThan(20)
  for (const [id, date] of Object.entries(dates))
    expect([id, date]).toEqual([id, id.replace(/^xwlb-(\d{4})(\d\d)(\d\d).*/, '$1-$2-$3')])
})

test('papers of provinces', async (context) => {
  needShared(context)
  const known = {
    '02': '2023-09-06',
    '03': '2023-09-25',
    '04': '2023-09-28',
    '06': '2023-09-27',
    '07': '2023-12-26',
    '08': '2024-08-24',
    '10': '2024-12-18',
    '11': '2024-12-06',
    '12': '2025-02-13',
    '14': '2025-04-25',
    '15': '2025-06-12',
    '16': '2024-11-15',
    '18': '2024-09-03',
    '19': '2024-06-11',
    '20': '2025-07-14',
  }
  const dates = await datesOf(...Object.keys(known).map((n) => `gold/dev/dev-prov-${n}.txt`))
  expect(dates).toEqual(Object.fromEntries(Object.entries(known).map(([n, date]) => [`dev-prov-${n}`, date])))
})

test('old accident reports of the web: all but one say when', async (context) => {
  needShared(context)
  const dates = await datesOf('corpus/accidents.jsonl')
  expect(Object.keys(dates).length).toBeGreaterThan(250)
  expect(Object.values(dates).filter((date) => date === undefined)).toHaveLength(1)
  for (const date of Object.values(dates)) if (date) expect(date).toMatch(/^20[01]\d-\d\d(-\d\d)?$/)
})
