// A document or a fact in, the words that prove it out: texts, what is named where, which sentence says what.
import type { EntityType, RelationType } from '../schema/model.js'
import type { WireNode, WireRelationship } from '../schema/wire.js'
import { ask } from './ask.js'
import type { Graph } from './connect.js'
import { nodeToWire, plain, relationshipToWire, toWire } from './value.js'

/** A document without its text. */
export interface DocumentRow {
  id: string
  title: string
  date?: string
  source?: string
  path?: string
  url?: string
  sha256: string
  ingested_at: string
}

/** A statement as it lies in the graph; offsets count in its document's text. */
export interface StatementRow {
  id: string
  fact: string
  type: RelationType
  from: string
  to: string
  rule: string
  quote: string
  start: number
  end: number
  confidence: number
  trigger_start?: number
  trigger_end?: number
}

/** A place in a document where an entity is named. */
export interface MentionRow {
  entity: string
  type: EntityType
  name: string
  start: number
  end: number
  rule: string
}

export interface DocumentView {
  document: DocumentRow & { text: string }
  mentions: MentionRow[]
  statements: StatementRow[]
}

export interface Evidence {
  /** The fact as it lies in the graph, with both ends. */
  relationship: WireRelationship
  from: WireNode
  to: WireNode
  /** How many statements there are; `statements` may be fewer. */
  total: number
  statements: (StatementRow & { document: DocumentRow })[]
}

const ROW = 'd {.id, .title, .date, .source, .path, .url, .sha256, .ingested_at}'

/** All documents, newest first. */
export async function listDocuments(graph: Graph): Promise<DocumentRow[]> {
  const records = await ask(graph, `MATCH (d:Document) RETURN ${ROW} AS row`)
  const rows = records.map((record) => read<DocumentRow>(record.get('row')))
  return rows.sort((a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.id, b.id))
}

/** A document with its text, what it mentions and what it states, both in the order of the text. */
export async function document(graph: Graph, id: string): Promise<DocumentView | undefined> {
  const [found] = await ask(graph, 'MATCH (d:Document {id: $id}) RETURN properties(d) AS row', { id })
  if (found === undefined) return undefined
  const [mentions, statements] = await Promise.all([
    ask(
      graph,
      `MATCH (:Document {id: $id})-[m:MENTIONS]->(e:Entity)
       RETURN e.id AS entity, e.name AS name, labels(e) AS labels, m.starts AS starts, m.ends AS ends, m.rules AS rules`,
      { id },
    ),
    ask(graph, 'MATCH (:Document {id: $id})<-[:STATED_IN]-(s:Statement) RETURN properties(s) AS row', { id }),
  ])
  return {
    document: read(found.get('row')),
    mentions: mentions
      .flatMap((record) => places(read(record.toObject())))
      .sort((a, b) => a.start - b.start || b.end - a.end || compare(a.entity, b.entity)),
    statements: statements
      .map((record) => read<StatementRow>(record.get('row')))
      .sort((a, b) => a.start - b.start || compare(a.id, b.id)),
  }
}

interface MentionLists {
  entity: string
  name: string
  labels: string[]
  starts: number[]
  ends: number[]
  rules: string[]
}

function places({ entity, name, labels, starts, ends, rules }: MentionLists): MentionRow[] {
  const type = labels.find((label) => label !== 'Entity') as EntityType
  return starts.map((start, index) => ({
    entity,
    type,
    name,
    start,
    end: ends[index] ?? start,
    rule: rules[index] ?? '',
  }))
}

/**
 * The sentences that say a fact, newest document first, surest rule first.
 * @param fact `id` of the relationship
 */
export async function evidence(graph: Graph, fact: string, limit = 200): Promise<Evidence | undefined> {
  const records = await ask(
    graph,
    `MATCH (s:Statement {fact: $fact})-[:STATED_IN]->(d:Document)
     RETURN properties(s) AS statement, ${ROW} AS row
     ORDER BY coalesce(s.date, '') DESC, s.confidence DESC, s.id LIMIT $limit`,
    { fact, limit },
  )
  const statements = records.map((record) => ({
    ...read<StatementRow>(record.get('statement')),
    document: read<DocumentRow>(record.get('row')),
  }))
  const [first] = statements
  if (first === undefined) return undefined
  const [found] = await ask(
    graph,
    'MATCH (a:Entity {id: $from})-[r]->(b:Entity {id: $to}) WHERE r.id = $fact RETURN a, r, b',
    { from: first.from, to: first.to, fact },
  )
  if (found === undefined) return undefined
  const relationship = relationshipToWire(found.get('r'))
  return {
    relationship,
    from: nodeToWire(found.get('a')),
    to: nodeToWire(found.get('b')),
    total: Number(relationship.properties.sources ?? statements.length),
    statements,
  }
}

/** A map of the driver as the row it is; what is null in the graph is absent here. */
function read<T>(value: unknown): T {
  const map = plain(toWire(value)) as Record<string, unknown>
  return Object.fromEntries(Object.entries(map).filter(([, part]) => part !== null)) as T
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
