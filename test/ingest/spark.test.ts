// The script for Spark: in one process and on a cluster that loses a worker it makes the graph that a plain ingest makes.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest'
import { connect } from '../../graph/connect.js'
import { dumpHash } from '../../graph/dump.js'
import { stopLocal } from '../../graph/local/lifecycle.js'
import { hashOf } from '../graph/hash-of.js'
import { type Found, findSpark } from '../graph/local/foreign-clients.js'
import { startNeo4j, whyNoNeo4j } from '../graph/neo4j-server.js'
import { projectRoot } from '../material.js'
import { wentu } from '../terminal/wentu.js'
import { startCluster, submit } from './spark-cluster.js'

const script = join(projectRoot(), 'ingest/spark/ingest.py')
const command = `${process.execPath} ${join(projectRoot(), 'console/terminal/wentu.js')}`
const folder = mkdtempSync(join(tmpdir(), 'wentu-spark-'))
const documents = join(folder, 'documents')
const data = (name: string) => join(folder, name)
const noNeo4j = await whyNoNeo4j()

let spark: Found
let wanted: string
beforeAll(async () => {
  spark = await findSpark()
  writeDocuments()
  await wentu(['ingest', documents, '--data', data('plain')])
  wanted = await hashOf(data('plain'))
}, 900_000)
afterAll(async () => {
  for (const name of ['plain', 'loaded']) await stopLocal(data(name))
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Where Spark lies; ends the test as not run when it cannot be had, and on a build server as failed. */
function need({ at, missing }: Found, context: TestContext): string {
  if (at !== null) return at
  if (process.env.CI) throw new Error(missing)
  context.skip(missing)
  throw new Error('not reached')
}

/** The samples: half as files, in a folder of a name that needs care, half as rows; and some rows about two of one name. */
function writeDocuments(): void {
  const samples = join(projectRoot(), 'ingest/samples')
  const within = join(documents, '通知 一')
  mkdirSync(within, { recursive: true })
  const rows: { id: string; text: string }[] = []
  readdirSync(samples).forEach((name, at) => {
    const text = readFileSync(join(samples, name), 'utf8')
    if (at % 2 === 0) writeFileSync(join(within, name), text)
    else rows.push({ id: name, text })
  })
  for (const [at, post] of ['国务院总理', '远山煤矿安全员', '国务院总理'].entries())
    rows.push({ id: `r${at}`, text: `通报\n\n2023-03-1${at}\n\n${post}李强出席全国安全生产电视电话会议。李强讲话。\n` })
  writeFileSync(join(documents, 'rows.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}

describe('on Spark', () => {
  test('in one process, into a graph', async (context) => {
    const args = [script, documents, '--wentu', command, '--load', '--data', data('loaded')]
    const { code, text } = await submit(need(spark, context), 'local[2]', args)
    expect([code, text.slice(-2000)]).toEqual([0, expect.stringMatching(/\d+ documents, 0 bad lines/)])
    expect(await hashOf(data('loaded'))).toBe(wanted)
  }, 1_200_000)

  test('on a cluster of which a worker is killed, as files that neo4j-admin makes the same graph of', async (context) => {
    if (noNeo4j !== undefined) return context.skip(noNeo4j)
    const pyspark = need(spark, context)
    const cluster = await startCluster(pyspark, folder)
    try {
      const [, doomed] = cluster.workers as [unknown, (typeof cluster.workers)[number]]
      const files = data('import')
      const how = ['--partitions', '2', '--wentu', stuckIn(doomed.folder), '--files', files, '--shared']
      const ended = submit(pyspark, cluster.master, [script, documents, ...how])
      // It dies with a part of the work in its hands, which nobody else has done.
      while (!existsSync(join(doomed.folder, 'stuck'))) await pause(100)
      doomed.kill()
      const { code, text } = await ended
      expect([code, text.slice(-2000)]).toEqual([0, expect.stringMatching(/\d+ documents, 0 bad lines/)])
      const server = await startNeo4j(files)
      const graph = await connect(server)
      try {
        expect(await dumpHash(graph)).toBe(wanted)
      } finally {
        await graph.close()
        await server.stop()
      }
    } finally {
      cluster.close()
    }
  }, 1_200_000)
})

/** The command, which in this folder takes its lines, says so, and never comes to an end. */
function stuckIn(worker: string): string {
  const path = join(folder, 'wentu')
  writeFileSync(
    path,
    `#!/bin/sh
case "$PWD" in
  ${worker}/*)
    touch ${worker}/stuck
    while kill -0 $PPID 2> /dev/null; do sleep 0.1; done
    exit 1 ;;
esac
exec ${command} "$@"
`,
  )
  chmodSync(path, 0o755)
  return path
}
