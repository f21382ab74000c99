// The embedded engine killed in the middle of an ingest: the same ingest again gives the graph of one without the accident.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { connect } from '../../graph/connect.js'
import { localStatus, stopLocal } from '../../graph/local/lifecycle.js'
import { counts } from '../../graph/read.js'
import { prepare, settle, writeDocuments } from '../../graph/write.js'
import { hashOf } from './hash-of.js'
import { makeDocument, type Sheet, type Thing } from './sample.js'

const folders: string[] = []
afterAll(async () => {
  for (const data of folders) {
    await stopLocal(data)
    await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
})

const chair: Thing = { type: 'Person', key: '王守平' }
const SHEETS = Array.from({ length: 60 }, (_, n): Sheet => {
  const meeting: Thing = { type: 'Meeting', key: `例会${n % 25}` }
  return { id: `k${n}`, date: `2023-0${(n % 9) + 1}`, says: [{ from: chair, type: 'CHAIRED', to: meeting }] }
})

async function ingest(data: string): Promise<void> {
  const graph = await connect({ data })
  try {
    await prepare(graph)
    for (let start = 0; start < SHEETS.length; start += 5) {
      await writeDocuments(graph, SHEETS.slice(start, start + 5).map(makeDocument))
    }
    await settle(graph)
  } finally {
    await graph.close()
  }
}

async function folder(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'wentu-killed-'))
  folders.push(data)
  return data
}

it('is as if nothing had happened once the ingest is run again', async () => {
  const untouched = await folder()
  await ingest(untouched)
  const expected = await hashOf(untouched)
  const data = await folder()
  const graph = await connect({ data })
  const first = ingest(data).catch(() => undefined)
  while ((await counts(graph)).documents === 0) await sleep(5)
  const { pid } = await localStatus(data)
  if (pid === null) throw new Error('the engine does not run')
  process.kill(pid, 'SIGKILL')
  await graph.close()
  // The first ingest may give up or, the engine having come back, go on; both are well.
  await Promise.race([first, sleep(3_000)])
  await ingest(data)
  await first
  expect(await hashOf(data)).toBe(expected)
}, 180_000)
