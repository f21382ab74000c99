// What was typed as the value of a parameter. In: JSON text. Out: a wire value, exact for integers of 64 bits. Pure.
import type { Wire } from '../../../schema/wire.js'

const PIECE = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
/** Marks an integer that a number of the browser cannot hold; no text of JSON can hold this character unescaped. */
const MARK = '\u0001int'

/** The value of JSON text, or undefined when the text is no JSON. */
export function parseParameter(text: string): Wire | undefined {
  const kept = text.replace(PIECE, (piece) =>
    /^-?\d+$/.test(piece) && !Number.isSafeInteger(Number(piece)) ? `["\\u0001int","${piece}"]` : piece,
  )
  let value: unknown
  try {
    value = JSON.parse(kept)
  } catch {
    return undefined
  }
  return toWire(value)
}

function toWire(value: unknown): Wire {
  if (Array.isArray(value)) {
    const [mark, digits] = value as unknown[]
    if (mark === MARK && typeof digits === 'string') return { kind: 'int', value: digits }
    return value.map(toWire)
  }
  if (typeof value === 'object' && value !== null)
    return { kind: 'map', entries: Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toWire(part)])) }
  return value as Wire
}
