// Which kind of work a query asks for, where the engine's Cypher and Neo4j's differ. In: query text and the names of float
// parameters. Out: an Intent. Runs nothing; what it does not know it hands to the engine as it stands.

import { shapeOf, type Token, tokensOf } from './cypher-text.js'
import { BoltFailure, CODE } from './failure.js'
import { columnNames } from './rewrite/columns.js'
import { corrected } from './rewrite/query.js'
import { Source } from './rewrite/source.js'
import { type Notice, readSchemaCommand, type SchemaCommand } from './schema-command.js'

export type Intent =
  | {
      does: 'query'
      mode: 'run' | 'explain' | 'profile'
      /** What is run; `asked` is the same before anything was said otherwise for the engine. */
      text: string
      asked: string
      /** What the columns are called, where the query tells: the engine has names of its own for expressions. */
      columns: string[] | null
      writes: boolean
      returns: boolean
      mayLoad: boolean
      notices: Notice[]
    }
  | { does: 'schema'; mode: 'run' | 'explain' | 'profile'; command: SchemaCommand }
  | { does: 'answer'; mode: 'run' | 'explain' | 'profile'; name: string; args: string; tail: string }

const WRITES = new Set(['CREATE', 'MERGE', 'SET', 'DELETE', 'REMOVE', 'FOREACH', 'DETACH', 'INSERT'])

const ADMINISTRATION =
  /^(CREATE|DROP|ALTER|START|STOP|RENAME|GRANT|DENY|REVOKE) (OR REPLACE )?(COMPOSITE )?(CURRENT )?(DATABASE|ALIAS|USER|ROLE|SERVER|PRIVILEGE)/

const IN_ONE: Notice = {
  code: 'Neo.ClientNotification.Statement.RuntimeUnsupportedWarning',
  title: 'All was done in one transaction.',
  description:
    'The embedded engine has no CALL {} IN TRANSACTIONS: the batches were done in one transaction, all or nothing.',
}

/** Commands answered here and not by the engine: the shape they begin with, and the name of the answer. */
const ANSWERS: [RegExp, string][] = [
  [/^CALL DB \. PING/, 'db.ping'],
  [/^CALL DB \. INFO/, 'db.info'],
  [/^CALL DB \. LABELS/, 'db.labels'],
  [/^CALL DB \. RELATIONSHIPTYPES/, 'db.relationshipTypes'],
  [/^CALL DB \. AWAITINDEX(ES)?/, 'db.awaitIndexes'],
  [/^CALL DB \. SCHEMA \. NODETYPEPROPERTIES/, 'db.schema.nodeTypeProperties'],
  [/^CALL DB \. SCHEMA \. RELTYPEPROPERTIES/, 'db.schema.relTypeProperties'],
  [/^CALL DB \. SCHEMA \. VISUALIZATION/, 'db.schema.visualization'],
  [/^CALL DB \. INDEX \. FULLTEXT \. QUERYNODES/, 'db.index.fulltext.queryNodes'],
  [/^CALL DB \. INDEX \. FULLTEXT \. LISTAVAILABLEANALYZERS/, 'db.index.fulltext.listAvailableAnalyzers'],
  [/^CALL DBMS \. COMPONENTS/, 'dbms.components'],
  [/^CALL DBMS \. LICENSEAGREEMENTDETAILS/, 'dbms.licenseAgreementDetails'],
  [/^CALL DBMS \. SHOWCURRENTUSER/, 'dbms.showCurrentUser'],
  [/^CALL WENTU \. CHECKPOINT/, 'wentu.checkpoint'],
  [/^CALL WENTU \. SHUTDOWN/, 'wentu.shutdown'],
  [/^SHOW (?:(?:HOME|DEFAULT) DATABASE|DATABASES?)(?: (?:NEO4J|`neo4j`))?(?= |$)/, 'show.databases'],
  [/^SHOW (?:CURRENT USER|USERS?)(?= |$)/, 'show.users'],
  [/^SHOW (?:ALL )?CONSTRAINTS?(?= |$)/, 'show.constraints'],
  [/^SHOW (?:ALL |(RANGE|FULLTEXT|TEXT|LOOKUP|POINT|VECTOR) )?INDEX(?:ES)?(?= |$)/, 'show.indexes'],
  [/^SHOW (?:ALL |(BUILT IN|USER DEFINED) )?FUNCTIONS?(?: EXECUTABLE)?(?= |$)/, 'show.functions'],
  [/^SHOW (?:ALL )?PROCEDURES?(?: EXECUTABLE)?(?= |$)/, 'show.procedures'],
]

/** What the engine lacks and no shim mends: the shape, and what to say. */
const LACKS: [RegExp, string][] = [
  [/^SHOW /, 'It answers SHOW DATABASES, INDEXES, CONSTRAINTS, FUNCTIONS, PROCEDURES and USERS.'],
  [
    /\} IN (\d+ CONCURRENT )?TRANSACTIONS/,
    'It has no ON ERROR and no REPORT STATUS: send the batches as several transactions.',
  ],
  [/(^| )POINT \(/, 'Keep coordinates as two numbers.'],
  [/(^| )COLLECT \{/, 'COLLECT {} stands in RETURN or WITH only: reckon it in a WITH before.'],
  [/(^| )OPTIONAL CALL/, 'Put OPTIONAL MATCH into the CALL {}.'],
  [/ WHEN (<|>|=|IN |STARTS |ENDS |CONTAINS |IS )/, 'Write CASE WHEN x > 3 THEN … instead of CASE x WHEN > 3.'],
  [/^CREATE (\S+) = /, 'It gives a created path no name: return its nodes and relationships.'],
  [/(^| )TRIM \( (BOTH|LEADING|TRAILING) /, 'trim(), ltrim() and rtrim() take blanks only: use replace().'],
  [/(^| )[BLR]TRIM \([^)]*,/, 'trim(), ltrim() and rtrim() take blanks only: use replace().'],
  [/DB \. INDEX \. FULLTEXT \. QUERYNODES/, 'Begin the query with the call, or put it alone.'],
  [/DB \. INDEX \. FULLTEXT \. QUERYREL/, 'It has full-text indexes on nodes only.'],
  [/(^| )APOC \./, 'It has no APOC.'],
]

/**
 * Reads a query. `floats` are the parameters that a client sent as whole floats: the engine would take 3.0 for 3.
 * Throws BoltFailure, with what could be done instead, for what neither the engine nor a shim can do.
 */
export function readIntent(query: string, floats: string[] = []): Intent {
  const key = `${floats.join()}\n${query}`
  const known = READ.get(key)
  if (known) return known
  const intent = read(query, floats)
  if (READ.size >= MOST_READ) READ.clear()
  if (key.length < LONG) READ.set(key, intent)
  return intent
}

/** Programs ask the same few queries again and again: what was read of them is kept, up to so many and so long (in characters). */
const READ = new Map<string, Intent>()
const MOST_READ = 1000
const LONG = 20_000

function read(query: string, floats: string[]): Intent {
  const tokens = withoutEnd(tokensOf(query))
  let first = 0
  let mode: 'run' | 'explain' | 'profile' = 'run'
  for (;;) {
    const word = tokens[first]?.kind === 'word' ? tokens[first]?.value : ''
    if (word === 'CYPHER') first = afterOptions(tokens, first + 1)
    else if (word === 'USE') first = afterUse(tokens, first + 1)
    else if ((word === 'EXPLAIN' || word === 'PROFILE') && mode === 'run') {
      mode = word === 'EXPLAIN' ? 'explain' : 'profile'
      first++
    } else break
  }
  const body = tokens.slice(first)
  const shape = shapeOf(body)
  if (ADMINISTRATION.test(shape)) {
    const message = 'Unsupported administration command: the embedded engine has one database and one user.'
    throw new BoltFailure(CODE.unsupported, message, '51N27')
  }
  const command = readSchemaCommand(body, shape)
  if (command) return { does: 'schema', mode, command }
  const answer = readAnswer(query, body, shape)
  if (answer) return { ...answer, mode }
  const words = new Set(body.filter((token) => token.kind === 'word').map((token) => token.value))
  const asked = body.length === 0 ? query : withFloats(query, body, floats)
  return {
    does: 'query',
    mode,
    text: corrected(asked),
    asked,
    columns: columnNames(query.slice(body[0]?.start, body.at(-1)?.end)),
    writes: [...words].some((word) => WRITES.has(word)),
    returns: words.has('RETURN') || body[0]?.value === 'CALL',
    // On the raw text, both ways of folding case: whether it does load is then asked of the engine, not of words.
    mayLoad: [asked.toUpperCase(), asked.toLowerCase().toUpperCase()].some(
      (all) => all.includes('LOAD') && all.includes('CSV'),
    ),
    notices: /\} IN (\d+ CONCURRENT )?TRANSACTIONS/.test(shape) ? [IN_ONE] : [],
  }
}

/** A command that is answered here, or null. */
function readAnswer(query: string, body: Token[], shape: string): Omit<Intent & { does: 'answer' }, 'mode'> | null {
  for (const [pattern, name] of ANSWERS) {
    const found = pattern.exec(shape)
    if (!found) continue
    let used = found[0].split(' ').length
    let args = ''
    if (body[used]?.text === '(') {
      const close = new Source(query.slice(body[0]?.start)).partner(used)
      if (close < 0) return null
      args = query.slice(body[used]?.end, body[close]?.start)
      used = close + 1
    }
    const rest = body[used]
    if (rest && !['YIELD', 'WHERE', 'RETURN'].includes(rest.value)) continue
    const tail = rest ? query.slice(rest.start, body.at(-1)?.end) : ''
    return { does: 'answer', name: found[1] ? `${name}:${found[1]}` : name, args: args.trim(), tail }
  }
  return null
}

/** Says what could be done instead, for a query that the engine refused; nothing when there is no advice. */
export function adviceFor(query: string): string | null {
  const shape = shapeOf(tokensOf(query)).replace(/^(CYPHER \d+ )?((EXPLAIN|PROFILE) )?/, '')
  return LACKS.find(([pattern]) => pattern.test(shape))?.[1] ?? null
}

function withoutEnd(tokens: Token[]): Token[] {
  const last = tokens.findLastIndex((token) => token.text !== ';')
  return tokens.slice(0, last + 1)
}

/** `CYPHER 5 runtime=slotted planner=cost MATCH …`: the version and the options are passed over. */
function afterOptions(tokens: Token[], from: number): number {
  let at = from
  if (tokens[at]?.kind === 'number') {
    const version = tokens[at]?.text
    if (version !== '5')
      throw new BoltFailure(CODE.argument, `CYPHER ${version} is not spoken here; CYPHER 5 is.`, '42001')
    at++
  }
  while (tokens[at]?.kind === 'word' && tokens[at + 1]?.text === '=') at += 3
  return at
}

function afterUse(tokens: Token[], at: number): number {
  const name = tokens[at]
  if (name && name.value.toLowerCase() === 'neo4j') return at + 1
  throw new BoltFailure(
    CODE.database,
    `There is no graph ${name?.text ?? ''}: this engine has one database, neo4j.`,
    '42N00',
  )
}

/** Wraps whole float parameters in toFloat(), except where a count is wanted. */
function withFloats(query: string, body: Token[], floats: string[]): string {
  let text = ''
  let done = body[0]?.start ?? 0
  for (const [at, token] of body.entries()) {
    if (token.kind !== 'parameter' || !floats.includes(token.value)) continue
    if (['LIMIT', 'SKIP'].includes(body[at - 1]?.value ?? '')) continue
    text += `${query.slice(done, token.start)}toFloat(${token.text})`
    done = token.end
  }
  return text + query.slice(done, body.at(-1)?.end)
}
