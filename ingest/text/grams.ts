// A long text -> whether some words can stand in it, by the pairs and triples of characters that it holds: where not, nobody need read
// all of it to know. Knows no words.

/** One bit of so many for each character of the text, at least. */
const ROOM = 8

export class Grams {
  private readonly bits: Uint8Array
  private readonly shift: number

  constructor(text: string) {
    const width = Math.max(10, Math.ceil(Math.log2(text.length * ROOM)))
    this.bits = new Uint8Array(1 << (width - 3))
    this.shift = 32 - width
    let a = 0
    let b = 0
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i)
      this.mark(hash(0, b, c))
      this.mark(hash(a, b, c))
      a = b
      b = c
    }
  }

  /** False only when the text surely lacks the words. */
  mayHold(words: string): boolean {
    if (words.length === 2) return this.has(hash(0, words.charCodeAt(0), words.charCodeAt(1)))
    for (let i = 2; i < words.length; i++)
      if (!this.has(hash(words.charCodeAt(i - 2), words.charCodeAt(i - 1), words.charCodeAt(i)))) return false
    return true
  }

  private mark(h: number): void {
    const bit = h >>> this.shift
    this.bits[bit >> 3] = (this.bits[bit >> 3] as number) | (1 << (bit & 7))
  }

  private has(h: number): boolean {
    const bit = h >>> this.shift
    return ((this.bits[bit >> 3] as number) & (1 << (bit & 7))) !== 0
  }
}

function hash(a: number, b: number, c: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
}
