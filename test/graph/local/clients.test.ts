// Other official clients do their usual work against the embedded engine: Python's driver, and cypher-shell with the Java driver.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { type LocalInfo, startLocal, stopLocal } from '../../../graph/local/lifecycle.js'
import { type Found, findCypherShell, findPythonDriver, output } from './foreign-clients.js'

const data = mkdtempSync(join(tmpdir(), 'wentu-clients-'))
let info: LocalInfo
beforeAll(async () => {
  info = await startLocal(data)
})
afterAll(async () => {
  await stopLocal(data)
  rmSync(data, { recursive: true, force: true })
})

/** Where the client lies; ends the test as not run when it cannot be had, and on a build server as failed. */
function need(found: Found, context: TestContext): string {
  if (found.at !== null) return found.at
  if (process.env.CI) throw new Error(found.missing)
  context.skip(found.missing)
  throw new Error('not reached')
}

const PYTHON = `
import json, sys, datetime
from neo4j import GraphDatabase, READ_ACCESS
from neo4j.exceptions import ClientError, AuthError, CypherSyntaxError
from neo4j.time import Date, DateTime, Duration
uri, password = sys.argv[1:3]
out = {}
def code(work):
    try:
        work()
        return None
    except Exception as error:
        return getattr(error, 'code', None) or type(error).__name__
for scheme in ('bolt', 'neo4j'):
    with GraphDatabase.driver(uri.replace('bolt', scheme), auth=('neo4j', password)) as driver:
        driver.verify_connectivity()
        out[scheme] = driver.get_server_info().protocol_version[0]
with GraphDatabase.driver(uri, auth=('neo4j', password)) as driver:
    driver.execute_query('MATCH (n:Py) DETACH DELETE n')
    _, summary, _ = driver.execute_query('UNWIND $rows AS row MERGE (n:Py {id: row.id}) SET n += row.p', rows=[{'id': i, 'p': {'x': i / 2 + 0.25, 'name': '文'}} for i in range(10)])
    out['created'] = [summary.counters.nodes_created, summary.counters.properties_set, summary.query_type]
    with driver.session(fetch_size=3) as session:
        out['streamed'] = sum(record['x'] for record in session.run('UNWIND range(1, 100) AS x RETURN x'))
        result = session.run('UNWIND range(1, 10000) AS x RETURN x')
        next(iter(result))
        result.consume()
        out['managed'] = session.execute_write(lambda tx: tx.run('MATCH (n:Py) RETURN count(n) AS n').single()['n'])
        tx = session.begin_transaction()
        tx.run('CREATE (:Py {id: 99})')
        tx.rollback()
        out['after rollback'] = session.run('MATCH (n:Py) RETURN count(n) AS n').single()['n']
        out['bookmarks'] = len(session.last_bookmarks().raw_values)
        session.run("MATCH (a:Py {id: 1}), (b:Py {id: 2}) CREATE (a)-[:R {w: 1.0}]->(b)").consume()
        row = session.run('MATCH p = (a:Py)-[r:R]->(b) RETURN a, r, p').single()
        out['structures'] = [list(row['a'].labels), row['a']['x'], row['r'].type, row['r']['w'], len(row['p']), row['r'].start_node.element_id == row['a'].element_id]
        values = {'d': Date(2023, 11, 16), 't': DateTime(2023, 11, 16, 6, 50, 0), 'u': Duration(months=1, days=2, seconds=3), 'b': b'\\x00\\xff', 'big': 2**62, 'f': 2.5, 'n': None, 'l': [[1], ['x']]}
        back = session.run('RETURN $v AS v', v=values).single()['v']
        out['values'] = {key: back[key] == value for key, value in values.items()}
        out['syntax'] = code(lambda: session.run('RETURN 1 +').consume())
        out['timeout'] = code(lambda: session.execute_read(lambda tx: tx.run('RETURN 1').consume()))
        plan = session.run('EXPLAIN MATCH (n) RETURN n').consume().plan
        out['plan'] = bool(plan['operatorType'])
        out['empty'] = session.run('MATCH (n:Nothing) RETURN n').consume().gql_status_objects[0].gql_status
    with driver.session(default_access_mode=READ_ACCESS) as session:
        out['read only'] = code(lambda: session.run('CREATE (:Py)').consume())
    with driver.session(database='movies') as session:
        out['database'] = code(lambda: session.run('RETURN 1').consume())
with GraphDatabase.driver(uri, auth=('neo4j', 'guess')) as driver:
    out['wrong password'] = code(driver.verify_connectivity)
print(json.dumps(out))
`

describe('the Python driver', () => {
  let found: Found
  beforeAll(async () => {
    found = await findPythonDriver()
  }, 300_000)

  it('does the usual work', async (context) => {
    const at = need(found, context)
    const { text } = await output('python3', ['-W', 'ignore', '-c', PYTHON, info.uri ?? '', info.password ?? ''], {
      env: { PYTHONPATH: at },
    })
    const seen = text.trim().split('\n').at(-1) ?? ''
    expect(seen.startsWith('{') ? JSON.parse(seen) : text).toEqual({
      bolt: 5,
      neo4j: 5,
      created: [10, 30, 'w'],
      streamed: 5050,
      managed: 10,
      'after rollback': 10,
      bookmarks: 1,
      structures: [['Py'], 0.75, 'R', 1, 1, true],
      values: { d: true, t: true, u: true, b: true, big: true, f: true, n: true, l: true },
      syntax: 'Neo.ClientError.Statement.SyntaxError',
      timeout: null,
      plan: true,
      empty: '02000',
      'read only': 'Neo.ClientError.Statement.AccessMode',
      database: 'Neo.ClientError.Database.DatabaseNotFound',
      'wrong password': 'Neo.ClientError.Security.Unauthorized',
    })
  }, 60_000)
})

describe('cypher-shell', () => {
  let found: Found
  beforeAll(async () => {
    found = await findCypherShell()
  }, 300_000)

  async function shell(
    context: TestContext,
    input: string,
    ...more: string[]
  ): Promise<{ code: number; text: string }> {
    const jars = join(need(found, context), '*')
    const login = [
      '-a',
      info.uri ?? '',
      '-u',
      'neo4j',
      '-p',
      info.password ?? '',
      '--format',
      'plain',
      '--non-interactive',
    ]
    return output('java', ['-cp', jars, 'org.neo4j.shell.Main', ...login, ...more], { input })
  }

  it('runs a script: parameters, transactions, structures, plans', async (context) => {
    const script = `
      :param id => 7
      CREATE (:Sh {id: $id, x: 1.0})-[:R]->(:Sh {id: 8});
      :begin
      CREATE (:Sh {id: 9});
      :rollback
      MATCH (n:Sh) RETURN count(n) AS n;
      MATCH p = (a:Sh)-[r]->(b) RETURN a.x, r, p;
      RETURN date('2023-11-16') AS d, duration('P1D') AS u;
      SHOW DATABASES YIELD name;
      EXPLAIN MATCH (n:Sh) RETURN n;
      PROFILE MATCH (n:Sh) RETURN n.id;
    `
    const { code, text } = await shell(context, script)
    for (const expected of [
      /^n\n2$/m,
      /1\.0, \[:R\], \(:Sh .*\)-\[:R\]->\(:Sh/,
      /^2023-11-16, P1D/m,
      /"neo4j"/,
      /Plan: "EXPLAIN"\nStatement: "READ_ONLY"\nVersion: "5"/,
      /Plan: "PROFILE"/,
    ]) {
      expect(text).toMatch(expected)
    }
    expect(code).toBe(0)
  }, 60_000)

  const wrong: [string, string][] = [
    ['RETURN 1 +', 'Expected expression'],
    ['CREATE (:Sh {id: 1}); MATCH (n:Sh {id: 1}) RETURN 1 / 0;', 'division by zero'],
    ["LOAD CSV FROM 'file:///etc/hosts' AS l RETURN l;", 'LOAD CSV is off'],
  ]
  for (const [query, message] of wrong) {
    it(`${query} says what is wrong`, async (context) => {
      const { code, text } = await shell(context, query)
      expect([code, text]).toEqual([1, expect.stringContaining(message)])
    }, 60_000)
  }

  it('a wrong password is refused', async (context) => {
    const { code, text } = await shell(context, 'RETURN 1;', '-p', 'guess')
    expect([code, text]).toEqual([1, expect.stringContaining('unauthorized')])
  }, 60_000)
})
