// An ordered multiset of keys, of which only the first few are kept. In: keys come and go, in any order.
// Out: the first one, always the right one, or that it can no longer be told without counting anew.
// This is what keeps the newest and oldest of ten thousand sources at the cost of a few.

/** A key: compared part by part; parts at one position are of one type. */
export type Key = readonly (string | number)[]

/** As kept: keys with how often each is in, first first; `whole` when nothing has been left out. */
export interface WindowState {
  entries: [Key, number][]
  whole: boolean
}

const SIZE = 12

/** Negative, zero or positive, as for sort; text by code unit; -1 in `signs` turns that part around. */
export function compareKeys(a: Key, b: Key, signs: readonly (1 | -1)[]): number {
  for (const [index, sign] of signs.entries()) {
    const left = a[index] ?? ''
    const right = b[index] ?? ''
    if (left !== right) return left < right ? -sign : sign
  }
  return 0
}

export class Window {
  constructor(
    private readonly signs: readonly (1 | -1)[],
    private state: WindowState = { entries: [], whole: true },
  ) {}

  /** True when members are left that this window no longer knows: count anew. */
  get dry(): boolean {
    return this.state.entries.length === 0 && !this.state.whole
  }

  get first(): Key | undefined {
    return this.state.entries[0]?.[0]
  }

  get kept(): WindowState {
    return this.state
  }

  add(key: Key): void {
    const { entries } = this.state
    const place = entries.findIndex(([other]) => compareKeys(key, other, this.signs) <= 0)
    const found = entries[place]
    if (found !== undefined && compareKeys(key, found[0], this.signs) === 0) {
      found[1] += 1
    } else if (place >= 0) {
      entries.splice(place, 0, [key, 1])
    } else if (this.state.whole) {
      entries.push([key, 1])
    }
    // Behind the last of a window that is not whole there may be unknown ones before this key: it stays unknown too.
    if (entries.length > SIZE) {
      entries.pop()
      this.state.whole = false
    }
  }

  remove(key: Key): void {
    const { entries } = this.state
    const place = entries.findIndex(([other]) => compareKeys(key, other, this.signs) === 0)
    const found = entries[place]
    if (found === undefined) {
      // Out of a whole window nothing unknown can be taken: the books are wrong, so they are to be made anew.
      if (this.state.whole) this.state = { entries: [], whole: false }
      return
    }
    found[1] -= 1
    if (found[1] === 0) entries.splice(place, 1)
  }
}
