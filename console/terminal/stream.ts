// What the filters have in common: lines from standard input, lines to standard output as fast as the reader takes them, and
// what becomes of a bad line: it is told with its number and costs that line, and the exit code at the end says that there was one.
import { isUtf8 } from 'node:buffer'
import { once } from 'node:events'
import { FAULTS, Fault } from '../../schema/fault.js'
import { printError } from './print.js'

export interface InputLine {
  /** From 1. */
  number: number
  text: string
  /** Its bytes are no UTF-8: some of the text is lost. */
  broken?: true
}

/** Lines that are longer are no documents. */
const LONGEST = 128 * 2 ** 20

/**
 * Lines of UTF-8, ended by line feeds alone: a text may hold any other mark that ends lines elsewhere. Empty ones are left out.
 * @throws Fault('input') for a line without end
 */
export async function* splitLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<InputLine> {
  let number = 0
  let rest: Buffer[] = []
  let held = 0
  const take = (last: Buffer): InputLine | undefined => {
    const bytes = rest.length === 0 ? last : Buffer.concat([...rest, last])
    rest = []
    held = 0
    number++
    const text = bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r$/, '')
    return text.trim() === '' ? undefined : { number, text, ...(isUtf8(bytes) ? {} : { broken: true }) }
  }
  for await (const piece of input) {
    const data = typeof piece === 'string' ? Buffer.from(piece) : piece
    let start = 0
    for (let end = data.indexOf(0x0a); end >= 0; end = data.indexOf(0x0a, start)) {
      const line = take(data.subarray(start, end))
      if (line) yield line
      start = end + 1
    }
    const tail = data.subarray(start)
    held += tail.length
    if (held > LONGEST) throw new Fault('input', `standard input:${number + 1}: a line of more than ${LONGEST} bytes.`)
    if (tail.length > 0) rest.push(tail)
  }
  const line = held > 0 ? take(Buffer.alloc(0)) : undefined
  if (line) yield line
}

/** The lines of standard input. */
export const inputLines = (): AsyncGenerator<InputLine> => splitLines(process.stdin)

/** Writes a line, and waits when the reader of our output is behind. */
export async function emit(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

/** Where a line is, for a message. */
export const placeOf = (number: number): string => `standard input:${number}`

/** @throws Fault('input') for text that is no JSON object */
export function parseObject({ number, text, broken }: InputLine): Record<string, unknown> {
  if (broken)
    throw new Fault('input', `${placeOf(number)}: not UTF-8. A stream is in UTF-8; wentu ingest reads other encodings.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Fault('input', `${placeOf(number)}: no valid JSON (${(cause as Error).message}).`, { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Fault('input', `${placeOf(number)}: no JSON object. Each line must be one.`)
  return value as Record<string, unknown>
}

/** Tells what is wrong with a line. Anything but a fault is told as one too: one line must not cost the others. */
export function tellBad(place: string, cause: unknown): void {
  printError(cause instanceof Fault ? cause.message : `${place}: ${String(cause)}`)
  process.exitCode = FAULTS.input.exit
}
