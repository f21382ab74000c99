// The engine: pattern + sentence -> captures. Contains no Chinese word and no type name.
// A pattern is a regular expression over a sentence in which every item is one character, written ‹Kind› or ‹Kind=role›.
// Besides: ‹A|B› either kind; ‹*› any item; ‹..8› up to 8 characters or items of the sentence (lazy, not past 。；\n);
// ‹,8› the same within the clause (not past ，either); ‹-8› up to 8 plain characters of the clause, no item; @name the words of a list.

import { type Gate, gateOf, opens, Sieve } from './gate.js'
import { words } from './lexicon.js'
import { codeOf, type Item, type Line } from './line.js'

/** What all rules share. `says` is one sentence in plain words; `yes` and `no` are examples that the test run proves. */
export interface Rule {
  id: string
  says: string
  pattern: string
  /** A regular expression over the encoded match that forbids it. */
  unless?: string
  /** One of these must stand in the sentence, or the pattern is not tried. */
  words?: readonly string[]
  /** Decides between matches of equal length; higher wins. */
  rank?: number
  yes: readonly string[]
  no: readonly string[]
}

export interface Match {
  start: number
  end: number
  groups: Record<string, { start: number; end: number; item: Item | undefined }>
}

/** A rule made ready for use. */
export interface Ready<R extends Rule = Rule> {
  rule: R
  gate: Gate
  regex: RegExp
  unless: RegExp | undefined
  /** The names of its groups, in their order. */
  names: readonly string[]
}

const compiled = new Map<string, RegExp>()
const PLAIN = '[^\\uE000-\\uEFFF，。；：！？\\n]'

/** Pattern text -> regular expression. @throws SyntaxError on a pattern that is none */
export function compile(pattern: string): RegExp {
  let regex = compiled.get(pattern)
  if (regex) return regex
  const source = pattern
    .replace(/@([a-z-]+)/g, (_, name: string) => `(?:${alternatives(name)})`)
    .replace(/‹\.\.(\d+)›/g, (_, n) => `[^。；！？\\n]{0,${n}}?`)
    .replace(/‹,(\d+)›/g, (_, n) => `[^，。；：！？\\n]{0,${n}}?`)
    .replace(/‹-(\d+)›/g, (_, n) => `${PLAIN}{0,${n}}?`)
    .replace(/‹\*›/g, '[\\uE000-\\uEFFF]')
    .replace(/‹([A-Za-z|]+)(?:=([a-z]+))?›/g, (_, kinds: string, role: string | undefined, at: number, all: string) => {
      const set = kinds.split('|').map(codeOf).join('')
      if (insideClass(all, at)) return set
      const one = set.length > 1 ? `[${set}]` : set
      return role ? `(?<${role}>${one})` : one
    })
  regex = new RegExp(source, 'dg')
  compiled.set(pattern, regex)
  return regex
}

/** Whether an offset of a pattern lies within square brackets. */
function insideClass(pattern: string, at: number): boolean {
  let inside = false
  for (let i = 0; i < at; i++) {
    if (pattern[i] === '\\') i++
    else if (pattern[i] === '[' && !inside) inside = true
    else if (pattern[i] === ']') inside = false
  }
  return inside
}

function alternatives(name: string): string {
  return words(name)
    .map((row) => row.word)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
}

const ready = new Map<Rule, Ready>()
function prepare<R extends Rule>(rule: R): Ready<R> {
  let c = ready.get(rule) as Ready<R> | undefined
  if (!c) {
    const regex = compile(rule.pattern)
    const unless = rule.unless === undefined ? undefined : compile(rule.unless)
    const names = [...regex.source.matchAll(/\(\?<([a-z0-9]+)>/gi)].map((m) => m[1] as string)
    c = { rule, gate: gateOf(regex.source, rule.words), regex, unless, names }
    ready.set(rule, c)
  }
  return c
}

const NONE: readonly Match[] = []

const layers = new Map<readonly Rule[], Sieve<Ready>>()

/** The rules of a layer that a sentence as it stands can hold a match of, in their order. */
export function rulesFor<R extends Rule>(rules: readonly R[], line: Line): readonly Ready<R>[] {
  let layer = layers.get(rules) as Sieve<Ready<R>> | undefined
  if (!layer) {
    layer = new Sieve(rules.map((rule) => prepare(rule)))
    layers.set(rules, layer)
  }
  return layer.through(line)
}

/** All matches of a rule in a sentence. */
export function findMatches(rule: Rule, line: Line): readonly Match[] {
  const known = prepare(rule)
  return opens(known.gate, line) ? matchesIn(line, known) : NONE
}

/** All matches of a rule in a sentence that may hold one; with `overlap`, also those that begin inside an earlier one. */
export function matchesIn(line: Line, { regex, unless, names }: Ready, overlap = false): readonly Match[] {
  const encoded = line.encode()
  const { text } = encoded
  regex.lastIndex = 0
  const first = regex.exec(text)
  if (!first) return NONE
  let found: Match[] | undefined
  for (let m: RegExpExecArray | null = first; m; m = regex.exec(text)) {
    const [a, b] = m.indices?.[0] ?? [m.index, m.index]
    regex.lastIndex = overlap ? a + 1 : Math.max(b, a + 1)
    if (b === a) continue
    if (unless) {
      unless.lastIndex = 0
      if (unless.test(m[0])) continue
    }
    const groups: Match['groups'] = {}
    const spans = m.indices?.groups
    for (const name of names) {
      const span = spans?.[name]
      if (span && span[1] > span[0])
        groups[name] = {
          start: encoded.offsetOf(span[0]),
          end: encoded.offsetOf(span[1]),
          item: span[1] - span[0] === 1 ? encoded.itemAt(span[0]) : undefined,
        }
    }
    const match = { start: encoded.offsetOf(a), end: encoded.offsetOf(b), groups }
    if (found) found.push(match)
    else found = [match]
  }
  return found ?? NONE
}

/** A rule whose match is an item of a kind. The group `it`, if there is one, is the item's extent. */
export interface MentionRule extends Rule {
  kind: string
  value?: Readonly<Record<string, unknown>>
}

/** Puts in what a layer of mention rules finds: the longest first, then by rank, then leftmost. */
export function applyMentionRules(rules: readonly MentionRule[], line: Line): void {
  const found: { item: Item; rank: number }[] = []
  for (const known of rulesFor(rules, line)) {
    const { rule } = known
    for (const match of matchesIn(line, known)) {
      const span = match.groups.it ?? match
      const value: Record<string, unknown> = { ...rule.value }
      for (const [name, group] of Object.entries(match.groups))
        if (name !== 'it') value[name] = group.item ?? line.folded.slice(group.start, group.end)
      found.push({
        item: { kind: rule.kind, start: span.start, end: span.end, rule: rule.id, value, parts: [] },
        rank: rule.rank ?? 0,
      })
    }
  }
  if (!found.length) return
  found.sort(
    (a, b) => b.item.end - b.item.start - (a.item.end - a.item.start) || b.rank - a.rank || a.item.start - b.item.start,
  )
  const taken: Item[] = []
  for (const { item } of found) {
    if (taken.some((t) => t.start < item.end && item.start < t.end)) continue
    if (line.put(item)) taken.push(item)
  }
}
