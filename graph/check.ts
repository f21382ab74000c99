// A statement in, what the engine says of it before it is run out: EXPLAIN plans it and runs nothing.
// The engine is the judge of its own dialect, so nothing here knows the grammar.
import { Fault } from '../schema/fault.js'
import type { Graph } from './connect.js'
import { query } from './query.js'

/** A trouble with a statement; `at` is a place in it, in UTF-16 code units. */
export interface Trouble {
  severity: 'error' | 'warning'
  message: string
  code: string
  at?: number
}

const PREFIX = 'EXPLAIN '
/** The word by which a statement asks for its plan itself, after blanks and comments. */
const PLANNED = /^((?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)*)(EXPLAIN|PROFILE)\b/i
/** What the page tells by itself, in its user's language and with a suggestion. */
const TOLD_ELSEWHERE = /Unknown(Label|RelationshipType|PropertyKey)|ParameterNotProvided|ParameterMissing/

/**
 * What the engine finds wrong or remarkable in one statement; nothing for one that can run.
 * @param timeoutMs for planning, in milliseconds
 * @throws Fault `store` when the engine does not answer
 */
export async function check(
  graph: Graph,
  cypher: string,
  { params, timeoutMs, signal }: { params: Record<string, unknown>; timeoutMs: number; signal?: AbortSignal },
): Promise<Trouble[]> {
  // PROFILE would run it; EXPLAIN is as long, so that places stay where they are.
  const planned = PLANNED.test(cypher)
  const asked = planned ? cypher.replace(PLANNED, '$1EXPLAIN') : PREFIX + cypher
  const shift = planned ? 0 : PREFIX.length
  const place = (position: { line: number; column: number } | undefined): Pick<Trouble, 'at'> => {
    const at = position === undefined ? undefined : offsetOf(asked, position)
    return at === undefined ? {} : { at: Math.min(Math.max(0, at - shift), cypher.length) }
  }
  try {
    const { summary } = await query(graph, asked, { params, limit: 0, timeoutMs, ...(signal ? { signal } : {}) })
    return summary.notifications
      .filter(({ code, severity }) => severity === 'WARNING' && !TOLD_ELSEWHERE.test(code))
      .map(({ code, description, position }) => ({
        severity: 'warning' as const,
        message: description,
        code,
        ...place(position),
      }))
  } catch (error) {
    if (!(error instanceof Fault) || (error.kind !== 'query' && error.kind !== 'denied')) throw error
    const code = String((error.cause as { code?: unknown } | undefined)?.code ?? '')
    if (TOLD_ELSEWHERE.test(code)) return []
    return [{ severity: 'error', message: withoutPlace(error.message), code, ...place(placeIn(error.message)) }]
  }
}

const PLACE = /\(line (\d+), column (\d+)(?: \(offset: \d+\))?\)/

function placeIn(message: string): { line: number; column: number } | undefined {
  const [, line, column] = PLACE.exec(message) ?? []
  return line === undefined || column === undefined ? undefined : { line: Number(line), column: Number(column) }
}

/** The mark of the place and the code are shown otherwise. */
function withoutPlace(message: string): string {
  return message
    .replace(PLACE, '')
    .replace(/\s*\[Neo\.[\w.]+\]$/, '')
    .replace(/\s+\./, '.')
    .trim()
}

function offsetOf(text: string, { line, column }: { line: number; column: number }): number | undefined {
  let start = 0
  for (let left = line - 1; left > 0; left--) {
    const end = text.indexOf('\n', start)
    if (end < 0) return undefined
    start = end + 1
  }
  return start + column - 1
}
