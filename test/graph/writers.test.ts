// Several writers at once on one graph: none fails, none waits for ever, and the graph is what one writer makes of all.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Target } from '../../graph/connect.js'
import { dumpHash } from '../../graph/dump.js'
import { prepare, removeDocuments, writeDocuments } from '../../graph/write.js'
import { engines, type OpenEngine } from './engines.js'
import { accident, drill, governor, holds, li, wang } from './rig.js'
import { makeDocument, type Sheet } from './sample.js'

const WRITERS = 4
const BATCHES = 5
const SIZE = 6

/** All speak of the same few things, so that whatever order they come in they are in each other's way. */
const sheet = (writer: number, batch: number, n: number): Sheet => ({
  id: `w${writer}-${batch}-${n}`,
  date: `2023-0${1 + batch}-1${n}`,
  says: [
    holds(n % 2 === 0 ? { since: `202${writer}` } : {}),
    { from: n % 2 === 0 ? wang : li, type: 'CHAIRED', to: drill },
    { from: drill, type: 'RESPONDED_TO', to: accident(n, `矿难${writer}`) },
    { from: li, type: 'HOLDS_POST', to: n % 3 === 0 ? governor : { type: 'Post', key: `职务${writer}` } },
  ],
})
const range = (length: number) => Array.from({ length }, (_, at) => at)
const batchOf = (writer: number, batch: number) => range(SIZE).map((n) => makeDocument(sheet(writer, batch, n)))

describe.each(await engines())('several writers at once: $name', ({ missing, open: openEngine }) => {
  let open: OpenEngine | undefined
  beforeAll(async () => {
    if (missing === undefined) open = await openEngine()
  }, 300_000)
  afterAll(() => open?.close())

  test('end with the graph that one writer makes, and say how often they began anew', async ({ skip }) => {
    if (open === undefined) return skip(missing)
    const { graph, target, clear } = open
    await prepare(graph)
    for (const writer of range(WRITERS))
      for (const batch of range(BATCHES - 1)) await writeDocuments(graph, batchOf(writer, batch))
    const wanted = await dumpHash(graph)
    await clear()
    await prepare(graph)
    const retries = await Promise.all(range(WRITERS).map((writer) => writeAll(target, writer)))
    expect(await dumpHash(graph)).toBe(wanted)
    // Neo4j lets them wait for each other at the first lock: nobody holds what another wants, so no deadlock, no retry.
    if (graph.engine === 'neo4j') expect(retries).toEqual(range(WRITERS).map(() => 0))
  }, 120_000)
})

/** One writer on a connection of its own; its last batch it takes out again, and no other brings it back. */
async function writeAll(target: Target, writer: number): Promise<number> {
  const graph = await connect(target)
  try {
    let retries = 0
    for (const batch of range(BATCHES)) retries += (await writeDocuments(graph, batchOf(writer, batch))).retries
    await removeDocuments(
      graph,
      batchOf(writer, BATCHES - 1).map(({ document }) => document.id),
    )
    return retries
  } finally {
    await graph.close()
  }
}
