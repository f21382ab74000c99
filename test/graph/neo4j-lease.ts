// One Neo4j for a whole test run, lent to one test file at a time. In: the start of the run. Out: a port on which a
// file asks for it, and has it until it hangs up. Started when first asked for: most runs of a few files need none.
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { TestProject } from 'vitest/node'
import { type Neo4jServer, startNeo4j } from './neo4j-server.js'

declare module 'vitest' {
  interface ProvidedContext {
    neo4jLease: number
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Neo4jServer> | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const lend = async (asker: Socket) => {
    if (asker.destroyed) return
    started ??= startNeo4j()
    const answer = await started.then(
      ({ uri, user, password }) => ({ uri, user, password }),
      (error: unknown) => ({ error: String(error) }),
    )
    const gone = once(asker, 'close')
    asker.write(`${JSON.stringify(answer)}\n`)
    if (!asker.destroyed) await gone
  }
  const lender = createServer((asker) => {
    // A file that ends without a good-bye resets its connection; that gives the server back too.
    asker.on('error', () => undefined)
    asker.resume()
    turn = turn.then(() => lend(asker))
  })
  lender.listen(0, '127.0.0.1')
  await once(lender, 'listening')
  const address = lender.address()
  if (address === null || typeof address === 'string') throw new Error('no port for lending Neo4j')
  project.provide('neo4jLease', address.port)
  return async () => {
    lender.close()
    const server = await started?.catch(() => undefined)
    await server?.stop()
  }
}
