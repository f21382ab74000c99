// Pieces of text with their places on a page in, the page's text out: lines in reading order, and the lines of one paragraph joined.
// Knows no file format. Lengths are in points, y grows upwards.

/** What was drawn in one stroke. `width` is how far it reaches, `size` the height of its letters. */
export interface Piece {
  text: string
  x: number
  y: number
  width: number
  size: number
}

interface Line {
  text: string
  left: number
  right: number
  y: number
  size: number
}

/** Pieces whose base lines differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.5
/** A gap wider than this, in letters, parts two columns or two cells. */
const GAP = 0.9
/** A line that ends this near the right margin, in letters, is full: its paragraph may go on. */
const FULL = 2.2
/** A line that begins this much further right than the text, in letters, begins a paragraph. */
const INDENT = 1.2
const ENDS = /[。！？；：:!?;]["”’）)]?$/u
const LATIN_END = /[A-Za-z0-9,.;]$/
const LATIN_START = /^[A-Za-z0-9]/

/** The text of a page. Page numbers standing alone in the margins are left out. */
export function joinPage(pieces: readonly Piece[]): string {
  const lines = dropPageNumbers(toLines(pieces))
  const [left, right] = margins(lines)
  let text = ''
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (!before) text = line.text
    else if (goesOn(before, line, left, right))
      text += (LATIN_END.test(text) && LATIN_START.test(line.text) ? ' ' : '') + line.text
    else text += `\n${line.text}`
  })
  return text
}

function toLines(pieces: readonly Piece[]): Line[] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - piece.y) < SAME_LINE * Math.max(first.size, piece.size)) row.push(piece)
    else rows.push([piece])
  }
  return rows.map(toLine).filter(({ text }) => text.trim() !== '')
}

function toLine(row: Piece[]): Line {
  row.sort((a, b) => a.x - b.x)
  let text = ''
  let end = row[0]?.x ?? 0
  for (const { text: words, x, width, size } of row) {
    if (text !== '' && x - end > GAP * size && !/\s$/.test(text) && words.trim() !== '')
      text += x - end > 3 * GAP * size ? '\t' : ' '
    text += words
    end = Math.max(end, x + width)
  }
  const words = row.filter((piece) => piece.text.trim() !== '')
  return {
    text: text.trimEnd(),
    left: words[0]?.x ?? 0,
    right: Math.max(0, ...words.map(({ x, width }) => x + width)),
    y: row[0]?.y ?? 0,
    size: Math.max(1, ...row.map(({ size }) => size)),
  }
}

/** Where most long lines begin and end. */
function margins(lines: readonly Line[]): [number, number] {
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b)
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b)
  return [lefts[Math.floor(lefts.length / 10)] ?? 0, rights[Math.floor(rights.length * 0.8)] ?? 0]
}

function goesOn(before: Line, line: Line, left: number, right: number): boolean {
  const size = Math.max(before.size, line.size)
  if (Math.abs(before.size - line.size) > 0.15 * size || before.y - line.y > 3 * size) return false
  if (before.text.includes('\t') || line.text.includes('\t')) return false
  const full = right - before.right < FULL * size
  const indented = line.left - left > INDENT * size || /^\u3000/.test(line.text)
  return full && !indented && !(ENDS.test(before.text) && right - before.right > size)
}

function dropPageNumbers(lines: Line[]): Line[] {
  const isNumber = (line: Line | undefined) => /^[-—–\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—–\s]*$/.test(line?.text ?? 'x')
  const from = isNumber(lines[0]) ? 1 : 0
  const to = lines.length > from && isNumber(lines.at(-1)) ? lines.length - 1 : lines.length
  return lines.slice(from, to)
}
