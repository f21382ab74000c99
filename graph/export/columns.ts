// The model in, the kinds of all properties out: files that must say before the first row what a column holds ask here.
import { type AttributeKind, ENTITIES, RECORDS, RELATIONS } from '../../schema/model.js'

export type ColumnKind = 'string' | 'integer' | 'number' | 'boolean' | 'strings' | 'integers'

type Columns = Readonly<Record<string, ColumnKind>>

const OWN_OF_ENTITY: Columns = { id: 'string', name: 'string', aliases: 'strings', documents: 'integer' }
const OWN_OF_FACT: Columns = { id: 'string', sources: 'integer', quote: 'string', first: 'string', last: 'string' }
const OF_MENTION: Columns = {
  name: 'string',
  aliases: 'strings',
  starts: 'integers',
  ends: 'integers',
  rules: 'strings',
  said: 'string',
  offices: 'string',
}

const kinds = (attributes: Readonly<Record<string, AttributeKind>>): Columns =>
  Object.fromEntries(Object.entries(attributes).map(([name, kind]) => [name, kind === 'date' ? 'string' : kind]))

const union = (tables: Readonly<Record<string, { attributes: Readonly<Record<string, AttributeKind>> }>>): Columns =>
  Object.assign({}, ...Object.values(tables).map(({ attributes }) => kinds(attributes)))

/** Attributes of facts, as statements and mentions repeat them. */
const OF_FACTS = union(RELATIONS)

/** Columns of the nodes of a kind (`Entity`, `Document` …). */
export function nodeColumns(kind: string): Columns {
  if (kind === 'Entity') return { ...OWN_OF_ENTITY, ...union(ENTITIES) }
  const record = RECORDS[kind as keyof typeof RECORDS]
  return { id: 'string', ...kinds(record.attributes), ...(kind === 'Statement' ? OF_FACTS : {}) }
}

/** Columns of the relationships of a type. */
export function edgeColumns(type: string): Columns {
  if (type === 'STATED_IN') return {}
  if (type === 'MENTIONS') return { ...OF_MENTION, ...union(ENTITIES) }
  return { ...OWN_OF_FACT, ...kinds(RELATIONS[type as keyof typeof RELATIONS].attributes) }
}
