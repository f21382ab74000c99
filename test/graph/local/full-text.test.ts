// Full-text indexes: what a query asks, what it finds, and that an index outlives the process that made it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CODE } from '../../../graph/local/failure.js'
import { fits, readTextQuery } from '../../../graph/local/text-query.js'
import { codeOf } from './driven.js'
import { type Served, serve } from './served.js'

describe('a query in the language of Lucene', () => {
  const rows: [string, object][] = [
    ['瓦斯爆炸', { ranked: '瓦斯爆炸', sought: [], required: [], excluded: [] }],
    ['瓦斯 事故', { ranked: '瓦斯 事故' }],
    ['"安全生产"', { ranked: '安全生产', required: ['安全生产'] }],
    ['瓦斯 +事故 -演练', { ranked: '瓦斯 事故', required: ['事故'], excluded: ['演练'] }],
    ['瓦斯 AND NOT 演练', { ranked: '瓦斯', required: ['瓦斯'], excluded: ['演练'] }],
    ['name:Safety*', { ranked: '', sought: ['safety'] }],
    ['矿', { ranked: '', sought: ['矿'] }],
    ['rescue~2 (fire OR flood)^3', { ranked: 'rescue fire flood' }],
    ['', { ranked: '', sought: [] }],
  ]
  it.each(rows)('%s', (text, expected) => {
    expect(readTextQuery(text)).toMatchObject(expected)
  })

  it('a text fits that holds what is required and nothing excluded', () => {
    const query = readTextQuery('+事故 -演练')
    expect([fits(query, '一起事故'), fits(query, '事故演练'), fits(query, undefined)]).toEqual([true, false, false])
  })
})

describe('an index', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wentu-text-'))
  let served: Served
  let driver: Driver
  const open = async () => {
    served = await serve({ path: join(folder, 'graph.db') })
    driver = neo4j.driver(served.uri, neo4j.auth.basic('neo4j', served.password))
  }
  const shut = async () => {
    await driver.close()
    await served.stop()
  }
  const find = async (text: string) => {
    const query =
      "CALL db.index.fulltext.queryNodes('names', $text) YIELD node, score WHERE score > 0 RETURN node.id AS id"
    return (await driver.executeQuery(query, { text })).records.map((record) => record.get('id'))
  }
  beforeAll(async () => {
    await open()
    await driver.executeQuery(
      "CREATE (:Accident {id: 'a', name: '东沟煤矿瓦斯爆炸事故'}), (:Accident {id: 'b', name: '北滩仓库火灾事故'}), (:Plan {id: 'c', name: '瓦斯治理方案', note: 'gas control'})",
    )
    await driver.executeQuery('CREATE FULLTEXT INDEX names FOR (n:Accident|Plan) ON EACH [n.name, n.note]')
  })
  afterAll(async () => {
    await shut()
    rmSync(folder, { recursive: true, force: true })
  })

  const found: [string, string[]][] = [
    ['瓦斯爆炸', ['a', 'c']],
    ['瓦斯 -方案', ['a']],
    ['火', ['b']],
    ['gas', ['c']],
    ['"瓦斯治理"', ['c']],
    ['洪水', []],
  ]
  it.each(found)('%s', async (text, ids) => {
    expect(await find(text)).toEqual(ids)
  })

  it('knows what has been written since, also in its own transaction, and forgets what was undone', async () => {
    const session = driver.session()
    const tx = await session.beginTransaction()
    await tx.run("CREATE (:Plan {id: 'd', name: '防汛方案'})")
    const query = "CALL db.index.fulltext.queryNodes('names', '防汛') YIELD node RETURN node.id AS id"
    expect((await tx.run(query)).records).toHaveLength(1)
    await tx.rollback()
    await session.close()
    expect(await find('防汛')).toEqual([])
  })

  it('is there after a restart, and then no more when it is dropped', async () => {
    await shut()
    await open()
    expect(await find('瓦斯爆炸')).toEqual(['a', 'c'])
    await driver.executeQuery("CREATE (:Accident {id: 'e', name: '瓦斯爆炸'})")
    expect(await find('瓦斯爆炸')).toContain('e')
    await driver.executeQuery('DROP INDEX names')
    expect(await codeOf(find('瓦斯爆炸'))).toBe(CODE.procedureFailed)
  })

  it('is not made in a read-only transaction, and not twice', async () => {
    const make = 'CREATE FULLTEXT INDEX twice FOR (n:Plan) ON EACH [n.name]'
    const session = driver.session({ defaultAccessMode: neo4j.session.READ })
    expect(await codeOf(session.run(make))).toBe(CODE.accessMode)
    await session.close()
    await driver.executeQuery(make)
    expect(await codeOf(driver.executeQuery(make))).toBe(CODE.indexExists)
    await driver.executeQuery(make.replace('twice', 'twice IF NOT EXISTS'))
  })
})
