// What writing must come to, whatever the engine: the graph is a function of the documents that are in it.
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import type { ManagedTransaction } from 'neo4j-driver'
import { expect, it } from 'vitest'
import { applyChange } from '../../graph/change.js'
import { claimsOf } from '../../graph/claim.js'
import { connect } from '../../graph/connect.js'
import { query } from '../../graph/query.js'
import { counts, entity } from '../../graph/read.js'
import { knownDocuments, prepare, removeDocuments, writeDocuments } from '../../graph/write.js'
import { accident, drill, holds, li, type Rig, SHEETS, wang } from './rig.js'
import { factOf, idOf, makeDocument, type Sheet, sheets } from './sample.js'

/** Writing, removing, replacing, in any order and at once. */
export function algebraContract(rig: Rig): void {
  it('prepares twice as once', async () => {
    await prepare(rig.open.graph)
    const duplicate = query(rig.open.graph, `CREATE (:Entity {id: 'x'}) CREATE (:Entity {id: 'x'})`, { write: true })
    await expect(duplicate).rejects.toMatchObject({ name: 'Fault', kind: 'query' })
  })

  it('writes documents, and says what came', async () => {
    const report = await writeDocuments(rig.open.graph, SHEETS.map(makeDocument))
    expect(report).toEqual({ documents: 4, entities: 5, relationships: 4, statements: 7, retries: 0 })
    const found = await counts(rig.open.graph)
    expect(found).toMatchObject({ documents: 4, statements: 7, entities: { Person: 2, Post: 1, Group: 0 } })
    expect(found.relationships).toMatchObject({ HOLDS_POST: 2, CHAIRED: 1, RESPONDED_TO: 1, VISITED: 0 })
    expect(await knownDocuments(rig.open.graph, ['a', 'z'])).toEqual(
      new Map([['a', makeDocument(SHEETS[0] as Sheet).document.sha256]]),
    )
  })

  it('counts a sentence that two rules read alike once, by the surer rule', async () => {
    const read = makeDocument({ id: 'a', says: [holds()] })
    const [relation] = read.contribution.relations
    const [first] = relation?.evidence ?? []
    if (first === undefined) throw new Error('the sample says nothing')
    relation?.evidence.push({ ...first, rule: 'sample/second', confidence: 0.99 })
    expect(await writeDocuments(rig.open.graph, [read])).toMatchObject({ relationships: 1, statements: 1 })
    expect(await rig.rows('MATCH (s:Statement) RETURN s.rule, s.confidence')).toEqual([['sample/second', 0.99]])
    expect(await rig.rows('MATCH ()-[r:HOLDS_POST]->() RETURN toString(r.sources)')).toEqual([['1']])
  })

  it('makes one thing of what several documents say', async () => {
    await rig.write(SHEETS)
    const [[held]] = (await rig.rows('MATCH (:Person)-[r:HOLDS_POST {id: $id}]->(:Post) RETURN properties(r)', {
      id: factOf(holds()),
    })) as [[{ kind: 'map'; entries: object }]]
    expect(held.entries).toMatchObject({
      sources: 3,
      first: '2023-03-15',
      last: '2024-05',
      since: '2021',
      former: true,
    })
    const found = await entity(rig.open.graph, idOf(accident(0)))
    expect(found?.labels.toSorted()).toEqual(['Accident', 'Entity'])
    // One document each: the longer name, and the toll of the one that has a date.
    expect(found?.properties).toMatchObject({ name: '某地矿难', aliases: ['矿难'], deaths: 3, documents: 2 })
    expect((await entity(rig.open.graph, idOf(wang)))?.properties).toMatchObject({ aliases: [], documents: 3 })
  })

  it('has a sentence for every fact, at its place in the text', async () => {
    await rig.write(SHEETS)
    const unproved = `MATCH (a:Entity)-[r]->(b:Entity) OPTIONAL MATCH (s:Statement {fact: r.id})
      WITH r, count(s) AS n WHERE n <> r.sources RETURN count(r)`
    expect(await rig.rows(unproved)).toEqual([[0]])
    const misplaced = `MATCH (s:Statement)-[:STATED_IN]->(d:Document)
      WHERE s.quote <> substring(d.text, s.start, s.end - s.start) RETURN count(s)`
    expect(await rig.rows(misplaced)).toEqual([[0]])
  })

  it('adds nothing the second time', async () => {
    await rig.write(SHEETS)
    const before = await rig.hash()
    const again = await writeDocuments(rig.open.graph, SHEETS.map(makeDocument))
    expect(again).toEqual({ documents: 0, entities: 0, relationships: 0, statements: 0, retries: 0 })
    expect(await rig.hash()).toBe(before)
  })

  it('gives one graph whatever the order and the batches', async () => {
    const once = await rig.hashOf(SHEETS)
    expect(await rig.hashOf(SHEETS.toReversed())).toBe(once)
    await rig.open.clear()
    await rig.write([...SHEETS.slice(2), ...SHEETS.slice(0, 2)], 1)
    expect(await rig.hash()).toBe(once)
  })

  it('removes a document as if it had never come', async () => {
    for (const gone of SHEETS) {
      const never = await rig.hashOf(SHEETS.filter((sheet) => sheet !== gone))
      await rig.hashOf(SHEETS)
      expect(await removeDocuments(rig.open.graph, [gone.id])).toMatchObject({ documents: 1 })
      expect(await rig.hash()).toBe(never)
    }
    expect(await removeDocuments(rig.open.graph, ['nowhere'])).toMatchObject({ documents: 0, statements: 0 })
    await removeDocuments(
      rig.open.graph,
      SHEETS.map((sheet) => sheet.id),
    )
    expect(await rig.rows('MATCH (n) WHERE NOT n:Tally RETURN count(n)')).toEqual([[0]])
  })

  it('replaces a changed document', async () => {
    const changed: Sheet = { id: 'c', date: '2022', says: [{ from: li, type: 'CHAIRED', to: drill }] }
    const fresh = await rig.hashOf([...SHEETS.filter((sheet) => sheet.id !== 'c'), changed])
    await rig.hashOf(SHEETS)
    await rig.write([changed])
    expect(await rig.hash()).toBe(fresh)
  })

  it('keeps to all that for any documents', async () => {
    const sheetsAndPick = sheets.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.nat(list.length - 1)),
    )
    await fc.assert(
      fc.asyncProperty(sheetsAndPick, fc.integer({ min: 1, max: 4 }), async ([list, shuffled, pick], batch) => {
        const gone = list[pick] as Sheet
        const never = await rig.hashOf(list.filter((sheet) => sheet !== gone))
        await rig.write([gone])
        const all = await rig.hash()
        await rig.open.clear()
        await rig.write(shuffled, batch)
        expect(await rig.hash()).toBe(all)
        // Changed to nothing, and then gone.
        await rig.write([{ ...gone, says: [] }])
        await rig.write([gone])
        expect(await rig.hash()).toBe(all)
        await removeDocuments(rig.open.graph, [gone.id])
        expect(await rig.hash()).toBe(never)
      }),
      { numRuns: 12 },
    )
  }, 180_000)

  it('keeps to it where so many documents speak of one thing that there are books', async () => {
    const many = Array.from({ length: 60 }, (_, n): Sheet => {
      const month = String((n % 12) + 1).padStart(2, '0')
      const name = n % 3 === 0 ? '矿难' : `某地矿难${n % 2}`
      return {
        id: `m${n}`,
        ...(n % 7 === 0 ? {} : { date: `20${20 + (n % 4)}-${month}` }),
        says: [
          holds(n % 5 === 0 ? { former: true } : {}),
          { from: drill, type: 'RESPONDED_TO', to: accident(n, name) },
        ],
      }
    })
    await rig.write(many, 7)
    // One more for the name of the person.
    expect(await rig.rows(`MATCH (t:Tally) WHERE t.id <> 'writer' RETURN count(t)`)).toEqual([[7]])
    // The newest first, one by one, so that the few that the books know of are used up while there are books still;
    // then to under the number that has books.
    let left = many.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
    const remove = async (count: number) => {
      await removeDocuments(
        rig.open.graph,
        left.slice(0, count).map((sheet) => sheet.id),
      )
      left = left.slice(count)
    }
    for (let gone = 0; gone < 20; gone++) {
      await remove(1)
      const newest = left.find((sheet) => sheet.date !== undefined)?.date
      expect(await rig.rows('MATCH (:Person)-[r:HOLDS_POST]->() RETURN r.last, r.quote <> ""')).toEqual([
        [newest, true],
      ])
    }
    const stillBooks = await rig.hash()
    await remove(15)
    expect(await rig.rows(`MATCH (t:Tally) WHERE t.id <> 'writer' RETURN count(t)`)).toEqual([[0]])
    const after = await rig.hash()
    expect(await rig.hashOf(many.filter((sheet) => left.includes(sheet)))).toBe(after)
    const newest = many.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
    expect(await rig.hashOf(newest.slice(20))).toBe(stillBooks)
    await rig.hashOf(left)
    await rig.write(many.slice(0, 30))
    const rejoined = await rig.hash()
    const both = new Set([...many.slice(0, 30), ...left])
    expect(await rig.hashOf([...both])).toBe(rejoined)
  }, 180_000)

  it('lets two writers at once do what one after the other does', async () => {
    const once = await rig.hashOf(SHEETS)
    await rig.open.clear()
    await Promise.all(SHEETS.map(async (sheet) => await rig.write([sheet])))
    expect(await rig.hash()).toBe(once)
  }, 180_000)

  it('gives one graph whoever of several writers does what, each remembering its own', async () => {
    const other = await connect(rig.open.target)
    const graphs = [rig.open.graph, other]
    const deed = fc.record({ who: fc.nat(1), sheet: fc.nat(5), does: fc.constantFrom('write', 'empty', 'remove') })
    try {
      await fc.assert(
        fc.asyncProperty(sheets, fc.array(deed, { minLength: 4, maxLength: 12 }), async (list, deeds) => {
          await rig.open.clear()
          const there = new Map<string, Sheet>()
          for (const { who, sheet, does } of deeds) {
            const graph = graphs[who] as typeof other
            const one = list[sheet % list.length] as Sheet
            const written = does === 'empty' ? { ...one, says: [] } : one
            if (does === 'remove') {
              await removeDocuments(graph, [one.id])
              there.delete(one.id)
            } else {
              await writeDocuments(graph, [makeDocument(written)])
              there.set(one.id, written)
            }
          }
          const result = await rig.hash()
          expect(await rig.hashOf([...there.values()])).toBe(result)
        }),
        { numRuns: 6 },
      )
    } finally {
      await other.close()
    }
  }, 180_000)

  it('does not take a graph that was emptied under it for the one it remembers', async () => {
    const [first, second] = SHEETS as [Sheet, Sheet]
    const other = await connect(rig.open.target)
    try {
      await rig.open.clear()
      await rig.write([first])
      await writeDocuments(other, [makeDocument(second)])
      await rig.open.clear()
      // Two turns are taken again, so that by number the next would follow upon the other's own.
      await rig.write([first])
      await rig.write([first])
      await writeDocuments(other, [makeDocument(SHEETS[2] as Sheet)])
      const result = await rig.hash()
      expect(await rig.hashOf([first, SHEETS[2] as Sheet])).toBe(result)
    } finally {
      await other.close()
    }
  }, 180_000)

  it('keeps nothing half of what a writer wrote who vanished', async () => {
    const once = await rig.hashOf(SHEETS)
    await rig.open.clear()
    const [first, ...rest] = SHEETS as [Sheet, ...Sheet[]]
    await rig.write([first])
    const before = await rig.hash()
    const claims = rest.map((sheet) => claimsOf(makeDocument(sheet)))
    for (const delay of [0, 5, 10, 20, 40, 80]) {
      const other = await connect(rig.open.target)
      const tx = await other.driver.session().beginTransaction()
      // Not waited for: a driver that is closed leaves what it had asked for without an answer.
      void applyChange(tx as unknown as ManagedTransaction, {
        documents: rest.map((sheet) => makeDocument(sheet).document),
        mentions: claims.flatMap((claim) => claim.mentions),
        statements: claims.flatMap((claim) => claim.statements),
        gone: [first.id],
        ingestedAt: '',
      }).catch(() => undefined)
      await sleep(delay)
      await other.close()
      expect(await rig.hash()).toBe(before)
    }
    await rig.write(SHEETS)
    expect(await rig.hash()).toBe(once)
  }, 180_000)
}
