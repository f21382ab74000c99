import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import neo4j, { type Neo4jError } from 'neo4j-driver'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defaultDataDir, type LocalInfo, localStatus, startLocal, stopLocal } from '../../../graph/local/lifecycle.js'
import { isAlive } from '../../../graph/local/process-alive.js'
import { readState } from '../../../graph/local/state-file.js'
import { Fault } from '../../../schema/fault.js'
import { connectTo, countOf, enginePid, freshData } from './in-folder.js'

const children: ChildProcess[] = []
const kill = (pid: number | null) => process.kill(pid ?? Number.NaN, 'SIGKILL')
afterEach(() => {
  vi.unstubAllEnvs()
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

describe('starting and stopping', () => {
  it('starts, is found again, answers, stops, and keeps what was written', async () => {
    const data = join(freshData(), 'not', 'there', 'yet')
    expect(await localStatus(data)).toMatchObject({ running: false, uri: null, password: null, pid: null, data })
    expect(existsSync(data)).toBe(false)
    const info = await startLocal(data)
    expect(info).toMatchObject({ running: true, user: 'neo4j', data, engine: expect.stringMatching(/^Grafeo \d/) })
    expect(info.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/)
    expect(await startLocal(data)).toEqual(info)
    expect(await localStatus(data)).toEqual(info)
    await connectTo(info).executeQuery('CREATE (:Kept)')
    expect(await stopLocal(data)).toBe(true)
    expect([await stopLocal(data), (await localStatus(data)).running, isAlive(info.pid ?? 0)]).toEqual([
      false,
      false,
      false,
    ])
    expect(existsSync(join(data, 'server.json'))).toBe(false)
    const again = await startLocal(data)
    expect(again.password).not.toBe(info.password)
    expect(await countOf(connectTo(again), 'Kept')).toBe(1)
    await stopLocal(data)
  })

  it.skipIf(process.platform === 'win32')('the password is for the user alone', async () => {
    const data = freshData()
    const { password } = await startLocal(data)
    expect(password?.length).toBeGreaterThanOrEqual(32)
    expect(statSync(join(data, 'server.json')).mode & 0o077).toBe(0)
    expect(statSync(join(data, 'graph.grafeo')).mode & 0o077).toBe(0)
    expect(readFileSync(join(data, 'server.log'), 'utf8')).not.toContain(password)
  })

  it('two processes and this one at once get the same server', async () => {
    const data = freshData()
    const module = fileURLToPath(new URL('../../../.build/graph/local/lifecycle.js', import.meta.url))
    const script = `import(${JSON.stringify(module)}).then(({ startLocal }) => startLocal(process.argv[1])).then((i) => console.log(JSON.stringify(i)))`
    const other = () => {
      const child = spawn(process.execPath, ['-e', script, data], { stdio: ['ignore', 'pipe', 'inherit'] })
      children.push(child)
      let out = ''
      child.stdout?.on('data', (text) => {
        out += text
      })
      return new Promise<LocalInfo>((done, fail) =>
        child.on('close', () => (out ? done(JSON.parse(out)) : fail(new Error('no answer')))),
      )
    }
    const [one, two, three, four] = await Promise.all([other(), other(), startLocal(data), startLocal(data)])
    expect(one).toEqual(two)
    expect(three).toEqual(one)
    expect(four).toEqual(one)
    expect(await countOf(connectTo(one), 'Nothing')).toBe(0)
  })

  it('the port that is asked for, or a fault that names it', async () => {
    const blocker = createServer()
    await new Promise<void>((done) => blocker.listen(0, '127.0.0.1', done))
    const { port } = blocker.address() as { port: number }
    const data = freshData()
    const failed = await startLocal(data, { port }).catch((error: Fault) => error)
    expect(failed).toBeInstanceOf(Fault)
    expect(failed).toMatchObject({ kind: 'store', message: expect.stringContaining(`Port ${port}`) })
    expect((await localStatus(data)).running).toBe(false)
    await new Promise((done) => blocker.close(done))
    expect((await startLocal(data, { port })).uri).toBe(`bolt://127.0.0.1:${port}`)
    await expect(startLocal(data, { port: port === 7687 ? 7688 : 7687 })).rejects.toThrow('already runs')
  })

  it('a data directory that cannot be one is a fault', async () => {
    const file = join(freshData(), 'file')
    writeFileSync(file, '')
    await expect(startLocal(join(file, 'data'))).rejects.toMatchObject({ kind: 'store' })
  })

  it('a database that another process has open is a fault that says so', async () => {
    const data = freshData()
    const info = await startLocal(data)
    const file = join(data, 'server.json')
    const state = readFileSync(file)
    rmSync(file)
    await expect(startLocal(data)).rejects.toMatchObject({
      kind: 'store',
      message: expect.stringContaining('another process has'),
    })
    // With its state file back, the first is found again and can be stopped.
    writeFileSync(file, state)
    expect(await localStatus(data)).toEqual(info)
  })

  it('a database that is none is a fault, at once and with its reason', async () => {
    const data = freshData()
    writeFileSync(join(data, 'graph.grafeo'), 'this is no database '.repeat(1000))
    await expect(startLocal(data)).rejects.toMatchObject({ kind: 'store', message: expect.stringContaining(data) })
    expect((await localStatus(data)).running).toBe(false)
  })

  it('the usual place for application data', () => {
    vi.stubEnv('XDG_DATA_HOME', '/somewhere')
    vi.stubEnv('LOCALAPPDATA', '/somewhere')
    if (process.platform === 'darwin') expect(defaultDataDir()).toMatch(/Library\/Application Support\/wentu$/)
    else expect(defaultDataDir()).toBe(join('/somewhere', 'wentu'))
  })
})

describe('what is left behind', () => {
  it('a state file of a killed server is noticed, also when its process id lives on as another', async () => {
    const data = freshData()
    const info = await startLocal(data)
    kill(info.pid)
    await expect.poll(() => isAlive(info.pid ?? 0), { timeout: 5000 }).toBe(false)
    expect((await localStatus(data)).running).toBe(false)
    writeFileSync(join(data, 'server.json'), JSON.stringify({ ...readState(data), pid: process.pid }))
    expect((await localStatus(data)).running).toBe(false)
    expect(await stopLocal(data)).toBe(false)
    const again = await startLocal(data)
    expect([again.running, again.pid === info.pid]).toEqual([true, false])
  })

  it('another server on the old port is not taken for this one', async () => {
    const data = freshData()
    const other = freshData()
    const info = await startLocal(data)
    const state = readState(data)
    await stopLocal(data)
    const { uri, pid } = await startLocal(other)
    mkdirSync(data, { recursive: true })
    writeFileSync(join(data, 'server.json'), JSON.stringify({ ...state, uri, pid }))
    expect((await localStatus(data)).running).toBe(false)
    expect(await stopLocal(data)).toBe(false)
    expect((await localStatus(other)).running).toBe(true)
    expect(info.running).toBe(true)
  })

  it('a lock of a process that died is taken over', async () => {
    const data = freshData()
    const dead = spawn(process.execPath, ['-e', ''])
    await new Promise((done) => dead.on('exit', done))
    writeFileSync(join(data, 'server.lock'), String(dead.pid))
    expect((await startLocal(data)).running).toBe(true)
    expect(existsSync(join(data, 'server.lock'))).toBe(false)
  })

  it('nothing of the engine, when its supervisor is killed', async () => {
    const data = freshData()
    const info = await startLocal(data)
    const engine = enginePid(data)
    kill(info.pid)
    await expect.poll(() => isAlive(engine), { timeout: 5000 }).toBe(false)
  })
})

describe('accidents', () => {
  it('nothing of an engine that was there for one process, when that is killed, nor its directory', async () => {
    const data = freshData()
    const owner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const { pid } = await startLocal(data, { owner: owner.pid as number })
    owner.kill('SIGKILL')
    await vi.waitUntil(() => !isAlive(pid as number) && !existsSync(data), { timeout: 60_000, interval: 100 })
  })

  it('kill -9 of the engine in the middle of writing: it comes back, with each commit that was acknowledged and no other', async () => {
    const data = freshData()
    const info = await startLocal(data)
    const driver = connectTo(info)
    await driver.executeQuery('CREATE CONSTRAINT w IF NOT EXISTS FOR (n:W) REQUIRE n.id IS UNIQUE')
    const open = driver.session()
    const never = await open.beginTransaction()
    await never.run('UNWIND range(1, 1000) AS i CREATE (:Never {id: i})')
    const acknowledged: number[] = []
    let deaths = 0
    const session = driver.session()
    for (let batch = 0; batch < 30; batch++) {
      if (batch % 10 === 5) {
        const victim = enginePid(data)
        setTimeout(() => kill(victim), batch)
        deaths++
      }
      await session.executeWrite((tx) =>
        tx.run('UNWIND range(1, 500) AS i MERGE (n:W {id: $batch * 1000 + i}) SET n.batch = $batch', {
          batch: neo4j.int(batch),
        }),
      )
      acknowledged.push(batch)
    }
    await session.close()
    await expect.poll(() => isAlive(enginePid(data)), { timeout: 5000 }).toBe(true)
    expect([deaths, acknowledged.length]).toEqual([3, 30])
    expect(await countOf(driver, 'W')).toBe(30 * 500)
    expect(await countOf(driver, 'Never')).toBe(0)
    expect(await never.commit().catch((error: Neo4jError) => error.name)).not.toBeUndefined()
    expect((await localStatus(data)).uri).toBe(info.uri)
    const doubled = driver.executeQuery('CREATE (:W {id: 1001})')
    await expect(doubled).rejects.toMatchObject({ code: 'Neo.ClientError.Schema.ConstraintValidationFailed' })
    const started = performance.now()
    await driver.executeQuery('UNWIND range(1, 500) AS i MERGE (n:W {id: 5000 + i})')
    // The index was there before the accident; without it this takes far longer.
    expect(performance.now() - started).toBeLessThan(1500)
  }, 60_000)

  it('what was reported as done is in the file after kill -9 of everything', async () => {
    const data = freshData()
    const info = await startLocal(data)
    const driver = connectTo(info)
    await driver.executeQuery('UNWIND range(1, 2000) AS i CREATE (:Done {id: i})')
    await driver.executeQuery('CALL wentu.checkpoint()')
    await driver.executeQuery('CREATE (:Committed)')
    kill(info.pid)
    kill(enginePid(data))
    const again = connectTo(await startLocal(data))
    expect([await countOf(again, 'Done'), await countOf(again, 'Committed')]).toEqual([2000, 1])
  })

  it('a query that runs away is ended at its timeout, and others go on by themselves', async () => {
    const data = freshData()
    const driver = connectTo(await startLocal(data))
    await driver.executeQuery('CREATE (:Counter {n: 0})')
    const victim = enginePid(data)
    const runaway = driver.session()
    const started = performance.now()
    const lost = runaway
      .run(
        'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*)',
        {},
        { timeout: 300 },
      )
      .then(
        () => 'no failure',
        (error: Neo4jError) => error.code,
      )
    const session = driver.session()
    let added = 0
    while (enginePid(data) === victim || added < 20) {
      await session.executeWrite((tx) => tx.run('MATCH (c:Counter) SET c.n = c.n + 1'))
      added++
      await sleep(20)
    }
    expect(await lost).toBe('Neo.ClientError.Transaction.TransactionTimedOut')
    expect(performance.now() - started).toBeLessThan(15_000)
    const { records } = await driver.executeQuery('MATCH (c:Counter) RETURN c.n AS n')
    // One more than counted is right too: a commit whose acknowledgement died with the process is tried again.
    expect(records[0]?.get('n') - added).toBeGreaterThanOrEqual(0)
    expect(records[0]?.get('n') - added).toBeLessThanOrEqual(1)
    await Promise.all([runaway.close(), session.close()])
  }, 60_000)

  it('a stuck engine is noticed and replaced', async () => {
    const data = freshData()
    const driver = connectTo(await startLocal(data))
    await driver.executeQuery('CREATE (:Kept)')
    const victim = enginePid(data)
    process.kill(victim, 'SIGSTOP')
    await expect.poll(() => enginePid(data), { timeout: 40_000, interval: 200 }).not.toBe(victim)
    expect(await countOf(driver, 'Kept')).toBe(1)
  }, 60_000)

  it('LOAD CSV is refused, and allowed where the engine was started for it', async () => {
    const data = freshData()
    const file = join(data, 'rows.csv')
    writeFileSync(file, 'a,b\n1,2\n')
    const load = `LOAD CSV FROM '${file}' AS line RETURN line[1] AS b`
    await expect(connectTo(await startLocal(data)).executeQuery(load)).rejects.toMatchObject({
      code: 'Neo.ClientError.Security.Forbidden',
    })
    await stopLocal(data)
    const { records } = await connectTo(await startLocal(data, { allowFiles: true })).executeQuery(load)
    expect(records.map((record) => record.get('b'))).toEqual(['b', '2'])
  })
})
