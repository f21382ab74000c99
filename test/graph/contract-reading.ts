// What the questions of graph/read.ts must answer, whatever the engine.
import { expect, it } from 'vitest'
import { dump } from '../../graph/dump.js'
import {
  counts,
  document,
  evidence,
  listDocuments,
  neighbourCounts,
  neighbours,
  overview,
  search,
} from '../../graph/read.js'
import { settle } from '../../graph/write.js'
import { drill, holds, type Rig, SHEETS, wang } from './rig.js'
import { factOf, idOf } from './sample.js'

/** Evidence, documents, neighbours, search, dump. */
export function readingContract(rig: Rig): void {
  it('gives a dump that depends on nothing but the content', async () => {
    await rig.write(SHEETS)
    const lines: string[] = []
    for await (const line of dump(rig.open.graph)) lines.push(line)
    expect(new Set(lines).size).toBe(lines.length)
    // 4 documents with 3 + 4 + 3 + 2 mentions and 7 statements, 5 entities and 4 facts.
    expect(lines.length).toBe(4 + 12 + 7 + 5 + 4)
    expect(lines.join('\n')).not.toMatch(/ingested_at|elementId|turn/)
  })

  it('shows the sentences of a fact, newest first', async () => {
    await rig.write(SHEETS)
    const found = await evidence(rig.open.graph, factOf(holds()))
    expect(found).toMatchObject({
      total: 3,
      relationship: { type: 'HOLDS_POST', properties: { sources: 3 } },
      from: { properties: { name: '王守平' } },
      to: { properties: { name: '某省省长' } },
    })
    expect(found?.statements.map((row) => row.document.date)).toEqual(['2024-05', '2023-03-20', '2023-03-15'])
    expect(found?.statements[0]).toMatchObject({
      rule: 'sample/fact',
      quote: '王守平，HOLDS_POST，某省省长',
      document: { id: 'c', title: '关于c的通报', source: '样例' },
    })
    expect(await evidence(rig.open.graph, 'no such fact')).toBeUndefined()
  })

  it('shows a document with what it names and says', async () => {
    await rig.write(SHEETS)
    const found = await document(rig.open.graph, 'b')
    const text = found?.document.text ?? ''
    expect(found?.mentions.map((row) => [row.type, text.slice(row.start, row.end)])).toEqual([
      ['Person', '王守平'],
      ['Post', '某省省长'],
      ['Meeting', '例会'],
      ['Accident', '矿难'],
    ])
    expect(found?.statements.map((row) => row.type)).toEqual(['HOLDS_POST', 'RESPONDED_TO'])
    for (const { start, end, quote } of found?.statements ?? []) expect(text.slice(start, end)).toBe(quote)
    expect(await document(rig.open.graph, 'z')).toBeUndefined()
    expect((await listDocuments(rig.open.graph)).map((row) => row.id)).toEqual(['c', 'b', 'a', 'd'])
  })

  it('shows what is linked to an entity', async () => {
    await rig.write(SHEETS)
    const near = await neighbours(rig.open.graph, idOf(wang))
    expect(near.nodes.map((node) => node.properties.name)).toEqual(['王守平', '某省省长', '例会'])
    expect(near.relationships.map((row) => row.type)).toEqual(['HOLDS_POST', 'CHAIRED'])
    expect(await neighbours(rig.open.graph, idOf(wang), { limit: 1 })).toMatchObject({ truncated: true })
    const only = await neighbours(rig.open.graph, idOf(wang), { types: ['CHAIRED'] })
    expect(only.relationships.map((row) => row.type)).toEqual(['CHAIRED'])
    expect(await neighbours(rig.open.graph, 'nobody')).toEqual({ nodes: [], relationships: [], truncated: false })
    expect(await neighbourCounts(rig.open.graph, idOf(drill))).toEqual([
      { type: 'CHAIRED', direction: 'in', count: 1 },
      { type: 'RESPONDED_TO', direction: 'out', count: 1 },
    ])
    const view = await overview(rig.open.graph, 3)
    expect(view.nodes.length).toBe(3)
    expect(view.relationships.length).toBeGreaterThanOrEqual(2)
  })

  it('finds by name, by other form and by text', async () => {
    await rig.write(SHEETS)
    const names = async (text: string, limit?: number) =>
      (await search(rig.open.graph, text, limit)).entities.map((node) => node.properties.name)
    expect(await names('王守平')).toEqual(['王守平'])
    expect(await names('矿难')).toEqual(['某地矿难'])
    expect(await names('某')).toEqual(['某省省长', '某地矿难'])
    expect(await names('某', 1)).toEqual(['某省省长'])
    expect(await names('  ')).toEqual([])
    const { documents } = await search(rig.open.graph, '李建国')
    expect(documents).toMatchObject([{ id: 'c', date: '2024-05', at: expect.any(Number) }])
    expect(documents[0]?.snippet).toContain('李建国')
  })

  it('makes what was written durable', async () => {
    await rig.write(SHEETS)
    await settle(rig.open.graph)
    expect((await counts(rig.open.graph)).documents).toBe(4)
  })
}
