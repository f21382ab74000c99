// The only place an id is made: parts joined with a separator no text contains, then hashed.
import { createHash } from 'node:crypto'

const SEPARATOR = '\u001f'

/**
 * A stable id of 24 hexadecimal digits (96 bits) made of its parts in order.
 * @param kind what the id is of (`entity`, `fact`, `statement`, …), so that equal parts of two kinds differ
 */
export function makeId(kind: string, ...parts: readonly (string | number)[]): string {
  return createHash('sha256')
    .update([kind, ...parts].join(SEPARATOR))
    .digest('hex')
    .slice(0, 24)
}

/** SHA-256 of bytes or text (UTF-8), in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
