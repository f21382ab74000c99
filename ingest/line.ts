// One sentence under analysis: its characters and the items found in it so far.
// Items of one level do not overlap; a new item swallows the items that it covers and keeps them as its parts.
import type { Swept } from './sweep.js'
import type { Sentence } from './text/sentence.js'

/** Something recognised in a sentence. Offsets are folded offsets; `value` holds what the rule captured or the lexicon says. */
export interface Item {
  kind: string
  start: number
  end: number
  rule: string
  value: Record<string, unknown>
  parts: Item[]
}

/** An item that differs from another in something: in the one shape that all items have, for those of several are slow to read. */
export function altered(item: Item, by: Partial<Item>): Item {
  return {
    kind: by.kind ?? item.kind,
    start: by.start ?? item.start,
    end: by.end ?? item.end,
    rule: by.rule ?? item.rule,
    value: by.value ?? item.value,
    parts: by.parts ?? item.parts,
  }
}

/** A sentence with each item written as one private-use character, and the way back. */
export interface Encoded {
  text: string
  /** Folded offset at which encoded character i begins; one more entry for the end. */
  at: number[]
  items: (Item | undefined)[]
  /** The folded offset at which encoded character i begins: for those who ask of few, without the list of all. */
  offsetOf(i: number): number
  /** The item that encoded character i stands for. */
  itemAt(i: number): Item | undefined
}

const FIRST = 0xe000
const codes = new Map<string, string>()

/** The private-use character that stands for an item of this kind. */
export function codeOf(kind: string): string {
  let code = codes.get(kind)
  if (!code) {
    code = String.fromCharCode(FIRST + codes.size)
    codes.set(kind, code)
  }
  return code
}

/** The bit that stands for an item by its private-use character; all kinds after the thirtieth share one. */
export function kindBit(code: number): number {
  return 1 << Math.min(code - FIRST, 30)
}

const bits = new Map<string, number>()

function bitOf(kind: string): number {
  let bit = bits.get(kind)
  if (bit === undefined) {
    bit = kindBit(codeOf(kind).charCodeAt(0))
    bits.set(kind, bit)
  }
  return bit
}

/** Some kinds of items as bits, for `Line.holds`. */
export function kindsOf(...kinds: readonly string[]): number {
  return kinds.reduce((all, kind) => all | bitOf(kind), 0)
}

export class Line {
  items: Item[] = []
  /** What layers keep of this line (see slot.ts). */
  readonly notes: unknown[] = []
  /** Which words stand in this line (see sweep.ts). */
  swept: Swept | undefined
  /** Grows whenever the items change. */
  version = 0
  private encoded: Encoding | undefined
  private kindsHeld = -1

  /**
   * @param folded the whole folded text of the document
   * @param index how many lines of the document stand before
   * @param marks of each folded character, shared by all lines of a document (see sweep.ts)
   */
  constructor(
    readonly folded: string,
    readonly sentence: Sentence,
    readonly index = 0,
    readonly marks = new Uint8Array(folded.length),
  ) {}

  get text(): string {
    return this.folded.slice(this.sentence.start, this.sentence.end)
  }

  textOf(item: { start: number; end: number }): string {
    return this.folded.slice(item.start, item.end)
  }

  /** The words between two folded offsets that are no item; for each item what `standIn` gives. */
  plain(from: number, to: number, standIn: (item: Item) => string = () => '‹›'): string {
    let text = ''
    let at = from
    for (const item of this.items) {
      if (item.end <= from || item.start >= to) continue
      text += this.folded.slice(at, Math.max(at, item.start)) + standIn(item)
      at = Math.max(at, item.end)
    }
    return text + this.folded.slice(at, Math.max(at, to))
  }

  /** The kinds of the items of the line, as bits (see kindBit). */
  get kinds(): number {
    if (this.kindsHeld < 0) {
      this.kindsHeld = 0
      for (const { kind } of this.items) this.kindsHeld |= bitOf(kind)
    }
    return this.kindsHeld
  }

  /** Whether an item of one of some kinds (see kindsOf) may stand in the line; sure only when it says no. */
  holds(kinds: number): boolean {
    return (this.kinds & kinds) !== 0
  }

  encode(): Encoded {
    this.encoded ??= new Encoding(this)
    return this.encoded
  }

  /** Puts an item in; the items inside it become its parts. An item that cuts another is refused (false). */
  put(item: Item): boolean {
    const { items } = this
    let first = 0
    while (first < items.length && (items[first] as Item).end <= item.start) first++
    let last = first
    for (; last < items.length; last++) {
      const other = items[last] as Item
      if (other.start >= item.end) break
      if (other.start < item.start || other.end > item.end) return false
    }
    if (last === first && first === items.length) items.push(item)
    else {
      const inside = items.splice(first, last - first, item)
      if (!item.parts.length) item.parts = inside
    }
    this.changed()
    return true
  }

  /** Takes an item out again; its parts come back. */
  lift(item: Item): void {
    const i = this.items.indexOf(item)
    if (i < 0) return
    this.items.splice(i, 1, ...item.parts)
    this.changed()
  }

  private changed(): void {
    this.version++
    this.encoded = undefined
    this.kindsHeld = -1
  }
}

/** The text at once, the way back when somebody asks for it: most sentences match nothing. */
class Encoding implements Encoded {
  readonly text: string
  private held: { at: number[]; items: (Item | undefined)[] } | undefined
  private readonly level: readonly Item[]

  constructor(private readonly line: Line) {
    const { folded, sentence } = line
    this.level = [...line.items]
    let text = ''
    let pos = sentence.start
    for (const item of this.level) {
      text += folded.slice(pos, item.start) + codeOf(item.kind)
      pos = item.end
    }
    this.text = text + folded.slice(pos, sentence.end)
  }

  get at(): number[] {
    return this.way().at
  }

  get items(): (Item | undefined)[] {
    return this.way().items
  }

  offsetOf(i: number): number {
    let at = this.line.sentence.start
    let n = i
    for (let k = 0; k < this.level.length; k++) {
      const item = this.level[k] as Item
      if (n <= item.start - at) break
      n -= item.start - at + 1
      at = item.end
    }
    return at + n
  }

  itemAt(i: number): Item | undefined {
    let at = this.line.sentence.start
    let n = i
    for (let k = 0; k < this.level.length; k++) {
      const item = this.level[k] as Item
      n -= item.start - at
      if (n < 0) return undefined
      if (n === 0) return item
      n--
      at = item.end
    }
    return undefined
  }

  private way(): { at: number[]; items: (Item | undefined)[] } {
    if (this.held) return this.held
    const { start, end } = this.line.sentence
    const size = this.text.length
    const at = new Array<number>(size + 1).fill(end)
    const items = new Array<Item | undefined>(size).fill(undefined)
    let n = 0
    let pos = start
    for (const item of this.level) {
      while (pos < item.start) at[n++] = pos++
      items[n] = item
      at[n++] = item.start
      pos = item.end
    }
    while (pos < end) at[n++] = pos++
    this.held = { at, items }
    return this.held
  }
}
