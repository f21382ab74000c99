// An element of a parsed page in, its text out: a line for each block, a bar row for each row of a table. Runs nothing.

/** What is read of a node; both linkedom's and a browser's nodes are such. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: ArrayLike<PageNode>
}

const TEXT = 3
const ELEMENT = 1

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
)
/** What a page holds that is not its words. */
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH OBJECT EMBED IFRAME CANVAS AUDIO VIDEO SELECT BUTTON INPUT TEXTAREA HEAD'.split(
    ' ',
  ),
)
/** A page nested deeper than this is an attack or a defect; what lies below is read as plain text. */
const DEPTH = 256

/**
 * The words of an element, as lines. White space is folded as a browser does; full-width spaces stay, they are the author's.
 * A table of more than one column becomes rows of `| cell | cell |`.
 */
export function toText(root: PageNode): string {
  const writer = new Writer()
  walk(root, writer, 0)
  return writer.text()
}

class Writer {
  readonly #lines: string[] = []
  #line = ''

  words(text: string): void {
    const folded = text.replace(/[ \t\r\n\f\u00a0]+/g, ' ')
    this.#line += this.#line === '' || this.#line.endsWith(' ') ? folded.replace(/^ /, '') : folded
  }

  end(): void {
    const line = this.#line.replace(/ +$/, '')
    if (line.trim() !== '') this.#lines.push(line)
    this.#line = ''
  }

  row(cells: readonly string[]): void {
    this.end()
    this.#lines.push(`| ${cells.join(' | ')} |`)
  }

  text(): string {
    this.end()
    return this.#lines.join('\n')
  }
}

function walk(node: PageNode, writer: Writer, depth: number): void {
  const name = node.nodeName.toUpperCase()
  if (SILENT.has(name)) return
  if (node.nodeType === TEXT || depth > DEPTH) {
    writer.words(node.textContent ?? '')
    return
  }
  if (name === 'TABLE' && writeTable(node, writer, depth)) return
  const block = BLOCKS.has(name) || name === 'BR'
  if (block) writer.end()
  for (const child of Array.from(node.childNodes)) walk(child, writer, depth + 1)
  if (block) writer.end()
}

/** Writes a table of data; false for one that only holds the page in place (a single column, or a table in a table). */
function writeTable(table: PageNode, writer: Writer, depth: number): boolean {
  const rows = rowsOf(table)
  const columns = Math.max(0, ...rows.map((row) => row.length))
  if (columns < 2 || rows.some((row) => row.some((cell) => holdsTable(cell, 0)))) return false
  writer.end()
  for (const row of rows) {
    const cells = row.map((cell) => {
      const inner = new Writer()
      for (const child of Array.from(cell.childNodes)) walk(child, inner, depth + 1)
      return inner.text().replace(/\n/g, ' ').replaceAll('|', '｜')
    })
    if (cells.some((cell) => cell !== '')) writer.row(cells)
  }
  return true
}

function rowsOf(table: PageNode): PageNode[][] {
  const rows: PageNode[][] = []
  for (const child of Array.from(table.childNodes)) {
    const name = child.nodeName.toUpperCase()
    if (name === 'TR') rows.push(Array.from(child.childNodes).filter((cell) => /^T[DH]$/i.test(cell.nodeName)))
    else if (child.nodeType === ELEMENT && /^(?:THEAD|TBODY|TFOOT)$/.test(name)) rows.push(...rowsOf(child))
  }
  return rows
}

function holdsTable(node: PageNode, depth: number): boolean {
  return (
    depth < DEPTH &&
    Array.from(node.childNodes).some((child) => /^TABLE$/i.test(child.nodeName) || holdsTable(child, depth + 1))
  )
}
