// Attacks on the embedded engine by those who may come in, and by those who may not.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect as connectSocket } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CODE } from '../../../graph/local/failure.js'
import { type LocalInfo, startLocal, stopLocal } from '../../../graph/local/lifecycle.js'
import { codeOf, driver, rowsOf, served } from './driven.js'

const data = mkdtempSync(join(tmpdir(), 'wentu-safety-'))
const csv = join(data, 'rows.csv')
let info: LocalInfo
beforeAll(async () => {
  writeFileSync(csv, 'secret\n')
  info = await startLocal(data)
})
afterAll(async () => {
  await stopLocal(data)
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
})

/** Whether something listens there. */
function listens(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connectSocket({ host, port, timeout: 3000 })
    const end = (open: boolean) => {
      socket.destroy()
      done(open)
    }
    socket.on('connect', () => end(true))
    socket.on('error', () => end(false))
    socket.on('timeout', () => end(false))
  })
}

describe('strangers', () => {
  it('find it on loopback alone', async () => {
    const port = Number(new URL(info.uri ?? '').port)
    expect(await listens('127.0.0.1', port)).toBe(true)
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal }) => !internal)
    for (const { address, family, scopeid } of outside) {
      const host = family === 'IPv6' && scopeid ? `${address}%${scopeid}` : address
      expect([host, await listens(host, port)]).toEqual([host, false])
    }
  })

  it.skipIf(process.platform !== 'linux')('find no other address that it is bound to', () => {
    const port = Number(new URL(info.uri ?? '').port)
      .toString(16)
      .toUpperCase()
      .padStart(4, '0')
    const bound = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n').slice(1)
      // Local address and port, far address and port, state: 0A is listening.
      return lines
        .map((line) => line.trim().split(/\s+/))
        .filter((parts) => parts[3] === '0A' && parts[1]?.endsWith(`:${port}`))
    })
    expect(bound.map((parts) => parts[1])).toEqual([`0100007F:${port}`])
  })

  it.skipIf(process.platform === 'win32')('cannot read where the password lies', () => {
    expect(statSync(join(data, 'server.json')).mode & 0o777).toBe(0o600)
    expect(info.password).toMatch(/^[0-9a-f]{48}$/)
  })

  it.each(['', 'neo4j', 'password', 'x'.repeat(48)])('do not come in with the password "%s"', async (password) => {
    const other = neo4j.driver(info.uri ?? '', neo4j.auth.basic('neo4j', password))
    await expect(other.verifyAuthentication()).resolves.toBe(false)
    await other.close()
  })
})

describe('no query opens a file or a connection', () => {
  const attacks = [
    `LOAD CSV FROM '${csv}' AS line RETURN line`,
    `load csv from '${csv}' as line return line`,
    `LOAD CSV FROM 'file://${csv}' AS line RETURN line`,
    `LOAD CSV WITH HEADERS FROM '${csv}' AS line RETURN line`,
    `LOAD/**/CSV FROM '${csv}' AS line RETURN line`,
    `/* LOAD */ LOAD // CSV\nCSV FROM '${csv}' AS line RETURN line`,
    `PROFILE LOAD CSV FROM '${csv}' AS line RETURN line`,
    `CYPHER 5 LOAD CSV FROM '${csv}' AS line RETURN line`,
    `RETURN ['x'] AS line UNION LOAD CSV FROM '${csv}' AS line RETURN line`,
    `RETURN ['x'] AS line UNION ALL LOAD CSV FROM '${csv}' AS line RETURN line`,
    `CALL { LOAD CSV FROM '${csv}' AS line RETURN line } RETURN line`,
    `MATCH (n) LOAD CSV FROM '${csv}' AS line RETURN line`,
    `WITH 1 AS x LOAD CSV FROM '${csv}' AS line RETURN line`,
    `L\\u004fAD CSV FROM '${csv}' AS line RETURN line`,
    `LOAD C\u017fV FROM '${csv}' AS line RETURN line`,
    `\ufeffLOAD CSV FROM '${csv}' AS line RETURN line`,
    `LOAD\u00a0CSV FROM '${csv}' AS line RETURN line`,
    `LOAD CSV FROM $file AS line RETURN line`,
    `LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line`,
    `LOAD CSV FROM '${csv}' AS line CREATE (:Stolen {line: line[0]})`,
    `RETURN 1; LOAD CSV FROM '${csv}' AS line RETURN line`,
    `CALL apoc.load.json('file://${csv}')`,
    `CALL apoc.export.csv.all('${csv}', {})`,
    `CALL db.import('${csv}')`,
    `EXPORT DATABASE '${csv}'`,
  ]
  it.each(attacks)('%s', async (query) => {
    for (const mode of [neo4j.session.READ, neo4j.session.WRITE]) {
      const session = driver.session({ defaultAccessMode: mode })
      expect([CODE.forbidden, CODE.syntax, CODE.procedure]).toContain(await codeOf(session.run(query, { file: csv })))
      await session.close()
    }
    expect(await rowsOf('MATCH (n) RETURN count(n) AS n')).toEqual([{ n: neo4j.int(0) }])
  })

  it('and the words alone do no harm', async () => {
    expect(await rowsOf("RETURN 'LOAD CSV' AS text /* load csv */")).toEqual([{ text: 'LOAD CSV' }])
  })
})

describe('a read transaction neither writes nor steers the server', () => {
  const attacks = [
    'CALL wentu.checkpoint()',
    'CALL wentu.shutdown()',
    'call Wentu . Shutdown()',
    'CALL `wentu`.`shutdown`()',
    'CALL wentu.shutdown() YIELD done RETURN done',
    'PROFILE CALL wentu.shutdown()',
    '/* */ CALL /* */ wentu.shutdown()',
    '\\u0043REATE (:W)',
    'CREATE\u00a0(:W)',
    '\ufeffCREATE (:W)',
    'CREATE (:W) //',
    'RETURN 1 //\nCREATE (:W)',
    'RETURN 1;\n;CREATE (:W)',
    "RETURN '\\'' AS x CREATE (:W)",
    'MATCH (k:Keep) WITH k CREATE (:W) RETURN k',
    'MATCH (k:Keep) CALL { WITH k CREATE (:W) } RETURN k',
    'MATCH (k:Keep) CALL { WITH k CREATE (:W) } IN TRANSACTIONS RETURN k',
    'UNWIND [1] AS x CALL { CREATE (:W) } IN TRANSACTIONS OF 1 ROWS RETURN x',
    'RETURN EXISTS { CREATE (:W) } AS x',
    'RETURN COUNT { CREATE (:W) } AS x',
    'RETURN COLLECT { CREATE (w:W) RETURN w } AS x',
    'MATCH (k:Keep) RETURN [x IN [1] | k.id = 2] AS x, k SET k.id = 2',
    'MERGE (k:Keep {id: "k"}) ON MATCH SET k.x = 1',
    'CREATE FULLTEXT INDEX w FOR (n:Keep) ON EACH [n.id]',
    'CREATE TEXT INDEX w FOR (n:Keep) ON (n.id)',
    'CREATE VECTOR INDEX w FOR (n:Keep) ON (n.id)',
    'DROP INDEX keep_id IF EXISTS',
    'DROP CONSTRAINT keep_id IF EXISTS',
    'CALL db.index.fulltext.createNodeIndex("w", ["Keep"], ["id"])',
    'CALL db.create.setNodeVectorProperty(null, "x", [1.0])',
    'ROLLBACK',
    'COMMIT; CREATE (:W)',
    'START TRANSACTION',
  ]
  it.each(attacks)('%s', async (query) => {
    await driver.executeQuery("CREATE (:Keep {id: 'k'})")
    await driver.executeQuery('CREATE INDEX keep_id IF NOT EXISTS FOR (n:Keep) ON (n.id)')
    const session = driver.session({ defaultAccessMode: neo4j.session.READ })
    await codeOf(session.run(query))
    const work = session.executeRead((tx) => tx.run(query))
    const code = await codeOf(work)
    await session.close()
    expect(await rowsOf('MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties')).toEqual([
      { labels: ['Keep'], properties: { id: 'k' } },
    ])
    expect((await rowsOf('SHOW INDEXES')).map(({ name }) => name)).toEqual(['keep_id'])
    expect(served.seen.shutdown).toBe(0)
    expect(code).not.toBe('no failure')
  })
})
