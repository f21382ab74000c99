// Claims and properties in, rows of parameters out; records of the engine in, claims out. The one place that knows
// under which key a claim lies in the graph.
import neo4j, { type Record as DriverRecord } from 'neo4j-driver'
import type { Document } from '../schema/fact.js'
import { ENTITY_TYPES, RELATIONS } from '../schema/model.js'
import type { Attributes, MentionClaim, StatementClaim } from './claim.js'
import type { EntityProperties, FactProperties } from './ledger.js'
import { toParameter } from './value.js'

export type Row = Record<string, unknown>

const row = (values: object) => toParameter(values) as Row

export const documentRow = (document: Document, ingestedAt: string): Row =>
  row({ ...document, ingested_at: ingestedAt })

export function entityRow({ attributes, ...properties }: EntityProperties): Row {
  return row({ ...attributes, ...properties })
}

export function factRow(from: string, to: string, { attributes, ...properties }: FactProperties): Row {
  return row({ from, to, properties: { ...attributes, ...properties } })
}

export function mentionRow({ entity, name, aliases, starts, ends, rules, attributes }: MentionClaim): Row {
  return row({ entity, properties: { ...attributes, name, aliases, starts, ends, rules } })
}

export function statementRow({
  document: _,
  date,
  trigger,
  attributes,
  confidence,
  ...properties
}: StatementClaim): Row {
  const values = row({
    ...attributes,
    ...properties,
    ...(date === '' ? {} : { date }),
    ...(trigger === undefined ? {} : { trigger_start: trigger.start, trigger_end: trigger.end }),
  })
  // A float even where it is whole, so that the property has one type.
  return { ...values, confidence }
}

/** A record of `entity, labels, document, date, properties` as the claim it was written from. */
export function mentionOf(record: DriverRecord): MentionClaim {
  const labels: string[] = record.get('labels')
  const type = ENTITY_TYPES.find((known) => labels.includes(known))
  if (type === undefined) throw new Error(`entity ${record.get('entity')} has none of our labels: ${labels}`)
  const { name, aliases, starts, ends, rules, ...attributes } = numbers(record.get('properties'))
  return {
    entity: record.get('entity'),
    type,
    document: record.get('document'),
    date: record.get('date') ?? '',
    name: name as string,
    aliases: (aliases ?? []) as string[],
    attributes: attributes as Attributes,
    starts: (starts ?? []) as number[],
    ends: (ends ?? []) as number[],
    rules: (rules ?? []) as string[],
  }
}

/** A record of `document, properties` as the claim it was written from. */
export function statementOf(record: DriverRecord): StatementClaim {
  const { trigger_start: start, trigger_end: end, date, ...values } = numbers(record.get('properties'))
  const claim = values as unknown as Omit<StatementClaim, 'attributes'>
  const attributes: Attributes = {}
  for (const key of Object.keys(RELATIONS[claim.type].attributes)) {
    const value = values[key]
    if (value !== undefined) attributes[key] = value as Attributes[string]
  }
  return {
    ...claim,
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
