// What time must come to, whatever the engine: the graph as it stood, what was learnt since, who clashes with whom; and
// what a person judges of entities by the names that the graph shows.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openAsOf } from '../../graph/as-of.js'
import { changesSince } from '../../graph/changes.js'
import { dumpHash } from '../../graph/dump.js'
import { findNamed, keepApart, listJudgements, merge, openSettled, splitDocuments, undo } from '../../graph/judging.js'
import { officeClashes } from '../../graph/offices.js'
import { profiles } from '../../graph/profiles.js'
import { query } from '../../graph/query.js'
import { sentencesOn } from '../../graph/samples.js'
import { removeDocuments } from '../../graph/write.js'
import { accident, drill, governor, li, type Rig, SHEETS, wang } from './rig.js'
import { idOf, type Says, type Sheet, sheets, type Thing } from './sample.js'

const why = { why: '样例', by: '测试' }
const governs = (from: Thing, attrs = {}): Says => ({ from, type: 'HOLDS_POST', to: governor, attrs })
const respond = (deaths: number): Says => ({ from: drill, type: 'RESPONDED_TO', to: accident(deaths) })
const GOVERNORS: Sheet[] = [
  { id: 'g1', date: '2020-05-01', says: [governs(wang), respond(3)] },
  { id: 'g2', date: '2021-02-03', says: [governs(wang)] },
  { id: 'g3', date: '2021-03-01', says: [governs(li), respond(5)] },
  { id: 'g4', date: '2021-06', says: [governs(wang, { former: true }), { from: li, type: 'CHAIRED', to: drill }] },
  { id: 'g5', says: [governs(wang, { former: true })] },
]

/** As-of, changes, clashes, and the ways to judge. */
export function timeContract(rig: Rig): void {
  const asked = async (day: string, cypher: string) => {
    const then = await openAsOf(rig.open.graph, day)
    try {
      const { graph: _, close: __, ...told } = then
      return { told, rows: (await query(then.graph, cypher)).rows }
    } finally {
      await then.close()
    }
  }
  const HOLDERS = 'MATCH (p:Person)-[r:HOLDS_POST]->() RETURN p.name, r.last ORDER BY p.name'

  it('answers as of a day', async () => {
    await rig.write(GOVERNORS)
    const before = await rig.hash()
    expect(await asked('2020-12-31', HOLDERS)).toEqual({
      told: { day: '2020-12-31', documents: 1, later: 3, undated: 1, ended: 0 },
      rows: [['王守平', '2020-05-01']],
    })
    // Told once, within a month of the other: both, until another text says so too, or time has gone by.
    expect((await asked('2021-03', HOLDERS)).rows).toEqual([
      ['李建国', '2021-03-01'],
      ['王守平', '2021-02-03'],
    ])
    expect(await asked('2021-06-30', HOLDERS)).toEqual({
      told: { day: '2021-06-30', documents: 4, later: 0, undated: 1, ended: 1 },
      rows: [['李建国', '2021-03-01']],
    })
    // A document of June may be of its last day.
    expect((await asked('2021-06-29', 'MATCH (d:Document) RETURN count(d)')).rows).toEqual([[3]])
    expect((await asked('2021-02-28', 'MATCH (a:Accident) RETURN a.deaths')).rows).toEqual([[3]])
    expect((await asked('2021', 'MATCH (a:Accident) RETURN a.deaths')).rows).toEqual([[5]])
    expect(await rig.hash()).toBe(before)
    await expect(openAsOf(rig.open.graph, '2021-13')).rejects.toMatchObject({ kind: 'usage' })
  }, 180_000)

  it('is as of a day what the documents of then alone make', async () => {
    const day = '2023-12-31'
    await fc.assert(
      fc.asyncProperty(sheets, async (list) => {
        // Offices end, which documents alone do not make: of the others all must be the same.
        const plain = list.map((sheet) => ({ ...sheet, says: sheet.says.filter(({ type }) => type !== 'HOLDS_POST') }))
        await rig.hashOf(plain)
        const then = await openAsOf(rig.open.graph, day)
        try {
          const hash = await dumpHash(then.graph)
          expect(hash).toBe(await rig.hashOf(plain.filter(({ date }) => date !== undefined && date < '2024')))
        } finally {
          await then.close()
        }
      }),
      { numRuns: 3 },
    )
  }, 180_000)

  it('says what was learnt since a day', async () => {
    await rig.write(GOVERNORS)
    const changes = await changesSince(rig.open.graph, '2021-03-01', 'date')
    expect(changes.documents).toEqual(['g3', 'g4'])
    expect(changes.entities.map(({ name }) => name)).toEqual(['李建国'])
    expect(changes.facts.map(({ from, type, to }) => [from, type, to])).toEqual([
      ['李建国', 'CHAIRED', '例会'],
      ['李建国', 'HOLDS_POST', '某省省长'],
    ])
    expect(changes.figures).toEqual([
      { entity: { id: idOf(accident(0)), type: 'Accident', name: '矿难' }, attribute: 'deaths', before: 3, now: 5 },
    ])
    // The undated text, an earlier one, cannot say when he left.
    expect(changes.holders.map(({ name, before, now }) => [name, before, now])).toEqual([
      ['某省省长', ['王守平'], ['李建国']],
    ])
    expect((await changesSince(rig.open.graph, '2021-07-01', 'date')).documents).toEqual([])
    const all = await changesSince(rig.open.graph, '2000-01-01', 'ingested')
    expect([all.documents.length, all.entities.length, all.figures, all.holders]).toEqual([5, 5, [], []])
  })

  it('shows two who are told to hold one office at once', async () => {
    await rig.write(GOVERNORS)
    expect(await officeClashes(rig.open.graph)).toEqual([])
    await rig.write([
      { id: 'g6', date: '2021-08-01', says: [governs(wang)] },
      { id: 'g7', date: '2021-09-01', says: [governs(li)] },
    ])
    const [clash, ...more] = await officeClashes(rig.open.graph)
    expect(more).toEqual([])
    expect(clash).toMatchObject({ office: { name: '某省省长' }, from: '2021-03-01', to: '2021-08-01' })
    expect(clash?.holders.map(({ name, statements }) => [name, statements.map(({ document }) => document)])).toEqual([
      ['王守平', ['g5', 'g1', 'g2', 'g4', 'g6']],
      ['李建国', ['g3', 'g7']],
    ])
    expect(await rig.rows('MATCH (:Person)-[r:HOLDS_POST]->() RETURN count(r)')).toEqual([[2]])
  })

  it('judges things by their names, and takes it back', async () => {
    const { graph } = rig.open
    const before = await rig.hashOf(SHEETS)
    const [one, two] = [await findNamed(graph, '王守平'), await findNamed(graph, '李建国', 'Person')]
    const merged = await merge(graph, one, two, why)
    expect(merged.judgement).toMatchObject({
      kind: 'merge',
      type: 'Person',
      a: { name: '王守平' },
      b: { name: '李建国' },
      ...why,
    })
    expect(merged.went).toMatchObject({ entities: 1, relationships: 1 })
    const both = await findNamed(graph, '李建国')
    expect(both).toMatchObject({ name: '王守平', documents: 3 })
    await expect(merge(graph, both, await findNamed(graph, '王守平'), why)).rejects.toMatchObject({ kind: 'input' })
    await expect(splitDocuments(graph, both, ['c'], why)).rejects.toThrow(/several things in one/)
    expect(await listJudgements(graph)).toEqual([merged.judgement])
    await undo(graph, merged.judgement.id.slice(0, 8))
    expect(await rig.hash()).toBe(before)
    await expect(undo(graph, merged.judgement.id)).rejects.toMatchObject({ kind: 'input' })
    await expect(findNamed(graph, '无此人')).rejects.toMatchObject({ kind: 'input' })
    await expect(merge(graph, one, await findNamed(graph, '例会'), why)).rejects.toThrow(/cannot be one/)
  })

  it('keeps two things two, and remembers it', async () => {
    const { graph } = rig.open
    await rig.hashOf(SHEETS)
    const [one, two] = [await findNamed(graph, '王守平'), await findNamed(graph, '李建国')]
    expect((await openSettled(graph))(one.id, two.id)).toBe(false)
    const { judgement, came, went } = await keepApart(graph, one, two, why)
    expect([came.entities, went.entities]).toEqual([0, 0])
    expect((await openSettled(graph))(two.id, one.id)).toBe(true)
    await expect(merge(graph, one, two, why)).rejects.toThrow(`wentu undo ${judgement.id}`)
    await undo(graph, judgement.id)
    await expect(merge(graph, one, two, why)).resolves.toBeDefined()
  })

  it('takes documents that mean another by a name', async () => {
    const { graph } = rig.open
    const before = await rig.hashOf(SHEETS)
    const one = await findNamed(graph, '王守平')
    const parted = await splitDocuments(graph, one, ['c'], why)
    expect(parted.came).toMatchObject({ entities: 1, relationships: 1 })
    const people =
      'MATCH (p:Person {name: "王守平"})-[:HOLDS_POST]->(o) RETURN p.documents, o.name ORDER BY p.documents'
    expect(await rig.rows(people)).toEqual([
      [1, '某省省长'],
      [2, '某省省长'],
    ])
    await expect(findNamed(graph, '王守平')).rejects.toThrow(/2 things are called/)
    const settled = await openSettled(graph)
    const [other] = (await rig.rows('MATCH (p:Person {name: "王守平"}) WHERE p.id <> $id RETURN p.id', {
      id: one.id,
    })) as [[string]]
    expect(settled(one.id, other[0])).toBe(true)
    // The judgement stays when the document goes, and holds when it comes again.
    await removeDocuments(graph, ['c'])
    expect(await rig.rows(people)).toEqual([[2, '某省省长']])
    await rig.write(SHEETS)
    expect(await rig.rows(people)).toHaveLength(2)
    await expect(splitDocuments(graph, one, ['c'], why)).rejects.toMatchObject({ kind: 'input' })
    await expect(splitDocuments(graph, one, ['a', 'b'], why)).rejects.toThrow(/All documents/)
    await undo(graph, parted.judgement.id)
    expect(await rig.hash()).toBe(before)
  })

  it('shows what is beside a thing, and sentences on it', async () => {
    await rig.write(SHEETS)
    const [first] = await profiles(rig.open.graph, 'Meeting')
    expect(first).toMatchObject({ name: '例会', documents: 3, attributes: { date: '2023-03-14' } })
    const found = (await profiles(rig.open.graph, 'Person')).find(({ name }) => name === '王守平')
    expect(found).toMatchObject({ beside: { HOLDS_POST: ['某省省长'] }, last: '2024-05' })
    const [shown, ...more] = await sentencesOn(rig.open.graph, idOf(li), 2)
    expect(more).toEqual([])
    expect(shown).toMatchObject({ document: 'c', date: '2024-05', quote: '李建国，HOLDS_POST，某省省长' })
    await rig.write([{ id: 'bare', says: [], names: [{ type: 'Campaign', key: '百日攻坚' }] }])
    expect(await sentencesOn(rig.open.graph, idOf({ type: 'Campaign', key: '百日攻坚' }), 2)).toMatchObject([
      { document: 'bare', quote: expect.stringContaining('百日攻坚') },
    ])
  })
}
