// What is wrong in the text of the editor: names that the graph does not know, and what the engine says of each statement.
// In: the text, what is known, ways to ask. Out: diagnostics under the words they are about.
import type { Diagnostic } from '@codemirror/lint'
import type { CheckAnswer } from '../../../schema/answer.js'
import type { Say } from '../parts/console.js'
import { KEYWORDS } from './cypher-words.js'
import type { Doubt } from './misspelt.js'
import { nearestName } from './nearest.js'
import { quoteName, readTokens, type Statement, splitStatements } from './tokens.js'

type Trouble = CheckAnswer['troubles'][number]

/** A trouble as the editor shows it. */
export interface Finding extends Diagnostic {
  /** What to write instead, when that is known. */
  meant?: string
}

/** Statements beyond this number are not held against the engine while one types. */
const MOST_STATEMENTS = 20

/** The doubts in the user's words. */
export function showDoubts(doubts: readonly Doubt[], t: Say): Finding[] {
  return doubts.map(({ role, name, start, end, meant }) => {
    const what = t(`doubt.${role}`, { name: role === 'parameter' ? `$${name}` : name })
    const written = meant === undefined ? undefined : role === 'parameter' ? `$${meant}` : quoteName(meant)
    return finding(start, end, role === 'parameter' ? 'info' : 'warning', what, written, t)
  })
}

/**
 * What the engine says of each statement.
 * @param ask asks the engine about one; what it said before is not asked again
 */
export async function showTroubles(
  text: string,
  ask: (statement: string) => Promise<readonly Trouble[]>,
  t: Say,
): Promise<Finding[]> {
  const statements = splitStatements(text).slice(0, MOST_STATEMENTS)
  const found = await Promise.all(
    statements.map(async (statement) =>
      (await ask(statement.text)).map((trouble) => {
        const [start, end] = wordsOf(statement, trouble)
        const word = statement.text.slice(start - statement.start, end - statement.start)
        const meant = trouble.severity === 'error' ? misspeltKeyword(word) : undefined
        return finding(start, end, trouble.severity, trouble.message, meant, t)
      }),
    ),
  )
  return found.flat()
}

function finding(
  from: number,
  to: number,
  severity: Finding['severity'],
  what: string,
  meant: string | undefined,
  t: Say,
): Finding {
  if (meant === undefined) return { from, to, severity, message: what }
  return {
    from,
    to,
    severity,
    meant,
    message: t('doubt.meant', { what: what.replace(/[.。]$/, ''), meant }),
    actions: [
      {
        name: t('doubt.change', { meant }),
        apply: (view, start, end) => view.dispatch({ changes: { from: start, to: end, insert: meant } }),
      },
    ],
  }
}

/** The words a trouble is about: those at its place, or the name it quotes, or the whole statement. */
function wordsOf({ text, start }: Statement, { at, message }: Trouble): [number, number] {
  const tokens = readTokens(text).filter(({ kind }) => kind !== 'space' && kind !== 'comment')
  const quoted = /['`"]([^'`"]+)['`"]/.exec(message)?.[1]
  const named = quoted === undefined ? undefined : tokens.find((one) => text.slice(one.start, one.end) === quoted)
  const token = at === undefined ? named : (tokens.find(({ end }) => end > at) ?? tokens.at(-1))
  if (token === undefined) return [start, start + text.length]
  return [start + token.start, start + token.end]
}

const WORDS = KEYWORDS.flatMap((keyword) => keyword.split(' '))

function misspeltKeyword(word: string): string | undefined {
  if (!/^[A-Za-z]{3,}$/.test(word) || WORDS.includes(word.toUpperCase())) return undefined
  return nearestName(word.toUpperCase(), WORDS)
}
