// For tests: the hash of all that the graph of a data folder holds.
import { connect } from '../../graph/connect.js'
import { dumpHash } from '../../graph/dump.js'

export async function hashOf(data: string): Promise<string> {
  const graph = await connect({ data })
  try {
    return await dumpHash(graph)
  } finally {
    await graph.close()
  }
}
