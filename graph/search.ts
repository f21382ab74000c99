// A few words in, the entities and documents they may mean out, best first.
import type { WireNode } from '../schema/wire.js'
import { ask } from './ask.js'
import type { Graph } from './connect.js'
import { nodeToWire } from './value.js'

/** A document in which the words stand; `snippet` is the text around the first place, `at` its offset in the text. */
export interface FoundDocument {
  id: string
  title: string
  date?: string
  source?: string
  snippet?: string
  at?: number
}

export interface Found {
  entities: WireNode[]
  documents: FoundDocument[]
}

const SNIPPET_BEFORE = 20
const SNIPPET_AFTER = 60

/**
 * Finds entities by name or other form, and documents by title or text; upper and lower case are one.
 * The whole name comes before another whole form, that before a beginning, that before any part, that before a name of which
 * the words are a short form (安委会: 国务院【安】全生产【委】员【会】); then the entity in more documents.
 * @param limit at most so many of each
 */
export async function search(graph: Graph, text: string, limit = 20): Promise<Found> {
  const words = text.trim().toLowerCase()
  if (words === '') return { entities: [], documents: [] }
  const short = shortFormOf(words)
  const [entities, documents] = await Promise.all([
    ask(
      graph,
      `MATCH (e:Entity)
       WITH e, toLower(e.name) AS name, [alias IN e.aliases | toLower(alias)] AS aliases
       WHERE name CONTAINS $words OR any(alias IN aliases WHERE alias CONTAINS $words)${short === undefined ? '' : ' OR e.name =~ $short'}
       RETURN e, CASE WHEN name = $words THEN 0 WHEN $words IN aliases THEN 1 WHEN name STARTS WITH $words THEN 2
                      WHEN name CONTAINS $words OR any(alias IN aliases WHERE alias CONTAINS $words) THEN 3 ELSE 4 END AS rank
       ORDER BY rank, e.documents DESC, e.name, e.id LIMIT $limit`,
      { words, limit, ...(short === undefined ? {} : { short }) },
    ),
    ask(
      graph,
      `MATCH (d:Document)
       WITH d, toLower(d.title) CONTAINS $words AS titled
       WHERE titled OR toLower(d.text) CONTAINS $words
       RETURN d.id AS id, d.title AS title, d.date AS date, d.source AS source, d.text AS text
       ORDER BY titled DESC, coalesce(d.date, '') DESC, d.id LIMIT $limit`,
      { words, limit },
    ),
  ])
  return {
    entities: entities.map((record) => nodeToWire(record.get('e'))),
    documents: documents.map((record) => foundDocument(record.toObject() as DocumentFields, words)),
  }
}

/** The pattern of names that the words may shorten: their characters in order. Only two to six Han characters are a short form. */
function shortFormOf(words: string): string | undefined {
  return /^\p{Script=Han}{2,6}$/u.test(words) ? `.*${[...words].join('.*')}.*` : undefined
}

interface DocumentFields {
  id: string
  title: string
  date: string | null
  source: string | null
  text: string
}

function foundDocument({ id, title, date, source, text }: DocumentFields, words: string): FoundDocument {
  const at = text.toLowerCase().indexOf(words)
  const snippet = text.slice(Math.max(0, at - SNIPPET_BEFORE), at + words.length + SNIPPET_AFTER).replace(/\s+/g, ' ')
  return {
    id,
    title,
    ...(date === null ? {} : { date }),
    ...(source === null ? {} : { source }),
    ...(at < 0 ? {} : { snippet, at }),
  }
}
