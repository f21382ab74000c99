// Plain text and Markdown: bytes in, the words as they stand out. Mark-up stays: offsets count in what the author wrote.
import { decode, doubtEncoding } from '../encoding.js'
import type { Parsed } from './parsed.js'

/** @throws Fault('input') for binary data and for bytes that are broken in their encoding */
export function parseText(bytes: Uint8Array, place: string): Parsed {
  const { text, encoding } = decode(bytes, place)
  const doubt = doubtEncoding(bytes, encoding)
  return { text, ...(doubt ? { notes: [doubt] } : {}) }
}
