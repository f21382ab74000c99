// What a writer remembers of its own changes, so that the next need not read them back: the books of entities and facts
// by id. In: the turn that a change took, and the books as it left them. Out: those books, as long as nobody else has
// taken a turn since; then nothing. A turn has a name that is never given twice, so that a graph which was emptied, or
// put back from a copy, is not taken for the one remembered.

/** Books as a change left them: `state` opens them again, `size` is in documents. */
export interface Rememberable {
  readonly id: string
  readonly size: number
  readonly state: string
}

/** So many books are kept, those of the latest changes; some 20 MB. */
const MOST = 50_000

export class Recall {
  #turn: string | undefined
  readonly #books = new Map<string, { size: number; state: string }>()

  /** To be told at the beginning of a change, before anything is believed: forgets all unless the last turn was ours. */
  check(last: unknown): void {
    if (this.#turn === undefined || last !== this.#turn) this.#books.clear()
  }

  get(id: string): { size: number; state: string } | undefined {
    return this.#books.get(id)
  }

  /** To be told when the change that took `turn` has been committed, with all books it opened; empty ones are forgotten. */
  keep(turn: string, books: Iterable<Rememberable>): void {
    this.#turn = turn
    for (const { id, size, state } of books) {
      // Last in, last to go.
      this.#books.delete(id)
      if (size > 0) this.#books.set(id, { state, size })
    }
    for (const id of this.#books.keys()) {
      if (this.#books.size <= MOST) break
      this.#books.delete(id)
    }
  }
}
