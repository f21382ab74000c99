// Constraints and indexes, where Neo4j's words and the engine's differ. In: the tokens of a command. Out: what the engine is to run.
// Runs nothing itself.

import type { Token } from './cypher-text.js'
import { BoltFailure, CODE } from './failure.js'
import type { FullTextIndex } from './full-text.js'

/** A notification of the summary: something was understood, but not done as asked. */
export interface Notice {
  code: string
  title: string
  description: string
}

/** `statements` in their order; `drops` or `makes` names what the counters count. */
export interface SchemaCommand {
  kind: 'constraint' | 'index'
  act: 'create' | 'drop'
  statements: string[]
  notices: Notice[]
  /** A full-text index to be made, which the engine has no statement for. */
  fullText?: FullTextIndex & { optional: boolean }
  /** The index that is dropped, by its bare name. */
  dropped?: string
  /** A key that must be unique before the constraint is made; the engine would not look. */
  unique?: { name: string; label: string; properties: string[]; optional: boolean }
}

const NAME = '(?:`[^`]*`|[^ ]+)'
const HEAD = `(?: (?!IF )(?!FOR )(${NAME}))?( IF NOT EXISTS)? FOR`
const NODE = `\\( (${NAME}) : (${NAME}) \\)`
const EDGE = `\\( \\) <? ?- \\[ (?:${NAME}) : (${NAME}) \\] - >? ?\\( \\)`
const CONSTRAINT = new RegExp(
  `^CREATE CONSTRAINT${HEAD} ${NODE} REQUIRE \\(? ?(.+?) ?\\)? IS (NODE )?(UNIQUE|KEY|NOT NULL)( OPTIONS .*)?$`,
)
const EDGE_CONSTRAINT = new RegExp(`^CREATE CONSTRAINT${HEAD} ${EDGE} REQUIRE`)
const INDEX = new RegExp(`^CREATE( RANGE| TEXT| BTREE)? INDEX${HEAD} ${NODE} ON \\( (.+) \\)( OPTIONS .*)?$`)
const EDGE_INDEX = new RegExp(`^CREATE( RANGE| TEXT)? INDEX${HEAD} ${EDGE} ON \\( .+ \\)( OPTIONS .*)?$`)
const LOOKUP_INDEX = /^CREATE LOOKUP INDEX .* ON EACH /
const FULL_TEXT = new RegExp(
  `^CREATE FULLTEXT INDEX${HEAD} \\( (${NAME}) : (.+?) \\) ON EACH \\[ (.+?) \\]( OPTIONS .*)?$`,
)
const OTHER_INDEX = /^CREATE (FULLTEXT|VECTOR|POINT) INDEX /
const TYPE_CONSTRAINT = /^CREATE CONSTRAINT .* IS (: :|TYPED) /
const DROP = new RegExp(`^DROP (CONSTRAINT|INDEX) (${NAME})( IF EXISTS)?$`)

/** The command in these tokens, or null when it is none. Throws BoltFailure for one that the engine cannot keep. */
export function readSchemaCommand(tokens: Token[], upper: string): SchemaCommand | null {
  if (!/^(CREATE|DROP) (CONSTRAINT|INDEX|RANGE|TEXT|BTREE|LOOKUP|FULLTEXT|VECTOR|POINT)/.test(upper)) return null
  const shape = mixedCase(tokens)
  return readConstraint(shape) ?? readFullText(shape) ?? readIndex(shape) ?? readDrop(shape)
}

/** Key words in capitals, names as they were written: a pattern needs the first, the engine the second. */
function mixedCase(tokens: Token[]): string {
  const grammar =
    /^(CREATE|DROP|CONSTRAINT|INDEX|RANGE|TEXT|BTREE|LOOKUP|FULLTEXT|VECTOR|POINT|IF|NOT|EXISTS|FOR|REQUIRE|IS|UNIQUE|NODE|RELATIONSHIP|KEY|NULL|ON|EACH|OPTIONS)$/
  return tokens
    .map((token, at) => {
      const named = [':', '.'].includes(tokens[at - 1]?.text ?? '')
      return token.kind === 'word' && !named && grammar.test(token.value) ? token.value : token.text
    })
    .join(' ')
}

function readConstraint(shape: string): SchemaCommand | null {
  if (EDGE_CONSTRAINT.test(shape)) {
    throw new BoltFailure(
      CODE.constraintRefused,
      'This engine keeps constraints on nodes only. Make relationships with MERGE on their id, which gives the same result.',
      '42N14',
    )
  }
  if (TYPE_CONSTRAINT.test(shape)) {
    throw new BoltFailure(
      CODE.constraintRefused,
      'This engine keeps no constraints on types, as Neo4j Community.',
      '42N14',
    )
  }
  const found = CONSTRAINT.exec(shape)
  if (!found) return null
  const [, given, optional = '', variable, label, list = '', node = '', kind = ''] = found
  const properties = names(list)
  const name =
    given ?? quoted(`${bare(label)}_${properties.map(bare).join('_')}_${kind === 'NOT NULL' ? 'exists' : 'unique'}`)
  const required = properties.map((property) => `${variable}.${property}`).join(', ')
  const rule = kind === 'KEY' ? 'NODE KEY' : `${node}${kind}`
  const statements = [
    `CREATE CONSTRAINT ${name}${optional} FOR (${variable}:${label}) REQUIRE ${properties.length > 1 ? `(${required})` : required} IS ${rule}`,
  ]
  // UNIQUE alone would read every node of the label for each MERGE.
  if (kind !== 'NOT NULL') statements.push(...indexStatements(bare(name), ' IF NOT EXISTS', label ?? '', properties))
  const unique =
    kind === 'NOT NULL'
      ? {}
      : { unique: { name: bare(name), label: label ?? '', properties, optional: optional !== '' } }
  return { kind: 'constraint', act: 'create', statements, notices: [], ...unique }
}

function readFullText(shape: string): SchemaCommand | null {
  const found = FULL_TEXT.exec(shape)
  if (!found) return null
  const [, given, optional = '', , labels = '', list = ''] = found
  const index = {
    labels: labels.split(' | ').map((label) => bare(label)),
    properties: names(list).map(bare),
    optional: optional !== '',
  }
  const name = bare(given) || `fulltext_${[...index.labels, ...index.properties].join('_')}`
  return { kind: 'index', act: 'create', statements: [], notices: [], fullText: { name, ...index } }
}

function readIndex(shape: string): SchemaCommand | null {
  const other = OTHER_INDEX.exec(shape)
  if (other)
    throw new BoltFailure(
      CODE.indexRefused,
      other[1] === 'FULLTEXT'
        ? 'This engine has full-text indexes on nodes only, with a list of properties: FOR (n:A|B) ON EACH [n.x, n.y].'
        : `This engine has no ${other[1]} index; a plain INDEX can be made.`,
      '42N14',
    )
  if (EDGE_INDEX.test(shape) || LOOKUP_INDEX.test(shape)) {
    const description =
      'The engine has no such index: the command was accepted so that one script serves both, and nothing was made.'
    const notice = {
      code: 'Neo.ClientNotification.Schema.IndexOrConstraintIgnored',
      title: 'No index was made.',
      description,
    }
    return { kind: 'index', act: 'create', statements: [], notices: [notice] }
  }
  const found = INDEX.exec(shape)
  if (!found) return null
  const [, , given, optional = '', , label, list = ''] = found
  const properties = names(list)
  const name = given ?? quoted(`index_${bare(label)}_${properties.map(bare).join('_')}`)
  const statements = indexStatements(bare(name), optional, label ?? '', properties)
  return { kind: 'index', act: 'create', statements, notices: [] }
}

/** Behind this mark stands the property of a further part of an index. */
const PART = '::'

/** One index for each property: of one over several the engine (0.6.0) drops a part only, and lists the rest for ever. */
function indexStatements(name: string, optional: string, label: string, properties: string[]): string[] {
  return properties.map((property, at) => {
    const part = quoted(at === 0 ? name : `${name}${PART}${bare(property)}`)
    return `CREATE INDEX ${part}${optional} FOR (n:${label}) ON (n.${property})`
  })
}

/** The name of the index that a row of the engine's list is a part of. */
export function indexOf({ name }: { name: string }): string {
  return name.split(PART)[0] ?? name
}

function readDrop(shape: string): SchemaCommand | null {
  const found = DROP.exec(shape)
  if (!found) return null
  const [, what, name, optional = ''] = found
  if (what === 'INDEX')
    return {
      kind: 'index',
      act: 'drop',
      statements: [`DROP INDEX ${name}${optional}`],
      notices: [],
      dropped: bare(name),
    }
  const statements = [`DROP CONSTRAINT ${name}${optional}`, `DROP INDEX ${name} IF EXISTS`]
  return { kind: 'constraint', act: 'drop', statements, notices: [], dropped: bare(name) }
}

/** An index as the engine lists it: one row for each of its properties. */
export interface IndexRow {
  name: string
  label: string
  property: string
}

/**
 * What makes the remaining indexes whole again after one was dropped. The engine (0.6.0) drops the index of a property for
 * all labels at once and still lists those of the others: each that shares a property has to be made anew.
 */
export function repairsAfterDrop(before: IndexRow[], after: IndexRow[]): string[] {
  const kept = new Set(after.map((row) => row.name))
  const lost = new Set(before.filter((row) => !kept.has(row.name)).map((row) => row.property))
  const hurt = new Set(after.filter((row) => lost.has(row.property)).map((row) => row.name))
  const anew = [...hurt].map((name) => {
    const rows = after.filter((row) => row.name === name)
    const on = rows.map((row) => `n.${quoted(row.property)}`).join(', ')
    return `CREATE INDEX ${quoted(name)} FOR (n:${quoted(rows[0]?.label ?? '')}) ON (${on})`
  })
  // All are dropped before the first is made: a drop would take the new one away again.
  return [...[...hurt].map((name) => `DROP INDEX ${quoted(name)}`), ...anew]
}

/** `n . a , n . b` -> `a`, `b`. */
function names(list: string): string[] {
  return list.split(' , ').map((one) => one.slice(one.indexOf(' . ') + 3).trim())
}

/** A name without its quotes. */
export function bare(name: string | undefined): string {
  return (name ?? '').replaceAll('`', '')
}

function quoted(name: string): string {
  return `\`${name}\``
}
