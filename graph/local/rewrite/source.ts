// A query as tokens with its brackets paired: what every rewriting reads. In: Cypher text. Out: places and pieces of it.
// Strings, comments and quoted names are single tokens or none, so that no rewriting can mistake them for words.

import { type Token, tokensOf } from '../cypher-text.js'

const OPENS: Record<string, string> = { '(': ')', '[': ']', '{': '}' }

/** Words behind which a `(` opens a group and not the arguments of a function. */
const NO_FUNCTION = new Set(
  'AND AS ASC BY CALL CASE CONTAINS CREATE DELETE DESC DISTINCT ELSE EXISTS IN IS LIMIT MATCH MERGE NOT ON OR ORDER REQUIRE RETURN SET SKIP THEN UNWIND WHEN WHERE WITH XOR YIELD'.split(
    ' ',
  ),
)

/** A call in the query: the dotted name in small letters, where its arguments lie, and the place behind its `)`. */
export interface Call {
  name: string
  args: [from: number, to: number][]
  end: number
}

export class Source {
  readonly tokens: Token[]
  readonly #partners = new Map<number, number>()
  readonly #enclosing: string[] = []

  constructor(readonly query: string) {
    this.tokens = tokensOf(query)
    const open: number[] = []
    for (const [at, { kind, text }] of this.tokens.entries()) {
      this.#enclosing.push(this.tokens[open.at(-1) ?? -1]?.text ?? '')
      if (kind !== 'mark') continue
      if (OPENS[text]) open.push(at)
      else if (Object.values(OPENS).includes(text)) {
        const from = open.pop()
        if (from !== undefined && OPENS[this.tokens[from]?.text ?? ''] === text) {
          this.#partners.set(from, at)
          this.#partners.set(at, from)
        }
      }
    }
  }

  get length(): number {
    return this.tokens.length
  }

  /** The mark at a place, or nothing when there is a word, a string or no token at all. */
  mark(at: number): string {
    const token = this.tokens[at]
    return token?.kind === 'mark' ? token.text : ''
  }

  /** The word at a place in capitals, or nothing. A quoted name is no word. */
  word(at: number): string {
    const token = this.tokens[at]
    return token?.kind === 'word' ? token.value : ''
  }

  isName(at: number): boolean {
    const kind = this.tokens[at]?.kind
    return kind === 'word' || kind === 'name'
  }

  /** The other bracket of the one at `at`; -1 when the query is not balanced there. */
  partner(at: number): number {
    return this.#partners.get(at) ?? -1
  }

  /** The bracket that is open around a place, or nothing. */
  enclosing(at: number): string {
    return this.#enclosing[at] ?? ''
  }

  /** The text of the tokens from `from` up to but without `to`, as it was written. */
  text(from: number, to: number): string {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]]
    return first && last && to > from ? this.query.slice(first.start, last.end) : ''
  }

  /** What stands between the token before and this one: blanks, comments. */
  gap(at: number): string {
    return this.query.slice(this.tokens[at - 1]?.end ?? 0, this.tokens[at]?.start ?? this.query.length)
  }

  /** The place of the next token that `is` fits, at the depth of `from`, before `to`; `to` when there is none. */
  find(from: number, to: number, is: (at: number) => boolean): number {
    for (let at = from; at < to; at++) {
      if (is(at)) return at
      const partner = this.partner(at)
      if (partner > at) at = partner
    }
    return to
  }

  /** The pieces between the commas at the depth of `from`. */
  split(from: number, to: number): [number, number][] {
    const pieces: [number, number][] = []
    for (let start = from; start < to; ) {
      const end = this.find(start, to, (at) => this.mark(at) === ',')
      pieces.push([start, end])
      start = end + 1
    }
    return pieces
  }

  /** The function call that begins at `at`; null when none does. */
  call(at: number): Call | null {
    if (!this.isName(at) || this.mark(at - 1) === '.') return null
    let name = (this.tokens[at]?.value ?? '').toLowerCase()
    let open = at + 1
    while (this.mark(open) === '.' && this.isName(open + 1)) {
      name += `.${(this.tokens[open + 1]?.value ?? '').toLowerCase()}`
      open += 2
    }
    const close = this.mark(open) === '(' ? this.partner(open) : -1
    if (close < 0 || (open === at + 1 && NO_FUNCTION.has(this.word(at)))) return null
    return { name, args: this.split(open + 1, close), end: close + 1 }
  }

  /** Where the operand begins that ends before `to`: a name, a literal, a call or a bracket, with what hangs on it. */
  operandStart(to: number): number {
    let at = to - 1
    for (;;) {
      const partner = this.partner(at)
      if (partner >= 0 && partner < at) at = partner
      const before = at - 1
      const called = this.mark(at) === '(' || this.mark(at) === '['
      if (called && (this.isOperandEnd(before) || this.partner(before) >= 0)) at = before
      else if (this.mark(before) === '.' && this.mark(before - 1) !== '.') at = before - 1
      else return at
    }
  }

  private isOperandEnd(at: number): boolean {
    return this.isName(at) && !NO_FUNCTION.has(this.word(at))
  }
}
