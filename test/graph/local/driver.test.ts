import neo4j, { type Node, type Path, type Relationship, type Record as Row } from 'neo4j-driver'
import { describe, expect, it } from 'vitest'
import { CODE } from '../../../graph/local/failure.js'
import { codeOf, connect, driver, int, rowsOf, served } from './driven.js'

describe('connecting', () => {
  it.each(['bolt', 'neo4j'])('%s://', async (scheme) => {
    const other = connect(scheme)
    const { agent, protocolVersion } = await other.getServerInfo()
    expect(agent).toMatch(/^Neo4j\/5\./)
    expect(protocolVersion).toMatchObject({ major: 5, minor: 8 })
    expect((await other.executeQuery('RETURN 1 AS x')).records[0]?.get('x')).toEqual(int(1))
    await other.close()
  })

  it('with a wrong password', async () => {
    const other = connect('bolt', 'guess')
    expect(await codeOf(other.executeQuery('RETURN 1'))).toBe(CODE.unauthorized)
    await other.close()
  })

  it('to a database that is not there', async () => {
    const session = driver.session({ database: 'movies' })
    expect(await codeOf(session.run('RETURN 1'))).toBe(CODE.database)
    await session.close()
  })

  it('a hundred at once', async () => {
    const other = neo4j.driver(served.uri, neo4j.auth.basic('neo4j', served.password), { maxConnectionPoolSize: 120 })
    const sessions = Array.from({ length: 110 }, () => other.session())
    const transactions = await Promise.all(sessions.map((session) => session.beginTransaction()))
    const sums = await Promise.all(transactions.map((tx, at) => tx.run('RETURN $at + 1 AS x', { at: int(at) })))
    expect(sums.map(({ records }) => records[0]?.get('x').toNumber())).toEqual(sessions.map((_, at) => at + 1))
    await other.close()
  })
})

describe('values', () => {
  const { Date: Day, DateTime, Duration, LocalDateTime, LocalTime, Time } = neo4j.types
  const same: [string, unknown][] = [
    ['null', null],
    ['booleans', [true, false]],
    ['a small integer', int(-3)],
    ['the largest integer', int('9223372036854775807')],
    ['the smallest integer', int('-9223372036854775808')],
    ['beyond 2^53', int('9007199254740993')],
    ['a float', 1.5],
    ['a whole float', 3.0],
    ['a tiny float', 5e-324],
    ['text', '国务院安委会办公室 🧯\u0000'],
    ['a long text', '文'.repeat(100_000)],
    ['bytes', new Int8Array([1, -2, 3])],
    ['lists in lists', [[int(1)], [], [null, 'x']]],
    ['maps in maps', { a: { b: [int(1), { c: 'd' }] }, 空: null }],
    ['a date', new Day(2023, 11, 16)],
    ['a date before 1970', new Day(1949, 10, 1)],
    ['a time', new Time(8, 5, 0, 0, 8 * 3600)],
    ['a local time', new LocalTime(8, 5, 30, 123456789)],
    ['a moment', new DateTime(2023, 11, 16, 6, 50, 0, 123456000, 8 * 3600)],
    ['a moment before 1970', new DateTime(1949, 10, 1, 15, 0, 0, 1000, -3600)],
    ['a local moment', new LocalDateTime(2023, 11, 16, 6, 50, 1, 500000000)],
    ['a local moment before 1970', new LocalDateTime(1949, 10, 1, 15, 0, 0, 0)],
    ['a duration', new Duration(14, 3, 7, 500000000)],
    ['a negative duration', new Duration(-14, -3, -5, 500000000)],
  ]
  it.each(same)('%s comes back from a parameter', async (_, value) => {
    const [row] = await rowsOf('RETURN $value AS value', { value })
    const plain = (one: unknown) => JSON.stringify(one, (_, v) => (typeof v === 'bigint' ? `${v}` : v))
    const [got, expected] = [row?.value, value]
    if (neo4j.isInt(expected) || typeof expected !== 'object') expect(got).toEqual(expected)
    else if (ArrayBuffer.isView(expected)) expect([...(got as Int8Array)]).toEqual([...(expected as Int8Array)])
    else if (String(expected) !== '[object Object]') expect(String(got)).toBe(String(expected))
    else expect(plain(got)).toBe(plain(expected))
  })

  it('integers and floats keep apart in results, also inside', async () => {
    const [row] = await rowsOf(
      'RETURN 1 AS i, 1.0 AS f, [1, 2] AS li, [1.0, 2.0] AS lf, {i: 1, f: 1.0} AS m, 7.0 / 2 AS d, 7 / 2 AS q',
    )
    expect(row).toEqual({
      i: int(1),
      f: 1,
      li: [int(1), int(2)],
      lf: [1, 2],
      m: { i: int(1), f: 1 },
      d: 3.5,
      q: int(3),
    })
  })

  it('text that looks like a date stays text', async () => {
    await rowsOf("CREATE (:D {day: '2023-11-16', at: '08:00:00', long: 'P1D'})")
    expect(await rowsOf('MATCH (d:D) RETURN d.day AS day, d.at AS at, d.long AS long')).toEqual([
      { day: '2023-11-16', at: '08:00:00', long: 'P1D' },
    ])
  })

  it('nodes, relationships and paths are real ones', async () => {
    await rowsOf(
      "CREATE (:Person:Entity {name: '甲', n: 1, x: 2.0})-[:KNOWS {since: 2020, w: 1.0}]->(:Person {name: '乙'})",
    )
    const [row] = await rowsOf('MATCH p = (b {name: "乙"})<-[r]-(a) RETURN a, r, b, p, [a, b] AS list, {x: r} AS map')
    const { a, b, r, p, list, map } = row as {
      a: Node
      b: Node
      r: Relationship
      p: Path
      list: unknown[]
      map: { x: unknown }
    }
    expect([neo4j.isNode(a as object), neo4j.isRelationship(r as object), neo4j.isPath(p as object)]).toEqual([
      true,
      true,
      true,
    ])
    expect(a).toMatchObject({ labels: ['Person', 'Entity'], properties: { name: '甲', n: int(1), x: 2 } })
    expect(r).toMatchObject({ type: 'KNOWS', properties: { since: int(2020), w: 1 } })
    const { start, end, startNodeElementId, endNodeElementId } = r
    expect([start, end]).toEqual([a.identity, b.identity])
    expect([startNodeElementId, endNodeElementId]).toEqual([a.elementId, b.elementId])
    expect(p).toMatchObject({ start: { properties: { name: '乙' } }, end: { properties: { name: '甲' } }, length: 1 })
    expect(p.segments[0]).toMatchObject({ relationship: { type: 'KNOWS', start, end } })
    expect([neo4j.isNode(list[0] as object), neo4j.isRelationship(map.x as object)]).toEqual([true, true])
    const found = await rowsOf('MATCH (n) WHERE elementId(n) = $id RETURN n.name AS name', { id: startNodeElementId })
    expect(found).toEqual([{ name: '甲' }])
  })

  it('a path that turns back and meets a node twice', async () => {
    await rowsOf("CREATE (a:P {n: 'a'})-[:R]->(b:P {n: 'b'})-[:R]->(c:P {n: 'c'}), (c)-[:R]->(a)")
    const [row] = await rowsOf("MATCH p = (a:P {n: 'a'})-[:R]->()-[:R]->()-[:R]->(a) RETURN p")
    const { segments } = (row as { p: unknown }).p as {
      segments: { start: { properties: { n: string } }; end: { properties: { n: string } } }[]
    }
    expect(segments.map(({ start, end }) => start.properties.n + end.properties.n)).toEqual(['ab', 'bc', 'ca'])
  })
})

describe('results', () => {
  const MANY = 'UNWIND range(1, $n) AS x RETURN x, toString(x) AS text'

  it.each([1, 2, 7, 1000, 100_000])('stream with fetch size %i', async (fetchSize) => {
    const n = Math.min(3000, fetchSize * 500)
    const session = driver.session({ fetchSize })
    let sum = 0
    for await (const record of session.run(MANY, { n: int(n) })) sum += record.get('x').toNumber()
    expect(sum).toBe((n * (n + 1)) / 2)
    await session.close()
  })

  it('can be left in the middle, and the session used again', async () => {
    const session = driver.session({ fetchSize: 10 })
    for await (const record of session.run(MANY, { n: int(100_000) })) if (record.get('x').toNumber() === 15) break
    const summary = await session.run(MANY, { n: int(50_000) }).summary()
    expect(summary.query.parameters).toEqual({ n: int(50_000) })
    expect((await session.run('RETURN 1 AS x')).records).toHaveLength(1)
    await session.close()
  })

  it('two of one transaction are pulled in turn', async () => {
    const session = driver.session({ fetchSize: 2 })
    const tx = await session.beginTransaction()
    const [one, two] = [tx.run(MANY, { n: int(5) }), tx.run(MANY, { n: int(5) })].map((result) =>
      result[Symbol.asyncIterator](),
    )
    const got: number[] = []
    for (let turn = 0; turn < 5; turn++) {
      for (const result of [one, two]) {
        const { value } = (await result?.next()) ?? {}
        got.push((value as unknown as Row).get('x').toNumber())
      }
    }
    expect(got).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    await tx.commit()
    await session.close()
  })

  it('tell type, counters, database and server', async () => {
    const { summary } = await driver.executeQuery("CREATE (a:A:B {x: 1})-[:R {y: 1}]->(:A) SET a.z = 'new' RETURN a")
    expect(summary.counters.updates()).toMatchObject({
      nodesCreated: 2,
      relationshipsCreated: 1,
      labelsAdded: 3,
      propertiesSet: 3,
    })
    expect([summary.queryType, summary.database.name, summary.counters.containsUpdates()]).toEqual([
      'rw',
      'neo4j',
      true,
    ])
    expect(summary.resultAvailableAfter?.toNumber()).toBeGreaterThanOrEqual(0)
    const { summary: gone } = await driver.executeQuery('MATCH (n:A) DETACH DELETE n')
    expect(gone.counters.updates()).toMatchObject({ nodesDeleted: 2, relationshipsDeleted: 1 })
    expect([gone.queryType, gone.gqlStatusObjects[0]?.gqlStatus]).toEqual(['w', '00001'])
    const { summary: read } = await driver.executeQuery('MATCH (n:A) RETURN n')
    expect([read.queryType, read.counters.containsUpdates(), read.gqlStatusObjects[0]?.gqlStatus]).toEqual([
      'r',
      false,
      '02000',
    ])
  })

  it('EXPLAIN gives a plan and no rows and does nothing, PROFILE gives both', async () => {
    const explained = await driver.executeQuery('EXPLAIN CREATE (n:E) RETURN n')
    expect(explained.records).toEqual([])
    expect(JSON.stringify(explained.summary.plan)).toContain('Create')
    expect(await rowsOf('MATCH (n:E) RETURN n')).toEqual([])
    const profiled = await driver.executeQuery('PROFILE CREATE (n:E) RETURN n.x AS x')
    expect(profiled.records).toHaveLength(1)
    expect(profiled.summary.profile).toMatchObject({ operatorType: expect.any(String) })
    expect(profiled.summary.counters.updates().nodesCreated).toBe(1)
    expect(await rowsOf('MATCH (n:E) RETURN count(n) AS n')).toEqual([{ n: int(1) }])
  })
})
