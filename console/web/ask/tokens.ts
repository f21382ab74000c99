// The words and signs of a Cypher text. In: the text. Out: tokens that cover it, and its statements. Pure.
// Must not know what a word means: only strings, comments and quoted names matter for where a statement ends.

export type TokenKind = 'space' | 'comment' | 'string' | 'quoted' | 'parameter' | 'number' | 'word' | 'sign'

/** A piece of the text; offsets in UTF-16 code units. */
export interface Token {
  kind: TokenKind
  start: number
  end: number
}

// An unclosed string, comment or name goes on to the end, as it does for the engine.
const PIECE =
  /(?<space>\s+)|(?<comment>\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^'\\]|\\[\s\S])*(?:'|\\?$)|"(?:[^"\\]|\\[\s\S])*(?:"|\\?$))|(?<quoted>`(?:[^`]|``)*(?:`|$))|(?<parameter>\$(?:`(?:[^`]|``)*`|[\p{ID_Continue}]+))|(?<number>0[xX][\da-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>[\p{ID_Start}_][\p{ID_Continue}]*)|(?<sign>[\s\S])/gu

/** The tokens of a text, without gaps. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(PIECE)) {
    const groups = match.groups ?? {}
    const kind = (Object.keys(groups) as TokenKind[]).find((name) => groups[name] !== undefined) ?? 'sign'
    tokens.push({ kind, start: match.index, end: match.index + match[0].length })
  }
  return tokens
}

/** A statement and where it begins in the whole text. */
export interface Statement {
  text: string
  start: number
}

/** The statements between semicolons, blanks around them cut off; a part of nothing but blanks and comments is none. */
export function splitStatements(text: string): Statement[] {
  const statements: Statement[] = []
  let first = -1
  let last = 0
  let says = false
  const close = (): void => {
    if (says) statements.push({ text: text.slice(first, last), start: first })
    first = -1
    says = false
  }
  for (const { kind, start, end } of readTokens(text)) {
    if (kind === 'sign' && text[start] === ';') {
      close()
      continue
    }
    if (kind === 'space') continue
    if (first < 0) first = start
    last = end
    if (kind !== 'comment') says = true
  }
  close()
  return statements
}

/** The name in a quoted token: without its backticks, doubled ones made single. */
export function unquoteName(quoted: string): string {
  return quoted.replace(/^`/, '').replace(/`$/, '').replaceAll('``', '`')
}

/** A name as it may stand in Cypher: in backticks when it needs them. */
export function quoteName(name: string): string {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name) ? name : `\`${name.replaceAll('`', '``')}\``
}

/** A text as a Cypher string. */
export function quoteText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
}
