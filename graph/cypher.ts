// The schema's tables in, Cypher statements out. Labels, types and property keys come from those tables only;
// every value of a document goes as a parameter.
import {
  ENTITIES,
  ENTITY_TYPES,
  type EntityType,
  RECORDS,
  RELATION_TYPES,
  RELATIONS,
  type RelationType,
} from '../schema/model.js'

/** The two engines whose index statements differ: a unique constraint is an index in Neo4j, and is none in Grafeo. */
export type Engine = 'neo4j' | 'local'

// What the write path and the evidence query look things up by, besides the keys.
const LOOKUPS = [
  ['Entity', 'name'],
  ['Statement', 'fact'],
  ['Statement', 'from'],
  ['Statement', 'to'],
  ['Document', 'date'],
] as const

/** The constraints and indexes of the model, one statement each; running them twice does nothing more. */
export function schemaStatements(engine: Engine = 'neo4j'): string[] {
  const keyed = ['Entity', ...Object.keys(RECORDS)]
  const indexed: (readonly [string, string])[] = [
    ...LOOKUPS,
    ...ENTITY_TYPES.map((type) => [type, 'name'] as const),
    ...ENTITY_TYPES.filter((type) => 'date' in ENTITIES[type].attributes).map((type) => [type, 'date'] as const),
  ]
  if (engine === 'local') indexed.unshift(...keyed.map((label) => [label, 'id'] as const))
  return [
    ...keyed.map(
      (label) => `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
    ),
    ...indexed.map(
      ([label, key]) =>
        `CREATE INDEX ${label.toLowerCase()}_${key}_lookup IF NOT EXISTS FOR (n:${label}) ON (n.${key})`,
    ),
  ]
}

// Neo4j plans a statement by the statistics of the moment and keeps the plan: one made while a graph was empty, as in a
// first ingest, goes through a whole index for each id. The hint forbids that; the embedded engine does without.
const seek = (variable: string, label: string, key = 'id') => `USING INDEX SEEK ${variable}:${label}(${key})`
const entityById = (variable: string, id: string) =>
  `MATCH (${variable}:Entity {id: ${id}}) ${seek(variable, 'Entity')}`
const documentById = (id: string) => `MATCH (d:Document {id: ${id}}) ${seek('d', 'Document')}`

// Properties of many rows go by place and not by name: the names of a dozen of them, sent and read with each row, would
// take a third of the time. What is null is left out, and so is what lies beyond the end of the list.
const listed = (keys: readonly string[], list: string) =>
  `{${keys.map((key, at) => `\`${key}\`: ${list}[${at}]`).join(', ')}}`

/** Properties of an entity and of a fact, by type, in the order in which rows of `createEntities` and `createFacts` give them. */
export const ENTITY_KEYS = keysByType(['id', 'name', 'aliases', 'documents'], ENTITIES)
export const FACT_KEYS = keysByType(['id', 'sources', 'quote', 'first', 'last'], RELATIONS)

function keysByType<T extends string>(
  first: readonly string[],
  tables: Readonly<Record<T, { attributes: object }>>,
): Record<T, readonly string[]> {
  const types = Object.keys(tables) as T[]
  return Object.fromEntries(
    types.map((type) => [type, [...first, ...Object.keys(tables[type].attributes)]]),
  ) as unknown as Record<T, readonly string[]>
}

/** Rows are lists of the properties of entities that are not in the graph yet, in the order of `ENTITY_KEYS`. */
export const createEntities = (type: EntityType) =>
  `UNWIND $rows AS list CREATE (e:Entity:${type} ${listed(ENTITY_KEYS[type], 'list')})`

/** Rows are the properties of entities that are in the graph: each becomes all that the entity has. */
export const SET_ENTITIES = `UNWIND $rows AS row ${entityById('e', 'row.id')} SET e = row`

/** Rows `{id, documents}`: entities of which nothing else has changed, as is the rule. */
export const SET_SIZES = `UNWIND $rows AS row ${entityById('e', 'row.id')} SET e.documents = row.documents`

/** Rows `{from, to, properties}`, lists in the order of `FACT_KEYS`: facts that are not in the graph yet, between entities that are. */
export const createFacts = (type: RelationType) => `
  UNWIND $rows AS row
  ${entityById('a', 'row.from')} ${entityById('b', 'row.to')}
  WITH a, b, row.properties AS list
  CREATE (a)-[r:${type} ${listed(FACT_KEYS[type], 'list')}]->(b)`

/**
 * The end a fact is looked up from. Grafeo walks along all relationships of the end that is written first, so that
 * should not be the hub; Neo4j sees to it by itself.
 */
export type Side = 'from' | 'to'

// The WITH leaves Neo4j no choice but to look between both ends at once, whatever its statistics, which at a first ingest
// are of an empty graph, say; without a value of its own in it the planner takes the WITH away again and walks along all
// that the first end has. One statement for all types: planning is dear, and a change touches few facts of each.
const between = (side: Side) => `
  UNWIND $rows AS row
  ${entityById('a', 'row.from')} ${entityById('b', 'row.to')}
  WITH row, a, b, row.properties.id AS id
  MATCH ${side === 'from' ? `(a)-[r:${ANY_FACT}]->(b)` : `(b)<-[r:${ANY_FACT}]-(a)`} WHERE r.id = id`

const ANY_FACT = RELATION_TYPES.join('|')

/** Rows `{from, to, properties}`: facts that are in the graph; each becomes all that the relationship has. */
export const setFacts = (side: Side) => `${between(side)} SET r = row.properties`

/** Rows `{from, to, properties}`: facts that are in the graph. */
export const dropFacts = (side: Side) => `${between(side)} DELETE r`

export const PUT_DOCUMENTS = 'UNWIND $rows AS row MERGE (d:Document {id: row.id}) SET d = row'

const keysOf = (tables: Readonly<Record<string, { attributes: object }>>) => [
  ...new Set(Object.values(tables).flatMap(({ attributes }) => Object.keys(attributes))),
]

/** Every attribute that an entity of any type may have. */
export const ENTITY_ATTRIBUTES = keysOf(ENTITIES)

/** Properties of MENTIONS and of `:Statement`, in the order in which rows give their values: the most common first. */
export const MENTION_KEYS = ['name', 'aliases', 'starts', 'ends', 'rules', 'offices', ...ENTITY_ATTRIBUTES, 'said']
export const STATEMENT_KEYS = ['id', ...new Set([...Object.keys(RECORDS.Statement.attributes), ...keysOf(RELATIONS)])]

// Created, not merged: what the batch's documents said before has been taken out by then.
export const CREATE_MENTIONS = `
  UNWIND $rows AS row
  ${documentById('row.document')}
  UNWIND row.mentions AS mention
  ${entityById('e', 'mention.entity')}
  WITH d, e, mention.properties AS list
  CREATE (d)-[m:MENTIONS ${listed(MENTION_KEYS, 'list')}]->(e)`

export const CREATE_STATEMENTS = `
  UNWIND $rows AS row
  ${documentById('row.document')}
  UNWIND row.statements AS list
  CREATE (s:Statement ${listed(STATEMENT_KEYS, 'list')})-[:STATED_IN]->(d)`

export const DROP_STATEMENTS = `UNWIND $ids AS id MATCH (d:Document {id: id})<-[:STATED_IN]-(s:Statement) ${seek('d', 'Document')} DETACH DELETE s`
export const DROP_MENTIONS = `UNWIND $ids AS id MATCH (d:Document {id: id})-[m:MENTIONS]->(:Entity) ${seek('d', 'Document')} DELETE m`
export const DROP_DOCUMENTS = `UNWIND $ids AS id ${documentById('id')} DETACH DELETE d`
export const DROP_ENTITIES = `UNWIND $ids AS id ${entityById('e', 'id')} DETACH DELETE e`

export const ENTITY_SIZES = `UNWIND $ids AS id ${entityById('e', 'id')} RETURN e.id AS id, e.documents AS documents`
export const DOCUMENT_HASHES = `UNWIND $ids AS id ${documentById('id')} RETURN d.id AS id, d.sha256 AS sha256`

export const MENTIONS_OF_DOCUMENTS = `
  UNWIND $ids AS id
  MATCH (d:Document {id: id})-[m:MENTIONS]->(e:Entity) ${seek('d', 'Document')}
  RETURN e.id AS entity, labels(e) AS labels, d.id AS document, d.date AS date, properties(m) AS properties`

export const MENTIONS_OF_ENTITIES = `
  UNWIND $ids AS id
  MATCH (e:Entity {id: id})<-[m:MENTIONS]-(d:Document) ${seek('e', 'Entity')}
  RETURN e.id AS entity, labels(e) AS labels, d.id AS document, d.date AS date, properties(m) AS properties`

// Only what a name and an attribute are made of: the places in the texts would be most of the answer.
export const NAMINGS_OF_ENTITIES = `
  UNWIND $ids AS id
  MATCH (e:Entity {id: id})<-[m:MENTIONS]-(d:Document) ${seek('e', 'Entity')}
  RETURN id AS entity, d.date AS source_date, m.name AS name, m.aliases AS aliases,
         ${ENTITY_ATTRIBUTES.map((key) => `m.${key} AS ${key}`).join(', ')}`

export const STATEMENTS_OF_DOCUMENTS = `
  UNWIND $ids AS id
  MATCH (d:Document {id: id})<-[:STATED_IN]-(s:Statement) ${seek('d', 'Document')}
  RETURN d.id AS document, properties(s) AS properties`

export const STATEMENTS_OF_FACTS = `
  UNWIND $ids AS id
  MATCH (s:Statement {fact: id})-[:STATED_IN]->(d:Document) ${seek('s', 'Statement', 'fact')}
  RETURN d.id AS document, properties(s) AS properties`

const statementsAt = (end: 'from' | 'to') => `
  UNWIND $ids AS id
  MATCH (s:Statement {${end}: id})-[:STATED_IN]->(d:Document) ${seek('s', 'Statement', end)}
  RETURN d.id AS document, properties(s) AS properties`

/** Statements of facts that start at, or end in, entities. */
export const STATEMENTS_FROM = statementsAt('from')
export const STATEMENTS_TO = statementsAt('to')

/** Rows `{document, entity}`: single mentions and, by id, single statements, of documents that stay. */
export const DROP_SOME_MENTIONS = `
  UNWIND $rows AS row
  MATCH (d:Document {id: row.document})-[m:MENTIONS]->(:Entity {id: row.entity}) ${seek('d', 'Document')}
  DELETE m`
export const DROP_SOME_STATEMENTS = `UNWIND $ids AS id MATCH (s:Statement {id: id}) ${seek('s', 'Statement')} DETACH DELETE s`

export const JUDGEMENTS = 'MATCH (j:Judgement) RETURN properties(j) AS properties'
export const PUT_JUDGEMENTS = 'UNWIND $rows AS row MERGE (j:Judgement {id: row.id}) SET j = row'
export const DROP_JUDGEMENTS = 'UNWIND $ids AS id MATCH (j:Judgement {id: id}) DETACH DELETE j'

/** The id of the tally of a name, by the key of the name. */
export const tallyOfName = (key: string) => `name ${key}`

export const TALLIES = `UNWIND $ids AS id MATCH (t:Tally {id: id}) ${seek('t', 'Tally')} RETURN t.id AS id, t.state AS state`
export const PUT_TALLIES = 'UNWIND $rows AS row MERGE (t:Tally {id: row.id}) SET t.state = row.state'
export const DROP_TALLIES = `UNWIND $ids AS id MATCH (t:Tally {id: id}) ${seek('t', 'Tally')} DELETE t`

/**
 * First in every writing transaction: whoever comes second waits for the first to end (Neo4j, by lock) or is sent
 * back to try again (Grafeo, by conflict; the driver does), so that what is read below is still so when written.
 * Gives the turn before, by the name its taker gave it; the first SET takes Neo4j's lock, so that no two see the same one.
 */
export const TAKE_TURN = `
  MERGE (t:Tally {id: 'writer'}) SET t.taken = true
  WITH t, t.turn AS last SET t.turn = $turn RETURN last`
