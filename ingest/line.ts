// One sentence under analysis: its characters and the items found in it so far.
// Items of one level do not overlap; a new item swallows the items that it covers and keeps them as its parts.
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

/** A sentence with each item written as one private-use character, and the way back. */
export interface Encoded {
  text: string
  /** Folded offset at which encoded character i begins; one more entry for the end. */
  at: number[]
  items: (Item | undefined)[]
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

export class Line {
  items: Item[] = []
  private encoded: Encoded | undefined

  /** @param folded the whole folded text of the document */
  constructor(
    readonly folded: string,
    readonly sentence: Sentence,
  ) {}

  get text(): string {
    return this.folded.slice(this.sentence.start, this.sentence.end)
  }

  textOf(item: { start: number; end: number }): string {
    return this.folded.slice(item.start, item.end)
  }

  encode(): Encoded {
    if (this.encoded) return this.encoded
    const at: number[] = []
    const items: (Item | undefined)[] = []
    let text = ''
    let pos = this.sentence.start
    const plain = (to: number) => {
      for (; pos < to; pos++) {
        at.push(pos)
        items.push(undefined)
        text += this.folded[pos]
      }
    }
    for (const item of this.items) {
      plain(item.start)
      at.push(item.start)
      items.push(item)
      text += codeOf(item.kind)
      pos = item.end
    }
    plain(this.sentence.end)
    at.push(this.sentence.end)
    this.encoded = { text, at, items }
    return this.encoded
  }

  /** Puts an item in; the items inside it become its parts. An item that cuts another is refused (false). */
  put(item: Item): boolean {
    const inside: Item[] = []
    let first = this.items.length
    for (let i = 0; i < this.items.length; i++) {
      const other = this.items[i] as Item
      if (other.end <= item.start) continue
      if (first > i) first = i
      if (other.start >= item.end) break
      if (other.start < item.start || other.end > item.end) return false
      inside.push(other)
    }
    if (!item.parts.length) item.parts = inside
    this.items.splice(first, inside.length, item)
    this.encoded = undefined
    return true
  }

  /** Takes an item out again; its parts come back. */
  lift(item: Item): void {
    const i = this.items.indexOf(item)
    if (i < 0) return
    this.items.splice(i, 1, ...item.parts)
    this.encoded = undefined
  }
}
