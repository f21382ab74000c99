// What a person says of entities as the graph shows them in, judgements that outlive it out; and back again, undone.
// Must not know by which rules things were told apart.

import { Fault } from '../schema/fault.js'
import type { JudgedSide, Judgement } from '../schema/judgement.js'
import { judgementId, splitKey } from '../schema/judgement.js'
import { ENTITY_TYPES, type EntityType } from '../schema/model.js'
import { ask } from './ask.js'
import type { MentionClaim } from './claim.js'
import type { Graph } from './connect.js'
import * as cypher from './cypher.js'
import { Identity, Judgements } from './identity.js'
import { NameLedger, officeId, type Persons, standingsIn, tellApart } from './namesakes.js'
import { judgementOf, mentionOf } from './rows.js'
import { type WriteReport, writeJudgements } from './write.js'

/** Who judges, and why. */
export interface Reason {
  why: string
  by?: string
}

export interface Judged {
  judgement: Judgement
  /** What left the graph and what came into it. */
  came: WriteReport
  went: WriteReport
}

/** All judgements, the oldest first. */
export async function listJudgements(graph: Graph): Promise<Judgement[]> {
  const all = (await ask(graph, cypher.JUDGEMENTS)).map(judgementOf)
  return all.sort((a, b) => compare(a.at ?? '', b.at ?? '') || compare(a.id, b.id))
}

/** Says of two entities whether a person has judged them to be two. */
export async function openSettled(graph: Graph): Promise<(a: string, b: string) => boolean> {
  const all = await listJudgements(graph)
  const judgements = new Judgements(all)
  const splits = all.filter(({ kind }) => kind === 'split')
  const sides = splits.map((split) => [split.a, split.b ?? { key: splitKey(split), name: split.a.name }] as const)
  const persons = await openPersons(graph, judgements, new Set(sides.flat().map(({ key }) => key)))
  const identity = new Identity(judgements, new Map([...persons].map(([key, { all }]) => [key, all])))
  const settled = new Set<string>()
  for (const [i, pair] of sides.entries()) {
    const [a, b] = pair.map((side) => identity.sideOf((splits[i] as Judgement).type, side))
    settled.add(`${a} ${b}`).add(`${b} ${a}`)
  }
  return (a, b) => settled.has(`${a} ${b}`)
}

/** The persons of names, by key; `kept`: the graph keeps a tally of the name, as it does where several have it. */
export async function openPersons(
  graph: Graph,
  judgements: Judgements,
  keys: ReadonlySet<string>,
): Promise<Map<string, { all: Persons; kept: boolean }>> {
  const tallies = await ask(graph, cypher.TALLIES, { ids: [...keys].map(cypher.tallyOfName) })
  const states = new Map(tallies.map((record) => [record.get('id'), String(record.get('state'))]))
  const open = (key: string) => {
    const state = states.get(cypher.tallyOfName(key))
    return { all: tellApart(key, new NameLedger(state), judgements.apart(key)), kept: state !== undefined }
  }
  return new Map([...keys].map((key) => [key, open(key)]))
}

/** An entity as a person names it. */
export interface Named {
  id: string
  type: EntityType
  name: string
  documents: number
}

/**
 * The entity with this id, or the one of this name, label or other form.
 * @throws Fault `input` when there is none, or more than one: then with their ids
 */
export async function findNamed(graph: Graph, named: string, type?: EntityType): Promise<Named> {
  const records = await ask(
    graph,
    `MATCH (e:${type ?? 'Entity'}) WHERE e.id = $named OR e.name = $named OR e.label = $named OR $named IN e.aliases
     RETURN e.id AS id, labels(e) AS labels, coalesce(e.label, e.name) AS name, e.name AS plain, e.documents AS documents`,
    { named },
  )
  const all = records.map((record) => ({
    id: String(record.get('id')),
    type: ENTITY_TYPES.find((known) => record.get('labels').includes(known)) as EntityType,
    name: String(record.get('name')),
    plain: String(record.get('plain')),
    documents: Number(record.get('documents')),
  }))
  // A thing of that very name comes before those that have it as another form.
  const exact = all.filter(({ id, name, plain }) => [id, name, plain].includes(named))
  const found = exact.length > 0 ? exact : all
  const [only, ...others] = found
  if (only === undefined)
    throw new Fault('input', `Nothing in the graph has the id or name ${named}. wentu query finds ids.`)
  if (others.length === 0) return { id: only.id, type: only.type, name: only.name, documents: only.documents }
  const list = found.map((one) => `${one.id} (${one.type} ${one.name}, ${one.documents} documents)`).sort()
  throw new Fault('input', `${found.length} things are called ${named}; give the id of one: ${list.join(', ')}.`)
}

/**
 * Judges two entities to be one.
 * @throws Fault `input` when they are of two types, are one already, or were judged to be two
 */
export async function merge(graph: Graph, a: Named, b: Named, reason: Reason): Promise<Judged> {
  refuseTypes(a, b)
  if (a.id === b.id) throw new Fault('input', `${a.name} and ${b.name} are one already.`)
  const judged = await ofTwo(graph, 'merge', a, b, reason)
  const against = (await listJudgements(graph)).find(
    (other) => other.kind === 'split' && other.b && sameSides(other, judged),
  )
  if (against)
    throw new Fault(
      'input',
      `${a.name} and ${b.name} were judged to be two (${against.why}). First: wentu undo ${against.id}`,
    )
  return await put(graph, judged)
}

/**
 * Judges two entities to be two, whatever a later rule or merge would make of them.
 * @throws Fault `input` when they are one now: then only documents can tell which is which
 */
export async function keepApart(graph: Graph, a: Named, b: Named, reason: Reason): Promise<Judged> {
  refuseTypes(a, b)
  if (a.id === b.id)
    throw new Fault('input', `${a.name} is one thing in the graph: say which documents mean another, --document ID.`)
  return await put(graph, await ofTwo(graph, 'split', a, b, reason))
}

/**
 * Judges that these documents, where they speak of an entity, mean another thing than the other documents.
 * @throws Fault `input` when one of them does not speak of it, or all do, or the entity was merged of several
 */
export async function splitDocuments(
  graph: Graph,
  a: Named,
  documents: readonly string[],
  reason: Reason,
): Promise<Judged> {
  const mentions = await mentionsOf(graph, a.id)
  const judgements = new Judgements(await listJudgements(graph))
  const chosen = new Set(documents)
  const spoken = mentions.filter(({ document }) => chosen.has(document))
  const missing = [...chosen].filter((id) => !spoken.some(({ document }) => document === id))
  if (missing.length > 0) throw new Fault('input', `${missing.join(', ')}: no document of that id speaks of ${a.name}.`)
  if (spoken.length === mentions.length)
    throw new Fault('input', `All documents that speak of ${a.name} are given: nothing is left to tell them from.`)
  const keys = new Set(spoken.flatMap(({ said, document }) => said.map(({ key }) => judgements.keyIn(key, document))))
  const [key, ...more] = keys
  if (key === undefined || more.length > 0)
    throw new Fault(
      'input',
      `${a.name} was judged to be several things in one; wentu judgements shows by which merge. Undo that.`,
    )
  const judgement = { kind: 'split' as const, type: a.type, a: { key, name: a.name }, documents: [...chosen].sort() }
  return await put(graph, stamp(judgement, reason))
}

/**
 * Takes a judgement back: the graph is what it would be without.
 * @param id of a judgement, or its first digits
 * @throws Fault `input` when there is none, or more than one
 */
export async function undo(graph: Graph, id: string): Promise<Judged> {
  const found = (await listJudgements(graph)).filter((one) => one.id.startsWith(id))
  const [judgement, ...others] = found
  if (judgement === undefined) throw new Fault('input', `No judgement has the id ${id}. wentu judgements lists them.`)
  if (others.length > 0)
    throw new Fault('input', `${found.length} judgements begin with ${id}: ${found.map((one) => one.id).join(', ')}.`)
  return { judgement, ...(await writeJudgements(graph, { drop: [judgement.id] })) }
}

/** Puts a judgement in. */
export async function put(graph: Graph, judgement: Judgement): Promise<Judged> {
  return { judgement, ...(await writeJudgements(graph, { put: [judgement] })) }
}

function refuseTypes(a: Named, b: Named): void {
  if (a.type !== b.type)
    throw new Fault('input', `${a.name} is a ${a.type}, ${b.name} a ${b.type}: they cannot be one.`)
}

async function ofTwo(graph: Graph, kind: 'merge' | 'split', a: Named, b: Named, reason: Reason): Promise<Judgement> {
  const [one, two] = [await sideOf(graph, a), await sideOf(graph, b)]
  return stamp({ kind, type: a.type, a: one, b: two }, reason)
}

/** A judgement of today with its reason. */
export function stamp(judgement: Omit<Judgement, 'id' | 'why'>, { why, by }: Reason): Judgement {
  const told = { ...judgement, why, ...(by === undefined ? {} : { by }), at: new Date().toISOString() }
  return { ...told, id: judgementId(judgement) }
}

function sameSides(one: Judgement, two: Judgement): boolean {
  return judgementId({ ...one, kind: 'merge' }) === judgementId({ ...two, kind: 'merge' })
}

/** What of an entity does not change with the documents that are in the graph. */
async function sideOf(graph: Graph, { id, type, name }: Named): Promise<JudgedSide> {
  const mentions = await mentionsOf(graph, id)
  const judgements = new Judgements(await listJudgements(graph))
  const said = mentions.flatMap((mention) => mention.said)
  const keys = said.map(({ key, document }) => judgements.keyIn(key, document)).sort(compare)
  const [key] = keys
  if (key === undefined) throw new Fault('input', `No document speaks of ${name} any longer.`)
  if (type !== 'Person') return { key, name }
  const [tally] = await ask(graph, cypher.TALLIES, { ids: [cypher.tallyOfName(key)] })
  if (tally === undefined) return { key, name }
  const persons = tellApart(key, new NameLedger(String(tally.get('state'))), judgements.apart(key))
  if (persons.all.length === 1) return { key, name }
  const own = said.filter((one) => judgements.keyIn(one.key, one.document) === key)
  const [office] = own.flatMap(({ offices }) => standingsIn(offices).map(officeId)).sort(compare)
  return { key, name, ...(office === undefined ? {} : { office }) }
}

/** What each document says of an entity. */
export async function mentionsOf(graph: Graph, id: string): Promise<MentionClaim[]> {
  return (await ask(graph, cypher.MENTIONS_OF_ENTITIES, { ids: [id] })).map(mentionOf)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
