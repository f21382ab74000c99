// For tests: embedded engines that run for themselves, each in a data folder of its own; all are stopped, and the folders
// removed, after each test.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j, { type Driver } from 'neo4j-driver'
import { afterEach } from 'vitest'
import { type LocalInfo, stopLocal } from '../../../graph/local/lifecycle.js'
import { readState } from '../../../graph/local/state-file.js'

const used: string[] = []
const drivers: Driver[] = []

/** A data folder that is empty. */
export function freshData(): string {
  const data = mkdtempSync(join(tmpdir(), 'wentu-local-'))
  used.push(data)
  return data
}

/** A driver of a running engine; it tries again for a minute while the engine is replaced. */
export function connectTo({ uri, user, password }: LocalInfo): Driver {
  const driver = neo4j.driver(uri ?? '', neo4j.auth.basic(user ?? '', password ?? ''), {
    disableLosslessIntegers: true,
    maxTransactionRetryTime: 60_000,
  })
  drivers.push(driver)
  return driver
}

/** How many nodes have the label. */
export async function countOf(driver: Driver, label: string): Promise<number> {
  const session = driver.session()
  const { records } = await session.executeRead((tx) => tx.run(`MATCH (n:${label}) RETURN count(n) AS n`))
  await session.close()
  return records[0]?.get('n')
}

/** The process of the engine that runs over the folder; 0 when there is none. */
export const enginePid = (data: string) => readState(data)?.enginePid ?? 0

afterEach(async () => {
  await Promise.all(drivers.splice(0).map((driver) => driver.close()))
  for (const data of used.splice(0)) {
    await stopLocal(data)
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
