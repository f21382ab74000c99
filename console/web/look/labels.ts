// Which names are written, and where, so that none lies over another. In: wishes in order of weight. Out: those with room. Pure.

export interface LabelWish {
  id: string
  text: string
  /** The middle of the upper edge of the text, in pixels. */
  x: number
  y: number
  width: number
  height: number
  /** Written even where there is no room: what has the attention. */
  always: boolean
}

const CELL = 64
const GAP = 2

/** The wishes that can be met, first come first served; what is outside the screen is left out. */
export function placeLabels(wishes: readonly LabelWish[], screen: { width: number; height: number }): LabelWish[] {
  const taken = new Map<number, LabelWish[]>()
  const met: LabelWish[] = []
  for (const wish of wishes) {
    const left = wish.x - wish.width / 2
    if (left > screen.width || left + wish.width < 0 || wish.y > screen.height || wish.y + wish.height < 0) continue
    const cells = cellsOf(wish)
    const free = !cells.some((cell) => taken.get(cell)?.some((other) => overlap(wish, other)))
    if (!free && !wish.always) continue
    met.push(wish)
    for (const cell of cells) {
      const list = taken.get(cell)
      if (list === undefined) taken.set(cell, [wish])
      else list.push(wish)
    }
  }
  return met
}

function overlap(a: LabelWish, b: LabelWish): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP && a.y < b.y + b.height + GAP && b.y < a.y + a.height + GAP
}

function cellsOf(wish: LabelWish): number[] {
  const cells: number[] = []
  const right = Math.floor((wish.x + wish.width / 2 + GAP) / CELL)
  const bottom = Math.floor((wish.y + wish.height + GAP) / CELL)
  for (let column = Math.floor((wish.x - wish.width / 2 - GAP) / CELL); column <= right; column++)
    for (let row = Math.floor((wish.y - GAP) / CELL); row <= bottom; row++) cells.push(column * 100_003 + row)
  return cells
}
