// Which names of a statement stand for labels, relationship types, properties and parameters, and what may follow at its end.
// In: Cypher text. Out: uses with their places. Pure. It reads brackets and colons, not the grammar: what it is not sure of it leaves.
import { readTokens, type Token, unquoteName } from './tokens.js'

export type Role = 'label' | 'type' | 'property' | 'parameter'

/** A name in the text and what it names. */
export interface Use {
  role: Role
  name: string
  start: number
  end: number
}

/** What may be written at the end of the text: a name of a role, a key of a pattern's map, a value, or anything. */
export type Place = 'label' | 'type' | 'property' | 'key' | 'value' | 'any'

export interface Reading {
  uses: Use[]
  place: Place
  /** Every name that is bound or made in the text, for completion. */
  variables: string[]
}

interface Frame {
  kind: 'node' | 'relation' | 'list' | 'call' | 'map' | 'patternMap' | 'block' | 'names'
  /** What the names in the bracket name. */
  role?: 'label' | 'type'
}

/** After these a bracket opens a pattern or an expression; after any other word it opens a call. */
const BEFORE_BRACKET =
  /^(MATCH|MERGE|CREATE|WHERE|AND|OR|XOR|NOT|IN|RETURN|WITH|CALL|WHEN|THEN|ELSE|CASE|FOREACH|DISTINCT|AS|ON|BY|SET|DELETE|YIELD|SHORTEST|PATHS?|GROUPS?|WALK|TRAIL|LIMIT|SKIP|OPTIONAL|USING)$/i
const BLOCK = /^(CALL|EXISTS|COUNT|COLLECT)$/i

/** Reads a statement, or the part of it before the cursor. */
export function readUses(text: string): Reading {
  const tokens = readTokens(text).filter(({ kind }) => kind !== 'space' && kind !== 'comment')
  const textOf = (token: Token | undefined): string => (token === undefined ? '' : text.slice(token.start, token.end))
  const isName = (token: Token | undefined): token is Token => token?.kind === 'word' || token?.kind === 'quoted'
  const nameOf = (token: Token): string => (token.kind === 'quoted' ? unquoteName(textOf(token)) : textOf(token))

  const uses: Use[] = []
  const owned: (Use & { owner: string })[] = []
  const bound = new Set<string>()
  const made = new Set<string>()
  const frames: Frame[] = []
  const top = (): Frame['kind'] | undefined => frames.at(-1)?.kind
  /** After a colon, and after `|` or `&` between names. */
  let expected: 'label' | 'type' | null = null
  let place: Place = 'any'
  /** The variable before the last brace, for `n {.name}`. */
  let mapOwner = ''

  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]
    const after = tokens[index + 1]
    const sign = token.kind === 'sign' ? textOf(token) : ''
    place = 'any'
    if (token.kind === 'parameter') {
      const name = textOf(token).slice(1)
      uses.push({ role: 'parameter', name: unquoteName(name), start: token.start, end: token.end })
      expected = null
    } else if (isName(token)) {
      const name = nameOf(token)
      if (expected !== null) uses.push({ role: expected, name, start: token.start, end: token.end })
      else if (textOf(before) === '.' && textOf(tokens[index - 2]) !== '.') noteProperty(token, index)
      else if (top() === 'patternMap' && isKey(before) && textOf(after) === ':')
        uses.push({ role: 'property', name, start: token.start, end: token.end })
      else noteVariable(token, index)
      const role: 'label' | 'type' | null = expected
      expected = null
      if (role !== null && goesOn(after)) expected = role
    } else if (sign === ':') {
      const key = (top() === 'map' || top() === 'patternMap') && isName(before) && isKey(tokens[index - 2])
      const typeTest = textOf(before) === ':' || textOf(after) === ':'
      expected = key || typeTest ? null : inRelation() ? 'type' : 'label'
      place = expected ?? (key ? 'value' : 'any')
    } else if (expected !== null && /^[|&!%]$/.test(sign)) {
      place = expected
    } else if (sign === '(') {
      if (expected !== null) frames.push({ kind: 'names', role: expected })
      else frames.push({ kind: isName(before) && !BEFORE_BRACKET.test(textOf(before)) ? 'call' : 'node' })
      if (expected !== null) place = expected
    } else if (sign === '[') {
      frames.push({ kind: textOf(before) === '-' ? 'relation' : 'list' })
      expected = null
    } else if (sign === '{') {
      frames.push({ kind: kindOfBrace(index) })
      mapOwner = isName(before) ? nameOf(before) : ''
      expected = null
      place = top() === 'patternMap' ? 'key' : 'any'
    } else if (/^[)\]}]$/.test(sign)) {
      const closed: Frame | undefined = frames.pop()
      expected = goesOn(after) ? (closed?.role ?? null) : null
    } else {
      expected = null
      if (sign === ',' && top() === 'patternMap') place = 'key'
      if (sign === '.' && textOf(before) !== '.') place = 'property'
    }
  }

  const certain = owned.filter(({ owner }) => bound.has(owner) && !made.has(owner))
  return {
    uses: [...uses, ...certain.map(({ owner: _, ...use }) => use)].sort((a, b) => a.start - b.start),
    place,
    variables: [...new Set([...bound, ...made])],
  }

  /** `:A|B` and `:A&B` go on; in a list `|` begins what is made of each member. */
  function goesOn(after: Token | undefined): boolean {
    return textOf(after) === '&' || (textOf(after) === '|' && top() !== 'list')
  }

  function isKey(beforeKey: Token | undefined): boolean {
    return textOf(beforeKey) === '{' || textOf(beforeKey) === ','
  }

  function inRelation(): boolean {
    const inner = frames.findLast(({ kind }) => kind !== 'names')
    return inner?.kind === 'relation'
  }

  function kindOfBrace(index: number): Frame['kind'] {
    const before = tokens[index - 1]
    if (BLOCK.test(textOf(before)) && textOf(tokens[index - 2]) !== '.') return 'block'
    if (textOf(before) === ')' && top() === undefined) return 'block'
    return top() === 'node' || top() === 'relation' ? 'patternMap' : 'map'
  }

  /** `n.name`, of a variable alone: what stands before the dot otherwise may be a map, a date, a function's name. */
  function noteProperty(token: Token, index: number): void {
    const owner = tokens[index - 2]
    const use = { role: 'property' as const, name: nameOf(token), start: token.start, end: token.end }
    const projected = top() === 'map' && isKey(owner)
    if (textOf(tokens[index + 1]) === '(' || functionAhead(index)) return
    if (projected && mapOwner !== '') owned.push({ ...use, owner: mapOwner })
    else if (isName(owner) && textOf(tokens[index - 3]) !== '.') owned.push({ ...use, owner: nameOf(owner) })
  }

  /** Whether the chain of names that goes on here ends in a call. */
  function functionAhead(index: number): boolean {
    let at = index
    while (textOf(tokens[at + 1]) === '.' && isName(tokens[at + 2])) at += 2
    return textOf(tokens[at + 1]) === '('
  }

  function noteVariable(token: Token, index: number): void {
    const before = tokens[index - 1]
    const after = textOf(tokens[index + 1])
    if (/^AS$/i.test(textOf(before)) || /^UNWIND$/i.test(textOf(before))) made.add(nameOf(token))
    else if (textOf(before) === '(' && top() === 'node' && /^([:){]|WHERE|IS|)$/i.test(after)) bound.add(nameOf(token))
    else if (textOf(before) === '[' && top() === 'relation' && /^([:\]{*]|WHERE|IS|)$/i.test(after))
      bound.add(nameOf(token))
    else if (after === '=' && /^(MATCH|,)$/i.test(textOf(before)) && textOf(tokens[index + 2]) === '(')
      made.add(nameOf(token))
  }
}
