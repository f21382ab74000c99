// Bytes in, text out, and the name of the encoding they were in. Knows no file and no format.
// Nothing is guessed past: bytes that no encoding reads without a fault are refused, with the place of the first bad one.
import { analyse } from 'chardet'
import { Fault } from '../../schema/fault.js'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

const BOMS: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Characters a text is made of: white space, ASCII, general and CJK punctuation, Han, kana, full-width forms. */
const PLAIN = /[\t\n\r\f\u0020-\u007e\u00a0-\u00ff\u2000-\u27bf\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe\uffff]/g
/** The share of control characters above which bytes are no text: a page torn from the web may hold one or two. */
const TOLERATED = 1 / 200
/** How much of a text without a byte order mark must be plain characters for UTF-16 to be believed. */
const PLAUSIBLE = 0.9

/**
 * The text of the bytes, without its byte order mark; nothing else is altered.
 * @param name the file (and line) that an error message names
 * @throws Fault('input') for binary data and for bytes that are broken in their encoding (with the byte offset)
 */
export function decode(bytes: Uint8Array, name: string): { text: string; encoding: Encoding } {
  const encoding = detectEncoding(bytes)
  if (!encoding)
    throw new Fault('input', `${name}: binary data, not text. Give it in a format that is read, or as plain text.`)
  return { text: decodeAs(bytes, encoding, name), encoding }
}

/**
 * The text of bytes known to be in one encoding.
 * @throws Fault('input') naming the byte offset of the first byte that the encoding does not allow
 */
export function decodeAs(bytes: Uint8Array, encoding: Encoding, name: string): string {
  const text = tryDecode(bytes, encoding)
  if (text !== undefined) return text
  const at = firstBroken(bytes, encoding)
  const byte = `0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`
  throw new Fault(
    'input',
    `${name}: broken ${encoding.toUpperCase()} at byte ${at} (${byte}). Save the file again as UTF-8, UTF-16, GB18030 or Big5.`,
  )
}

/** The encoding of the bytes, from their byte order mark or from what reads them; undefined for binary data. */
export function detectEncoding(bytes: Uint8Array): Encoding | undefined {
  for (const [encoding, bom] of BOMS) if (bom.every((byte, i) => bytes[i] === byte)) return encoding
  if (bytes.includes(0)) return detectUtf16(bytes)
  const { valid, broken } = countUtf8(bytes)
  const utf8 = broken === 0 ? tryDecode(bytes, 'utf-8') : undefined
  if (utf8 !== undefined) return isText(utf8) ? 'utf-8' : undefined
  // One bad byte in a long UTF-8 text must not turn it into nonsense that GB18030 happens to allow.
  if (valid > broken * 9) return 'utf-8'
  if (looksBig5(bytes)) return 'big5'
  const gb = tryDecode(bytes, 'gb18030')
  if (gb !== undefined) return isText(gb) ? 'gb18030' : undefined
  const wide = detectUtf16(bytes)
  if (wide || !isText(new TextDecoder('latin1').decode(bytes))) return wide
  return valid > broken ? 'utf-8' : 'gb18030'
}

/** How much is looked at to tell Big5 from GB18030, which allows nearly every sequence of bytes that Big5 does; in bytes. */
const SAMPLE = 2 ** 16
/** A text with fewer bytes beyond ASCII than this may be either of the two. */
const ENOUGH = 40

/** Whether characters that are common in Big5 outweigh those that are common in GB18030. */
function looksBig5(bytes: Uint8Array): boolean {
  const best = analyse(bytes.subarray(0, SAMPLE)).find(({ name }) => name === 'Big5' || name === 'GB18030')
  return best?.name === 'Big5' && tryDecode(bytes, 'big5') !== undefined
}

/** Why the encoding of bytes is not sure, for the report; undefined when it is. */
export function doubtEncoding(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (encoding !== 'gb18030' && encoding !== 'big5') return undefined
  const other = encoding === 'big5' ? 'gb18030' : 'big5'
  let beyond = 0
  for (let i = 0; i < bytes.length && beyond < ENOUGH; i++) if ((bytes[i] as number) > 0x7f) beyond++
  if (beyond >= ENOUGH || tryDecode(bytes, other) === undefined) return undefined
  return `read as ${encoding.toUpperCase()}, but so short that it may be ${other.toUpperCase()}`
}

function detectUtf16(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length % 2 !== 0) return undefined
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const text = tryDecode(bytes, encoding)
    return text && isText(text) && (text.match(PLAIN)?.length ?? 0) >= text.length * PLAUSIBLE
  })
}

function isText(decoded: string): boolean {
  return (decoded.match(CONTROL)?.length ?? 0) <= 1 + decoded.length * TOLERATED
}

/** The text of bytes in one encoding; undefined where it allows them not. */
export function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Offset of the first byte an encoding does not allow: the longest prefix that still decodes, by bisection. */
function firstBroken(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (allowsPrefix(bytes, middle, encoding)) good = middle
    else bad = middle
  }
  return Math.min(good, bytes.length - 1)
}

function allowsPrefix(bytes: Uint8Array, length: number, encoding: Encoding): boolean {
  try {
    // Past the end stands for the end itself: a character cut off there is an error only then.
    new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: length <= bytes.length })
    return true
  } catch {
    return false
  }
}

/** How many sequences of several bytes are whole UTF-8 characters, and how many bytes are no part of any. */
function countUtf8(bytes: Uint8Array): { valid: number; broken: number } {
  let valid = 0
  let broken = 0
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] as number
    const length =
      lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    const whole = lead < 0x80 || (lead >= 0xc2 && length > 0 && continues(bytes, i, length))
    if (!whole) broken++
    else if (length > 1) valid++
    i += whole ? length : 1
  }
  return { valid, broken }
}

function continues(bytes: Uint8Array, at: number, length: number): boolean {
  if (at + length > bytes.length) return false
  for (let i = at + 1; i < at + length; i++) if (((bytes[i] as number) & 0xc0) !== 0x80) return false
  return true
}
