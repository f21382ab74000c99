// A fact or an entity in, what its documents say of it that cannot all be so out: both sides, with their sentences.
// Nothing is settled here: whoever reads it judges.
import type { AttributeValue } from '../schema/fact.js'
import { ENTITIES, type EntityType, RELATIONS } from '../schema/model.js'
import { ask } from './ask.js'
import type { Graph } from './connect.js'
import * as cypher from './cypher.js'
import { officeClashes, type ToldSide } from './offices.js'
import { mentionOf, statementOf } from './rows.js'

/** Words of a document, and where in its text they stand. */
export interface Said {
  document: string
  title: string
  date?: string
  quote: string
  start: number
  end: number
}

/** An attribute of which documents give several values; the value that most give comes first. */
export interface Disagreement {
  attribute: string
  values: { value: AttributeValue; said: Said[] }[]
}

/** An office of one holder, told of two at once. */
export interface Rivals {
  from: string
  to: string
  holders: [ToldSide, ToldSide]
}

/** Characters before and after a place where an entity is named. */
const AROUND = 60
/** Documents shown for one value. */
const MOST_SAID = 5

/** What the documents that state a fact disagree on: its own attributes, and who else holds the office. */
export async function doubtsOfFact(
  graph: Graph,
  fact: string,
): Promise<{ disagreements: Disagreement[]; rivals: Rivals[] }> {
  const statements = (await ask(graph, cypher.STATEMENTS_OF_FACTS, { ids: [fact] })).map(statementOf)
  const [first] = statements
  if (first === undefined) return { disagreements: [], rivals: [] }
  const titles = await titlesOf(
    graph,
    statements.map(({ document }) => document),
  )
  const claims = statements.map(({ attributes, document, quote, start, end }) => ({
    attributes,
    said: { ...(titles.get(document) ?? { title: '' }), document, quote, start, end },
  }))
  // That an office is held in one document and was held in another is no contradiction: time has passed.
  const attributes = Object.keys(RELATIONS[first.type].attributes).filter((key) => key !== 'former')
  const rivals =
    first.type === 'HOLDS_POST'
      ? (await officeClashes(graph, first.to)).filter(({ holders }) => holders.some(({ id }) => id === first.from))
      : []
  return {
    disagreements: disagreementsIn(attributes, claims),
    rivals: rivals.map(({ from, to, holders }) => ({ from, to, holders })),
  }
}

/** The figures of an entity on which documents disagree, such as the deaths of an accident. */
export async function doubtsOfEntity(graph: Graph, id: string): Promise<Disagreement[]> {
  const mentions = (await ask(graph, cypher.MENTIONS_OF_ENTITIES, { ids: [id] })).map(mentionOf)
  const [first] = mentions
  if (first === undefined) return []
  const attributes = Object.keys(ENTITIES[first.type as EntityType].attributes)
  const differ = disagreementsIn(
    attributes,
    mentions.map(({ attributes, document, starts, ends }) => ({
      attributes,
      said: { document, title: '', quote: '', start: starts[0] ?? 0, end: ends[0] ?? 0 },
    })),
  )
  const all = differ.flatMap(({ values }) => values.flatMap(({ said }) => said))
  const shown = await titlesOf(
    graph,
    all.map(({ document }) => document),
    new Map(all.map(({ document, start }) => [document, start])),
  )
  for (const said of all) Object.assign(said, shown.get(said.document))
  return differ
}

function disagreementsIn(
  attributes: readonly string[],
  claims: readonly { attributes: Readonly<Record<string, AttributeValue>>; said: Said }[],
): Disagreement[] {
  return attributes.flatMap((attribute) => {
    const values = new Map<AttributeValue, Said[]>()
    for (const { attributes: own, said } of claims) {
      const value = own[attribute]
      if (value !== undefined) values.set(value, [...(values.get(value) ?? []), { ...said }])
    }
    if (values.size < 2) return []
    const sorted = [...values].sort(([a, x], [b, y]) => y.length - x.length || (String(a) < String(b) ? -1 : 1))
    return [{ attribute, values: sorted.map(([value, said]) => ({ value, said: said.slice(0, MOST_SAID) })) }]
  })
}

/** Titles and days of documents; with `starts`, the words around that place too. */
async function titlesOf(
  graph: Graph,
  ids: readonly string[],
  starts: ReadonlyMap<string, number> = new Map(),
): Promise<Map<string, { title: string; date?: string; quote?: string }>> {
  const rows = [...new Set(ids)].map((id) => ({ id, start: Math.max(0, (starts.get(id) ?? 0) - AROUND) }))
  const records = await ask(
    graph,
    `UNWIND $rows AS row MATCH (d:Document {id: row.id})
     RETURN d.id AS id, d.title AS title, d.date AS date, substring(d.text, row.start, 2 * $around) AS quote`,
    { rows, around: AROUND },
  )
  return new Map(
    records.map((record) => {
      const date: string | null = record.get('date')
      return [
        String(record.get('id')),
        {
          title: String(record.get('title')),
          ...(date === null ? {} : { date }),
          ...(starts.size === 0 ? {} : { quote: String(record.get('quote')).trim() }),
        },
      ]
    }),
  )
}
