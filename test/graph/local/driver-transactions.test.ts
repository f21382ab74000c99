import neo4j from 'neo4j-driver'
import { describe, expect, it } from 'vitest'
import { CODE } from '../../../graph/local/failure.js'
import { codeOf, connect, driver, int, rowsOf, served } from './driven.js'

describe('transactions', () => {
  it('explicit: seen by others only after the commit, by none after a rollback', async () => {
    const session = driver.session()
    for (const [end, count] of [
      ['rollback', 0],
      ['commit', 1],
    ] as const) {
      const tx = await session.beginTransaction()
      await tx.run('CREATE (:T)')
      expect((await tx.run('MATCH (n:T) RETURN n')).records).toHaveLength(1)
      expect(await rowsOf('MATCH (n:T) RETURN n')).toHaveLength(0)
      await tx[end]()
      expect(await rowsOf('MATCH (n:T) RETURN n')).toHaveLength(count)
    }
    await session.close()
  })

  it('a failed statement undoes the whole of it', async () => {
    const session = driver.session()
    const tx = await session.beginTransaction()
    await tx.run('CREATE (:T)')
    expect(await codeOf(tx.run('RETURN 1 / 0'))).toBe(CODE.arithmetic)
    expect(await codeOf(tx.commit())).not.toBe('no failure')
    expect(await rowsOf('MATCH (n:T) RETURN n')).toEqual([])
    await session.close()
  })

  it('a client that vanishes leaves nothing behind', async () => {
    const other = connect('bolt')
    await other.executeQuery('CREATE (:T {id: 1})')
    const tx = await other.session().beginTransaction()
    await tx.run('MATCH (n:T {id: 1}) SET n.x = 1 CREATE (:T {id: 2})')
    await other.close()
    await driver.executeQuery('MATCH (n:T {id: 1}) SET n.x = 2')
    expect(await rowsOf('MATCH (n:T) RETURN n.id AS id, n.x AS x')).toEqual([{ id: int(1), x: int(2) }])
  })

  it('managed ones that write one node are all counted', async () => {
    await driver.executeQuery('CREATE (:Counter {n: 0})')
    const add = async () => {
      const session = driver.session()
      for (let left = 10; left > 0; left--) {
        await session.executeWrite((tx) => tx.run('MATCH (c:Counter) SET c.n = c.n + 1'))
      }
      await session.close()
    }
    await Promise.all([add(), add(), add(), add()])
    expect(await rowsOf('MATCH (c:Counter) RETURN c.n AS n')).toEqual([{ n: int(40) }])
  })

  it('auto-commit statements that meet are tried again by the server', async () => {
    await driver.executeQuery('CREATE (:Counter {n: 0})')
    await Promise.all(
      Array.from({ length: 30 }, async () => {
        const session = driver.session()
        await session.run('MATCH (c:Counter) SET c.n = c.n + 1')
        await session.close()
      }),
    )
    expect(await rowsOf('MATCH (c:Counter) RETURN c.n AS n')).toEqual([{ n: int(30) }])
  })

  it('explicit ones that meet fail with a code that drivers retry', async () => {
    await driver.executeQuery('CREATE (:Counter {n: 0})')
    const [one, two] = [driver.session(), driver.session()]
    const [first, second] = [await one.beginTransaction(), await two.beginTransaction()]
    await first.run('MATCH (c:Counter) SET c.n = 1')
    expect(await codeOf(second.run('MATCH (c:Counter) SET c.n = 2'))).toBe(CODE.deadlock)
    await first.commit()
    await Promise.all([one.close(), two.close()])
  })

  it('bookmarks lead from one session to the next', async () => {
    const session = driver.session()
    await session.executeWrite((tx) => tx.run('CREATE (:T)'))
    expect(session.lastBookmarks()).toHaveLength(1)
    const next = driver.session({ bookmarks: session.lastBookmarks() })
    expect((await next.run('MATCH (n:T) RETURN n')).records).toHaveLength(1)
    await Promise.all([session.close(), next.close()])
  })
})

describe('a read transaction writes nothing, however the query is dressed', () => {
  const queries = [
    'CREATE (:W)',
    'MERGE (:W {id: 1})',
    'MATCH (k:Keep) SET k.x = 1',
    'MATCH (k:Keep) SET k += {x: 1}',
    'MATCH (k:Keep) SET k:W',
    'MATCH (k:Keep) REMOVE k.id',
    'MATCH (k:Keep) REMOVE k:Keep',
    'MATCH (k:Keep) DELETE k',
    'MATCH (k:Keep) DETACH DELETE k',
    'MATCH (k:Keep) CREATE (k)-[:R]->(k)',
    'UNWIND [1, 2] AS x CREATE (:W {x: x})',
    'FOREACH (x IN [1] | CREATE (:W))',
    'CALL { CREATE (w:W) RETURN w } RETURN w',
    'MATCH (k:Keep) CALL { WITH k SET k.x = 1 RETURN 1 AS one } RETURN one',
    'MATCH (k:Keep) CALL (k) { SET k.x = 1 RETURN 1 AS one } RETURN one',
    'RETURN 1 AS x UNION CREATE (w:W) RETURN 1 AS x',
    '/* RETURN 1 */ CREATE (:W)',
    '// RETURN 1\nCREATE (:W)',
    'cReAtE (:W)',
    'PROFILE CREATE (:W)',
    'EXPLAIN CREATE (:W)',
    'CYPHER 5 CREATE (:W)',
    'CREATE (:W);',
    'RETURN 1; CREATE (:W)',
    'COMMIT',
    'START TRANSACTION READ WRITE',
    'INSERT (:W)',
    'CREATE INDEX w FOR (n:W) ON (n.x)',
    'CREATE INDEX w FOR ()-[r:W]-() ON (r.x)',
    'CREATE CONSTRAINT w FOR (n:W) REQUIRE n.x IS UNIQUE',
    'DROP INDEX keep_id',
    'CALL wentu.shutdown()',
    'C\\u0052EATE (:W)',
  ]
  it.each(queries)('%s', async (query) => {
    await driver.executeQuery("CREATE (:Keep {id: 'k'})")
    await driver.executeQuery('CREATE INDEX keep_id IF NOT EXISTS FOR (n:Keep) ON (n.id)')
    const session = driver.session({ defaultAccessMode: neo4j.session.READ })
    const code = await codeOf(session.run(query))
    if (query.startsWith('EXPLAIN')) expect(code).toBe('no failure')
    else expect([CODE.accessMode, CODE.syntax]).toContain(code)
    await session.close()
    expect(await rowsOf('MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties')).toEqual([
      { labels: ['Keep'], properties: { id: 'k' } },
    ])
    expect((await rowsOf('SHOW INDEXES')).map(({ name }) => name)).toEqual(['keep_id'])
    expect(await rowsOf('SHOW CONSTRAINTS')).toEqual([])
    expect(served.seen.shutdown).toBe(0)
  })

  it('also after a read and after a failure in it', async () => {
    const session = driver.session()
    const work = session.executeRead(async (tx) => {
      await tx.run('MATCH (n) RETURN n')
      await tx.run('CREATE (:W)')
    })
    expect(await codeOf(work)).toBe(CODE.accessMode)
    await session.close()
    expect(await rowsOf('MATCH (n:W) RETURN n')).toEqual([])
  })
})
