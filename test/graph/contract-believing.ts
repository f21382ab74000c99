// What helps a reader to believe a fact or not, whatever the engine: facts judged to be wrong, what documents disagree on, how two
// things are connected, and names found by their short forms.
import { expect, it } from 'vitest'
import { doubtsOfEntity, doubtsOfFact } from '../../graph/doubts.js'
import { listJudgements, merge, undo } from '../../graph/judging.js'
import { findPaths } from '../../graph/paths.js'
import { search } from '../../graph/search.js'
import { removeDocuments, writeDocuments } from '../../graph/write.js'
import { findFact, reportWrong, wrongFacts } from '../../graph/wrong-facts.js'
import type { Standing } from '../../schema/standing.js'
import { accident, drill, governor, holds, li, type Rig, SHEETS, wang } from './rig.js'
import { factOf, idOf, makeDocument, type Says, type Thing } from './sample.js'

const chaired: Says = { from: wang, type: 'CHAIRED', to: drill }

export function believingContract(rig: Rig): void {
  const wrong = async () => (await wrongFacts(rig.open.graph)).map(({ fact, judgement }) => [fact, judgement.why])

  it('keeps a fact that is judged to be wrong, marks it, outlives reading again, and forgets it when undone', async () => {
    const { graph } = rig.open
    const before = await rig.hashOf(SHEETS)
    const fact = await findFact(graph, idOf(wang), 'CHAIRED', idOf(drill))
    expect(fact).toBe(factOf(chaired))
    const { judgement, went } = await reportWrong(graph, fact, { why: '另一场会议', by: '读者' })
    expect(judgement).toMatchObject({ kind: 'wrong', relation: 'CHAIRED', by: '读者', a: { name: '王守平' } })
    expect(went.relationships).toBe(0)
    expect(await wrong()).toEqual([[fact, '另一场会议']])
    const marked = await rig.hash()
    expect(marked).not.toBe(before)
    await removeDocuments(graph, ['a'])
    await rig.write(SHEETS)
    expect(await rig.hash()).toBe(marked)
    expect(await wrong()).toEqual([[fact, '另一场会议']])
    await expect(reportWrong(graph, fact, { why: '再说' })).rejects.toMatchObject({ kind: 'input' })
    await expect(reportWrong(graph, 'none', { why: '没有' })).rejects.toMatchObject({ kind: 'input' })
    await undo(graph, judgement.id)
    expect(await rig.hash()).toBe(before)
    expect(await wrong()).toEqual([])
  })

  it('means the same fact when its ends are merged and when a namesake turns up', async () => {
    const { graph } = rig.open
    const minister: Standing = { key: '某部部长', name: '某部部长', level: 3, sure: true, central: true }
    const miner: Standing = { name: '远山煤矿安全员', level: 11, sure: true }
    const who = (standing: Standing): Thing => ({ ...wang, standings: [standing] })
    await rig.write([{ id: 'a', date: '2023-03-15', says: [{ ...chaired, from: who(minister) }] }])
    await reportWrong(graph, factOf(chaired), { why: '不是他' })
    await writeDocuments(graph, [
      makeDocument({ id: 'b', date: '2023-03-16', says: [{ ...chaired, from: who(miner) }] }),
      makeDocument({ id: 'c', date: '2023-03-17', says: [{ from: li, type: 'ATTENDED', to: drill }] }),
    ])
    const [one] = await wrongFacts(graph)
    const told = await rig.rows(
      'MATCH (p:Person)-[r]->() WHERE r.id = $fact MATCH (s:Statement {fact: r.id})-[:STATED_IN]->(d) RETURN d.id',
      { fact: one?.fact },
    )
    expect(told).toEqual([['a']])
    const id = String((await rig.rows('MATCH (p:Person)-[r]->() WHERE r.id = $fact RETURN p.id', one as never))[0]?.[0])
    const named = (id: string, name: string) => ({ id, name, type: 'Person' as const, documents: 1 })
    await merge(graph, named(id, '王守平'), named(idOf(li), '李建国'), { why: '一人' })
    const [now] = await wrongFacts(graph)
    expect(await rig.rows('MATCH (p:Person)-[r]->() WHERE r.id = $fact RETURN type(r)', now as never)).toEqual([
      ['CHAIRED'],
    ])
    expect((await listJudgements(graph)).map(({ kind }) => kind).sort()).toEqual(['merge', 'wrong'])
  })

  it('sets side by side what documents disagree on', async () => {
    const { graph } = rig.open
    await rig.write([
      ...SHEETS,
      { id: 'e', date: '2023-03-18', says: [holds({ since: '2022' }), { from: li, type: 'HOLDS_POST', to: governor }] },
    ])
    const [deaths] = await doubtsOfEntity(graph, idOf(accident(3)))
    expect(deaths?.attribute).toBe('deaths')
    expect(deaths?.values.map(({ value, said }) => [value, said.map(({ document }) => document)])).toEqual([
      [3, ['b']],
      [9, ['d']],
    ])
    expect(deaths?.values[1]?.said[0]?.quote).toContain('某地矿难')
    expect(await doubtsOfEntity(graph, idOf(wang))).toEqual([])
    const { disagreements, rivals } = await doubtsOfFact(graph, factOf(holds()))
    expect(disagreements.map(({ attribute, values }) => [attribute, values.map(({ value }) => value)])).toEqual([
      ['since', ['2021', '2022']],
    ])
    expect(rivals[0]?.holders.map(({ name }) => name).sort()).toEqual(['李建国', '王守平'])
    expect(await doubtsOfFact(graph, factOf(chaired))).toEqual({ disagreements: [], rivals: [] })
  })

  it('finds all shortest paths, the best supported first, only through the types allowed', async () => {
    const { graph } = rig.open
    const [body, place]: Thing[] = [
      { type: 'Organization', key: '云岭县应急管理局' },
      { type: 'Place', key: '云岭县' },
    ] as Thing[]
    await rig.write([
      ...SHEETS,
      { id: 'x', says: [{ from: drill, type: 'HELD_BY', to: body as Thing }] },
      { id: 'y', says: [{ from: accident(3), type: 'OCCURRED_IN', to: place as Thing }] },
    ])
    const between = async (a: Thing, b: Thing, options = {}) => {
      const { paths, ended, part } = await findPaths(graph, idOf(a), idOf(b), options)
      return [ended, paths.map(({ facts }) => facts.length), part.nodes.length, part.relationships.length]
    }
    expect(await between(wang, place as Thing)).toEqual(['found', [3], 4, 3])
    expect(await between(li, wang)).toEqual(['found', [2], 3, 2])
    expect(await between(li, wang, { types: ['CHAIRED'] })).toEqual(['none', [], 2, 0])
    expect(await between(li, place as Thing, { timeoutMs: -1 })).toEqual(['time', [], 2, 0])
    await rig.write([{ id: 'z', says: [{ from: li, type: 'CHAIRED', to: drill }] }])
    const { paths } = await findPaths(graph, idOf(li), idOf(wang))
    expect(paths.map(({ entities }) => entities[1])).toEqual(
      expect.arrayContaining([idOf(governor), idOf(drill)]) as never,
    )
    expect(paths.every(({ entities }) => entities[0] === idOf(li) && entities[2] === idOf(wang))).toBe(true)
    await expect(findPaths(graph, idOf(li), idOf(li))).rejects.toMatchObject({ kind: 'input' })
    await expect(findPaths(graph, idOf(li), 'none')).rejects.toMatchObject({ kind: 'input' })
  })

  it('finds a body by the short form that no document uses, after those that have it', async () => {
    const bodies = ['国务院安全生产委员会', '某省安委会', '安全委托协会'].map(
      (key): Thing => ({ type: 'Organization', key }),
    )
    await rig.write([{ id: 'a', says: bodies.map((to) => ({ from: drill, type: 'HELD_BY', to })) }])
    const names = async (text: string) =>
      (await search(rig.open.graph, text)).entities.map(({ properties }) => properties.name)
    expect((await names('安委会'))[0]).toBe('某省安委会')
    expect(await names('安委会')).toContain('国务院安全生产委员会')
    expect(await names('会委安')).toEqual([])
    expect(await names('.*')).toEqual([])
  })
}
