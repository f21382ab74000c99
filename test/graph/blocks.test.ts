// Documents settled block by block, without a database: the same nodes and relationships that an ingest makes of them.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BlockLine, openBlocks, settleBlock } from '../../graph/blocks.js'
import { readWhole, type WholePart } from '../../graph/export/whole.js'
import { prepare, writeDocuments } from '../../graph/write.js'
import { namesakes } from './contract-identity.js'
import { engines, type OpenEngine } from './engines.js'
import { makeDocument, type Sheet, sheets } from './sample.js'

const [local] = await engines()
let open: OpenEngine
beforeAll(async () => {
  open = await (local as NonNullable<typeof local>).open()
  await prepare(open.graph)
})
afterAll(() => open.close())

/** In one order, without the hour, without the number of turns that the graph took, and an empty list as none. */
function canonical(parts: readonly WholePart[]): string[] {
  return parts
    .filter((part) => !('node' in part && part.node.id === 'writer'))
    .map((part) =>
      JSON.stringify(part, (key, value) => {
        if (key === 'ingested_at' || (key === 'state' && typeof value === 'string')) return undefined
        if (Array.isArray(value) && value.length === 0) return undefined
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
        return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      }),
    )
    .sort()
}

async function ingested(list: readonly Sheet[]): Promise<string[]> {
  await open.clear()
  await prepare(open.graph)
  for (const sheet of list) await writeDocuments(open.graph, [makeDocument(sheet)])
  const parts: WholePart[] = []
  for await (const part of readWhole(open.graph, 'all')) parts.push(part)
  return canonical(parts)
}

/** As a cluster does: lines of any order, brought together by their block alone, and sent as text. */
function settled(list: readonly Sheet[]): string[] {
  const opened = list.map((sheet) => openBlocks(makeDocument(sheet), 'now'))
  const parts = opened.flatMap((one) => one.parts)
  const told: BlockLine[] = []
  const settle = (lines: readonly BlockLine[]) => {
    const blocks = new Map<string, BlockLine[]>()
    for (const line of lines) blocks.set(line.block, [...(blocks.get(line.block) ?? []), line])
    for (const block of blocks.values()) {
      const settled = settleBlock(JSON.parse(JSON.stringify(block)))
      parts.push(...settled.parts)
      told.push(...settled.lines)
    }
  }
  const lines = opened.flatMap((one) => one.lines)
  settle(lines.filter(({ block }) => block.startsWith('name ')))
  settle([...lines.filter(({ block }) => block.startsWith('fact ')), ...told])
  return canonical(parts)
}

describe('blocks', () => {
  test.each([
    ['documents that disagree', sheets],
    ['persons of one name', namesakes],
  ])('%s give the graph of an ingest, in any order', async (_, documents) => {
    await fc.assert(
      fc.asyncProperty(
        documents.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        async ([list, shuffled]) => {
          expect(settled(shuffled)).toEqual(await ingested(list))
        },
      ),
      { numRuns: 8 },
    )
  })

  test('the books of hubs come too', async () => {
    const wang = { type: 'Person', key: '王守平' } as const
    const list = Array.from({ length: 40 }, (_, n): Sheet => {
      return {
        id: `h${n}`,
        date: '2023-03-14',
        says: [{ from: wang, type: 'ATTENDED', to: { type: 'Meeting', key: '例会' } }],
      }
    })
    const parts = settled(list)
    expect(parts.filter((part) => part.includes('"kind":"Tally"'))).toHaveLength(4)
    expect(parts).toEqual(await ingested(list))
  })
})
