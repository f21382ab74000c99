// What a change may cost, whatever the engine: counted in rows sent and received, and on Neo4j in what its planner calls
// database hits; never in time.
import type { ManagedTransaction } from 'neo4j-driver'
import { expect, it } from 'vitest'
import { applyChange } from '../../graph/change.js'
import { openSession } from '../../graph/connect.js'
import { holds, type Rig, wang } from './rig.js'
import type { Sheet, Thing } from './sample.js'

interface Cost {
  rows: number
  hits: number
}

/** Documents that all name one person, one post and one meeting, and one thing each that nobody else names. */
function hubbed(count: number): Sheet[] {
  const meeting: Thing = { type: 'Meeting', key: '例会', attrs: { date: '2023-03-14' } }
  return Array.from({ length: count }, (_, n) => ({
    id: `h${n}`,
    date: '2023-03-15',
    says: [
      holds(),
      { from: wang, type: 'CHAIRED' as const, to: meeting },
      { from: wang, type: 'VISITED' as const, to: { type: 'Place' as const, key: `第${n}号井` } },
    ],
  }))
}

/** A removal costs what the document says, however large the graph is and however large the hubs that it names. */
export function costContract(rig: Rig): void {
  it('removes a document at a cost of its own, not of the graph or of the hub it names', async () => {
    const costOf = async (count: number): Promise<Cost> => {
      await rig.open.clear()
      await rig.write(hubbed(count), 100)
      return await removal(rig, [`h${count >> 1}`])
    }
    const [small, large] = [await costOf(100), await costOf(1200)]
    expect(small.rows).toBeGreaterThan(0)
    expect(large.rows).toBeLessThanOrEqual(small.rows * 1.2)
    expect(large.hits).toBeLessThanOrEqual(small.hits * 1.5)
  }, 180_000)
}

/** What taking documents out costs a writer who remembers nothing. */
async function removal(rig: Rig, gone: string[]): Promise<Cost> {
  const cost: Cost = { rows: 0, hits: 0 }
  const profiled = rig.open.graph.engine === 'neo4j'
  const session = openSession(rig.open.graph, 'WRITE', { fetchSize: -1 })
  try {
    await session.executeWrite(async (tx) => {
      const counting = {
        run: async (statement: string, params: Record<string, unknown> = {}) => {
          const result = await tx.run(profiled ? `PROFILE ${statement}` : statement, params)
          const sent = Object.values(params).reduce<number>((n, list) => n + (Array.isArray(list) ? list.length : 0), 0)
          cost.rows += sent + result.records.length
          if (result.summary.profile) cost.hits += hitsOf(result.summary.profile)
          return result
        },
      } as unknown as ManagedTransaction
      await applyChange(counting, { documents: [], mentions: [], statements: [], gone, ingestedAt: '' })
    })
  } finally {
    await session.close()
  }
  return cost
}

interface Plan {
  dbHits: number
  children: Plan[]
}

function hitsOf(plan: Plan): number {
  return plan.children.reduce((sum, child) => sum + hitsOf(child), plan.dbHits)
}
