// What analysts ask, on both engines: the same answer to each query, or a difference that is known and told in the README.
// WENTU_REWRITE=1 writes the README's table anew.
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SAMPLE_GRAPH } from './dialect/sample-graph.js'
import { SUBJECTS } from './dialect/subjects.js'
import { type Answer, askCommitted, askUndone, isSame, keyOf } from './dialect-answer.js'
import { type Difference, tableOf } from './dialect-table.js'
import { engines, type OpenEngine } from './engines.js'
import { blockOf, withBlock } from './readme-block.js'

const README = new URL('../../README.md', import.meta.url)
const list = await engines()
const missing = list.find((engine) => engine.missing !== undefined)?.missing
const open: OpenEngine[] = []
const differences: Difference[] = []
const asked = SUBJECTS.flatMap(({ questions }) => questions)
let answered = 0

beforeAll(async () => {
  if (missing !== undefined) return
  for (const engine of list) {
    const one = await engine.open()
    open.push(one)
    await one.graph.driver.executeQuery(SAMPLE_GRAPH)
  }
})
afterAll(async () => {
  for (const engine of open) await engine.close()
})
beforeEach(({ skip }) => {
  if (missing !== undefined) skip(missing)
})

it('at least 150 queries, none twice', () => {
  const texts = asked.map((question) => JSON.stringify({ ...question, differs: undefined }))
  expect(new Set(texts).size).toBe(texts.length)
  expect(texts.length).toBeGreaterThanOrEqual(150)
})

for (const { name, questions, committed } of SUBJECTS) {
  describe(name, () => {
    it.each(questions)('$ask', async (question) => {
      const put = committed ? askCommitted : askUndone
      const [local, neo4j] = (await Promise.all(open.map(({ graph }) => put(graph.driver, question)))) as [
        Answer,
        Answer,
      ]
      answered++
      if (question.differs === undefined) {
        expect(keyOf(local), local.error?.message ?? neo4j.error?.message).toBe(keyOf(neo4j))
        return
      }
      differences.push({ subject: name, ask: question.ask, neo4j, local, instead: question.differs })
      expect(isSame(local, neo4j), 'recorded as different, and is the same: take "differs" away').toBe(false)
    })
  })
}

it('the README tells the differences', ({ skip }) => {
  if (answered < asked.length) skip('not all queries were asked')
  const readme = readFileSync(README, 'utf8')
  const table = tableOf(differences, asked.length)
  if (process.env.WENTU_REWRITE) writeFileSync(README, withBlock(readme, 'dialect', table))
  else expect(blockOf(readme, 'dialect'), 'WENTU_REWRITE=1 writes it anew').toBe(table)
})
