// Which kind of work a query asks for, where the engine's Cypher and Neo4j's differ. In: query text and the names of float
// parameters. Out: an Intent. Runs nothing; what it does not know it hands to the engine as it stands.

import { shapeOf, type Token, tokensOf } from './cypher-text.js'
import { BoltFailure, CODE } from './failure.js'
import { readSchemaCommand, type SchemaCommand } from './schema-command.js'

export type Intent =
  | {
      does: 'query'
      mode: 'run' | 'explain' | 'profile'
      text: string
      writes: boolean
      returns: boolean
      mayLoad: boolean
    }
  | { does: 'schema'; mode: 'run' | 'explain' | 'profile'; command: SchemaCommand }
  | { does: 'answer'; mode: 'run' | 'explain' | 'profile'; name: string; tail: string }

const WRITES = new Set(['CREATE', 'MERGE', 'SET', 'DELETE', 'REMOVE', 'FOREACH', 'DETACH', 'INSERT'])

/** Commands answered here and not by the engine: the shape they begin with, and the name of the answer. */
const ANSWERS: [RegExp, string][] = [
  [/^CALL DB \. PING( \( \))?/, 'db.ping'],
  [/^CALL DB \. INFO( \( \))?/, 'db.info'],
  [/^CALL DB \. AWAITINDEXES( \(( \d+)? \))?/, 'db.awaitIndexes'],
  [/^CALL DB \. SCHEMA \. NODETYPEPROPERTIES( \( \))?/, 'db.schema.nodeTypeProperties'],
  [/^CALL DB \. SCHEMA \. RELTYPEPROPERTIES( \( \))?/, 'db.schema.relTypeProperties'],
  [/^CALL DB \. SCHEMA \. VISUALIZATION( \( \))?/, 'db.schema.visualization'],
  [/^CALL DBMS \. COMPONENTS( \( \))?/, 'dbms.components'],
  [/^CALL DBMS \. LICENSEAGREEMENTDETAILS( \( \))?/, 'dbms.licenseAgreementDetails'],
  [/^CALL DBMS \. SHOWCURRENTUSER( \( \))?/, 'dbms.showCurrentUser'],
  [/^CALL WENTU \. CHECKPOINT( \( \))?/, 'wentu.checkpoint'],
  [/^CALL WENTU \. SHUTDOWN( \( \))?/, 'wentu.shutdown'],
  [/^SHOW (?:(?:HOME|DEFAULT) DATABASE|DATABASES?)(?: (?:NEO4J|`neo4j`))?(?= |$)/, 'show.databases'],
  [/^SHOW CURRENT USER(?= |$)/, 'dbms.showCurrentUser'],
  [/^SHOW (?:ALL )?CONSTRAINTS?(?= |$)/, 'show.constraints'],
  [/^SHOW (?:ALL )?INDEX(?:ES)?(?= |$)/, 'show.indexes'],
  [/^SHOW (?:ALL )?PROCEDURES?(?: EXECUTABLE)?(?= |$)/, 'show.procedures'],
]

/** What the engine lacks and no shim mends: the shape, and what to say. */
const LACKS: [RegExp, string][] = [
  [/^SHOW /, 'It answers SHOW DATABASES, INDEXES, CONSTRAINTS, PROCEDURES and CURRENT USER.'],
  [/\} IN (\d+ CONCURRENT )?TRANSACTIONS/, 'Send the batches as several transactions.'],
  [
    /^(CREATE|DROP|ALTER|START|STOP) (OR REPLACE )?(COMPOSITE )?(DATABASE|ALIAS|USER|ROLE)/,
    'It has one database and one user.',
  ],
  [/(^| )POINT \(/, 'Keep coordinates as two numbers.'],
  [/(^| )RANDOMUUID \(/, 'Make the id in the client and pass it as a parameter.'],
  [/(^| )COLLECT \{/, 'Use collect() after a MATCH, or a list comprehension over a pattern.'],
  [/(^| )APOC \./, 'It has no APOC.'],
]

/**
 * Reads a query. `floats` are the parameters that a client sent as whole floats: the engine would take 3.0 for 3.
 * Throws BoltFailure, with what could be done instead, for what neither the engine nor a shim can do.
 */
export function readIntent(query: string, floats: string[] = []): Intent {
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
  const command = readSchemaCommand(body, shape)
  if (command) return { does: 'schema', mode, command }
  for (const [pattern, name] of ANSWERS) {
    const found = pattern.exec(shape)
    if (!found) continue
    const used = found[0].split(' ').length
    const rest = body[used]
    if (rest && !['YIELD', 'WHERE', 'RETURN'].includes(rest.value)) continue
    return { does: 'answer', mode, name, tail: rest ? query.slice(rest.start, body.at(-1)?.end) : '' }
  }
  const words = new Set(body.filter((token) => token.kind === 'word').map((token) => token.value))
  const text = body.length === 0 ? query : withFloats(query, body, floats)
  return {
    does: 'query',
    mode,
    text,
    writes: [...words].some((word) => WRITES.has(word)),
    returns: words.has('RETURN') || body[0]?.value === 'CALL',
    // On the raw text, both ways of folding case: whether it does load is then asked of the engine, not of words.
    mayLoad: [text.toUpperCase(), text.toLowerCase().toUpperCase()].some(
      (all) => all.includes('LOAD') && all.includes('CSV'),
    ),
  }
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
      throw new BoltFailure(CODE.syntax, `CYPHER ${version} is not spoken here; CYPHER 5 is.`, '42001')
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

/** The name a column would have had without `withFloats`. */
export function columnName(name: string): string {
  return name.replace(/toFloat\((\$[^()]+)\)/g, '$1')
}
