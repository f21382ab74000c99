// A real Neo4j for the tests: jars from Maven (once, under .cache/), one process on a free port with a home of its own.
// In: nothing. Out: where it listens, and how to stop it. Must not know what is tested.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import neo4j from 'neo4j-driver'

const VERSION = '5.26.20'
// From the sources (vitest) the project's root is two up, from .build three: walk up to the lock file.
const CACHE = join(findRoot(import.meta.dirname), '.cache', 'neo4j')
const START_MS = 300_000
const run = promisify(execFile)

/** A running Neo4j; `stop` ends its process and takes its home away. */
export interface Neo4jServer {
  uri: string
  user: string
  password: string
  stop(): Promise<void>
}

/** Why a real Neo4j cannot be started here; nothing when it can. */
export async function whyNoNeo4j(): Promise<string | undefined> {
  if (!(await runs('java', ['-version']))) return 'java is not installed'
  if (!existsSync(join(CACHE, VERSION)) && !(await runs('mvn', ['-v']))) return 'mvn (Maven) is not installed'
  return undefined
}

/**
 * Starts Neo4j with authentication on; downloads its jars the first time.
 * @param imported a folder of files with `import.args`, which neo4j-admin makes the database of before it starts
 */
export async function startNeo4j(imported?: string): Promise<Neo4jServer> {
  const lib = await fetchJars()
  const home = await mkdtemp(join(tmpdir(), 'wentu-neo4j-'))
  if (imported !== undefined) await importFiles(lib, home, imported)
  const port = await freePort()
  const uri = `bolt://127.0.0.1:${port}`
  const log: string[] = []
  const server = await launch(lib, home, port, log)
  const stop = async () => {
    await end(server)
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const password = 'wentu-under-test'
    await setPassword(uri, password, server, log)
    return { uri, user: 'neo4j', password, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function fetchJars(): Promise<string> {
  const lib = join(CACHE, VERSION)
  if (existsSync(lib)) return lib
  await mkdir(CACHE, { recursive: true })
  const work = await mkdtemp(join(CACHE, 'fetch-'))
  await writeFile(join(work, 'pom.xml'), pom())
  const jars = join(work, 'jars')
  await run(
    'mvn',
    ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${jars}`],
    {
      cwd: work,
      maxBuffer: 1 << 26,
    },
  )
  // Whole or not at all: two runs at once, or one that was killed, leave no half-filled folder behind.
  await rename(jars, lib).catch((error: unknown) => {
    if (!existsSync(lib)) throw error
  })
  await rm(work, { recursive: true, force: true })
  return lib
}

function pom(): string {
  const wanted = [
    ['org.neo4j', 'neo4j'],
    ['org.neo4j.app', 'neo4j-server'],
  ].map(
    ([group, artifact]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${VERSION}</version></dependency>`,
  )
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>wentu</groupId><artifactId>neo4j-under-test</artifactId><version>1</version>
<dependencies>${wanted.join('')}</dependencies></project>\n`
}

async function importFiles(lib: string, home: string, folder: string): Promise<void> {
  const conf = join(home, 'conf')
  await mkdir(conf)
  await writeFile(join(conf, 'neo4j.conf'), '')
  await run('java', ['-Xmx1g', '-cp', join(lib, '*'), 'org.neo4j.cli.AdminTool', '@import.args'], {
    cwd: folder,
    env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf },
    maxBuffer: 1 << 26,
  })
}

async function launch(lib: string, home: string, port: number, log: string[]): Promise<ChildProcess> {
  await mkdir(join(home, 'conf'), { recursive: true })
  await writeFile(
    join(home, 'conf', 'neo4j.conf'),
    [
      `server.bolt.listen_address=127.0.0.1:${port}`,
      `server.bolt.advertised_address=127.0.0.1:${port}`,
      'server.http.enabled=false',
      'server.https.enabled=false',
      'server.memory.pagecache.size=128m',
      'dbms.security.auth_enabled=true',
      'dbms.usage_report.enabled=false',
      '',
    ].join('\n'),
  )
  const opens = ['java.base/java.nio', 'java.base/java.lang', 'java.base/java.io', 'java.base/sun.nio.ch']
  const server = spawn(
    'java',
    [
      '-Xms256m',
      '-Xmx512m',
      '-XX:+UseSerialGC',
      ...opens.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
      '-cp',
      join(lib, '*'),
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${home}`,
      `--config-dir=${join(home, 'conf')}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part: Buffer) => log.push(part.toString()))
  // A test run that is ended from outside must not leave a server behind.
  const orphan = () => void server.kill('SIGKILL')
  process.once('exit', orphan)
  server.once('exit', () => process.removeListener('exit', orphan))
  return server
}

async function setPassword(uri: string, password: string, server: ChildProcess, log: string[]): Promise<void> {
  const deadline = Date.now() + START_MS
  for (;;) {
    const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', 'neo4j'))
    try {
      await driver.executeQuery(
        'ALTER CURRENT USER SET PASSWORD FROM $old TO $new',
        { old: 'neo4j', new: password },
        { database: 'system' },
      )
      return
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) {
        throw new Error(`Neo4j did not start: ${log.join('').slice(-2000)}`, { cause: error })
      }
      await sleep(250)
    } finally {
      await driver.close()
    }
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise<void>((resolve) => void server.once('exit', () => resolve()))
  server.kill('SIGTERM')
  const timer = setTimeout(() => void server.kill('SIGKILL'), 20_000)
  await gone
  clearTimeout(timer)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => void probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => void probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function runs(command: string, args: string[]): Promise<boolean> {
  return await run(command, args).then(
    () => true,
    () => false,
  )
}

function findRoot(from: string): string {
  return existsSync(join(from, 'package-lock.json')) ? from : findRoot(join(from, '..'))
}
