// A change of what documents say, or of what is judged, in; which entities of the graph the things of the documents then
// are, and what else has to move for it, out. Reads inside the change's transaction and writes nothing.
// Most changes move nothing: then it costs what the documents of the change name, not what the graph holds.
import type { ManagedTransaction } from 'neo4j-driver'
import { splitKey } from '../schema/judgement.js'
import type { EntityType } from '../schema/model.js'
import { joinMentions, type MentionClaim, type SaidMention, type StatementClaim, withEnds } from './claim.js'
import * as cypher from './cypher.js'
import { Identity, type Judgements } from './identity.js'
import { NameLedger, type Persons, tellApart } from './namesakes.js'
import type { Recall, Rememberable } from './recall.js'
import { mentionOf, statementOf } from './rows.js'

/** What the documents of a change said and say now, and what was and is judged. */
export interface Unsettled {
  before: readonly MentionClaim[]
  mentions: readonly SaidMention[]
  statements: readonly StatementClaim[]
  judged: { before: Judgements; after: Judgements }
}

interface Claims {
  mentions: MentionClaim[]
  statements: StatementClaim[]
}

export interface Settled {
  /** What goes out of documents that the change does not speak of. */
  out: Claims
  /** What comes in: what the documents of the change say, and what has moved. */
  into: Claims
  /** All mentions of some entities that stay: what has been read need not be read again. */
  known: ReadonlyMap<string, MentionClaim[]>
  /** For each person who is one of several of a name, the office to tell him by. */
  posts: ReadonlyMap<string, string>
  /** Persons whose office to tell by has changed. */
  renamed: readonly string[]
  /** What is to be kept of names, by the id of its tally, and what no longer. */
  names: { put: { id: string; state: string }[]; drop: string[]; books: Rememberable[] }
}

/** More documents than this, and what they say of a name is kept; as for other books (graph/books.ts). */
const MANY = 32

/** The documents of the change are no longer in the graph when this is called. */
export async function settle(tx: ManagedTransaction, change: Unsettled, recall: Recall): Promise<Settled> {
  const names = await openNames(tx, change, recall)
  const { before, after } = names
  const moved = await findMoved(tx, names.moved, before, after)
  const into = [...moved.into, ...joinByDocument(change.mentions, after)]
  const ends = new Map(
    into.flatMap(({ said, entity }) => said.map((one) => [placeOf(one.document, one.key), entity] as const)),
  )
  const resettle = (statement: StatementClaim) => {
    const from = ends.get(placeOf(statement.document, statement.saidFrom)) ?? statement.from
    const to = ends.get(placeOf(statement.document, statement.saidTo)) ?? statement.to
    return from === statement.from && to === statement.to ? statement : withEnds(statement, from, to)
  }
  const touched = moved.from.length === 0 ? [] : await readStatements(tx, moved.from)
  const changed = wholeClaims(touched.map((was) => [was, resettle(was)] as const))
  const known = new Map([...names.known].filter(([entity]) => !moved.touched.has(entity)))
  return {
    out: { mentions: moved.out, statements: changed.map(([was]) => was) },
    into: {
      mentions: into,
      statements: [...changed.map(([, is]) => is), ...change.statements.map(resettle)],
    },
    known,
    ...tellBy(names),
    names: names.tallies,
  }
}

/**
 * Statements that are now of another fact, and with them those that stay beside them: books count what a document says of a
 * fact as one, so it goes and comes as a whole.
 */
function wholeClaims(
  statements: readonly (readonly [was: StatementClaim, is: StatementClaim])[],
): (readonly [StatementClaim, StatementClaim])[] {
  const claimOf = ({ fact, document }: StatementClaim) => placeOf(document, fact)
  const changed = statements.filter(([was, is]) => was.fact !== is.fact)
  const claims = new Set(changed.flatMap((pair) => pair.map(claimOf)))
  return statements.filter(([was]) => claims.has(claimOf(was)))
}

const placeOf = (document: string, key: string) => `${key} ${document}`

/** What documents say, as claims on entities: one claim for each document and entity. */
function joinByDocument(mentions: readonly SaidMention[], identity: Identity): MentionClaim[] {
  const groups = new Map<string, { entity: string; said: SaidMention[] }>()
  for (const said of mentions) {
    const entity = identity.entityOf(said)
    const place = placeOf(said.document, entity)
    const group = groups.get(place)
    if (group === undefined) groups.set(place, { entity, said: [said] })
    else group.said.push(said)
  }
  return [...groups.values()].map(({ entity, said }) => joinMentions(entity, said))
}

/** The names that a change may touch. */
interface Names {
  before: Identity
  after: Identity
  /** All keys of names that were opened. */
  keys: readonly string[]
  /** Keys, of persons or other things, that may now be another entity for documents outside the change. */
  moved: ReadonlySet<string>
  known: ReadonlyMap<string, MentionClaim[]>
  tallies: Settled['names']
}

async function openNames(
  tx: ManagedTransaction,
  { before, mentions, judged }: Unsettled,
  recall: Recall,
): Promise<Names> {
  const saidBefore = before.flatMap(({ said }) => said)
  const rejudged = changedKeys(judged.before, judged.after)
  const types = new Map<string, EntityType>()
  for (const [list, judgements] of [
    [saidBefore, judged.before],
    [mentions, judged.after],
  ] as const)
    for (const { key, document, type } of list) types.set(judgements.keyIn(key, document), type)
  const around = (keys: Iterable<string>) => judged.after.around(judged.before.around(keys))
  const reached = around([...types.keys(), ...rejudged])
  for (const key of [...reached]) for (const part of judged.after.family(key)) reached.add(part)
  const keys = [...reached].filter((key) => {
    const type = types.get(key) ?? judged.after.typeOf(key) ?? judged.before.typeOf(key)
    return type === 'Person'
  })
  const states = await readStates(tx, recall, keys)
  const plain = keys.filter((key) => !states.has(key))
  const known = byEntity(await readMentions(tx, plain))
  const ledgersBefore = new Map<string, NameLedger>()
  const ledgersAfter = new Map<string, NameLedger>()
  for (const key of keys) {
    for (const ledgers of [ledgersBefore, ledgersAfter]) {
      const ledger = new NameLedger(states.get(key))
      if (!states.has(key)) for (const { said } of known.get(key) ?? []) countAll(ledger, said, 1)
      ledgers.set(key, ledger)
    }
  }
  const countInto = (
    list: readonly SaidMention[],
    judgements: Judgements,
    ledgers: Map<string, NameLedger>,
    by: 1 | -1,
  ) => {
    for (const said of list)
      if (said.type === 'Person')
        ledgers.get(judgements.keyIn(said.key, said.document))?.count(said.offices, said.date, by)
  }
  // A tally is of all documents, the change's too; what was read is of the others alone.
  countInto(
    saidBefore.filter((said) => !states.has(judged.before.keyIn(said.key, said.document))),
    judged.before,
    ledgersBefore,
    1,
  )
  countInto(
    saidBefore.filter((said) => states.has(judged.before.keyIn(said.key, said.document))),
    judged.before,
    ledgersAfter,
    -1,
  )
  const identityBefore = new Identity(judged.before, tellAll(ledgersBefore, judged.before))
  const anew = new Set(keys.filter((key) => rejudged.has(key) || ledgersAfter.get(key)?.dry))
  if (anew.size > 0) {
    for (const key of anew) ledgersAfter.set(key, new NameLedger())
    const entities = [...around(anew)].flatMap((key) => identityBefore.entitiesOf(key))
    for (const { said } of await readMentions(tx, [...new Set(entities)]))
      countInto(
        said.filter(({ key, document }) => anew.has(judged.after.keyIn(key, document))),
        judged.after,
        ledgersAfter,
        1,
      )
  }
  countInto(mentions, judged.after, ledgersAfter, 1)
  const identityAfter = new Identity(judged.after, tellAll(ledgersAfter, judged.after))
  const differ = keys.filter((key) => personsDiffer(key, identityBefore, identityAfter))
  return {
    before: identityBefore,
    after: identityAfter,
    keys,
    moved: rejudged.size + differ.length === 0 ? new Set() : around([...rejudged, ...differ]),
    known,
    tallies: keepNames(keys, states, ledgersAfter, identityAfter),
  }
}

function countAll(ledger: NameLedger, list: readonly SaidMention[], by: 1 | -1): void {
  for (const { offices, date } of list) ledger.count(offices, date, by)
}

function tellAll(ledgers: ReadonlyMap<string, NameLedger>, judgements: Judgements): Map<string, Persons> {
  return new Map([...ledgers].map(([key, ledger]) => [key, tellApart(key, ledger, judgements.apart(key))]))
}

/** Whether who held some office that was told of the name, or was meant without one, is now another entity. */
function personsDiffer(key: string, before: Identity, after: Identity): boolean {
  const offices = [undefined, ...(before.persons.get(key)?.offices ?? [])]
  return offices.some((office) => {
    const now = after.holderOf(key, office)
    return now !== undefined && now !== before.holderOf(key, office)
  })
}

/** What is judged about now and was not, or was and is not: its keys. */
function changedKeys(before: Judgements, after: Judgements): Set<string> {
  const [had, has] = [before, after].map(({ all }) => new Set(all.map(({ id }) => id)))
  const changed = [...before.all.filter(({ id }) => !has?.has(id)), ...after.all.filter(({ id }) => !had?.has(id))]
  const keys = changed.flatMap((judgement) => [judgement.a.key, judgement.b?.key ?? splitKey(judgement)])
  // One split can take documents over from another of the same name.
  return new Set(keys.flatMap((key) => [...before.family(key), ...after.family(key)]))
}

function keepNames(
  keys: readonly string[],
  states: ReadonlyMap<string, string>,
  ledgers: ReadonlyMap<string, NameLedger>,
  { persons, judgements }: Identity,
): Settled['names'] {
  const names: Settled['names'] = { put: [], drop: [], books: [] }
  for (const key of keys) {
    const ledger = ledgers.get(key)
    if (ledger) names.books.push({ id: cypher.tallyOfName(key), size: ledger.size, state: ledger.state })
    const several = (persons.get(key)?.all.length ?? 0) > 1
    const keep = ledger && ledger.size > 0 && (ledger.size > MANY || several || judgements.has(key))
    if (keep) names.put.push({ id: cypher.tallyOfName(key), state: ledger.state })
    else if (states.has(key)) names.drop.push(cypher.tallyOfName(key))
  }
  return names
}

/** The offices to tell persons by, and of whom they have changed. */
function tellBy({ before, after, keys }: Names): Pick<Settled, 'posts' | 'renamed'> {
  const [had, posts] = [before, after].map((identity) => new Map(keys.flatMap((key) => [...identity.posts(key)])))
  const renamed = [...new Set([...(had?.keys() ?? []), ...(posts?.keys() ?? [])])].filter(
    (id) => had?.get(id) !== posts?.get(id),
  )
  return { posts: posts ?? new Map(), renamed }
}

interface Moved {
  out: MentionClaim[]
  into: MentionClaim[]
  /** Entities that things have left, and all that were looked at. */
  from: string[]
  touched: ReadonlySet<string>
}

async function findMoved(
  tx: ManagedTransaction,
  keys: ReadonlySet<string>,
  before: Identity,
  after: Identity,
): Promise<Moved> {
  const entities = new Set([...keys].flatMap((key) => before.entitiesOf(key)))
  const moved: Moved = { out: [], into: [], from: [], touched: entities }
  if (entities.size === 0) return moved
  const byDocument = new Map<string, MentionClaim[]>()
  for (const claim of await readMentions(tx, [...entities])) {
    const claims = byDocument.get(claim.document)
    if (claims === undefined) byDocument.set(claim.document, [claim])
    else claims.push(claim)
  }
  for (const claims of byDocument.values()) {
    const now = joinByDocument(
      claims.flatMap(({ said }) => said),
      after,
    )
    const stays = new Set(claims.map(contentOf).filter((content) => now.some((claim) => contentOf(claim) === content)))
    moved.out.push(...claims.filter((claim) => !stays.has(contentOf(claim))))
    moved.into.push(...now.filter((claim) => !stays.has(contentOf(claim))))
  }
  moved.from = [...new Set(moved.out.map(({ entity }) => entity))]
  return moved
}

/** What a claim of a document is made of. */
const contentOf = ({ entity, said }: MentionClaim) => [entity, ...said.map(({ key }) => key)].join(' ')

/** What is kept of names, remembered or in the graph. */
async function readStates(
  tx: ManagedTransaction,
  recall: Recall,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const states = new Map<string, string>()
  const asked = new Map<string, string>()
  for (const key of keys) {
    const remembered = recall.get(cypher.tallyOfName(key))
    if (remembered === undefined) asked.set(cypher.tallyOfName(key), key)
    else states.set(key, remembered.state)
  }
  if (asked.size === 0) return states
  const { records } = await tx.run(cypher.TALLIES, { ids: [...asked.keys()] })
  for (const record of records) states.set(asked.get(record.get('id')) as string, String(record.get('state')))
  return states
}

async function readMentions(tx: ManagedTransaction, ids: readonly string[]): Promise<MentionClaim[]> {
  if (ids.length === 0) return []
  return (await tx.run(cypher.MENTIONS_OF_ENTITIES, { ids })).records.map(mentionOf)
}

async function readStatements(tx: ManagedTransaction, entities: readonly string[]): Promise<StatementClaim[]> {
  const found = new Map<string, StatementClaim>()
  for (const statement of [cypher.STATEMENTS_FROM, cypher.STATEMENTS_TO]) {
    const { records } = await tx.run(statement, { ids: entities })
    for (const claim of records.map(statementOf)) found.set(claim.id, claim)
  }
  return [...found.values()]
}

function byEntity(claims: readonly MentionClaim[]): Map<string, MentionClaim[]> {
  const groups = new Map<string, MentionClaim[]>()
  for (const claim of claims) groups.set(claim.entity, [...(groups.get(claim.entity) ?? []), claim])
  return groups
}
