// The same documents in both engines: one dump, whatever the way they came.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { dumpHash } from '../../graph/dump.js'
import { prepare, writeDocuments } from '../../graph/write.js'
import { engines, type OpenEngine } from './engines.js'
import { makeDocument, sheets } from './sample.js'

const list = await engines()
const missing = list.find((engine) => engine.missing !== undefined)?.missing
const open: OpenEngine[] = []

beforeAll(async () => {
  if (missing === undefined) for (const engine of list) open.push(await engine.open())
})
afterAll(async () => {
  for (const engine of open) await engine.close()
})
beforeEach(({ skip }) => {
  if (missing !== undefined) skip(missing)
})

it('gives one hash on both engines', async () => {
  const hashes = async (documents: Parameters<typeof makeDocument>[0][]) =>
    await Promise.all(
      open.map(async ({ graph, clear }) => {
        await clear()
        await prepare(graph)
        await writeDocuments(graph, documents.map(makeDocument))
        return await dumpHash(graph)
      }),
    )
  const empty = await hashes([])
  expect(new Set(empty).size).toBe(1)
  await fc.assert(
    fc.asyncProperty(sheets, async (documents) => {
      const [first, second] = await hashes(documents)
      expect(second).toBe(first)
      expect(first).not.toBe(empty[0])
    }),
    { numRuns: 10 },
  )
}, 120_000)
