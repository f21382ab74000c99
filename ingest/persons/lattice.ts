// Readings of a clause -> the cheapest. Positions are offsets within the clause; an edge reads some characters as one thing.
// Contains no Chinese word: what the edges stand for is known to those who add them.

const FAR = 1 << 28

/** An edge that is a name, with what the reading would cost more without any name that starts there. */
export interface Read {
  name: number
  margin: number
}

export class Lattice {
  private size = 0
  private count = 0
  private head = new Int32Array(256)
  private forward = new Int32Array(256)
  private backward = new Int32Array(256)
  private via = new Int32Array(256)
  private single = new Int32Array(256)
  private next = new Int32Array(1024)
  private start = new Int32Array(1024)
  private end = new Int32Array(1024)
  private cost = new Int32Array(1024)
  private name = new Int32Array(1024)

  /** Begins a clause of `size` characters. */
  open(size: number): void {
    this.size = size
    this.count = 0
    if (size + 1 > this.head.length) {
      const room = (size + 1) * 2
      this.head = new Int32Array(room)
      this.forward = new Int32Array(room)
      this.backward = new Int32Array(room)
      this.via = new Int32Array(room)
      this.single = new Int32Array(room)
    }
    // By hand: `fill` is a call out of compiled code, and clauses are short.
    for (let k = size; k >= 0; k--) this.head[k] = -1
  }

  /** Sets what the character at `at` costs on its own; every position needs it. */
  letter(at: number, cost: number): void {
    this.single[at] = cost
  }

  /** Adds an edge; `name` is the number of the name that it reads, or -1. */
  add(start: number, end: number, cost: number, name = -1): void {
    const e = this.count++
    if (e >= this.next.length) this.grow()
    this.start[e] = start
    this.end[e] = end
    this.cost[e] = cost
    this.name[e] = name
    this.next[e] = this.head[start] as number
    this.head[start] = e
  }

  private grow(): void {
    for (const key of ['next', 'start', 'end', 'cost', 'name'] as const) {
      const wider = new Int32Array(this[key].length * 2)
      wider.set(this[key])
      this[key] = wider
    }
  }

  /** The cost of the cheapest reading up to each position; valid until the next call. */
  reach(): Int32Array {
    const { size, head, next, end, cost, forward, via, single } = this
    for (let k = size; k > 0; k--) forward[k] = FAR
    forward[0] = 0
    for (let k = 0; k < size; k++) {
      const here = forward[k] as number
      const alone = here + (single[k] as number)
      if (alone < (forward[k + 1] as number)) {
        forward[k + 1] = alone
        via[k + 1] = -1
      }
      for (let e = head[k] as number; e >= 0; e = next[e] as number) {
        const to = end[e] as number
        const sum = here + (cost[e] as number)
        if (sum < (forward[to] as number)) {
          forward[to] = sum
          via[to] = e
        }
      }
    }
    return forward
  }

  /** The names of the cheapest reading, in order. */
  read(): Read[] {
    const { size, head, next, start, end, cost, name, via, single, backward } = this
    const forward = this.reach()
    const found: Read[] = []
    for (let k = size; k > 0; ) {
      const e = via[k] as number
      if (e < 0) {
        k--
        continue
      }
      if ((name[e] as number) >= 0) found.push({ name: name[e] as number, margin: start[e] as number })
      k = start[e] as number
    }
    if (!found.length) return found
    backward[size] = 0
    for (let k = size - 1; k >= 0; k--) {
      let best = (single[k] as number) + (backward[k + 1] as number)
      for (let e = head[k] as number; e >= 0; e = next[e] as number)
        best = Math.min(best, (cost[e] as number) + (backward[end[e] as number] as number))
      backward[k] = best
    }
    const best = forward[size] as number
    for (const read of found) read.margin = this.without(read.margin) - best
    return found.reverse()
  }

  /** The cost of the cheapest reading in which no name starts at `at`: some other edge covers that character. */
  private without(at: number): number {
    const { head, next, end, cost, name, single, forward, backward } = this
    let best = (forward[at] as number) + (single[at] as number) + (backward[at + 1] as number)
    for (let k = Math.max(0, at - REACH); k <= at; k++)
      for (let e = head[k] as number; e >= 0; e = next[e] as number) {
        if ((end[e] as number) <= at || (k === at && (name[e] as number) >= 0)) continue
        best = Math.min(best, (forward[k] as number) + (cost[e] as number) + (backward[end[e] as number] as number))
      }
    return best
  }
}

/** No edge but an item is longer; a longer one is found from wherever it starts within so many characters. */
const REACH = 40
