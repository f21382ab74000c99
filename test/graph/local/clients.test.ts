// Other official clients do their usual work against the embedded engine: the drivers of Python and Java, and cypher-shell.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { type LocalInfo, startLocal, stopLocal } from '../../../graph/local/lifecycle.js'
import { type Found, findCypherShell, findJavaDriver, findPythonDriver, output } from './foreign-clients.js'

/**
 * Each client has an engine of its own: the last of the usual work is a query that runs away, which may take the engine
 * down for a moment after its client has gone, and cypher-shell asks for a connection once and not again.
 */
let info: LocalInfo
function ownEngine(): void {
  const data = mkdtempSync(join(tmpdir(), 'wentu-clients-'))
  beforeAll(async () => {
    info = await startLocal(data)
  })
  afterAll(async () => {
    await stopLocal(data)
    rmSync(data, { recursive: true, force: true })
  })
}

/** Where the client lies; ends the test as not run when it cannot be had, and on a build server as failed. */
function need(found: Found, context: TestContext): string {
  if (found.at !== null) return found.at
  if (process.env.CI) throw new Error(found.missing)
  context.skip(found.missing)
  throw new Error('not reached')
}

/** What every client sees, in whatever language its work is written. */
const SEEN = {
  routed: '1',
  server: 'Neo4j/5',
  protocol: '5',
  'auto-commit': '10 30 w',
  'rolled back': '10',
  committed: '11',
  managed: '92',
  streamed: '5050',
  discarded: '12',
  bookmark: '1',
  structures: 'Work R 1.0 1 true',
  values: 'true',
  syntax: 'Neo.ClientError.Statement.SyntaxError',
  plan: 'true',
  notified: '1',
  'read only': 'Neo.ClientError.Statement.AccessMode',
  database: 'Neo.ClientError.Database.DatabaseNotFound',
  timeout: 'Neo.ClientError.Transaction.TransactionTimedOut',
  'after timeout': '12',
  'after cancel': '12',
  password: 'Neo.ClientError.Security.Unauthorized',
}

/** The lines `name: value` of a client's output; what is no such line is kept, so that an error shows. */
function seenIn(text: string): Record<string, string> {
  const lines = text.trim().split('\n')
  return Object.fromEntries(lines.map((line) => /^([^:]+): (.*)$/.exec(line)?.slice(1) ?? [line, '']))
}

const work = (name: string) => fileURLToPath(new URL(name, import.meta.url))

describe('the Python driver', () => {
  ownEngine()
  let found: Found
  beforeAll(async () => {
    found = await findPythonDriver()
  }, 300_000)

  it('does the usual work', async (context) => {
    const at = need(found, context)
    const args = ['-W', 'ignore', work('usual-work.py'), info.uri ?? '', info.password ?? '']
    const { text } = await output('python3', args, { env: { PYTHONPATH: at } })
    expect(seenIn(text)).toEqual(SEEN)
  }, 120_000)
})

describe('the Java driver', () => {
  ownEngine()
  let found: Found
  beforeAll(async () => {
    found = await findJavaDriver()
  }, 300_000)

  it('does the usual work', async (context) => {
    const jars = join(need(found, context), '*')
    const args = ['-Dfile.encoding=UTF-8', '-cp', jars, work('usual-work.java'), info.uri ?? '', info.password ?? '']
    const { text } = await output('java', args)
    expect(seenIn(text)).toEqual(SEEN)
  }, 120_000)
})

describe('cypher-shell', () => {
  ownEngine()
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
    ['MATCH (n) RETURN n; USE movies MATCH (n) RETURN n;', 'one database, neo4j'],
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
