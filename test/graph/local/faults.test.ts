// What must not bring the embedded engine down, or lose what it has reported: a full disk, a query that crashes it, a large
// answer, a power cut.
import { execFile } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import neo4j, { type Neo4jError } from 'neo4j-driver'
import { describe, expect, it } from 'vitest'
import { type LocalInfo, startLocal, stopLocal } from '../../../graph/local/lifecycle.js'
import { random } from '../../random.js'
import { connectTo, countOf, enginePid, freshData } from './in-folder.js'

describe.skipIf(process.platform === 'win32')('a full disk', () => {
  it('gives an error, and the database stays readable, now and after a start with room', async () => {
    const data = freshData()
    // No process of this engine may write a file larger than this, in blocks of 512 bytes or 1 KB.
    const module = fileURLToPath(new URL('../../../.build/graph/local/lifecycle.js', import.meta.url))
    const script = `import(${JSON.stringify(module)}).then(({ startLocal }) => startLocal(${JSON.stringify(data)})).then((i) => console.log(JSON.stringify(i)))`
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      'ulimit -f 3000; exec "$0" -e "$1"',
      process.execPath,
      script,
    ])
    const info: LocalInfo = JSON.parse(stdout)
    const driver = connectTo(info)
    const next = random(1)
    const noise = () => Array.from({ length: 100 }, () => next().toString(36)).join('')
    const codes: string[] = []
    let done = 0
    for (let batch = 0; batch < 20; batch++) {
      await driver
        .executeQuery('UNWIND range(1, 300) AS n CREATE (:Full {batch: $batch, text: $text + n})', {
          batch: neo4j.int(batch),
          text: noise(),
        })
        .then(
          () => done++,
          (error: Neo4jError) => codes.push(error.code),
        )
    }
    expect(done).toBeGreaterThan(0)
    expect(codes.length).toBeGreaterThan(0)
    expect([...new Set(codes)]).toEqual(['Neo.DatabaseError.Transaction.TransactionCommitFailed'])
    expect(await countOf(driver, 'Full')).toBe(done * 300)
    await stopLocal(data)
    const again = connectTo(await startLocal(data))
    expect(await countOf(again, 'Full')).toBe(done * 300)
    await again.executeQuery('CREATE (:Room)')
    expect(await countOf(again, 'Room')).toBe(1)
  }, 120_000)
})

describe('a query that crashes the engine', () => {
  const crashes: [string, string][] = [
    ['nested too deep to be read', `RETURN ${'('.repeat(200_000)}1${')'.repeat(200_000)}`],
    [
      'that asks for more memory than there is',
      'WITH range(1, 100000) AS a UNWIND a AS x UNWIND a AS y WITH collect([x, y, a]) AS all RETURN size(all)',
    ],
  ]
  it.each(crashes)(
    '%s: it comes back, with all that was committed, and others go on',
    async (_, query) => {
      const data = freshData()
      const driver = connectTo(await startLocal(data))
      await driver.executeQuery('CREATE (:Kept)')
      const session = driver.session()
      const bad = session.run(query, {}, { timeout: 5_000 }).then(
        () => 'an answer',
        () => 'a failure',
      )
      const others = driver.session()
      let added = 0
      const state = { over: false }
      void bad.finally(() => {
        state.over = true
      })
      do {
        await others.executeWrite((tx) => tx.run('MERGE (c:Counter) SET c.n = coalesce(c.n, 0) + 1'))
        added++
      } while (!state.over || added < 10)
      expect(await bad).toBe('a failure')
      const { records } = await driver.executeQuery('MATCH (c:Counter) RETURN c.n AS n')
      // One more than counted is right too, for each time the process ended between a commit and its acknowledgement.
      expect(records[0]?.get('n') - added).toBeGreaterThanOrEqual(0)
      expect(records[0]?.get('n') - added).toBeLessThanOrEqual(1)
      expect(await countOf(driver, 'Kept')).toBe(1)
      await Promise.all([session.close(), others.close()])
    },
    120_000,
  )
})

describe('a client that comes while the engine is about to be replaced', () => {
  it('waits for the next engine, without trying again', async () => {
    const data = freshData()
    const info = await startLocal(data)
    const driver = connectTo(info)
    await driver.executeQuery('CREATE (:Kept)')
    const before = enginePid(data)
    const session = driver.session()
    const runaway = 'UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x * y AS z RETURN max(z)'
    await expect(session.run(runaway, {}, { timeout: 300 })).rejects.toThrow(/timeout/)
    // One after the other, each a connection of its own that asks once: in the time of grace, in the restart, and after.
    let asked = 0
    while (asked < 3 || enginePid(data) === before) {
      const other = connectTo(info)
      const alone = other.session()
      const { records } = await alone.run('MATCH (k:Kept) RETURN count(k) AS n')
      expect(records[0]?.get('n')).toBe(1)
      await alone.close()
      await other.close()
      asked++
    }
    await session.close()
  }, 60_000)
})

describe.skipIf(process.platform !== 'linux')('an answer of 100 MB', () => {
  it('streams without being held in memory', async () => {
    const data = freshData()
    const driver = connectTo(await startLocal(data))
    for (let part = 0; part < 10; part++) {
      const text = String.fromCodePoint(0x4e00 + part).repeat(33_000)
      await driver.executeQuery('UNWIND range(1, 100) AS n CREATE (:Large {text: $text + n})', { text })
    }
    await driver.executeQuery('CALL wentu.checkpoint()')
    const resident = () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${enginePid(data)}/status`, 'utf8'))?.[1]) / 1024
    const before = resident()
    let [bytes, most] = [0, 0]
    const session = driver.session({ fetchSize: 20 })
    for await (const record of session.run('MATCH (n:Large) RETURN n.text AS text')) {
      bytes += Buffer.byteLength(record.get('text'))
      most = Math.max(most, resident())
    }
    await session.close()
    expect(bytes).toBeGreaterThan(95e6)
    expect(most - before).toBeLessThan(60)
  }, 120_000)
})

describe('a power cut', () => {
  it('takes nothing that was reported as done: the files alone hold it', async () => {
    const data = freshData()
    const driver = connectTo(await startLocal(data))
    await driver.executeQuery('UNWIND range(1, 3000) AS i CREATE (:Done {id: i})')
    await driver.executeQuery('CALL wentu.checkpoint()')
    // What lies in the folder at this moment, and nothing of what the process still holds.
    const copy = freshData()
    cpSync(join(data, 'graph.grafeo'), join(copy, 'graph.grafeo'))
    expect(await countOf(connectTo(await startLocal(copy)), 'Done')).toBe(3000)
  }, 60_000)
})
