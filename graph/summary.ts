// The whole graph in, what the first page tells of it out: by year, by province, the newest documents. Never writes.
import { ask } from './ask.js'
import type { Graph } from './connect.js'

export interface Summary {
  /** Oldest first; a year is '' for what bears no date. */
  years: { year: string; documents: number; accidents: number; meetings: number }[]
  provinces: { name: string; code: string; documents: number; accidents: number }[]
  newest: { id: string; title: string; date?: string; source?: string; url?: string }[]
}

/** @param newest how many documents to name */
export async function summary(graph: Graph, newest = 8): Promise<Summary> {
  const byYear = async (label: 'Document' | 'Accident' | 'Meeting'): Promise<Map<string, number>> => {
    const records = await ask(
      graph,
      `MATCH (n:${label}) RETURN substring(coalesce(n.date, ''), 0, 4) AS year, count(n) AS count`,
    )
    return new Map(records.map((record) => [record.get('year') as string, Number(record.get('count'))]))
  }
  const [documents, accidents, meetings, provinces, happened, latest] = await Promise.all([
    byYear('Document'),
    byYear('Accident'),
    byYear('Meeting'),
    ask(graph, 'MATCH (p:Province) RETURN p.name AS name, p.code AS code, p.documents AS documents'),
    ask(graph, 'MATCH (a:Accident)-[:OCCURRED_IN]->(p:Province) RETURN p.name AS name, count(DISTINCT a) AS accidents'),
    ask(
      graph,
      `MATCH (d:Document) WHERE d.date IS NOT NULL
       RETURN d.id AS id, d.title AS title, d.date AS date, d.source AS source, d.url AS url
       ORDER BY date DESC, id LIMIT $newest`,
      { newest },
    ),
  ])
  const years = [...new Set([...documents.keys(), ...accidents.keys(), ...meetings.keys()])].sort()
  const accidentsIn = new Map(happened.map((record) => [record.get('name') as string, Number(record.get('accidents'))]))
  return {
    years: years.map((year) => ({
      year,
      documents: documents.get(year) ?? 0,
      accidents: accidents.get(year) ?? 0,
      meetings: meetings.get(year) ?? 0,
    })),
    provinces: provinces
      .map((record) => ({
        name: record.get('name') as string,
        code: (record.get('code') as string | null) ?? '',
        documents: Number(record.get('documents') ?? 0),
        accidents: accidentsIn.get(record.get('name')) ?? 0,
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    newest: latest.map((record) => {
      const text = (name: string): string | undefined => (record.get(name) as string | null) ?? undefined
      const [date, source, url] = [text('date'), text('source'), text('url')]
      return {
        id: record.get('id') as string,
        title: text('title') ?? '',
        ...(date === undefined ? {} : { date }),
        ...(source === undefined ? {} : { source }),
        ...(url === undefined ? {} : { url }),
      }
    }),
  }
}
