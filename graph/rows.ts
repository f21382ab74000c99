// Claims and properties in, rows of parameters out; records of the engine in, claims out. The one place that knows
// under which key a claim lies in the graph.
import neo4j from 'neo4j-driver'
import type { Document } from '../schema/fact.js'
import { type JudgedSide, Judgement } from '../schema/judgement.js'
import { ENTITY_TYPES, RELATIONS } from '../schema/model.js'
import {
  type Attributes,
  joinMentions,
  type MentionClaim,
  type Naming,
  type SaidMention,
  type StatementClaim,
} from './claim.js'
import { ENTITY_ATTRIBUTES, ENTITY_KEYS, FACT_KEYS, MENTION_KEYS, STATEMENT_KEYS } from './cypher.js'
import type { EntityLedger, EntityProperties, FactLedger, FactProperties } from './ledger.js'
import { toParameter } from './value.js'

/** Values by name: a record of the driver, or what stands for one. */
interface Named {
  // biome-ignore lint/suspicious/noExplicitAny: as the driver has it
  get(key: string): any
}

export type Row = Record<string, unknown>

const row = (values: Row) => toParameter(values) as Row

export const documentRow = (document: Document, ingestedAt: string): Row =>
  row({ ...document, ingested_at: ingestedAt })

/** @param post the office to tell a person by who is one of several of the name */
export function entityRow(ledger: EntityLedger, post?: string): Row {
  return row(entityValues(ledger.properties(), post))
}

/** `entityRow` as a list in the order of its ENTITY_KEYS. */
export function entityList(ledger: EntityLedger, post?: string): unknown[] {
  return listOf(entityValues(ledger.properties(), post), ENTITY_KEYS[ledger.type])
}

function entityValues({ id, name, aliases, documents, attributes }: EntityProperties, post?: string): Row {
  const values: Row = { id, name, aliases, documents }
  tell(values, attributes)
  if (post !== undefined) values.label = `${name} · ${post}`
  return values
}

/** Adds attributes in place: a spread into each of many small objects costs more than all the rest of a row. */
function tell(values: Row, attributes: Attributes): void {
  for (const key in attributes) values[key] = attributes[key]
}

export const sizeRow = (id: string, documents: number): Row => row({ id, documents })

/** The sides of a judgement lie flat in its node. */
export function judgementRow({ a, b, ...own }: Judgement): Row {
  const flat = (side: JudgedSide | undefined, prefix: string) =>
    Object.fromEntries(Object.entries(side ?? {}).map(([key, value]) => [`${prefix}_${key}`, value]))
  return row({ ...own, ...flat(a, 'a'), ...flat(b, 'b') })
}

/** A record of `properties` as the judgement it was written from. */
export function judgementOf(record: Named): Judgement {
  const own: Row = {}
  const sides: Record<string, Row> = {}
  for (const [key, value] of Object.entries(record.get('properties') as Row)) {
    const [, side, part] = /^([ab])_(.+)$/.exec(key) ?? []
    if (side === undefined || part === undefined) own[key] = value
    else sides[side] = { ...sides[side], [part]: value }
  }
  return Judgement.parse({ ...own, ...sides })
}

export function factRow(ledger: FactLedger): Row {
  return { from: ledger.from, to: ledger.to, properties: row(factValues(ledger.properties())) }
}

/** `factRow` with its properties as a list in the order of its FACT_KEYS. */
export function factList(ledger: FactLedger): Row {
  const { from, to, type } = ledger
  return { from, to, properties: listOf(factValues(ledger.properties()), FACT_KEYS[type]) }
}

function factValues({ id, sources, quote, first, last, attributes }: FactProperties): Row {
  const values: Row = { id, sources, quote }
  if (first !== undefined) values.first = first
  if (last !== undefined) values.last = last
  tell(values, attributes)
  return values
}

export function mentionRow(claim: MentionClaim): Row {
  return { entity: claim.entity, properties: row(mentionValues(claim)) }
}

/** `mentionRow` with its properties as a list in the order of MENTION_KEYS. */
export function mentionList(claim: MentionClaim): Row {
  return { entity: claim.entity, properties: listOf(mentionValues(claim), MENTION_KEYS) }
}

function mentionValues({ entity, said, name, aliases, starts, ends, rules, attributes }: MentionClaim): Row {
  const only = said.length === 1 ? said[0] : undefined
  const values: Row = { name, aliases, starts, ends, rules }
  tell(values, attributes)
  const plainly = only !== undefined && only.key === entity
  // What the words alone say is kept apart only where it is not what the graph makes of it.
  if (!plainly) values.said = JSON.stringify(said.map(whatIsSaid))
  else if (only.offices !== '') values.offices = only.offices
  return values
}

/** In one order, whichever way the claim came. */
function whatIsSaid({ key, name, aliases, attributes, starts, ends, rules, offices }: SaidMention) {
  const sorted = Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { key, name, aliases, attributes: sorted, starts, ends, rules, offices }
}

export function statementRow(claim: StatementClaim): Row {
  const values = statementValues(claim)
  return { ...row(values), [FLOAT]: values[FLOAT] }
}

/** `statementRow` as a list in the order of STATEMENT_KEYS. */
export function statementList(claim: StatementClaim): unknown[] {
  return listOf(statementValues(claim), STATEMENT_KEYS)
}

function statementValues(claim: StatementClaim): Row {
  const { id, fact, type, from, to, saidFrom, saidTo, rule, quote, start, end, confidence, date, trigger } = claim
  const values: Row = { id, fact, type, from, to, rule, quote, start, end, confidence }
  tell(values, claim.attributes)
  if (saidFrom !== from) values.said_from = saidFrom
  if (saidTo !== to) values.said_to = saidTo
  if (date !== '') values.date = date
  if (trigger !== undefined) {
    values.trigger_start = trigger.start
    values.trigger_end = trigger.end
  }
  return values
}

/** A float even where it is whole, so that the property has one type. */
const FLOAT = 'confidence'

/** What is not told is null; nulls at the end are left out, which a statement reads as null as well. */
function listOf(values: Row, keys: readonly string[]): unknown[] {
  const list: unknown[] = []
  let told = 0
  const given = Object.keys(values).length
  for (const key of keys) {
    if (told === given) return list
    const value = values[key]
    if (value !== undefined) told++
    list.push(value === undefined ? null : key === FLOAT ? value : toParameter(value))
  }
  if (told === given) return list
  // What has no place in the list would be lost without a word.
  throw new Error(`no place for one of ${Object.keys(values).join(', ')} among ${keys.join(', ')}`)
}

/** A record of `entity, labels, document, date, properties` as the claim it was written from. */
export function mentionOf(record: Named): MentionClaim {
  const labels: string[] = record.get('labels')
  const type = ENTITY_TYPES.find((known) => labels.includes(known))
  if (type === undefined) throw new Error(`entity ${record.get('entity')} has none of our labels: ${labels}`)
  const { name, aliases, starts, ends, rules, said, offices, ...attributes } = numbers(record.get('properties'))
  const entity: string = record.get('entity')
  const about = { type, document: record.get('document') as string, date: (record.get('date') ?? '') as string }
  if (said !== undefined) {
    const things = JSON.parse(said as string) as SaidMention[]
    return joinMentions(
      entity,
      things.map((thing) => ({ ...thing, ...about })),
    )
  }
  const own = {
    ...about,
    name: name as string,
    aliases: (aliases ?? []) as string[],
    attributes: attributes as Attributes,
    starts: (starts ?? []) as number[],
    ends: (ends ?? []) as number[],
    rules: (rules ?? []) as string[],
  }
  return { ...own, entity, said: [{ ...own, key: entity, offices: (offices ?? '') as string }] }
}

/** A record of `entity, source_date, name, aliases` and every attribute as what it tells of the entity. */
export function namingOf(record: Named): Naming {
  const attributes: Attributes = {}
  for (const key of ENTITY_ATTRIBUTES) {
    const value = record.get(key)
    if (value !== null) attributes[key] = toNumber(value) as Attributes[string]
  }
  const date = record.get('source_date') ?? ''
  return {
    entity: record.get('entity'),
    date,
    name: record.get('name'),
    aliases: record.get('aliases') ?? [],
    attributes,
  }
}

/** A record of `document, properties` as the claim it was written from. */
export function statementOf(record: Named): StatementClaim {
  const {
    trigger_start: start,
    trigger_end: end,
    date,
    said_from,
    said_to,
    ...values
  } = numbers(record.get('properties'))
  const claim = values as unknown as Omit<StatementClaim, 'attributes'>
  const attributes: Attributes = {}
  for (const key of Object.keys(RELATIONS[claim.type].attributes)) {
    const value = values[key]
    if (value !== undefined) attributes[key] = value as Attributes[string]
  }
  return {
    ...claim,
    saidFrom: (said_from ?? claim.from) as string,
    saidTo: (said_to ?? claim.to) as string,
    document: record.get('document'),
    date: typeof date === 'string' ? date : '',
    ...(typeof start === 'number' && typeof end === 'number' ? { trigger: { start, end } } : {}),
    attributes,
  }
}

function numbers(properties: Row): Row {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, toNumber(value)]))
}

function toNumber(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toNumber)
  return neo4j.isInt(value) ? value.toNumber() : value
}
