// Nothing in, the names this graph uses out: labels, relationship types, property keys.
import { ask } from './ask.js'
import type { Graph } from './connect.js'

/** The names of a graph, each list sorted. */
export interface Vocabulary {
  labels: string[]
  types: string[]
  properties: string[]
}

/** At most so many of each: a list that nobody can choose from helps nobody. */
const MOST = 10_000

/** What the graph's own lists say; they may still hold names whose last bearer is gone. */
export async function vocabulary(graph: Graph): Promise<Vocabulary> {
  const list = async (procedure: string, column: string): Promise<string[]> => {
    const records = await ask(
      graph,
      `CALL ${procedure}() YIELD ${column} AS name RETURN name ORDER BY name LIMIT $most`,
      {
        most: MOST,
      },
    )
    return records.map((record) => String(record.get('name')))
  }
  const [labels, types, properties] = await Promise.all([
    list('db.labels', 'label'),
    list('db.relationshipTypes', 'relationshipType'),
    list('db.propertyKeys', 'propertyKey'),
  ])
  return { labels, types, properties }
}
