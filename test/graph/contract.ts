// What every engine must do. In: an engine. Out: its suite. An engine that cannot be had is skipped with its reason.
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import type { ManagedTransaction } from 'neo4j-driver'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyChange } from '../../graph/change.js'
import { claimsOf } from '../../graph/claim.js'
import { connect } from '../../graph/connect.js'
import { dump, dumpHash } from '../../graph/dump.js'
import { plain, query } from '../../graph/query.js'
import {
  counts,
  document,
  entity,
  evidence,
  listDocuments,
  neighbourCounts,
  neighbours,
  overview,
  search,
} from '../../graph/read.js'
import { knownDocuments, prepare, removeDocuments, settle, writeDocuments } from '../../graph/write.js'
import type { Engine, OpenEngine } from './engines.js'
import { factOf, idOf, makeDocument, type Says, type Sheet, sheets, type Thing } from './sample.js'

const wang: Thing = { type: 'Person', key: '王守平' }
const li: Thing = { type: 'Person', key: '李建国' }
const governor: Thing = { type: 'Post', key: '省长', name: '某省省长' }
const drill: Thing = { type: 'Meeting', key: '例会', attrs: { date: '2023-03-14' } }
const accident = (deaths: number, name = '矿难'): Thing => ({ type: 'Accident', key: '矿难', name, attrs: { deaths } })
const holds = (attrs = {}): Says => ({ from: wang, type: 'HOLDS_POST', to: governor, attrs })

const SHEETS: Sheet[] = [
  { id: 'a', date: '2023-03-15', says: [holds(), { from: wang, type: 'CHAIRED', to: drill }] },
  {
    id: 'b',
    date: '2023-03-20',
    says: [holds({ since: '2021' }), { from: drill, type: 'RESPONDED_TO', to: accident(3) }],
  },
  { id: 'c', date: '2024-05', says: [holds({ former: true }), { from: li, type: 'HOLDS_POST', to: governor }] },
  { id: 'd', says: [{ from: drill, type: 'RESPONDED_TO', to: accident(9, '某地矿难') }] },
]

/** The suite: it begins each test with an empty graph. */
export function graphContract(engine: Engine): void {
  describe(engine.name, () => {
    let open: OpenEngine
    beforeAll(async () => {
      if (engine.missing === undefined) open = await engine.open()
    })
    afterAll(async () => await open?.close())
    beforeEach(async ({ skip }) => {
      if (engine.missing !== undefined) skip(engine.missing)
      await open.clear()
      await prepare(open.graph)
    })
    const write = async (list: readonly Sheet[], batch = 100) => {
      for (let start = 0; start < list.length; start += batch) {
        await writeDocuments(open.graph, list.slice(start, start + batch).map(makeDocument))
      }
    }
    const rows = async (cypher: string, params = {}) => (await query(open.graph, cypher, { params })).rows
    const hash = async () => await dumpHash(open.graph)
    const hashOf = async (list: readonly Sheet[]) => {
      await open.clear()
      await write(list)
      return await hash()
    }

    it('prepares twice as once', async () => {
      await prepare(open.graph)
      const duplicate = query(open.graph, `CREATE (:Entity {id: 'x'}) CREATE (:Entity {id: 'x'})`, { write: true })
      await expect(duplicate).rejects.toMatchObject({ name: 'Fault', kind: 'query' })
    })

    it('writes documents, and says what came', async () => {
      const report = await writeDocuments(open.graph, SHEETS.map(makeDocument))
      expect(report).toEqual({ documents: 4, entities: 5, relationships: 4, statements: 7 })
      const found = await counts(open.graph)
      expect(found).toMatchObject({ documents: 4, statements: 7, entities: { Person: 2, Post: 1, Group: 0 } })
      expect(found.relationships).toMatchObject({ HOLDS_POST: 2, CHAIRED: 1, RESPONDED_TO: 1, VISITED: 0 })
      expect(await knownDocuments(open.graph, ['a', 'z'])).toEqual(
        new Map([['a', makeDocument(SHEETS[0] as Sheet).document.sha256]]),
      )
    })

    it('makes one thing of what several documents say', async () => {
      await write(SHEETS)
      const [[held]] = (await rows('MATCH (:Person)-[r:HOLDS_POST {id: $id}]->(:Post) RETURN properties(r)', {
        id: factOf(holds()),
      })) as [[{ kind: 'map'; entries: object }]]
      expect(held.entries).toMatchObject({
        sources: 3,
        first: '2023-03-15',
        last: '2024-05',
        since: '2021',
        former: true,
      })
      const found = await entity(open.graph, idOf(accident(0)))
      expect(found?.labels.toSorted()).toEqual(['Accident', 'Entity'])
      // One document each: the longer name, and the toll of the one that has a date.
      expect(found?.properties).toMatchObject({ name: '某地矿难', aliases: ['矿难'], deaths: 3, documents: 2 })
      expect((await entity(open.graph, idOf(wang)))?.properties).toMatchObject({ aliases: [], documents: 3 })
    })

    it('has a sentence for every fact, at its place in the text', async () => {
      await write(SHEETS)
      const unproved = `MATCH (a:Entity)-[r]->(b:Entity) OPTIONAL MATCH (s:Statement {fact: r.id})
        WITH r, count(s) AS n WHERE n <> r.sources RETURN count(r)`
      expect(await rows(unproved)).toEqual([[0]])
      const misplaced = `MATCH (s:Statement)-[:STATED_IN]->(d:Document)
        WHERE s.quote <> substring(d.text, s.start, s.end - s.start) RETURN count(s)`
      expect(await rows(misplaced)).toEqual([[0]])
    })

    it('adds nothing the second time', async () => {
      await write(SHEETS)
      const before = await hash()
      const again = await writeDocuments(open.graph, SHEETS.map(makeDocument))
      expect(again).toEqual({ documents: 0, entities: 0, relationships: 0, statements: 0 })
      expect(await hash()).toBe(before)
    })

    it('gives one graph whatever the order and the batches', async () => {
      const once = await hashOf(SHEETS)
      expect(await hashOf(SHEETS.toReversed())).toBe(once)
      await open.clear()
      await write([...SHEETS.slice(2), ...SHEETS.slice(0, 2)], 1)
      expect(await hash()).toBe(once)
    })

    it('removes a document as if it had never come', async () => {
      for (const gone of SHEETS) {
        const never = await hashOf(SHEETS.filter((sheet) => sheet !== gone))
        await hashOf(SHEETS)
        expect(await removeDocuments(open.graph, [gone.id])).toMatchObject({ documents: 1 })
        expect(await hash()).toBe(never)
      }
      expect(await removeDocuments(open.graph, ['nowhere'])).toMatchObject({ documents: 0, statements: 0 })
      await removeDocuments(
        open.graph,
        SHEETS.map((sheet) => sheet.id),
      )
      expect(await rows('MATCH (n) WHERE NOT n:Tally RETURN count(n)')).toEqual([[0]])
    })

    it('replaces a changed document', async () => {
      const changed: Sheet = { id: 'c', date: '2022', says: [{ from: li, type: 'CHAIRED', to: drill }] }
      const fresh = await hashOf([...SHEETS.filter((sheet) => sheet.id !== 'c'), changed])
      await hashOf(SHEETS)
      await write([changed])
      expect(await hash()).toBe(fresh)
    })

    it('keeps to all that for any documents', async () => {
      const sheetsAndPick = sheets.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.nat(list.length - 1)),
      )
      await fc.assert(
        fc.asyncProperty(sheetsAndPick, fc.integer({ min: 1, max: 4 }), async ([list, shuffled, pick], batch) => {
          const gone = list[pick] as Sheet
          const never = await hashOf(list.filter((sheet) => sheet !== gone))
          await write([gone])
          const all = await hash()
          await open.clear()
          await write(shuffled, batch)
          expect(await hash()).toBe(all)
          // Changed to nothing, and then gone.
          await write([{ ...gone, says: [] }])
          await write([gone])
          expect(await hash()).toBe(all)
          await removeDocuments(open.graph, [gone.id])
          expect(await hash()).toBe(never)
        }),
        { numRuns: 12 },
      )
    }, 120_000)

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
      await write(many, 7)
      expect(await rows(`MATCH (t:Tally) WHERE t.id <> 'writer' RETURN count(t)`)).toEqual([[6]])
      // From all to under the number that has books, in steps; each time as if only the rest had been written.
      let left = many
      for (const goes of [1, 1, 18, 13, 5]) {
        const gone = left.slice(0, goes).map((sheet) => sheet.id)
        left = left.slice(goes)
        await removeDocuments(open.graph, gone)
      }
      expect(await rows(`MATCH (t:Tally) WHERE t.id <> 'writer' RETURN count(t)`)).toEqual([[0]])
      const after = await hash()
      expect(await hashOf(left)).toBe(after)
      await write(many.slice(0, 30))
      const rejoined = await hash()
      expect(await hashOf([...left, ...many.slice(0, 30)])).toBe(rejoined)
    }, 60_000)

    it('lets two writers at once do what one after the other does', async () => {
      const once = await hashOf(SHEETS)
      await open.clear()
      await Promise.all(SHEETS.map(async (sheet) => await write([sheet])))
      expect(await hash()).toBe(once)
    }, 120_000)

    it('keeps nothing half of what a writer wrote who vanished', async () => {
      const once = await hashOf(SHEETS)
      await open.clear()
      const [first, ...rest] = SHEETS as [Sheet, ...Sheet[]]
      await write([first])
      const before = await hash()
      const claims = rest.map((sheet) => claimsOf(makeDocument(sheet)))
      for (const delay of [0, 5, 10, 20, 40, 80]) {
        const other = await connect(open.target)
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
        expect(await hash()).toBe(before)
      }
      await write(SHEETS)
      expect(await hash()).toBe(once)
    }, 60_000)

    it('gives a dump that depends on nothing but the content', async () => {
      await write(SHEETS)
      const lines: string[] = []
      for await (const line of dump(open.graph)) lines.push(line)
      expect(new Set(lines).size).toBe(lines.length)
      // 4 documents with 3 + 4 + 3 + 2 mentions and 7 statements, 5 entities and 4 facts.
      expect(lines.length).toBe(4 + 12 + 7 + 5 + 4)
      expect(lines.join('\n')).not.toMatch(/ingested_at|elementId|turn/)
    })

    it('shows the sentences of a fact, newest first', async () => {
      await write(SHEETS)
      const found = await evidence(open.graph, factOf(holds()))
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
      expect(await evidence(open.graph, 'no such fact')).toBeUndefined()
    })

    it('shows a document with what it names and says', async () => {
      await write(SHEETS)
      const found = await document(open.graph, 'b')
      const text = found?.document.text ?? ''
      expect(found?.mentions.map((row) => [row.type, text.slice(row.start, row.end)])).toEqual([
        ['Person', '王守平'],
        ['Post', '某省省长'],
        ['Meeting', '例会'],
        ['Accident', '矿难'],
      ])
      expect(found?.statements.map((row) => row.type)).toEqual(['HOLDS_POST', 'RESPONDED_TO'])
      for (const { start, end, quote } of found?.statements ?? []) expect(text.slice(start, end)).toBe(quote)
      expect(await document(open.graph, 'z')).toBeUndefined()
      expect((await listDocuments(open.graph)).map((row) => row.id)).toEqual(['c', 'b', 'a', 'd'])
    })

    it('shows what is linked to an entity', async () => {
      await write(SHEETS)
      const near = await neighbours(open.graph, idOf(wang))
      expect(near.nodes.map((node) => node.properties.name)).toEqual(['王守平', '某省省长', '例会'])
      expect(near.relationships.map((row) => row.type)).toEqual(['HOLDS_POST', 'CHAIRED'])
      expect(await neighbours(open.graph, idOf(wang), { limit: 1 })).toMatchObject({ truncated: true })
      const only = await neighbours(open.graph, idOf(wang), { types: ['CHAIRED'] })
      expect(only.relationships.map((row) => row.type)).toEqual(['CHAIRED'])
      expect(await neighbours(open.graph, 'nobody')).toEqual({ nodes: [], relationships: [], truncated: false })
      expect(await neighbourCounts(open.graph, idOf(drill))).toEqual([
        { type: 'CHAIRED', direction: 'in', count: 1 },
        { type: 'RESPONDED_TO', direction: 'out', count: 1 },
      ])
      const view = await overview(open.graph, 3)
      expect(view.nodes.length).toBe(3)
      expect(view.relationships.length).toBeGreaterThanOrEqual(2)
    })

    it('finds by name, by other form and by text', async () => {
      await write(SHEETS)
      const names = async (text: string, limit?: number) =>
        (await search(open.graph, text, limit)).entities.map((node) => node.properties.name)
      expect(await names('王守平')).toEqual(['王守平'])
      expect(await names('矿难')).toEqual(['某地矿难'])
      expect(await names('某')).toEqual(['某省省长', '某地矿难'])
      expect(await names('某', 1)).toEqual(['某省省长'])
      expect(await names('  ')).toEqual([])
      const { documents } = await search(open.graph, '李建国')
      expect(documents).toMatchObject([{ id: 'c', date: '2024-05', at: expect.any(Number) }])
      expect(documents[0]?.snippet).toContain('李建国')
    })

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
      await write(SHEETS)
      const before = await hash()
      await expect(query(open.graph, cypher)).rejects.toMatchObject({ name: 'Fault', kind: 'denied' })
      expect(await hash()).toBe(before)
    })

    it('says where a query is wrong', async () => {
      await expect(query(open.graph, 'MATCH (n RETURN n')).rejects.toMatchObject({
        kind: 'query',
        message: expect.stringMatching(/line 1, column \d+/),
      })
      await expect(query(open.graph, 'RETURN $missing')).rejects.toMatchObject({ kind: 'query' })
    })

    it('answers with wire values, up to a limit', async () => {
      const made = await query(open.graph, 'UNWIND range(1, 5) AS n RETURN n, {kind: "node", n: [n, null]} AS map', {
        limit: 2,
      })
      expect(made).toMatchObject({ columns: ['n', 'map'], truncated: true, summary: { counters: {} } })
      expect(made.rows).toEqual([1, 2].map((n) => [n, { kind: 'map', entries: { kind: 'node', n: [n, null] } }]))
      expect((await query(open.graph, 'RETURN 1 AS n', { limit: 1 })).truncated).toBe(false)
      await write(SHEETS)
      const [[from, chaired]] = (await query(open.graph, 'MATCH (p:Person)-[r:CHAIRED]->(m) RETURN p, r', {})).rows.map(
        (row) => row.map(plain),
      ) as [[object, object]]
      expect(from).toMatchObject({ name: '王守平', labels: expect.arrayContaining(['Entity', 'Person']) })
      expect(chaired).toMatchObject({ type: 'CHAIRED', sources: 1, first: '2023-03-15' })
      const created = await query(open.graph, 'CREATE (a:Loose)-[:TO]->(b:Loose)', { write: true })
      expect(created.summary.counters).toMatchObject({ nodesCreated: 2, relationshipsCreated: 1 })
    })

    it('takes numbers as integers where they are whole', async () => {
      const params = { whole: 3, part: 0.5, list: [1, { two: 2 }], text: '3' }
      expect(await rows('RETURN $whole / 2, $part, $list[1].two, $text', params)).toEqual([[1, 0.5, 2, '3']])
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
      await write(SHEETS)
      const odd: Thing = { type: 'Person', key: 'odd', name, aliases: [`${name}'"`] }
      await write([{ id: name, title: name, says: [{ from: odd, type: 'CHAIRED', to: drill }] }])
      expect((await entity(open.graph, idOf(odd)))?.properties).toMatchObject({ name, aliases: [`${name}'"`] })
      expect((await document(open.graph, name))?.document.title).toBe(name)
      expect((await search(open.graph, name)).entities.map((node) => node.properties.name)).toEqual([name])
      expect((await counts(open.graph)).documents).toBe(5)
      await removeDocuments(open.graph, [name])
      expect((await counts(open.graph)).documents).toBe(4)
    })

    it('keeps text of any length, but looks nothing up by it', async () => {
      const long = '长'.repeat(10_000)
      const odd: Thing = { type: 'Person', key: 'odd', aliases: [long] }
      await write([{ id: 'long', title: long, says: [{ from: odd, type: 'CHAIRED', to: drill }] }])
      expect((await entity(open.graph, idOf(odd)))?.properties.aliases).toEqual([long])
      expect((await document(open.graph, 'long'))?.document.title).toBe(long)
      const before = await hash()
      const named = write([{ id: 'x', says: [{ from: { ...odd, name: long }, type: 'CHAIRED', to: drill }] }])
      await expect(named).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining('10000 characters') })
      await expect(write([{ id: long, says: [] }])).rejects.toMatchObject({ kind: 'input' })
      expect(await hash()).toBe(before)
    })

    it('makes what was written durable', async () => {
      await write(SHEETS)
      await settle(open.graph)
      expect((await counts(open.graph)).documents).toBe(4)
    })

    // Last: the embedded engine may have to be killed and started anew for it, within some seconds.
    it('stops a query at its time limit and when told, and goes on', async () => {
      await write(SHEETS)
      const endless = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*)'
      await expect(query(open.graph, endless, { timeoutMs: 300 })).rejects.toMatchObject({ kind: 'query' })
      const abort = new AbortController()
      setTimeout(() => abort.abort(), 300)
      await expect(query(open.graph, endless, { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' })
      for (const end = Date.now() + 4_000; Date.now() < end; await sleep(100)) {
        expect((await listDocuments(open.graph)).length).toBe(4)
      }
    }, 60_000)
  })
}
