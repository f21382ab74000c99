// What the suite's tests work with: an open engine and the few documents they speak of.
import { dumpHash } from '../../graph/dump.js'
import { query } from '../../graph/query.js'
import { writeDocuments } from '../../graph/write.js'
import type { OpenEngine } from './engines.js'
import { makeDocument, type Says, type Sheet, type Thing } from './sample.js'

export const wang: Thing = { type: 'Person', key: '王守平' }
export const li: Thing = { type: 'Person', key: '李建国' }
export const governor: Thing = { type: 'Post', key: '省长', name: '某省省长' }
export const drill: Thing = { type: 'Meeting', key: '例会', attrs: { date: '2023-03-14' } }
export const accident = (deaths: number, name = '矿难'): Thing => ({
  type: 'Accident',
  key: '矿难',
  name,
  attrs: { deaths },
})
export const holds = (attrs = {}): Says => ({ from: wang, type: 'HOLDS_POST', to: governor, attrs })

export const SHEETS: Sheet[] = [
  { id: 'a', date: '2023-03-15', says: [holds(), { from: wang, type: 'CHAIRED', to: drill }] },
  {
    id: 'b',
    date: '2023-03-20',
    says: [holds({ since: '2021' }), { from: drill, type: 'RESPONDED_TO', to: accident(3) }],
  },
  { id: 'c', date: '2024-05', says: [holds({ former: true }), { from: li, type: 'HOLDS_POST', to: governor }] },
  { id: 'd', says: [{ from: drill, type: 'RESPONDED_TO', to: accident(9, '某地矿难') }] },
]

/** The engine under test and what most tests do to it. */
export class Rig {
  /** Set before the first test. */
  open!: OpenEngine

  async write(list: readonly Sheet[], batch = 100): Promise<void> {
    for (let start = 0; start < list.length; start += batch) {
      await writeDocuments(this.open.graph, list.slice(start, start + batch).map(makeDocument))
    }
  }

  async rows(cypher: string, params = {}) {
    return (await query(this.open.graph, cypher, { params })).rows
  }

  async hash(): Promise<string> {
    return await dumpHash(this.open.graph)
  }

  /** The hash of a graph of just these documents, which is left in place. */
  async hashOf(list: readonly Sheet[]): Promise<string> {
    await this.open.clear()
    await this.write(list)
    return await this.hash()
  }
}
