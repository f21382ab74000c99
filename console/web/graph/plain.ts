// Wire values as text and as plain JSON. In: a wire value. Out: what a table cell, a CSV cell or a JSON view shows. Pure.
import type { Wire } from '../../../schema/wire.js'
import { nameOf, typeOf } from './node-words.js'

/** The value as plain JSON; 64-bit integers become exact decimal strings, since a JSON number could not hold them. */
export function plainOf(value: Wire): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plainOf)
  switch (value.kind) {
    case 'int':
    case 'float':
    case 'temporal':
      return value.value
    case 'point':
      return { srid: value.srid, coordinates: value.coordinates }
    case 'bytes':
      return { base64: value.base64 }
    case 'node':
      return { labels: value.labels, properties: plainMap(value.properties) }
    case 'relationship':
      return { type: value.type, properties: plainMap(value.properties) }
    case 'path':
      return { nodes: value.nodes.map(plainOf), relationships: value.relationships.map(plainOf) }
    case 'map':
      return plainMap(value.entries)
  }
}

function plainMap(entries: Readonly<Record<string, Wire>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, plainOf(value)]))
}

/** The value in one line. */
export function textOf(value: Wire): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return String(value)
  if (!Array.isArray(value)) {
    if (value.kind === 'node') return nameOf(value) || typeOf(value)
    if (value.kind === 'relationship') return value.type
    if (value.kind === 'int' || value.kind === 'float' || value.kind === 'temporal') return value.value
    if (value.kind === 'path') return value.nodes.map((node) => nameOf(node) || typeOf(node)).join(' — ')
  }
  return JSON.stringify(plainOf(value))
}

/** Whether a value is a number, however it travels: a minus before it begins no formula. */
export function isNumber(value: Wire): boolean {
  if (typeof value === 'number') return true
  return value !== null && typeof value === 'object' && !Array.isArray(value) && /^(int|float)$/.test(value.kind)
}

/** Rows as CSV (RFC 4180, with CRLF); a cell that a spreadsheet would run as a formula is led by an apostrophe. */
export function csvOf(columns: readonly string[], rows: readonly (readonly Wire[])[]): string {
  const cell = (text: string, number: boolean): string => {
    const safe = !number && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const lines = [columns.map((column) => cell(column, false)).join(',')]
  for (const row of rows) lines.push(row.map((value) => cell(textOf(value), isNumber(value))).join(','))
  return `${lines.join('\r\n')}\r\n`
}
