// Each figure of the first page against the query behind it. In: a way to ask a server of the sample of engine.test.ts.
// Out: nothing, or a failure at the figure that is not what its query finds.
import { expect } from 'vitest'
import * as figures from '../../console/web/figures.js'
import { QueryAnswer } from '../../schema/answer.js'
import { SummaryAnswer } from '../../schema/keeping.js'

export async function checkFigures(ask: (question: string, body: object) => Promise<Response>): Promise<void> {
  const summary = SummaryAnswer.parse(await (await ask('summary', {})).json())
  expect(summary.lastRun).toBe(null)
  const rows = async (cypher: string, column: number): Promise<number> => {
    const answer = await ask('query', { cypher })
    expect(answer.status, await answer.clone().text()).toBe(200)
    const found = QueryAnswer.parse(await answer.json())
    return new Set(found.rows.map((row) => JSON.stringify(column < 0 ? row : row[column]))).size
  }
  const { counts } = summary
  expect(await rows(figures.allDocuments(), -1)).toBe(counts.documents)
  for (const { type, count } of counts.entities) expect(await rows(figures.allOfType(type), 0), type).toBe(count)
  for (const { type, count } of counts.relations) expect(await rows(figures.allOfRelation(type), 1), type).toBe(count)
  expect(summary.years.map(({ year }) => year)).toEqual(['2024'])
  for (const { year, documents: said, accidents, meetings } of summary.years) {
    expect(await rows(figures.documentsOfYear(year), -1)).toBe(said)
    expect(await rows(figures.accidentsOfYear(year), 0)).toBe(accidents)
    expect(await rows(figures.meetingsOfYear(year), 0)).toBe(meetings)
  }
  expect(await rows(figures.documentsOfYear(''), -1)).toBe(0)
  expect(summary.provinces.map(({ name: province }) => province)).toEqual(['山东省'])
  for (const { name: province, documents: said, accidents } of summary.provinces) {
    expect(await rows(figures.documentsOfProvince(province), -1)).toBe(said)
    expect(await rows(figures.accidentsOfProvince(province), 0)).toBe(accidents)
  }
  expect(summary.newest.map(({ id }) => id)).toEqual(['doc-3', 'doc-2', 'doc-1'])
  for (const hostile of [`'`, `\\'`, '\\', `'}) DETACH DELETE n //`])
    expect(await rows(figures.documentsOfProvince(hostile), -1)).toBe(0)
}
