// Columns and rows of words in, lines of a table out. Han letters are two cells wide, so their columns stay straight.

/** Characters a terminal draws two cells wide: Han, kana, hangul, CJK punctuation and full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const NONE = /^[\p{Mn}\p{Me}\p{Cf}]$/u

/** How many cells a text takes in a terminal. */
export function cells(text: string): number {
  let width = 0
  for (const char of text) width += NONE.test(char) ? 0 : WIDE.test(char) ? 2 : 1
  return width
}

/** The text, filled with spaces or cut with … to so many cells. */
export function fill(text: string, width: number): string {
  const all = cells(text)
  if (all <= width) return text + ' '.repeat(width - all)
  let cut = ''
  let used = 0
  for (const char of text) {
    const next = used + cells(char)
    if (next > width - 1) break
    cut += char
    used = next
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - used))}`
}

/**
 * The lines of a table: heads, a rule, rows.
 * @param room cells to a line; columns wider than their share are cut. No limit when absent (for files and pipes).
 */
export function drawTable(heads: readonly string[], rows: readonly (readonly string[])[], room?: number): string[] {
  const widths = heads.map((head, i) => Math.max(cells(head), ...rows.map((row) => cells(row[i] ?? ''))))
  if (room !== undefined) squeeze(widths, room - GAP.length * Math.max(0, widths.length - 1))
  const line = (values: readonly string[]) =>
    values
      .map((value, i) => fill(value, widths[i] ?? 0))
      .join(GAP)
      .trimEnd()
  return [line(heads), widths.map((width) => '─'.repeat(width)).join(GAP), ...rows.map(line)]
}

const GAP = '  '
const NARROWEST = 6

/** Takes from the widest column, one cell at a time, until all fit or none can give more. */
function squeeze(widths: number[], room: number): void {
  for (let over = widths.reduce((a, b) => a + b, 0) - room; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= NARROWEST) return
    widths[widest] = (widths[widest] ?? 0) - 1
  }
}
