// Expressions, where Neo4j's and the engine's differ in form: functions, CASE with several values, map projections, types.
// In: a span of a query. Out: its text, said so that the engine understands it.

import type { Spelling } from './functions.js'
import { allOf, onNode, readLabels } from './label-expression.js'
import { inNanoseconds, isoDate, isoMoment } from './literal-time.js'
import { Source } from './source.js'

/** How the text of a span is made; each rewriting inside a rewriting calls it for its parts. */
export type Respell = (from: number, to: number) => string

/** What a rewriting of a token and of what follows gives: the new text, and where to go on. */
export type Found = { text: string; next: number } | null

const TEMPORAL = /^(date|time|datetime|localtime|localdatetime|duration)(\.|$)/

/** The text of the tokens from `from` up to `to` with nothing but its functions said as `functions` says. */
export function respellCalls(source: Source, from: number, to: number, functions: Record<string, Spelling>): string {
  const inside: Respell = (start, end) => respellCalls(source, start, end, functions)
  return walk(source, from, to, (at) => call(source, at, inside, functions))
}

/**
 * The text of the tokens from `from` up to `to`, which are expressions, in the engine's forms and functions.
 * `nested` says what is a query of its own; it is asked at each token first.
 */
export function respell(
  source: Source,
  from: number,
  to: number,
  functions: Record<string, Spelling>,
  nested: (at: number) => Found = () => null,
): string {
  const inside: Respell = (start, end) => respell(source, start, end, functions, nested)
  return walk(
    source,
    from,
    to,
    (at) =>
      nested(at) ??
      call(source, at, inside, functions) ??
      joined(source, at) ??
      labelled(source, at) ??
      severalWhens(source, at, to, inside) ??
      projection(source, at, inside),
  )
}

function walk(source: Source, from: number, to: number, find: (at: number) => Found): string {
  let text = ''
  for (let at = from; at < to; ) {
    const found = find(at)
    text += at > from ? source.gap(at) : ''
    text += found?.text ?? source.tokens[at]?.text ?? ''
    at = found?.next ?? at + 1
  }
  return text
}

function call(source: Source, at: number, inside: Respell, functions: Record<string, Spelling>): Found {
  const found = source.call(at)
  if (!found) return null
  const { name, args, end } = found
  const texts = args.map(([from, to]) => inside(from, to))
  const timed = TEMPORAL.test(name)
  const spelt =
    (Object.hasOwn(functions, name) ? functions[name]?.(...texts) : null) ?? (timed ? timeCall(name, texts) : null)
  const accessed = timed && source.mark(end) === '.' && source.isName(end + 1)
  if (spelt === null && !accessed) return null
  const text = spelt ?? `${source.text(at, source.partner(end - 1) + 1)}${texts.join(', ')})`
  // The engine reads no field of a call, but of the first of a list.
  return accessed ? { text: `head([${text}])`, next: end } : { text, next: end }
}

/** Times written in forms that the engine does not read; a month or a year alone are its first day. */
function timeCall(name: string, [text, ...more]: string[]): string | null {
  if (text === undefined || more.length > 0) return null
  if (text.startsWith('{') && !name.includes('.')) return timeOfMap(name, text)
  const literal = /^(['"])(.*)\1$/s.exec(text)?.[2]
  if (name === 'date') {
    if (literal !== undefined) return `date('${isoDate(literal)}')`
    return `coalesce(date(${text}), date(${text} + '-01'), date(${text} + '-01-01'))`
  }
  if ((name === 'datetime' || name === 'localdatetime') && literal !== undefined)
    return `${name}('${isoMoment(literal)}')`
  return null
}

function timeOfMap(name: string, text: string): string | null {
  const map = new Source(text)
  if (map.partner(0) !== map.length - 1) return null
  const entries = map.split(1, map.length - 1).map(([from, to]): [string, string] => {
    return [map.text(from, from + 1), map.text(from + 2, to)]
  })
  const said = inNanoseconds(entries)
  return said && `${name}(${said})`
}

/** `a || b`: texts and lists are joined with `+` here. */
function joined(source: Source, at: number): Found {
  const twice = source.mark(at) === '|' && source.mark(at + 1) === '|' && source.gap(at + 1) === ''
  return twice ? { text: '+', next: at + 2 } : null
}

/** `WHERE n:A|B`; inside square brackets a `|` may belong to them. */
function labelled(source: Source, at: number): Found {
  if (!source.isName(at) || source.mark(at + 1) !== ':' || source.enclosing(at) === '{') return null
  const read = readLabels(source, at + 2, source.enclosing(at) !== '[')
  if (!read || (allOf(read.labels) && !source.text(at, read.to).includes('&'))) return null
  return { text: `(${onNode(read.labels, source.text(at, at + 1))})`, next: read.to }
}

/** `CASE x WHEN 1, 2 THEN y`: a branch for each value. */
function severalWhens(source: Source, at: number, to: number, inside: Respell): Found {
  if (source.word(at) !== 'WHEN') return null
  const then = source.find(at + 1, to, (next) => source.word(next) === 'THEN')
  const values = source.split(at + 1, then)
  if (values.length < 2 || then === to) return null
  let depth = 0
  const end = source.find(then + 1, to, (next) => {
    if (source.word(next) === 'CASE') depth++
    if (source.word(next) === 'END' && depth-- > 0) return false
    return depth <= 0 && ['WHEN', 'ELSE', 'END'].includes(source.word(next))
  })
  const result = inside(then, end)
  return { text: values.map(([from, until]) => `WHEN ${inside(from, until)} ${result}`).join(' '), next: end }
}

/** `p {.name, rank}`: a variable alone is a key and its value. */
function projection(source: Source, at: number, inside: Respell): Found {
  if (source.mark(at) !== '{' || !source.isName(at - 1)) return null
  const close = source.partner(at)
  if (close < 0) return null
  const items = source.split(at + 1, close)
  if (!items.some(([from, to]) => to === from + 1 && source.isName(from))) return null
  const text = items.map(([from, to]) => {
    const alone = to === from + 1 && source.isName(from)
    return alone ? `${source.text(from, to)}: ${source.text(from, to)}` : inside(from, to)
  })
  return { text: `{${text.join(', ')}}`, next: close + 1 }
}
