// A resolved document in, what it claims of each entity and each fact out: the rows the graph keeps as MENTIONS and
// Statement. Pure. Must not know what other documents say; what all of them say together is graph/ledger.ts.
import type { AttributeValue, Document, Entity, Evidence, Relation, Resolved } from '../schema/fact.js'
import { Fault } from '../schema/fault.js'
import { makeId } from '../schema/id.js'
import {
  type AttributeKind,
  allowsEnds,
  ENTITIES,
  type EntityType,
  RELATIONS,
  type RelationType,
} from '../schema/model.js'
import type { Standing } from '../schema/standing.js'
import { type Offices, officesOf, standingsIn } from './namesakes.js'

export type Attributes = Record<string, AttributeValue>

/** What one document says of one thing that it names; `date` is the document's, '' when it has none. */
export interface SaidMention {
  /** The id that the document's words alone give the thing. */
  key: string
  type: EntityType
  document: string
  date: string
  name: string
  aliases: string[]
  attributes: Attributes
  /** Where it is named, in order: starts, ends and the rule of each. */
  starts: number[]
  ends: number[]
  rules: string[]
  /** Where the offices stand that it gives a person, as kept (graph/namesakes.ts); '' for none. */
  offices: Offices
}

/** What one document calls one entity and tells of it: the part of a claim that its books are made of. */
export type Naming = Pick<MentionClaim, 'entity' | 'date' | 'name' | 'aliases' | 'attributes'>

/** What one document says of one entity of the graph. */
export interface MentionClaim extends Omit<SaidMention, 'key' | 'offices'> {
  entity: string
  /** The things of the document that are this entity: as a rule one, whose key is the entity's id. */
  said: SaidMention[]
}

/** One sentence of one document that says one fact. */
export interface StatementClaim {
  id: string
  fact: string
  type: RelationType
  from: string
  to: string
  /** The keys of both ends: what `from` and `to` would be by the document alone. */
  saidFrom: string
  saidTo: string
  document: string
  date: string
  rule: string
  quote: string
  start: number
  end: number
  confidence: number
  trigger?: { start: number; end: number }
  attributes: Attributes
}

/** All that one document says of one fact. */
export interface FactClaim {
  fact: string
  type: RelationType
  from: string
  to: string
  document: string
  statements: StatementClaim[]
}

export interface Claims {
  mentions: SaidMention[]
  statements: StatementClaim[]
}

/** The statement with these ends in the graph. */
export function withEnds(statement: StatementClaim, from: string, to: string): StatementClaim {
  return { ...statement, from, to, fact: makeId('fact', statement.type, from, to) }
}

/** Statements of any documents, together where one document says one fact. */
export function groupStatements(statements: readonly StatementClaim[]): FactClaim[] {
  const groups = new Map<string, FactClaim>()
  for (const statement of statements) {
    const { fact, type, from, to, document } = statement
    // A fact's id is of fixed length, so that no two pairs give one key.
    const key = fact + document
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { fact, type, from, to, document, statements: [statement] })
    else group.statements.push(statement)
  }
  return [...groups.values()]
}

/**
 * All that a document claims, each thing once, with the ids that its own words give.
 * @throws Fault `input` when a statement's quote is not the text at its place, an end is unknown or of a wrong type,
 * or an attribute is not of its kind, or the document's id or a name is too long to be looked up
 */
export function claimsOf(resolved: Resolved): Claims {
  const { document, contribution } = resolved
  checkLength(`The id of document ${document.id.slice(0, 40)}…`, document.id)
  const entities = new Map<string, SaidMention>()
  const globals = new Map<string, { id: string; type: EntityType }>()
  for (const entity of contribution.entities) {
    const id = resolved.ids[entity.id]
    if (id === undefined)
      throw new Fault('input', `Document ${document.id}: entity ${entity.id} has no id in the graph.`)
    globals.set(entity.id, { id, type: entity.type })
    const claim = mentionClaim(document, entity, id, resolved.standings?.[entity.id] ?? [])
    const same = entities.get(id)
    entities.set(id, same === undefined ? claim : joinSaid(same, claim))
  }
  const statements = new Map<string, StatementClaim>()
  for (const relation of contribution.relations) {
    const from = endOf(document, relation, relation.from, globals)
    const to = endOf(document, relation, relation.to, globals)
    if (!allowsEnds(relation.type, from.type, to.type)) {
      throw new Fault('input', `Document ${document.id}: no ${relation.type} goes from ${from.type} to ${to.type}.`)
    }
    for (const evidence of relation.evidence) {
      const claim = statementClaim(document, relation, from.id, to.id, evidence)
      const place = `${claim.fact} ${claim.start} ${claim.end}`
      const known = statements.get(place)
      if (known === undefined || surer(claim, known)) statements.set(place, claim)
    }
  }
  return { mentions: [...entities.values()], statements: [...statements.values()] }
}

/** A sentence that several rules read alike says the fact once: by the surest of them. */
function surer(one: StatementClaim, other: StatementClaim): boolean {
  return one.confidence === other.confidence ? one.rule < other.rule : one.confidence > other.confidence
}

function endOf(
  document: Document,
  relation: Relation,
  local: string,
  globals: ReadonlyMap<string, { id: string; type: EntityType }>,
): { id: string; type: EntityType } {
  const end = globals.get(local)
  if (end !== undefined) return end
  throw new Fault('input', `Document ${document.id}: ${relation.type} speaks of ${local}, which is no entity of it.`)
}

// What the engines look up by must fit into an index: Neo4j takes no more than some 8,000 bytes.
const LONGEST = 2_000

function checkLength(what: string, text: string): void {
  if (text.length <= LONGEST) return
  throw new Fault('input', `${what} has ${text.length} characters; the graph takes ${LONGEST} at most.`)
}

function mentionClaim(document: Document, entity: Entity, key: string, standings: readonly Standing[]): SaidMention {
  checkLength(`Document ${document.id}: the ${entity.type} name ${entity.name.slice(0, 40)}…`, entity.name)
  const places = [...entity.mentions].sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1))
  return {
    key,
    type: entity.type,
    document: document.id,
    date: document.date ?? '',
    name: entity.name,
    aliases: [...new Set(entity.aliases)].filter((alias) => alias !== entity.name).sort(),
    attributes: checkAttributes(
      document,
      `${entity.type} ${entity.name}`,
      ENTITIES[entity.type].attributes,
      entity.attrs,
    ),
    starts: places.map((place) => place.start),
    ends: places.map((place) => place.end),
    rules: places.map((place) => place.rule),
    offices: officesOf(standings),
  }
}

/** Two things of a document that its words make one: as `joinNames`, with the offices of both. */
function joinSaid(a: SaidMention, b: SaidMention): SaidMention {
  return { ...joinNames(a, b), offices: officesOf([...standingsIn(a.offices), ...standingsIn(b.offices)]) }
}

/** The things of one document that are one entity of the graph, as one claim; in any order, at least one. */
export function joinMentions(entity: string, said: readonly SaidMention[]): MentionClaim {
  const sorted = said.length === 1 ? said : [...said].sort((a, b) => (a.key < b.key ? -1 : 1))
  const { type, document, date, name, aliases, attributes, starts, ends, rules } = sorted.reduce(joinNames)
  return { entity, type, document, date, name, aliases, attributes, starts, ends, rules, said: [...sorted] }
}

/** Two things of a document that are one: the name of the one named more often, and every place. */
function joinNames(a: SaidMention, b: SaidMention): SaidMention {
  const [first, second] = betterName(a, b) ? [a, b] : [b, a]
  const places = new Map<number, [number, number, string]>()
  for (const claim of [second, first]) {
    claim.starts.forEach((start, index) => {
      places.set(start, [start, claim.ends[index] ?? start, claim.rules[index] ?? ''])
    })
  }
  const ordered = [...places.values()].sort((x, y) => x[0] - y[0])
  const forms = new Set([...first.aliases, second.name, ...second.aliases])
  return {
    ...first,
    aliases: [...forms].filter((form) => form !== first.name).sort(),
    attributes: { ...second.attributes, ...first.attributes },
    starts: ordered.map(([start]) => start),
    ends: ordered.map(([, end]) => end),
    rules: ordered.map(([, , rule]) => rule),
  }
}

function betterName(a: SaidMention, b: SaidMention): boolean {
  if (a.starts.length !== b.starts.length) return a.starts.length > b.starts.length
  if (a.name.length !== b.name.length) return a.name.length > b.name.length
  return a.name <= b.name
}

function statementClaim(
  document: Document,
  relation: Relation,
  from: string,
  to: string,
  evidence: Evidence,
): StatementClaim {
  const { start, end, quote, rule, confidence, trigger } = evidence
  if (document.text.slice(start, end) !== quote) {
    throw new Fault('input', `Document ${document.id}: the text at ${start}–${end} is not the quote "${quote}".`)
  }
  const { type } = relation
  return {
    id: makeId('statement', document.id, type, from, to, start, end, rule),
    fact: makeId('fact', type, from, to),
    type,
    from,
    to,
    saidFrom: from,
    saidTo: to,
    document: document.id,
    date: document.date ?? '',
    rule,
    quote,
    start,
    end,
    confidence,
    ...(trigger === undefined ? {} : { trigger }),
    attributes: checkAttributes(document, type, RELATIONS[type].attributes, relation.attrs),
  }
}

function checkAttributes(
  document: Document,
  of: string,
  kinds: Readonly<Record<string, AttributeKind>>,
  given: Attributes,
): Attributes {
  const attributes: Attributes = {}
  for (const [key, kind] of Object.entries(kinds)) {
    const value = given[key]
    if (value === undefined) continue
    const wanted = kind === 'integer' || kind === 'number' ? 'number' : kind === 'boolean' ? 'boolean' : 'string'
    if (typeof value !== wanted) {
      throw new Fault('input', `Document ${document.id}: ${key} of ${of} is ${JSON.stringify(value)}, not a ${kind}.`)
    }
    attributes[key] = value
  }
  const unknown = Object.keys(given).find((key) => !(key in kinds))
  if (unknown === undefined) return attributes
  const known = Object.keys(kinds).join(', ') || 'none'
  throw new Fault('input', `Document ${document.id}: ${of} has no attribute ${unknown}; the model knows ${known}.`)
}
