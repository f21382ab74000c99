// Plain JSON as lines that fold. In: a value, which places are folded. Out: lines with their depth. Pure.

/** A line of the tree; `path` names its place, `folds` says that something stands below it. */
export interface JsonLine {
  path: string
  depth: number
  /** The key it stands under, as JSON, or nothing in a list. */
  key: string | null
  /** What is written: a value, or an opening and what it holds when it is folded. */
  text: string
  folds: boolean
  folded: boolean
}

/** Whether the place is folded when the user did not say: all but the first rows and what they hold. */
export type FoldedAtFirst = (path: string, depth: number) => boolean

/**
 * The lines in sight of a value.
 * @param turned the places whose folding is the opposite of how it was at first
 */
export function jsonLines(value: unknown, turned: ReadonlySet<string>, atFirst: FoldedAtFirst): JsonLine[] {
  const lines: JsonLine[] = []
  const walk = (one: unknown, key: string | null, path: string, depth: number, last: boolean): void => {
    const comma = last ? '' : ','
    if (typeof one !== 'object' || one === null) {
      lines.push({ path, depth, key, text: JSON.stringify(one) + comma, folds: false, folded: false })
      return
    }
    const list = Array.isArray(one)
    const [open, close] = list ? '[]' : '{}'
    const parts: [string | null, unknown][] = list ? one.map((part) => [null, part]) : Object.entries(one)
    if (parts.length === 0) {
      lines.push({ path, depth, key, text: `${open}${close}${comma}`, folds: false, folded: false })
      return
    }
    const folded = atFirst(path, depth) !== turned.has(path)
    const text = folded ? `${open} ${preview(one)} ${close}${comma}` : (open ?? '')
    lines.push({ path, depth, key, text, folds: true, folded })
    if (folded) return
    for (const [index, [name, part]] of parts.entries())
      walk(part, name === null ? null : JSON.stringify(name), `${path}/${index}`, depth + 1, index === parts.length - 1)
    lines.push({ path: `${path}/`, depth, key: null, text: `${close}${comma}`, folds: false, folded: false })
  }
  walk(value, null, '', 0, true)
  return lines
}

const PREVIEW = 80

function preview(value: object): string {
  let text = ''
  for (const [key, part] of Object.entries(value)) {
    const shown =
      typeof part === 'object' && part !== null ? (Array.isArray(part) ? '[…]' : '{…}') : JSON.stringify(part)
    text += `${text === '' ? '' : ', '}${Array.isArray(value) ? '' : `${key}: `}${shown}`
    if (text.length > PREVIEW) return `${[...text].slice(0, PREVIEW).join('')}…`
  }
  return text
}

/** The value at a place that jsonLines named. */
export function valueAt(value: unknown, path: string): unknown {
  let found = value
  for (const step of path.split('/').slice(1)) {
    if (step === '' || typeof found !== 'object' || found === null) break
    found = Object.values(found)[Number(step)]
  }
  return found
}
