// Source of a regular expression -> what a text must hold for it to match: sets of strings, one of each set.
// So a rule is tried only on sentences that can hold it. Contains no Chinese word and no type name.
// The idea is that of RE2's prefilter and Google code search (Cox, "Regular Expression Matching with a Trigram Index").
// What it does not understand it takes to need nothing: then the expression is tried, never skipped wrongly.
// Also: the characters that a match can begin and end with.

/** Larger sets than this say too little to be worth keeping. */
const MOST = 160

/** What a part of an expression says. `exact`: all strings that it can match. `sets`: of each, one string stands in the text. */
interface Need {
  exact: readonly string[] | undefined
  sets: readonly (readonly string[])[]
  /** The characters that a match can begin and end with; undefined: any. */
  first: Characters
  last: Characters
  /** It can match no character. */
  empty: boolean
}

type Characters = ReadonlySet<string> | undefined
const NONE: Characters = new Set()

const NOTHING: Need = { exact: undefined, sets: [], first: undefined, last: undefined, empty: true }
const EMPTY: Need = { exact: [''], sets: [], first: NONE, last: NONE, empty: true }

const either = (a: Characters, b: Characters): Characters => a && b && new Set([...a, ...b])

/**
 * What a text must hold for the expression to match anywhere in it.
 * @param source of a regular expression without flags that change its syntax
 * @returns sets of strings; a text that lacks every string of one of them has no match
 */
export function needsOf(source: string): (readonly string[])[] {
  const reader = new Reader(source)
  const need = reader.alternatives()
  return reader.ended() ? [...closed(need)] : []
}

/**
 * The characters that a match can begin and end with.
 * @param source of a regular expression without flags that change its syntax
 * @returns undefined where a match can begin (end) with any character or be empty
 */
export function edgesOf(source: string): { first: Characters; last: Characters } {
  const reader = new Reader(source)
  const { first, last, empty } = reader.alternatives()
  return reader.ended() && !empty ? { first, last } : { first: undefined, last: undefined }
}

/** The sets of a part once nothing can be joined to its strings any more. */
function closed({ exact, sets }: Pick<Need, 'exact' | 'sets'>): readonly (readonly string[])[] {
  return exact && exact.length > 0 && !exact.includes('') ? [...sets, exact] : sets
}

function joined(a: readonly string[], b: readonly string[]): string[] | undefined {
  if (a.length * b.length > MOST) return undefined
  return [...new Set(a.flatMap((x) => b.map((y) => x + y)))]
}

/** One after the other. */
function sequence(parts: readonly Need[]): Need {
  return { ...needOfSequence(parts), ...edgesOfSequence(parts) }
}

function edgesOfSequence(parts: readonly Need[]): Pick<Need, 'first' | 'last' | 'empty'> {
  const edge = (row: readonly Need[], side: 'first' | 'last') => {
    let found: Characters = NONE
    for (const part of row) {
      found = either(found, part[side])
      if (!part.empty) break
    }
    return found
  }
  return { first: edge(parts, 'first'), last: edge(parts.toReversed(), 'last'), empty: parts.every((p) => p.empty) }
}

function needOfSequence(parts: readonly Need[]): Pick<Need, 'exact' | 'sets'> {
  const sets: (readonly string[])[] = []
  let run: readonly string[] | undefined = ['']
  let whole = true
  const close = () => {
    if (run) sets.push(...closed({ exact: run, sets: [] }))
  }
  for (const part of parts) {
    sets.push(...part.sets)
    const longer: string[] | undefined = part.exact && run ? joined(run, part.exact) : undefined
    if (longer) {
      run = longer
      continue
    }
    whole = false
    close()
    run = part.exact
    // What is not exact parts the strings before it from those after it.
    if (!run) run = ['']
  }
  if (whole) return { exact: run, sets }
  close()
  return { exact: undefined, sets }
}

/** One or the other. */
function choice(parts: readonly Need[]): Need {
  if (parts.length === 1) return parts[0] as Need
  const edges = {
    first: parts.map((p) => p.first).reduce(either),
    last: parts.map((p) => p.last).reduce(either),
    empty: parts.some((p) => p.empty),
  }
  const all = parts.flatMap((p) => p.exact ?? [])
  if (parts.every((p) => p.exact && !p.sets.length) && all.length <= MOST)
    return { exact: [...new Set(all)], sets: [], ...edges }
  // Of each branch the set that says most; together they are one.
  const best = parts.map((p) => [...closed(p)].sort((a, b) => chance(a) - chance(b))[0])
  const set = best.every((s) => s !== undefined) ? [...new Set(best.flat() as string[])] : []
  return { exact: undefined, sets: set.length && set.length <= 4 * MOST ? [set] : [], ...edges }
}

/** Most sentences hold each mark and figure there is. */
const SIGN = 60
const isSign = (code: number) => code < 0x3400 || code > 0x9fff

/** How likely one of some strings stands in a sentence, for comparing sets. */
export function chance(set: readonly string[]): number {
  return set.reduce(
    (sum, s) => sum + (s.length === 1 ? (isSign(s.charCodeAt(0)) ? SIGN : 10) : s.length === 2 ? 2 : 1),
    0,
  )
}

/** Reads the syntax of regular expressions as far as rules use it. */
class Reader {
  private at = 0

  constructor(private readonly source: string) {}

  ended(): boolean {
    return this.at >= this.source.length
  }

  alternatives(): Need {
    const branches = [this.branch()]
    while (this.take('|')) branches.push(this.branch())
    return choice(branches)
  }

  private branch(): Need {
    const parts: Need[] = []
    while (!this.ended() && this.peek() !== '|' && this.peek() !== ')') parts.push(this.repeated())
    return sequence(parts)
  }

  private repeated(): Need {
    const atom = this.atom()
    const [least, most] = this.quantifier()
    if (least === 1 && most === 1) return atom
    const { first, last } = atom
    if (least > 0) return { exact: undefined, sets: closed(atom), first, last, empty: atom.empty }
    const exact = most === 1 && atom.exact && !atom.sets.length ? [...new Set(['', ...atom.exact])] : undefined
    return { exact, sets: [], first, last, empty: true }
  }

  private quantifier(): [number, number] {
    let range: [number, number] = [1, 1]
    const braces = /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.source.slice(this.at, this.at + 12))
    if (this.take('?')) range = [0, 1]
    else if (this.take('*')) range = [0, Infinity]
    else if (this.take('+')) range = [1, Infinity]
    else if (braces) {
      this.at += braces[0].length
      range = [Number(braces[1]), braces[2] ? Number(braces[3] || Infinity) : Number(braces[1])]
    } else return range
    this.take('?')
    return range
  }

  private atom(): Need {
    const c = this.next()
    if (c === '(') return this.group()
    if (c === '[') return this.characterClass()
    if (c === '.') return NOTHING
    if (c === '^' || c === '$') return EMPTY
    if (c !== '\\') return oneOf([c])
    const escaped = this.escape()
    if (escaped === 'b' || escaped === 'B') return EMPTY
    if (escaped === 'class d') return { ...NOTHING, first: DIGITS, last: DIGITS, empty: false }
    return escaped.length === 1 ? oneOf([escaped]) : NOTHING
  }

  private group(): Need {
    const head = /^\?(?:[:=!]|<[=!]|<[^>]+>)/.exec(this.source.slice(this.at, this.at + 40))?.[0] ?? ''
    this.at += head.length
    const inner = this.alternatives()
    this.take(')')
    if (head === '?!' || head === '?<!') return EMPTY
    // What stands ahead or behind must stand in the text too, but joins to nothing.
    if (head === '?=' || head === '?<=') return { ...EMPTY, sets: closed(inner) }
    return inner
  }

  /** The letter of a character, or the name of what else a backslash makes. */
  private escape(): string {
    const c = this.next()
    if (c === 'u') {
      const code = Number.parseInt(this.source.slice(this.at, this.at + 4), 16)
      this.at += 4
      return String.fromCharCode(code)
    }
    if (c === 'n') return '\n'
    if (c === 'b' || c === 'B') return c
    if (c === 'k') {
      this.at = this.source.indexOf('>', this.at) + 1
      return 'reference'
    }
    return /[a-zA-Z0-9]/.test(c) ? `class ${c}` : c
  }

  private characterClass(): Need {
    const not = this.take('^')
    const set = new Set<string>()
    let known = !not
    while (!this.ended() && !this.take(']')) {
      const first = this.member()
      if (first.length !== 1) known = false
      if (this.peek() !== '-' || this.source[this.at + 1] === ']') {
        set.add(first)
        continue
      }
      this.at++
      const last = this.member()
      if (last.charCodeAt(0) - first.charCodeAt(0) > MOST) known = false
      for (let code = first.charCodeAt(0); known && code <= last.charCodeAt(0); code++)
        set.add(String.fromCharCode(code))
    }
    return known && set.size <= MOST ? oneOf([...set]) : NOTHING
  }

  private member(): string {
    const c = this.next()
    if (c !== '\\') return c
    const escaped = this.escape()
    return escaped === 'b' ? '\b' : escaped
  }

  private peek(): string | undefined {
    return this.source[this.at]
  }

  private next(): string {
    return this.source[this.at++] ?? ''
  }

  private take(c: string): boolean {
    if (this.source[this.at] !== c) return false
    this.at++
    return true
  }
}

const DIGITS: Characters = new Set('0123456789')

function oneOf(characters: readonly string[]): Need {
  const set = new Set(characters)
  return { exact: characters, sets: [], first: set, last: set, empty: false }
}
