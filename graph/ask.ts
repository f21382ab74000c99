// A reading statement and its parameters in, its records out. Never writes: the engine refuses it.
import neo4j, { type Record as DriverRecord } from 'neo4j-driver'
import type { Graph } from './connect.js'
import { driverFault } from './driver-fault.js'
import { toParameter } from './value.js'

/** Runs a statement of our own in a read transaction, retried by the driver where that helps. */
export async function ask(
  graph: Graph,
  statement: string,
  params: Record<string, unknown> = {},
): Promise<DriverRecord[]> {
  try {
    const { records } = await graph.driver.executeQuery(statement, toParameter(params) as Record<string, unknown>, {
      routing: neo4j.routing.READ,
      ...(graph.database === undefined ? {} : { database: graph.database }),
    })
    return records
  } catch (error) {
    throw driverFault(error, graph.uri)
  }
}
