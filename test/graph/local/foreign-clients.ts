// For tests: clients in other languages, fetched once under .cache/. In: nothing. Out: where they lie, or why they cannot be had.

import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const SHELL = '5.26.12'
const JAVA_DRIVER = '5.28.5'
const TCK = '1.0.0-M23'

function cache(): string {
  let root = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(root, 'package.json'))) root = dirname(root)
  return join(root, '.cache')
}

/** A client, or the reason why it is not here. */
export type Found = { at: string; missing: null } | { at: null; missing: string }

/** The folder of Python's official driver, to be put on PYTHONPATH. */
export function findPythonDriver(): Promise<Found> {
  return once('python-driver', 'Python 3 with pip and a network', async (folder) => {
    await run('python3', ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '--target', folder, 'neo4j'])
  })
}

/** The folder of pyspark, to be put on PYTHONPATH; Spark itself is in it. */
export function findSpark(): Promise<Found> {
  return once('pyspark-4', 'Java 17, Python 3.10 with pip, and a network', async (folder) => {
    await run('java', ['-version'])
    const install = ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '--target', folder, 'pyspark>=4,<5']
    await run('python3', install)
  })
}

/** The folder of cypher-shell's jars, the official Java driver among them. */
export function findCypherShell(): Promise<Found> {
  return fromMaven(`cypher-shell-${SHELL}`, 'org.neo4j', 'cypher-shell', SHELL)
}

/** The folder of the official Java driver's jars. */
export function findJavaDriver(): Promise<Found> {
  return fromMaven(`neo4j-java-driver-${JAVA_DRIVER}`, 'org.neo4j.driver', 'neo4j-java-driver', JAVA_DRIVER)
}

/** The folder of the jar that holds openCypher's technology compatibility kit. */
export function findTck(): Promise<Found> {
  // It has Scala at its back, which nothing here runs.
  return fromMaven(
    `opencypher-tck-${TCK}`,
    'org.opencypher',
    'tck',
    TCK,
    '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>',
  )
}

function fromMaven(name: string, group: string, artifact: string, version: string, more = ''): Promise<Found> {
  return once(name, 'Java 17 with Maven and a network', async (folder) => {
    await run('java', ['-version'])
    const wanted = `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${more}`
    const head =
      '<modelVersion>4.0.0</modelVersion><groupId>wentu</groupId><artifactId>under-test</artifactId><version>1</version>'
    writeFileSync(
      join(folder, 'pom.xml'),
      `<project>${head}<dependencies><dependency>${wanted}</dependency></dependencies></project>\n`,
    )
    const copy = ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`]
    await run('mvn', copy, { cwd: folder, maxBuffer: 1 << 26 })
  })
}

/** Whole or not at all: two runs at once, or one that was killed, leave no half-filled folder behind. */
async function once(name: string, needs: string, fill: (folder: string) => Promise<void>): Promise<Found> {
  const at = join(cache(), name)
  if (existsSync(at)) return { at, missing: null }
  mkdirSync(cache(), { recursive: true })
  const work = mkdtempSync(join(cache(), 'fetch-'))
  try {
    await fill(work)
    if (!existsSync(at)) renameSync(work, at)
    return { at, missing: null }
  } catch (error) {
    return { at: null, missing: `needs ${needs}: ${(error as Error).message.split('\n')[0]}` }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Runs a program and gives what it printed, also when it ends with an error. */
export async function output(
  program: string,
  args: string[],
  options: { env?: Record<string, string>; input?: string } = {},
): Promise<{ code: number; text: string }> {
  const running = run(program, args, { env: { ...process.env, ...options.env }, maxBuffer: 1 << 26 })
  running.child.stdin?.end(options.input ?? '')
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      text: error.stdout + error.stderr,
    }),
  )
}
