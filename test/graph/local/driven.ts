// The official driver against a served engine of its own, emptied before each test: what the driver's tests share.
import neo4j, { type Driver, type Neo4jError } from 'neo4j-driver'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type Served, serve } from './served.js'

export let served: Served
export let driver: Driver
export const connect = (scheme: string, password = served.password) =>
  neo4j.driver(`${scheme}://127.0.0.1:${served.port}`, neo4j.auth.basic('neo4j', password))
export const { int } = neo4j

beforeAll(async () => {
  served = await serve({ grace: 60_000 })
  driver = connect('bolt')
})
afterAll(async () => {
  await driver.close()
  await served.stop()
})
beforeEach(async () => {
  await driver.executeQuery('MATCH (n) DETACH DELETE n')
})

export async function rowsOf(query: string, parameters = {}): Promise<Record<string, unknown>[]> {
  const { records } = await driver.executeQuery(query, parameters)
  return records.map((record) => record.toObject())
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no failure',
    (error: Neo4jError) => error.code,
  )
}
