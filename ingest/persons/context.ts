// What stands around some characters of a sentence -> how much it speaks for a name there. Reads the clues of rules/person.ts.
import { words } from '../lexicon.js'
import { type PersonClue, personClues } from '../rules/person.js'

/** The weight of the best clue on one side, and its rule. */
export interface Evidence {
  weight: number
  rule: string
}

/** A word of one character says so many times less. */
const SINGLE = 4

const NONE: Evidence = { weight: 0, rule: '' }

/** Words of a list with their weights, looked up by length; `longest` bounds the look-up. */
class WordSet {
  private readonly weights = new Map<string, number>()
  longest = 0

  constructor(list: string, weight: number) {
    for (const { word, fields } of words(list)) {
      this.weights.set(
        word,
        Number(fields[0]?.match(/^\d+$/)?.[0]) || (word.length > 1 ? weight : Math.round(weight / SINGLE)),
      )
      this.longest = Math.max(this.longest, word.length)
    }
  }

  /** The greatest weight of a word that ends at `i`. */
  before(text: string, i: number): number {
    let best = 0
    for (let n = 1; n <= this.longest && n <= i; n++) best = Math.max(best, this.weights.get(text.slice(i - n, i)) ?? 0)
    return best
  }

  /** The greatest weight of a word that starts at `i`. */
  after(text: string, i: number): number {
    let best = 0
    for (let n = 1; n <= this.longest; n++) best = Math.max(best, this.weights.get(text.slice(i, i + n)) ?? 0)
    return best
  }
}

interface ReadyClue {
  id: string
  weight: number
  of: 'sound' | undefined
  kinds: readonly string[] | undefined
  words: WordSet | undefined
  regex: RegExp | undefined
}

export class Context {
  private readonly left: ReadyClue[]
  private readonly right: ReadyClue[]

  constructor(clues: readonly PersonClue[] = personClues) {
    const ready = (side: PersonClue['side']) =>
      clues
        .filter((c) => c.side === side)
        .map(
          (c): ReadyClue => ({
            id: c.id,
            weight: c.weight,
            of: c.of,
            kinds: c.kinds,
            words: c.list ? new WordSet(c.list, c.weight) : undefined,
            regex: c.pattern
              ? new RegExp(side === 'before' ? `(?:${c.pattern})$` : `^(?:${c.pattern})`, 'u')
              : undefined,
          }),
        )
    this.left = ready('before')
    this.right = ready('after')
  }

  /** Evidence before offset `i`; `kind` is the kind of an item that ends there (a space may stand between). */
  before(text: string, i: number, kind: string | undefined, sound = false): Evidence {
    let best = NONE
    let against = 0
    const at = text[i - 1] === ' ' ? i - 1 : i
    for (const clue of this.left) {
      if (clue.of && !sound) continue
      let weight = 0
      if (clue.kinds) weight = kind && clue.kinds.includes(kind) ? clue.weight : 0
      else if (clue.words) weight = clue.words.before(text, at)
      else if (clue.regex) weight = clue.regex.test(text.slice(Math.max(0, i - 10), i)) ? clue.weight : 0
      if (weight < 0) against += kind ? 0 : weight
      else if (weight > best.weight) best = { weight, rule: clue.id }
    }
    return against ? { weight: best.weight + against, rule: best.rule } : best
  }

  /** Evidence after offset `i`; `kind` is the kind of an item that starts there. */
  after(text: string, i: number, kind: string | undefined): Evidence {
    let best = NONE
    let against = 0
    for (const clue of this.right) {
      let weight = 0
      if (clue.kinds) weight = kind && clue.kinds.includes(kind) ? clue.weight : 0
      else if (clue.words) weight = clue.words.after(text, i)
      else if (clue.regex) weight = clue.regex.test(text.slice(i, i + 20)) ? clue.weight : 0
      if (weight < 0) against += kind ? 0 : weight
      else if (weight > best.weight) best = { weight, rule: clue.id }
    }
    return against ? { weight: best.weight + against, rule: best.rule } : best
  }
}
