// A query cut into tokens, so that a check never mistakes a string or a comment for a word of the query.
// In: Cypher text. Out: tokens with their places. Knows no grammar.

export type TokenKind = 'word' | 'name' | 'string' | 'parameter' | 'number' | 'mark'

/** `text` as written; `value` for a word in capitals, for a `name` in backticks or a parameter what it names. */
export interface Token {
  kind: TokenKind
  text: string
  value: string
  start: number
  end: number
}

const NEXT =
  /(?<skip>\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^'\\]|\\[\s\S])*'?|"(?:[^"\\]|\\[\s\S])*"?)|(?<name>`(?:[^`]|``)*`?)|(?<parameter>\$(?:`(?:[^`]|``)*`|[\p{L}\p{N}_]+))|(?<number>\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>[\p{L}\p{Pc}][\p{L}\p{N}\p{Pc}]*)|(?<mark>[\s\S])/uy

/** The tokens of a query, without blanks and comments. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = []
  NEXT.lastIndex = 0
  while (NEXT.lastIndex < query.length) {
    const start = NEXT.lastIndex
    const groups = NEXT.exec(query)?.groups
    if (!groups) break
    for (const kind of ['string', 'name', 'parameter', 'number', 'word', 'mark'] as const) {
      const text = groups[kind]
      if (text !== undefined) tokens.push({ kind, text, value: meaning(kind, text), start, end: NEXT.lastIndex })
    }
  }
  return tokens
}

/** The tokens in one line, words in capitals, names and strings as `?`-free text: a form that patterns can be laid upon. */
export function shapeOf(tokens: Token[]): string {
  return tokens.map((token) => (token.kind === 'word' ? token.value : token.text)).join(' ')
}

function meaning(kind: TokenKind, text: string): string {
  if (kind === 'word') return text.toUpperCase()
  if (kind === 'name') return unquoted(text)
  if (kind === 'parameter') return unquoted(text.slice(1))
  return text
}

function unquoted(text: string): string {
  return text.startsWith('`') ? text.slice(1, -1).replaceAll('``', '`') : text
}
