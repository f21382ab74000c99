// Golden cases: papers of our own (cases/NAME.txt) with what a careful reader draws from them (cases/NAME.json), in the shape of
// the annotated documents. All are extracted and scored together; what was missed or is wrong is printed when a floor is not met.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extract } from '../../ingest/extract.js'
import { readDocuments } from '../../ingest/read/documents.js'
import { allowsEnds, type EntityType, type RelationType } from '../../schema/model.js'
import { compareWithGold, type Gold } from '../gold.js'
import { projectRoot } from '../material.js'

const folder = join(projectRoot(), 'test/ingest/cases')
const cases = readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => f.slice(0, -4))
  .sort()
const golden = (id: string) => JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as Gold

/** What the rules have reached over all cases together, a little below. */
const FLOORS = { entities: { precision: 0.955, recall: 0.87 }, relations: { precision: 0.945, recall: 0.76 } }

describe('golden cases', () => {
  it.each(cases)('%s is a sound annotation', (id) => {
    const { entities, relations } = golden(id)
    const text = readFileSync(join(folder, `${id}.txt`), 'utf8')
    const types = new Map(entities.map((e) => [e.id, e.type as EntityType]))
    expect(types.size).toBe(entities.length)
    for (const r of relations) {
      expect(text, `${r.type} ${r.from} ${r.to}`).toContain(r.evidence ?? '')
      const [from, to] = [types.get(r.from), types.get(r.to)]
      expect(from && to && allowsEnds(r.type as RelationType, from, to), `${r.type} ${r.from} ${r.to}`).toBe(true)
    }
  })

  it('are found with the precision and recall that the rules have reached', async () => {
    const sum = { entities: { right: 0, wrong: 0, missed: 0 }, relations: { right: 0, wrong: 0, missed: 0 } }
    const notes: string[] = []
    for await (const reading of readDocuments(cases.map((id) => join(folder, `${id}.txt`)))) {
      if (!('document' in reading)) throw new Error(`a case cannot be read: ${JSON.stringify(reading)}`)
      const found = extract(reading.document)
      const id = found.doc.replace(/^.*\//u, '').replace(/\.txt$/u, '')
      const result = compareWithGold(golden(id), found)
      for (const sort of ['entities', 'relations'] as const) {
        const { right, wrong, missed } = result[sort]
        sum[sort].right += right
        sum[sort].wrong += wrong.length
        sum[sort].missed += missed.length
        notes.push(...wrong.map((w) => `${id}: wrong ${w}`), ...missed.map((m) => `${id}: missed ${m}`))
      }
    }
    for (const sort of ['entities', 'relations'] as const) {
      const { right, wrong, missed } = sum[sort]
      const told = `${sort} ${JSON.stringify(sum[sort])}\n${notes.join('\n')}`
      expect(right / (right + wrong), `precision of ${told}`).toBeGreaterThanOrEqual(FLOORS[sort].precision)
      expect(right / (right + missed), `recall of ${told}`).toBeGreaterThanOrEqual(FLOORS[sort].recall)
    }
  }, 60_000)
})
