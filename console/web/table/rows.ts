// The rows of an answer as a table works on them: what kind of values a column holds, which rows a filter lets through, in which
// order, and as text to paste. In: wire values. Out: indices and text. Pure.
import type { Wire } from '../../../schema/wire.js'
import { isNumber, textOf } from '../graph/plain.js'

export type Kind =
  | 'int'
  | 'float'
  | 'text'
  | 'boolean'
  | 'node'
  | 'relationship'
  | 'path'
  | 'list'
  | 'map'
  | 'temporal'
  | 'point'
  | 'bytes'
export type ColumnKind = Kind | 'mixed' | 'empty'

/** What kind a value is; null is none. */
export function kindOf(value: Wire): Kind | undefined {
  if (value === null) return undefined
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  return Array.isArray(value) ? 'list' : value.kind
}

/** What kind of values stand in a column: whole numbers among fractions count as fractions. */
export function kindOfColumn(rows: readonly (readonly Wire[])[], column: number): ColumnKind {
  let kind: ColumnKind = 'empty'
  for (const row of rows) {
    const one = kindOf(row[column] ?? null)
    if (one === undefined || one === kind) continue
    if (kind === 'empty') kind = one
    else if (isNumeric(kind) && isNumeric(one)) kind = 'float'
    else return 'mixed'
  }
  return kind
}

function isNumeric(kind: ColumnKind): boolean {
  return kind === 'int' || kind === 'float'
}

/** Which way a column is sorted. */
export interface Order {
  column: number
  down: boolean
}

/**
 * The places of the rows that hold the words, in the order asked for; rows of equal value stay as they came, and what has no
 * value comes last either way.
 */
export function arrangeRows(rows: readonly (readonly Wire[])[], words: string, order: Order | null): number[] {
  const wanted = words.trim().toLowerCase()
  const places: number[] = []
  for (const [index, row] of rows.entries())
    if (wanted === '' || row.some((value) => textOf(value).toLowerCase().includes(wanted))) places.push(index)
  if (order === null) return places
  const keys = rows.map((row) => keyOf(row[order.column] ?? null))
  const sign = order.down ? -1 : 1
  return places.sort((a, b) => {
    const [one, other] = [keys[a], keys[b]]
    if (one === undefined || other === undefined)
      return (one === undefined ? 1 : 0) - (other === undefined ? 1 : 0) || a - b
    return sign * compareKeys(one, other) || a - b
  })
}

/** First what family a value is of, so that numbers stand together, then the value. */
type Key = readonly [family: number, value: number | bigint | string]

const collator = new Intl.Collator('zh', { numeric: true })

function keyOf(value: Wire): Key | undefined {
  const kind = kindOf(value)
  if (kind === undefined || value === null) return undefined
  if (typeof value === 'number') return [0, value]
  if (typeof value === 'boolean') return [1, value ? 1 : 0]
  if (typeof value === 'object' && !Array.isArray(value)) {
    if (value.kind === 'int') return [0, BigInt(value.value)]
    if (value.kind === 'float')
      return value.value === 'NaN' ? [0.5, 0] : [0, value.value === 'Infinity' ? Infinity : -Infinity]
  }
  return [2, textOf(value)]
}

function compareKeys([family, value]: Key, [other, against]: Key): number {
  if (family !== other) return family - other
  if (typeof value === 'string' && typeof against === 'string') return collator.compare(value, against)
  // A number and a BigInt are compared by their exact values.
  return value < against ? -1 : value > against ? 1 : 0
}

/**
 * Rows as tab-separated text to paste into a spreadsheet: a tab or a line break within a value becomes a blank, and a value that
 * a spreadsheet would take for a formula is led by an apostrophe.
 */
export function tabSeparated(rows: readonly (readonly Wire[])[], columns?: readonly string[]): string {
  const lines = rows.map((row) => row.map((value) => cellText(textOf(value), isNumber(value))).join('\t'))
  return [...(columns === undefined ? [] : [columns.map((name) => cellText(name, false)).join('\t')]), ...lines].join(
    '\n',
  )
}

function cellText(text: string, number: boolean): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ')
  return !number && /^[=+\-@]/.test(flat) ? `'${flat}` : flat
}
