// Patterns, where Neo4j's and the engine's differ in form: label expressions, WHERE inside a node, quantifiers, SHORTEST.
// In: the span of a pattern. Out: a pattern that the engine reads, and conditions for the WHERE behind it.

import { allOf, oneOf, onNode, onType, readLabels } from './label-expression.js'
import type { Source } from './source.js'

export interface Pattern {
  text: string
  conditions: string[]
}

/** Gives names to what has none; they begin with `__` and are never shown. */
export type Namer = () => string

type Inside = (from: number, to: number) => string

/** The pattern between two places. `inside` says the expressions in it. */
export function rewritePattern(source: Source, from: number, to: number, name: Namer, inside: Inside): Pattern {
  const conditions: string[] = []
  const paths = source.split(from, to).map(([start, end]) => {
    const path = rewritePath(source, start, end, name, inside, conditions)
    return `${start > from ? ',' : ''}${start > from ? source.gap(start) : ''}${shortest(path)}`
  })
  return { text: paths.join(''), conditions }
}

function rewritePath(
  source: Source,
  from: number,
  to: number,
  name: Namer,
  inside: Inside,
  conditions: string[],
): string {
  let text = ''
  for (let at = from; at < to; ) {
    const close = source.partner(at)
    const found =
      (source.mark(at) === '(' &&
        close > 0 &&
        (repeatedPart(source, at, close) ?? node(source, at, close, name, inside))) ||
      (source.mark(at) === '[' && close > 0 && edge(source, at, close, name, inside)) ||
      bareEdge(source, at)
    text += at > from ? source.gap(at) : ''
    if (found) {
      text += found.text
      conditions.push(...(found.conditions ?? []))
      at = found.next
    } else {
      text += source.tokens[at]?.text ?? ''
      at++
    }
  }
  return text
}

type Found = { text: string; next: number; conditions?: string[] } | null

function node(source: Source, at: number, close: number, name: Namer, inside: Inside): Found {
  // The brackets of `shortestPath(…)` hold a path, not a node.
  if (source.isName(at - 1) && source.call(at - 1)) return null
  const named = source.isName(at + 1) && source.word(at + 1) !== 'WHERE'
  let next = at + (named ? 2 : 1)
  let variable = named ? source.text(at + 1, at + 2) : ''
  let labels = ''
  const conditions: string[] = []
  if (source.mark(next) === ':') {
    const read = readLabels(source, next + 1)
    if (!read) return null
    next = read.to
    const all = allOf(read.labels)
    if (all) labels = all.map((label) => `:${label}`).join('')
    else {
      variable ||= name()
      conditions.push(onNode(read.labels, variable))
    }
  }
  const where = source.find(next, close, (place) => source.word(place) === 'WHERE')
  const properties = source.text(next, where) && ` ${inside(next, where)}`
  if (where < close) conditions.push(`(${inside(where + 1, close)})`)
  return { text: `(${variable}${labels}${properties})`, next: close + 1, conditions }
}

function edge(source: Source, at: number, close: number, name: Namer, inside: Inside): Found {
  const named = source.isName(at + 1) && source.word(at + 1) !== 'WHERE'
  let next = at + (named ? 2 : 1)
  let variable = named ? source.text(at + 1, at + 2) : ''
  let types = ''
  let test: ((one: string) => string) | null = null
  if (source.mark(next) === ':') {
    const read = readLabels(source, next + 1)
    if (!read) return null
    next = read.to
    const any = oneOf(read.labels)
    if (any) types = `:${any.join('|')}`
    else test = (one) => onType(read.labels, one)
  }
  const where = source.find(next, close, (place) => source.word(place) === 'WHERE')
  const range = source.text(next, where)
  const quantifier = quantifierAt(source, behindArrow(source, close + 1))
  const many = quantifier !== null || range.startsWith('*')
  const conditions: string[] = []
  if (test) {
    variable ||= name()
    conditions.push(many ? `all(__r IN ${variable} WHERE ${test('__r')})` : test(variable))
  }
  if (where < close) {
    if (many) return null
    conditions.push(`(${inside(where + 1, close)})`)
  }
  const arrow = source.text(close + 1, behindArrow(source, close + 1))
  const length = quantifier?.text ?? ''
  const rest = range && (range.startsWith('*') ? range : ` ${inside(next, where)}`)
  return {
    text: `[${variable}${types}${length}${rest}]${arrow}`,
    next: quantifier?.next ?? behindArrow(source, close + 1),
    conditions,
  }
}

/** `-->{1,2}`, `--+`: an arrow without brackets and with a quantifier. */
function bareEdge(source: Source, at: number): Found {
  const left = source.mark(at) === '<' ? 1 : 0
  if (source.mark(at + left) !== '-' || source.mark(at + left + 1) !== '-') return null
  const end = behindArrow(source, at + left + 1)
  const quantifier = quantifierAt(source, end)
  if (!quantifier) return null
  const head = source.mark(end - 1) === '>' ? '->' : '-'
  return { text: `${left ? '<' : ''}-[${quantifier.text}]${head}`, next: quantifier.next }
}

function behindArrow(source: Source, at: number): number {
  if (source.mark(at) !== '-') return at
  return source.mark(at + 1) === '>' ? at + 2 : at + 1
}

/** `{2}`, `{1,3}`, `{,3}`, `+`, `*` behind an arrow, as the engine writes them: inside the brackets. */
function quantifierAt(source: Source, at: number): { text: string; next: number } | null {
  const mark = source.mark(at)
  if ((mark === '+' || mark === '*') && source.mark(at + 1) === '(')
    return { text: mark === '+' ? '*1..' : '*0..', next: at + 1 }
  if (mark !== '{') return null
  const close = source.partner(at)
  const [, low = '', comma, high = ''] = /^(\d*)\s*(,?)\s*(\d*)$/.exec(source.text(at + 1, close)) ?? []
  if (close < 0 || (low === '' && comma !== ',')) return null
  return { text: comma === ',' ? `*${low || '0'}..${high}` : `*${low}`, next: close + 1 }
}

/** `(a) ((x)-[:R]->(y)){1,2} (b)`: a part that is one step long is a relationship with a length. */
function repeatedPart(source: Source, at: number, close: number): Found {
  const quantifier = quantifierAt(source, close + 1)
  if (!quantifier || source.mark(at + 1) !== '(') return null
  const bare = (open: number) => {
    const end = source.partner(open)
    return end === open + 1 || (end === open + 2 && source.isName(open + 1)) ? end : -1
  }
  const left = bare(at + 1)
  const open = source.find(left + 1, close, (place) => source.mark(place) === '[')
  const right = bare(behindArrow(source, source.partner(open) + 1))
  if (left < 0 || open === close || right !== close - 1 || /[*{!&%(]/.test(source.text(open, source.partner(open))))
    return null
  const body = source.text(open, source.partner(open))
  const arrow = source.text(source.partner(open), behindArrow(source, source.partner(open) + 1))
  return { text: `${source.text(left + 1, open)}${body}${quantifier.text}${arrow}`, next: quantifier.next }
}

/** `p = SHORTEST 1 …`, `ALL SHORTEST …`: the functions the engine has for it. */
function shortest(path: string): string {
  const found = /^(\s*(?:[^\s=(]+\s*=\s*)?)(?:(ALL SHORTEST)|ANY SHORTEST|SHORTEST 1|ANY)(?:\s+PATHS?)?\s+(?=\()/i.exec(
    path,
  )
  if (!found) return path
  const [head, name = '', all] = found
  return `${name}${all ? 'allShortestPaths' : 'shortestPath'}(${path.slice(head.length)})`
}
