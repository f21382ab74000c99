// Facts that a person has judged to be wrong. A fact in, a judgement that outlives it out; and back: which facts of the graph as
// it is now are meant. The fact stays: it is what the documents say. Whoever shows it shows the judgement beside it.
import { Fault } from '../schema/fault.js'
import { makeId } from '../schema/id.js'
import type { JudgedSide, Judgement } from '../schema/judgement.js'
import { ENTITY_TYPES, type EntityType, RELATIONS, type RelationType } from '../schema/model.js'
import { ask } from './ask.js'
import type { StatementClaim } from './claim.js'
import type { Graph } from './connect.js'
import * as cypher from './cypher.js'
import { Identity, Judgements } from './identity.js'
import { type Judged, listJudgements, mentionsOf, openPersons, put, type Reason, stamp } from './judging.js'
import { officeId, standingsIn } from './namesakes.js'
import { statementOf } from './rows.js'

/** A judgement, and the id of the fact that it speaks of in the graph as it is now. */
export interface WrongFact {
  fact: string
  judgement: Judgement
}

/** Every fact judged to be wrong, the oldest judgement first; also one that no document states any longer. */
export async function wrongFacts(graph: Graph): Promise<WrongFact[]> {
  const all = await listJudgements(graph)
  const wrong = all.filter(({ kind }) => kind === 'wrong')
  if (wrong.length === 0) return []
  const judgements = new Judgements(all)
  const keys = judgements.around(wrong.flatMap(({ a, b }) => [a.key, ...(b === undefined ? [] : [b.key])]))
  const persons = await openPersons(graph, judgements, keys)
  const identity = new Identity(judgements, new Map([...persons].map(([key, one]) => [key, one.all])))
  const idOf = (type: EntityType, { key, office, name }: JudgedSide): string | undefined =>
    // Without a tally one person alone has the name, whatever his offices.
    identity.sideOf(type, { key, name, ...(office === undefined || !persons.get(key)?.kept ? {} : { office }) })
  return wrong.flatMap((judgement) => {
    const { type, relation, a, b } = judgement
    if (relation === undefined || b === undefined) return []
    const [from, to] = [idOf(type, a), idOf(RELATIONS[relation].to[0], b)]
    return from === undefined || to === undefined ? [] : [{ fact: makeId('fact', relation, from, to), judgement }]
  })
}

/**
 * Judges a fact to be wrong.
 * @param fact the `id` of the relationship
 * @throws Fault `input` when there is no such fact, or it is judged to be wrong already
 */
export async function reportWrong(graph: Graph, fact: string, reason: Reason): Promise<Judged> {
  const already = (await wrongFacts(graph)).find((one) => one.fact === fact)
  if (already !== undefined)
    throw new Fault(
      'input',
      `That is judged to be wrong already (${already.judgement.why}). First: wentu undo ${already.judgement.id}`,
    )
  const statements = (await ask(graph, cypher.STATEMENTS_OF_FACTS, { ids: [fact] })).map(statementOf)
  const [first] = statements
  if (first === undefined) throw new Fault('input', `No fact of the graph has the id ${fact}. wentu query finds ids.`)
  const judgements = new Judgements(await listJudgements(graph))
  const a = await sideOf(graph, judgements, statements, 'from')
  const b = await sideOf(graph, judgements, statements, 'to')
  const judgement = { kind: 'wrong' as const, type: a.type, relation: first.type, a: a.side, b: b.side }
  return await put(graph, stamp(judgement, reason))
}

/**
 * The fact of a type from one entity to another.
 * @throws Fault `input` when there is none
 */
export async function findFact(graph: Graph, from: string, type: RelationType, to: string): Promise<string> {
  const [found] = await ask(graph, `MATCH (:Entity {id: $from})-[r:${type}]->(:Entity {id: $to}) RETURN r.id AS id`, {
    from,
    to,
  })
  if (found === undefined) throw new Fault('input', `No ${type} goes from ${from} to ${to} in the graph.`)
  return String(found.get('id'))
}

/** One end of a fact in the words of the documents that state it: of several the first in order, whatever states it later. */
async function sideOf(
  graph: Graph,
  judgements: Judgements,
  statements: readonly StatementClaim[],
  end: 'from' | 'to',
): Promise<{ side: JudgedSide; type: EntityType }> {
  const entity = (statements[0] as StatementClaim)[end]
  const keyOf = ({ saidFrom, saidTo, document }: StatementClaim) =>
    judgements.keyIn(end === 'from' ? saidFrom : saidTo, document)
  const key = statements.map(keyOf).sort()[0] as string
  const [found] = await ask(
    graph,
    'MATCH (e:Entity {id: $id}) RETURN coalesce(e.label, e.name) AS name, labels(e) AS labels',
    { id: entity },
  )
  const labels: string[] = found?.get('labels') ?? []
  const type = ENTITY_TYPES.find((one) => labels.includes(one)) as EntityType
  const side = { key, name: String(found?.get('name')) }
  if (type !== 'Person') return { side, type }
  const said = (await mentionsOf(graph, entity)).flatMap((mention) => mention.said)
  const own = said.filter((one) => judgements.keyIn(one.key, one.document) === key)
  const office = own.flatMap(({ offices }) => standingsIn(offices).map(officeId)).sort()[0]
  return { side: office === undefined ? side : { ...side, office }, type }
}
