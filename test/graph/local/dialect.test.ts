import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokensOf } from '../../../graph/local/cypher-text.js'
import { readIntent } from '../../../graph/local/dialect.js'
import { type Served, serve } from './served.js'

describe('tokens', () => {
  const rows: [string, string[]][] = [
    ["RETURN 'CREATE // no' /* MERGE */ AS x // SET", ['RETURN', "'CREATE // no'", 'AS', 'x']],
    ['RETURN \'it\\\'s\' , "a\\"b"', ['RETURN', "'it\\'s'", ',', '"a\\"b"']],
    ['MATCH (n:`a``b //`) RETURN n.`x y`', ['MATCH', '(', 'n', ':', '`a``b //`', ')', 'RETURN', 'n', '.', '`x y`']],
    ['RETURN $p, $`q r`, 1.5e-3', ['RETURN', '$p', ',', '$`q r`', ',', '1.5e-3']],
    ['MATCH (人:人员)', ['MATCH', '(', '人', ':', '人员', ')']],
    ["RETURN 'open", ['RETURN', "'open"]],
  ]
  it.each(rows)('%s', (query, texts) => {
    expect(tokensOf(query).map(({ text }) => text)).toEqual(texts)
  })
})

describe('intents', () => {
  const rows: [string, object][] = [
    ['MATCH (n) RETURN n', { does: 'query', mode: 'run', writes: false, returns: true, mayLoad: false }],
    ["RETURN 'CREATE'", { writes: false }],
    ['MERGE (n:X)', { writes: true, returns: false }],
    ['cypher 5 runtime=slotted explain MATCH (n) RETURN n;', { mode: 'explain', text: 'MATCH (n) RETURN n' }],
    ['USE neo4j PROFILE RETURN 1', { mode: 'profile', text: 'RETURN 1' }],
    ['/* x */ EXPLAIN RETURN 1', { mode: 'explain', text: 'RETURN 1' }],
    ["load  csv from 'x' AS l RETURN l", { mayLoad: true }],
    ["LOAD C\u017fV FROM 'x' AS l RETURN l", { mayLoad: true }],
    ['call db.ping();', { does: 'answer', name: 'db.ping', tail: '' }],
    ['CALL dbms.components() YIELD name RETURN name', { does: 'answer', tail: 'YIELD name RETURN name' }],
    ['CALL db.labels()', { does: 'answer', name: 'db.labels' }],
    ['CALL db.propertyKeys()', { does: 'query' }],
    ['show databases', { does: 'answer', name: 'show.databases' }],
    ['SHOW INDEXES YIELD name', { does: 'answer', name: 'show.indexes', tail: 'YIELD name' }],
    [
      'CREATE CONSTRAINT e IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE',
      {
        does: 'schema',
        command: {
          statements: [
            'CREATE CONSTRAINT e IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE',
            'CREATE INDEX `e` IF NOT EXISTS FOR (n:Entity) ON (n.id)',
          ],
        },
      },
    ],
    [
      'create constraint for (`n`:`En tity`) require (n.a, n.`b c`) is node key',
      {
        command: {
          statements: [
            'CREATE CONSTRAINT `En tity_a_b c_unique` FOR (`n`:`En tity`) REQUIRE (`n`.a, `n`.`b c`) IS NODE KEY',
            'CREATE INDEX `En tity_a_b c_unique` IF NOT EXISTS FOR (n:`En tity`) ON (n.a)',
            'CREATE INDEX `En tity_a_b c_unique::b c` IF NOT EXISTS FOR (n:`En tity`) ON (n.`b c`)',
          ],
        },
      },
    ],
    [
      'CREATE RANGE INDEX r IF NOT EXISTS FOR (n:L) ON (n.p)',
      { command: { statements: ['CREATE INDEX `r` IF NOT EXISTS FOR (n:L) ON (n.p)'] } },
    ],
    ['CREATE INDEX IF NOT EXISTS FOR ()-[r:R]-() ON (r.id)', { command: { statements: [], notices: [{}] } }],
    ['CREATE INDEX x FOR ()<-[r:R]-() ON (r.id, r.b)', { command: { statements: [], notices: [{}] } }],
    [
      'DROP CONSTRAINT e IF EXISTS',
      { command: { statements: ['DROP CONSTRAINT e IF EXISTS', 'DROP INDEX e IF EXISTS'] } },
    ],
    ['CREATE (n:Constraint {index: 1})', { does: 'query' }],
  ]
  it.each(rows)('%s', (query, expected) => {
    expect(readIntent(query)).toMatchObject(expected)
  })

  it('whole float parameters stay floats, except as counts, in text and in comments', () => {
    const query = "RETURN $x / 2, '$x', $y // $x\n LIMIT $x"
    expect(readIntent(query, ['x'])).toMatchObject({ text: "RETURN toFloat($x) / 2, '$x', $y // $x\n LIMIT $x" })
  })
})

describe('answers', () => {
  let served: Served
  let driver: Driver
  beforeAll(async () => {
    served = await serve()
    driver = neo4j.driver(served.uri, neo4j.auth.basic('neo4j', served.password), { disableLosslessIntegers: true })
    await ask('CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE')
    await ask('CREATE INDEX entity_name FOR (n:Entity) ON (n.name)')
    await ask("CREATE (:Entity {id: 'a', name: '甲', n: 1})-[:R {w: 'x'}]->(:Other {id: 'b'})")
  })
  afterAll(async () => {
    await driver.close()
    await served.stop()
  })

  async function ask(query: string, parameters = {}): Promise<Record<string, unknown>[]> {
    return (await driver.executeQuery(query, parameters)).records.map((record) => record.toObject())
  }

  const rows: [string, object[]][] = [
    ['CALL db.ping()', [{ success: true }]],
    ['CALL dbms.licenseAgreementDetails()', [{ status: 'yes' }]],
    [
      'CALL dbms.components() YIELD name, versions WHERE name STARTS WITH "Neo4j" RETURN versions[0] AS v',
      [{ v: '5.26.0' }],
    ],
    ['SHOW DATABASES YIELD name, currentStatus', [{ name: 'neo4j', currentStatus: 'online' }]],
    ['SHOW DATABASE neo4j', [{ name: 'neo4j', default: true }]],
    ['SHOW DEFAULT DATABASE', [{ name: 'neo4j' }]],
    ['SHOW CURRENT USER', [{ user: 'neo4j' }]],
    [
      'SHOW CONSTRAINTS',
      [
        {
          name: 'entity_id',
          type: 'UNIQUENESS',
          labelsOrTypes: ['Entity'],
          properties: ['id'],
          ownedIndex: 'entity_id',
        },
      ],
    ],
    [
      'SHOW INDEXES',
      [
        {
          name: 'entity_id',
          type: 'RANGE',
          labelsOrTypes: ['Entity'],
          properties: ['id'],
          owningConstraint: 'entity_id',
        },
        { name: 'entity_name', state: 'ONLINE', populationPercent: 100, owningConstraint: null },
      ],
    ],
    ['SHOW INDEXES YIELD name AS n WHERE n ENDS WITH "name"', [{ n: 'entity_name' }]],
    ['SHOW INDEXES YIELD * ORDER BY name DESC LIMIT 1', [{ name: 'entity_name' }]],
    ['SHOW INDEXES WHERE name = "entity_id"', [{ name: 'entity_id' }]],
    ['SHOW INDEXES YIELD name RETURN count(*) AS n', [{ n: 2 }]],
    ['SHOW PROCEDURES YIELD name WHERE name = "db.labels"', [{ name: 'db.labels' }]],
    ['CALL db.labels() YIELD label RETURN label ORDER BY label', [{ label: 'Entity' }, { label: 'Other' }]],
    ['CALL db.relationshipTypes()', [{ relationshipType: 'R' }]],
    [
      'CALL db.schema.nodeTypeProperties() YIELD nodeType, propertyName, propertyTypes, mandatory WHERE propertyName = "n" RETURN *',
      [{ nodeType: ':`Entity`', propertyTypes: ['Long'], mandatory: true }],
    ],
    [
      'CALL db.schema.relTypeProperties()',
      [{ relType: ':`R`', propertyName: 'w', propertyTypes: ['String'], mandatory: true }],
    ],
    ['CALL wentu.checkpoint()', [{ done: true }]],
  ]
  it.each(rows)('%s', async (query, expected) => {
    expect(await ask(query)).toMatchObject(expected)
  })

  it('db.schema.visualization gives nodes and relationships', async () => {
    const [row] = await ask('CALL db.schema.visualization()')
    const { nodes, relationships } = row as { nodes: never[]; relationships: never[] }
    expect(nodes.map((node: { labels: string[] }) => node.labels)).toEqual([['Entity'], ['Other']])
    expect(relationships).toMatchObject([{ type: 'R' }])
  })

  it('schema commands count what they made, and twice is once', async () => {
    const make = async () => {
      const { summary } = await driver.executeQuery(
        'CREATE CONSTRAINT x IF NOT EXISTS FOR (n:X) REQUIRE n.id IS UNIQUE',
      )
      return [summary.queryType, summary.counters.updates().constraintsAdded]
    }
    expect([await make(), await make()]).toEqual([
      ['s', 1],
      ['s', 0],
    ])
    const { summary } = await driver.executeQuery('DROP CONSTRAINT x')
    expect(summary.counters.updates().constraintsRemoved).toBe(1)
    expect(await ask('SHOW INDEXES YIELD name WHERE name = "x"')).toEqual([])
  })

  it('an index that cannot be made is accepted with a notification', async () => {
    const { summary } = await driver.executeQuery('CREATE INDEX rel IF NOT EXISTS FOR ()-[r:R]-() ON (r.id)')
    expect(summary.counters.updates().indexesAdded).toBe(0)
    expect(summary.gqlStatusObjects.map(({ statusDescription }) => statusDescription).join()).toContain(
      'nothing was made',
    )
  })

  it('a whole float parameter divides as a float and names its column as written', async () => {
    expect(await ask('RETURN $x / 2, $x', { x: 3 })).toEqual([{ '$x / 2': 1.5, $x: 3 }])
  })

  it.each(['SHOW SETTINGS', 'RETURN point({x: 1, y: 2})', 'MATCH (n) OPTIONAL CALL (n) { RETURN 1 AS x } RETURN x'])(
    '%s: says what could be done instead',
    async (query) => {
      await expect(ask(query)).rejects.toThrow('The embedded engine lacks this.')
    },
  )

  it('SHOW FUNCTIONS lists functions that there are', async () => {
    // These have a syntax of their own.
    const special = ['all', 'any', 'exists', 'none', 'reduce', 'single']
    const unknown: string[] = []
    for (const { name } of await ask('SHOW FUNCTIONS YIELD name')) {
      if (special.includes(String(name))) continue
      const tries = ['', '1', "'day', null", 'null, null', '0.5, 0.5', "'a', 'b', 'c'"].map((args) =>
        ask(`RETURN ${name}(${args}) AS x`),
      )
      const known = (await Promise.allSettled(tries)).some(
        (one) => one.status === 'fulfilled' || !/Unknown function|Expected/.test(String(one.reason)),
      )
      if (!known) unknown.push(String(name))
    }
    expect(unknown).toEqual([])
  })

  it('a MERGE over a constraint is quick among many nodes, also after another index on the same property was dropped', async () => {
    await ask('CREATE CONSTRAINT other_id FOR (n:Other) REQUIRE n.id IS UNIQUE')
    await ask('DROP CONSTRAINT other_id')
    await ask('UNWIND range(1, 20000) AS i CREATE (:Entity {id: toString(i)})')
    const started = performance.now()
    await ask('UNWIND range(19001, 21000) AS i MERGE (n:Entity {id: toString(i)}) RETURN count(n)')
    // Without its index this takes seconds.
    expect(performance.now() - started).toBeLessThan(1500)
  })
})
