// One graph whoever ingests: any number of threads, and two whole ingests at once that share documents, on both engines.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Neo4jServer, startNeo4j, whyNoNeo4j } from '../graph/neo4j-server.js'
import { makeScratch, wentu } from './wentu.js'

const samples = fileURLToPath(new URL('../../ingest/samples', import.meta.url))
const files = readdirSync(samples)
  .filter((name) => name.endsWith('.txt') || name.endsWith('.md'))
  .map((name) => join(samples, name))
const missing = await whyNoNeo4j()

describe.each(['local', 'neo4j'] as const)('%s', (engine) => {
  const scratch = makeScratch()
  let server: Neo4jServer | undefined
  let there: string[] = ['--data', scratch.data]

  beforeAll(async () => {
    if (engine === 'local' || missing !== undefined) return
    server = await startNeo4j()
    there = ['--uri', server.uri, '--user', server.user, '--password', server.password]
  })
  afterAll(async () => {
    await server?.stop()
    await scratch.end()
  })

  const done = async (...args: string[]) => {
    const ran = await wentu([...args, ...there])
    expect(ran.stderr, ran.stderr).not.toMatch(/^wentu:/m)
    expect(ran.code).toBe(0)
    return ran.stdout.trim()
  }
  const hash = () => done('dump', '--hash')
  const empty = async () => {
    const ids = JSON.parse(await done('query', '--json', 'MATCH (d:Document) RETURN d.id AS id'))
    if (ids.length > 0) await done('remove', ...ids.map(({ id }: { id: string }) => id))
  }

  test('the same graph by one thread, by three, and by two ingests at once', { timeout: 400_000 }, async ({ skip }) => {
    if (engine === 'neo4j' && missing !== undefined) skip(missing)
    expect(files.length).toBeGreaterThan(8)
    await done('ingest', '--jobs', '1', ...files)
    const once = await hash()
    const graphs = [
      () => done('ingest', '--jobs', '3', ...files.toReversed()),
      () => Promise.all([done('ingest', ...files.slice(0, 8)), done('ingest', ...files.slice(4))]),
    ]
    for (const ingest of graphs) {
      await empty()
      await ingest()
      expect(await hash()).toBe(once)
    }
  })
})
