// A regular expression for sentences -> its matches in one; it is tried only where a sentence holds the words that it needs (see gate.ts).
import { type Gate, gateOf, opens } from './gate.js'
import type { Line } from './line.js'
import { matchesOf } from './text/matches.js'

const NONE: readonly RegExpExecArray[] = []

export class Search {
  private gate: Gate | undefined

  /** @param regex with the flag g, if all its matches are asked for */
  constructor(private readonly regex: RegExp) {}

  /** All matches in a sentence, in order; their offsets count from its start. */
  in(line: Line): readonly RegExpExecArray[] {
    return this.mayMatch(line) ? matchesOf(this.regex, line.text) : NONE
  }

  /** The first match in a sentence. */
  first(line: Line): RegExpExecArray | undefined {
    if (!this.mayMatch(line)) return undefined
    this.regex.lastIndex = 0
    return this.regex.exec(line.text) ?? undefined
  }

  /** Whether a sentence holds the words that a match needs. */
  mayMatch(line: Line): boolean {
    this.gate ??= gateOf(this.regex.source)
    return opens(this.gate, line)
  }
}
