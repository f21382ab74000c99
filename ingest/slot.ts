// What one layer knows of a line or a paper and leaves there for itself or a later layer. Knows no layer.
// A place in an array of the line: a WeakMap for each would do the same, but makes the collector of garbage walk all lines.

/** Something that layers leave notes on. */
export interface Noted {
  readonly notes: unknown[]
}

let slots = 0

export class Slot<On extends Noted, T> {
  private readonly at = slots++

  get(of: On): T | undefined {
    return of.notes[this.at] as T | undefined
  }

  set(of: On, note: T): void {
    // In order of the slots, so that the array has no holes.
    while (of.notes.length < this.at) of.notes.push(undefined)
    of.notes[this.at] = note
  }

  /** The note, made when there is none. */
  keep(of: On, make: () => T): T {
    let note = this.get(of)
    if (note === undefined) {
      note = make()
      this.set(of, note)
    }
    return note
  }
}
