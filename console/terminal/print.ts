// Words to the two streams of a terminal: results to standard output, all else to standard error.
// Colour only where a person looks; a reader that stops early (`| head`) is no error.
import { cells, fill } from './table.js'

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

const CODES: Record<Colour, readonly [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
}

/** The text in a colour, if the stream is a terminal whose user has not set NO_COLOR. */
export function paint(colour: Colour, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  if (!stream.isTTY || process.env.NO_COLOR || process.env.TERM === 'dumb') return text
  const [on, off] = CODES[colour]
  return `\u001b[${on}m${text}\u001b[${off}m`
}

/** One line of a result. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** One line about the run, for the person and not for the next program. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** One line that says what went wrong. */
export function printError(message: string): void {
  note(`${paint('red', 'wentu:', process.stderr)} ${message.replace(/^error: /, '')}`)
}

/** A line that replaces itself on a terminal, and is not there at all elsewhere. */
export function progress(line: string): void {
  const now = Date.now()
  if (!process.stderr.isTTY || now - shown < EVERY) return
  shown = now
  // A terminal that does not know its width says 0.
  process.stderr.write(`${CLEAR}${cut(line, (process.stderr.columns || 80) - 1)}`)
}

const CLEAR = '\r\u001b[2K'
/** Milliseconds between two progress lines: more often nobody can read. */
const EVERY = 50
let shown = 0

const cut = (line: string, room: number): string => (cells(line) > room ? fill(line, room) : line)

/** Takes the last progress line away. */
export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write(CLEAR)
}

/** Ends quietly when the reader of our output has gone. */
export function survivePipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
}
