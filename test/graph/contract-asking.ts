// What a user's own queries and hostile texts must come to, whatever the engine.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { plain, query } from '../../graph/query.js'
import { counts, document, entity, listDocuments, search } from '../../graph/read.js'
import { removeDocuments } from '../../graph/write.js'
import { drill, type Rig, SHEETS } from './rig.js'
import { idOf, type Thing } from './sample.js'

/** Refusals, faults, values, limits. Its last test may make the embedded engine start anew. */
export function askingContract(rig: Rig): void {
  it.each([
    'CREATE (n:Entity {id: "w"})',
    'MATCH (d:Document) SET d.title = "w"',
    'MATCH (d:Document) DETACH DELETE d',
    'MATCH (d:Document) REMOVE d.title',
    'MERGE (n:Entity {id: "w"}) RETURN n',
    'CALL { CREATE (n:Entity {id: "w"}) RETURN n } RETURN n',
    'UNWIND [1] AS x FOREACH (y IN [x] | CREATE (:Entity {id: "w"}))',
    '/* read only */ create (n:Entity {id: "w"})',
    'CREATE INDEX w FOR (n:W) ON (n.w)',
  ])('refuses to write in read mode: %s', async (cypher) => {
    await rig.write(SHEETS)
    const before = await rig.hash()
    await expect(query(rig.open.graph, cypher)).rejects.toMatchObject({ name: 'Fault', kind: 'denied' })
    expect(await rig.hash()).toBe(before)
  })

  it('says where a query is wrong', async () => {
    await expect(query(rig.open.graph, 'MATCH (n RETURN n')).rejects.toMatchObject({
      kind: 'query',
      message: expect.stringMatching(/line 1, column \d+/),
    })
    await expect(query(rig.open.graph, 'RETURN $missing')).rejects.toMatchObject({ kind: 'query' })
  })

  it('answers with wire values, up to a limit', async () => {
    const made = await query(rig.open.graph, 'UNWIND range(1, 5) AS n RETURN n, {kind: "node", n: [n, null]} AS map', {
      limit: 2,
    })
    expect(made).toMatchObject({ columns: ['n', 'map'], truncated: true, summary: { counters: {} } })
    expect(made.rows).toEqual([1, 2].map((n) => [n, { kind: 'map', entries: { kind: 'node', n: [n, null] } }]))
    expect((await query(rig.open.graph, 'RETURN 1 AS n', { limit: 1 })).truncated).toBe(false)
    await rig.write(SHEETS)
    const [[from, chaired]] = (
      await query(rig.open.graph, 'MATCH (p:Person)-[r:CHAIRED]->(m) RETURN p, r', {})
    ).rows.map((row) => row.map(plain)) as [[object, object]]
    expect(from).toMatchObject({ name: '王守平', labels: expect.arrayContaining(['Entity', 'Person']) })
    expect(chaired).toMatchObject({ type: 'CHAIRED', sources: 1, first: '2023-03-15' })
    const created = await query(rig.open.graph, 'CREATE (a:Loose)-[:TO]->(b:Loose)', { write: true })
    expect(created.summary.counters).toMatchObject({ nodesCreated: 2, relationshipsCreated: 1 })
  })

  it('takes numbers as integers where they are whole', async () => {
    const params = { whole: 3, part: 0.5, list: [1, { two: 2 }], text: '3' }
    expect(await rig.rows('RETURN $whole / 2, $part, $list[1].two, $text', params)).toEqual([[1, 0.5, 2, '3']])
  })

  it.each([
    ['Cypher', `'}) DETACH DELETE (n) //`],
    ['more Cypher', '") MATCH (n) DETACH DELETE n RETURN ("'],
    ['backticks', '`Entity` {id: $id}'],
    ['escapes', '\\u0027\\'],
    ['2,000 characters', '张'.repeat(2_000)],
    ['emoji', '👩‍🚒🚒 𠮷野家'],
    ['right to left', '\u202e反向\u202c\u200f\u061c'],
    ['a prototype', '__proto__'],
    ['a constructor', 'constructor'],
    ['a null byte', 'null\u0000byte'],
  ])('keeps hostile text as text: %s', async (_, name) => {
    await rig.write(SHEETS)
    const odd: Thing = { type: 'Person', key: 'odd', name, aliases: [`${name}'"`] }
    await rig.write([{ id: name, title: name, says: [{ from: odd, type: 'CHAIRED', to: drill }] }])
    expect((await entity(rig.open.graph, idOf(odd)))?.properties).toMatchObject({ name, aliases: [`${name}'"`] })
    expect((await document(rig.open.graph, name))?.document.title).toBe(name)
    expect((await search(rig.open.graph, name)).entities.map((node) => node.properties.name)).toEqual([name])
    expect((await counts(rig.open.graph)).documents).toBe(5)
    await removeDocuments(rig.open.graph, [name])
    expect((await counts(rig.open.graph)).documents).toBe(4)
  })

  it('keeps text of any length, but looks nothing up by it', async () => {
    const long = '长'.repeat(10_000)
    const odd: Thing = { type: 'Person', key: 'odd', aliases: [long] }
    await rig.write([{ id: 'long', title: long, says: [{ from: odd, type: 'CHAIRED', to: drill }] }])
    expect((await entity(rig.open.graph, idOf(odd)))?.properties.aliases).toEqual([long])
    expect((await document(rig.open.graph, 'long'))?.document.title).toBe(long)
    const before = await rig.hash()
    const named = rig.write([{ id: 'x', says: [{ from: { ...odd, name: long }, type: 'CHAIRED', to: drill }] }])
    await expect(named).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining('10000 characters') })
    await expect(rig.write([{ id: long, says: [] }])).rejects.toMatchObject({ kind: 'input' })
    expect(await rig.hash()).toBe(before)
  })

  // Last: the embedded engine may have to be killed and started anew for it, within some seconds.

  it('stops a query at its time limit and when told, and goes on', async () => {
    await rig.write(SHEETS)
    const endless = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*)'
    await expect(query(rig.open.graph, endless, { timeoutMs: 300 })).rejects.toMatchObject({ kind: 'query' })
    const abort = new AbortController()
    setTimeout(() => abort.abort(), 300)
    await expect(query(rig.open.graph, endless, { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' })
    for (const end = Date.now() + 4_000; Date.now() < end; await sleep(100)) {
      expect((await listDocuments(rig.open.graph)).length).toBe(4)
    }
  }, 180_000)
}
