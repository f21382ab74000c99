// Label expressions (`A|B`, `A&!B`, `%`) read, and said as a condition. In: tokens behind a `:`. Out: a condition on a variable.

import type { Source } from './source.js'

export type LabelExpression =
  | { is: 'name'; text: string }
  | { is: 'any' }
  | { is: 'not'; of: LabelExpression }
  | { is: 'and' | 'or'; left: LabelExpression; right: LabelExpression }

/** Reads an expression that begins at `at`; null when there is none. `to` is the place behind it. */
export function readLabels(source: Source, at: number, mayOr = true): { labels: LabelExpression; to: number } | null {
  let left = readAnd(source, at)
  // `[x:A|B]` is old for either type and `:A|:B` too.
  while (left && mayOr && source.mark(left.to) === '|') {
    const from = source.mark(left.to + 1) === ':' ? left.to + 2 : left.to + 1
    const right = readAnd(source, from)
    if (!right) return left
    left = { labels: { is: 'or', left: left.labels, right: right.labels }, to: right.to }
  }
  return left
}

type Read = { labels: LabelExpression; to: number } | null

function readAnd(source: Source, at: number): Read {
  let left = readNot(source, at)
  while (left && (source.mark(left.to) === '&' || source.mark(left.to) === ':')) {
    const right = readNot(source, left.to + 1)
    if (!right) return left
    left = { labels: { is: 'and', left: left.labels, right: right.labels }, to: right.to }
  }
  return left
}

function readNot(source: Source, at: number): Read {
  if (source.mark(at) === '!') {
    const inner = readNot(source, at + 1)
    return inner && { labels: { is: 'not', of: inner.labels }, to: inner.to }
  }
  if (source.mark(at) === '%') return { labels: { is: 'any' }, to: at + 1 }
  if (source.mark(at) === '(') {
    const inner = readLabels(source, at + 1)
    return inner && source.mark(inner.to) === ')' ? { labels: inner.labels, to: inner.to + 1 } : null
  }
  return source.isName(at) ? { labels: { is: 'name', text: source.text(at, at + 1) }, to: at + 1 } : null
}

/** The names, when the expression only says that all of them are there; else null. */
export function allOf(labels: LabelExpression): string[] | null {
  if (labels.is === 'name') return [labels.text]
  if (labels.is !== 'and') return null
  const [left, right] = [allOf(labels.left), allOf(labels.right)]
  return left && right && [...left, ...right]
}

/** The names, when the expression only says that one of them is there; else null. */
export function oneOf(labels: LabelExpression): string[] | null {
  if (labels.is === 'name') return [labels.text]
  if (labels.is !== 'or') return null
  const [left, right] = [oneOf(labels.left), oneOf(labels.right)]
  return left && right && [...left, ...right]
}

/** The expression as a condition on a node. */
export function onNode(labels: LabelExpression, node: string): string {
  return condition(labels, (name) => `${node}:${name}`, `size(labels(${node})) > 0`)
}

/** The expression as a condition on the type of a relationship. */
export function onType(labels: LabelExpression, relationship: string): string {
  const named = (name: string) => `type(${relationship}) = '${name.replace(/^`|`$/g, '').replaceAll("'", "\\'")}'`
  return condition(labels, named, 'true')
}

function condition(labels: LabelExpression, named: (name: string) => string, any: string): string {
  const inner = (part: LabelExpression) => condition(part, named, any)
  if (labels.is === 'name') return named(labels.text)
  if (labels.is === 'any') return any
  if (labels.is === 'not') return `NOT (${inner(labels.of)})`
  return `(${inner(labels.left)} ${labels.is === 'and' ? 'AND' : 'OR'} ${inner(labels.right)})`
}
