// Words of the lexicon -> where they stand in a text, by one pass over a hashed trie: longest word first, left to right.
// Contains no Chinese word and no type name.

/** A set of words, each with the entries that it stands for. */
export class Trie<T> {
  private readonly next = new Map<number, number>()
  private readonly values: (T[] | undefined)[] = [undefined]

  /** Adds a word; several entries may share one word. */
  add(word: string, entry: T): void {
    let node = 0
    for (let i = 0; i < word.length; i++) {
      const key = node * 65536 + word.charCodeAt(i)
      let to = this.next.get(key)
      if (to === undefined) {
        to = this.values.length
        this.values.push(undefined)
        this.next.set(key, to)
      }
      node = to
    }
    const held = this.values[node]
    if (held) held.push(entry)
    else this.values[node] = [entry]
  }

  /** The longest word that starts at `at`, or undefined. */
  longest(text: string, at: number, limit = text.length): { end: number; entries: T[] } | undefined {
    let node = 0
    let found: { end: number; entries: T[] } | undefined
    for (let i = at; i < limit; i++) {
      const to = this.next.get(node * 65536 + text.charCodeAt(i))
      if (to === undefined) break
      node = to
      const entries = this.values[node]
      if (entries) found = { end: i + 1, entries }
    }
    return found
  }

  /** All words that start at `at`, shortest first. */
  all(text: string, at: number, limit = text.length): { end: number; entries: T[] }[] {
    const found: { end: number; entries: T[] }[] = []
    let node = 0
    for (let i = at; i < limit; i++) {
      const to = this.next.get(node * 65536 + text.charCodeAt(i))
      if (to === undefined) break
      node = to
      const entries = this.values[node]
      if (entries) found.push({ end: i + 1, entries })
    }
    return found
  }

  has(word: string): boolean {
    return this.longest(word, 0)?.end === word.length
  }
}
