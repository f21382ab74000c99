// Colours for Cypher: which kind each word is of. In: a line of text and what the line before left open. Out: kinds that
// HighlightStyle knows. A mode of our own, since the stock one takes `n.name` for a keyword and does not know Chinese names.
import { StreamLanguage, type StringStream } from '@codemirror/language'
import { FUNCTIONS, KEYWORDS } from './cypher-words.js'

/** What a line leaves open, and the sign before, which tells names from words of the language. */
interface Open {
  until: '*/' | "'" | '"' | '`' | null
  before: string
}

const RARE =
  'ALL ANY NONE SINGLE ON CREATE MERGE SET DELETE DETACH REMOVE FOREACH LOAD CSV FROM USING INDEX SCAN BY OF ROWS SHORTEST SHOW'
const WORDS = new Set([...KEYWORDS.flatMap((words) => words.split(' ')), ...RARE.split(' ')])
const KNOWN_FUNCTIONS = new Set(FUNCTIONS.map((name) => name.toLowerCase()))

function kindOf(stream: StringStream, open: Open): string | null {
  if (open.until !== null) return inside(stream, open, open.until)
  if (stream.eatSpace()) return null
  const { before } = open
  const sign = stream.peek() ?? ''
  open.before = sign
  if (stream.match('//')) {
    stream.skipToEnd()
    return 'comment'
  }
  if (stream.match('/*')) return inside(stream, open, '*/')
  if (sign === "'" || sign === '"' || sign === '`') {
    stream.next()
    return inside(stream, open, sign)
  }
  if (stream.match(/^\$[\p{ID_Continue}]+/u)) return 'atom'
  if (stream.match(/^\d[\d.]*(?:[eE][+-]?\d+)?/)) return 'number'
  if (!stream.match(/^[\p{ID_Start}_][\p{ID_Continue}]*/u)) {
    stream.next()
    return null
  }
  const word = stream.current()
  open.before = 'a'
  // After a colon a label or a type, or a value in a map; after a dot a property.
  if (before === ':' || before === '|' || before === '&') return 'typeName'
  if (before === '.') return 'propertyName'
  if (/^(true|false|null)$/i.test(word)) return 'bool'
  if (WORDS.has(word.toUpperCase()) && !stream.match(/^\s*[.:]/, false)) return 'keyword'
  return KNOWN_FUNCTIONS.has(word.toLowerCase()) && stream.match(/^\s*\(/, false)
    ? 'variableName.function'
    : 'variableName'
}

function inside(stream: StringStream, open: Open, until: NonNullable<Open['until']>): string {
  open.until = until
  open.before = 'a'
  while (!stream.eol()) {
    if (until !== '*/' && until !== '`' && stream.eat('\\')) stream.next()
    else if (stream.match(until)) {
      open.until = null
      break
    } else stream.next()
  }
  return until === '*/' ? 'comment' : until === '`' ? 'variableName' : 'string'
}

export const cypherColours = StreamLanguage.define<Open>({
  name: 'cypher',
  startState: () => ({ until: null, before: '' }),
  token: kindOf,
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } } },
})
