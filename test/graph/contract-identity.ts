// What judgements and namesakes must come to, whatever the engine: the graph is a function of the sets of documents and of
// judgements, and a judgement undone has never been.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { removeDocuments, writeDocuments, writeJudgements } from '../../graph/write.js'
import { type Judgement, judgementId } from '../../schema/judgement.js'
import type { Standing } from '../../schema/standing.js'
import { drill, type Rig } from './rig.js'
import { idOf, makeDocument, type Says, type Sheet, type Thing } from './sample.js'

const premier: Standing = { key: '国务院总理', name: '国务院总理', level: 1, sure: true, central: true }
const secretary: Standing = {
  key: '某市委书记',
  name: '某市委书记',
  level: 3,
  sure: true,
  province: '某市',
  leads: '某市',
}
const worker: Standing = { name: '远山煤矿安全员', level: 11, sure: true }
const driver: Standing = { name: '近水公司司机', level: 11, sure: true }
const STANDINGS = [premier, secretary, worker, driver]

const liQiang = (...standings: Standing[]): Thing => ({ type: 'Person', key: '李强', standings })
const PEOPLE = ['李强', '李墙', '王守平']
const office = (standing: Standing): Thing => ({ type: 'Post', key: standing.name })
const holds = (person: Thing, standing: Standing): Says => ({ from: person, type: 'HOLDS_POST', to: office(standing) })
const attends = (person: Thing): Says => ({ from: person, type: 'ATTENDED', to: drill })

const dates = fc.constantFrom('2019-06', '2022-11-24', '2023', '2023-03-13', '2024-01-20', undefined)
const sheetOf = fc
  .array(
    fc.record({
      key: fc.constantFrom(...PEOPLE),
      standings: fc.subarray(STANDINGS, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((people) =>
    people.flatMap(({ key, standings }): Says[] => {
      const person: Thing = { type: 'Person', key, standings }
      return [attends(person), ...standings.map((standing) => holds(person, standing))]
    }),
  )
/** Documents that speak of persons of the same names, and give them offices or none. */
export const namesakes: fc.Arbitrary<Sheet[]> = fc
  .array(fc.record({ date: dates, says: sheetOf }), { minLength: 2, maxLength: 6 })
  .map((rows) =>
    rows.map(({ date, says }, index) => {
      // A document gives a person one set of offices.
      const first = new Map<string, Thing>()
      const own = (thing: Thing) => {
        if (!first.has(thing.key)) first.set(thing.key, thing)
        return first.get(thing.key) as Thing
      }
      return { id: `d${index}`, ...(date ? { date } : {}), says: says.map((one) => ({ ...one, from: own(one.from) })) }
    }),
  )

const sides = fc.record({
  key: fc.constantFrom(...PEOPLE).map((key) => idOf({ type: 'Person', key })),
  office: fc.option(fc.constantFrom(...STANDINGS.map(({ key, name }) => key ?? `"${name}"`)), { nil: undefined }),
  name: fc.constant('某人'),
})
const side = sides.map(({ office, ...own }) => ({ ...own, ...(office === undefined ? {} : { office }) }))
const judged = (judgement: Omit<Judgement, 'id' | 'why'>): Judgement => ({
  ...judgement,
  id: judgementId(judgement),
  why: '样例',
})
const judgements: fc.Arbitrary<Judgement[]> = fc
  .array(
    fc.oneof(
      fc.record({ a: side, b: side }).map(({ a, b }) => judged({ kind: 'merge', type: 'Person', a, b })),
      fc.record({ a: side, b: side }).map(({ a, b }) => judged({ kind: 'split', type: 'Person', a, b })),
      fc
        .record({ a: side, documents: fc.subarray(['d0', 'd1', 'd2', 'd3'], { minLength: 1 }) })
        .map(({ a, documents }) => judged({ kind: 'split', type: 'Person', a, documents })),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => [...new Map(list.map((one) => [one.id, one])).values()])

/** Merging, splitting, undoing, and telling namesakes apart. */
export function identityContract(rig: Rig): void {
  const people = async () =>
    await rig.rows(
      `MATCH (p:Person) OPTIONAL MATCH (p)-[:HOLDS_POST]->(o:Post)
       WITH p, o.name AS post ORDER BY post
       RETURN coalesce(p.label, p.name) AS who, p.documents, collect(post) ORDER BY who`,
    )

  it('tells two of one name apart by offices that one cannot hold', async () => {
    await rig.write([
      { id: 'a', date: '2023-03-13', says: [holds(liQiang(premier), premier)] },
      { id: 'b', date: '2023-05-02', says: [holds(liQiang(worker), worker)] },
      { id: 'c', date: '2023-06-01', says: [attends(liQiang())] },
      { id: 'd', date: '2020-06-01', says: [holds(liQiang(secretary), secretary)] },
    ])
    expect(await people()).toEqual([
      ['李强 · 国务院总理', 3, ['国务院总理', '某市委书记']],
      ['李强 · 远山煤矿安全员', 1, ['远山煤矿安全员']],
    ])
    await removeDocuments(rig.open.graph, ['b'])
    expect(await people()).toEqual([['李强', 3, ['国务院总理', '某市委书记']]])
  })

  it('makes one of two that are judged to be one, and two again when that is undone', async () => {
    await rig.write([
      { id: 'a', date: '2023-03-13', says: [holds(liQiang(premier), premier)] },
      { id: 'b', date: '2023-05-02', says: [holds({ ...liQiang(premier), key: '李墙' }, premier), attends(liQiang())] },
    ])
    const before = await rig.hash()
    const a = { key: idOf({ type: 'Person', key: '李强' }), name: '李强' }
    const b = { key: idOf({ type: 'Person', key: '李墙' }), name: '李墙' }
    const merge = judged({ kind: 'merge', type: 'Person', a, b })
    expect(await writeJudgements(rig.open.graph, { put: [merge] })).toMatchObject({
      came: { entities: 0 },
      went: { entities: 1 },
    })
    // One document each for either name: of two so short the first in order.
    expect(await people()).toEqual([['李墙', 2, ['国务院总理']]])
    expect(await rig.rows('MATCH (p:Person)-[r]->() RETURN type(r), r.sources ORDER BY type(r)')).toEqual([
      ['ATTENDED', 1],
      ['HOLDS_POST', 2],
    ])
    await writeJudgements(rig.open.graph, { drop: [merge.id] })
    expect(await rig.hash()).toBe(before)
  })

  it('keeps to it where so many documents use a name that there are books of it', async () => {
    const { graph } = rig.open
    const day = (n: number) =>
      `20${20 + (n % 4)}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`
    const many = Array.from({ length: 50 }, (_, n): Sheet => {
      const told = n % 10 === 3 ? [worker] : n % 7 === 2 ? [] : n % 11 === 5 ? [premier, secretary] : [premier]
      const who = { ...liQiang(...told), key: n % 13 === 6 ? '李墙' : '李强' }
      return { id: `n${n}`, date: day(n), says: [attends(who), ...told.map((one) => holds(who, one))] }
    })
    const side = (key: string, office?: string) => ({
      key: idOf({ type: 'Person', key }),
      name: key,
      ...(office === undefined ? {} : { office }),
    })
    const merge = judged({ kind: 'merge', type: 'Person', a: side('李强', '国务院总理'), b: side('李墙') })
    const parted = judged({ kind: 'split', type: 'Person', a: side('李强'), documents: ['n0', 'n1', 'n9'] })
    const fresh = async (list: readonly Sheet[], ...put: Judgement[]) => {
      await rig.open.clear()
      await rig.write(list, 25)
      await writeJudgements(graph, { put })
      return await rig.hash()
    }
    const newestFirst = many.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
    const left = newestFirst.slice(15)
    const [whole, less] = [await fresh(many, merge, parted), await fresh(left, merge, parted)]
    const [plain, lessPlain] = [await fresh(many), await fresh(left)]
    expect(new Set([whole, less, plain, lessPlain]).size).toBe(4)
    // The newest first, so that the few days that the books know of are used up.
    await rig.open.clear()
    await rig.write(many, 7)
    expect(await rig.hash()).toBe(plain)
    await writeJudgements(graph, { put: [parted] })
    for (const { id } of newestFirst.slice(0, 15)) await removeDocuments(graph, [id])
    await writeJudgements(graph, { put: [merge] })
    expect(await rig.hash()).toBe(less)
    await writeJudgements(graph, { drop: [parted.id, merge.id] })
    expect(await rig.hash()).toBe(lessPlain)
    await writeJudgements(graph, { put: [merge, parted] })
    await rig.write(newestFirst.slice(0, 15), 4)
    expect(await rig.hash()).toBe(whole)
    await writeJudgements(graph, { drop: [merge.id, parted.id] })
    expect(await rig.hash()).toBe(plain)
    // To few, with no books left but those of names of two.
    await removeDocuments(
      graph,
      many.slice(4).map(({ id }) => id),
    )
    expect(await rig.hash()).toBe(await fresh(many.slice(0, 4)))
  }, 180_000)

  it('gives one graph whatever the order of documents and judgements, and the one before when they are undone', async () => {
    await fc.assert(
      fc.asyncProperty(
        namesakes.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.subarray(list)),
        ),
        judgements.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.subarray(list)),
        ),
        async ([list, shuffled, some], [judged, mixed, kept]) => {
          const { graph } = rig.open
          const put = async (list: readonly Judgement[]) => {
            for (const one of list) await writeJudgements(graph, { put: [one] })
          }
          const untouched = await rig.hashOf(list)
          await put(judged)
          const after = await rig.hash()
          // Undone, all and some.
          await writeJudgements(graph, { drop: mixed.map(({ id }) => id) })
          expect(await rig.hash()).toBe(untouched)
          await put(mixed)
          expect(await rig.hash()).toBe(after)
          await writeJudgements(graph, { drop: mixed.filter((one) => !kept.includes(one)).map(({ id }) => id) })
          const partly = await rig.hash()
          // Judged first, written after, one by one.
          await rig.open.clear()
          await put(kept)
          for (const sheet of shuffled) await writeDocuments(graph, [makeDocument(sheet)])
          expect(await rig.hash()).toBe(partly)
          await put(mixed)
          expect(await rig.hash()).toBe(after)
          // Documents that go and come again.
          await removeDocuments(
            graph,
            some.map(({ id }) => id),
          )
          const less = await rig.hash()
          await rig.write(some)
          expect(await rig.hash()).toBe(after)
          await rig.open.clear()
          await rig.write(list.filter((sheet) => !some.includes(sheet)))
          await put(judged)
          expect(await rig.hash()).toBe(less)
        },
      ),
      { numRuns: 12 },
    )
  }, 180_000)
}
