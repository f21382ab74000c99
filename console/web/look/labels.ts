// Which names are written, and where, so that none lies over another or over a node. In: wishes in order of weight. Out: those
// with room. Pure.
import type { Point } from './line.js'

export interface LabelWish {
  id: string
  text: string
  width: number
  height: number
  /** Where it may stand, best first: the middle of the upper edge of the text, in pixels. */
  spots: readonly Point[]
  /** Written even where there is no room: what has the attention. */
  always: boolean
}

/** A box that is taken: x is its middle, y its upper edge. */
export interface Box extends Point {
  width: number
  height: number
}

export type Label = Box & { id: string; text: string }

const CELL = 64
const GAP = 2

/**
 * The wishes that can be met, first come first served.
 * @param obstacles boxes that nothing may lie over, except what is always written
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  screen: { width: number; height: number },
  obstacles: readonly Box[] = [],
): Label[] {
  const taken = new Map<number, Box[]>()
  const take = (box: Box): void => {
    for (const cell of cellsOf(box)) {
      const list = taken.get(cell)
      if (list === undefined) taken.set(cell, [box])
      else list.push(box)
    }
  }
  const free = (box: Box): boolean =>
    !cellsOf(box).some((cell) => taken.get(cell)?.some((other) => overlap(box, other)))
  for (const box of obstacles) take(box)
  const met: Label[] = []
  for (const { id, text, width, height, spots, always } of wishes) {
    const boxes = spots.map((spot) => ({ id, text, x: spot.x, y: spot.y, width, height }))
    const box = boxes.find((one) => inSight(one, screen) && free(one)) ?? (always ? boxes[0] : undefined)
    if (box === undefined) continue
    met.push(box)
    take(box)
  }
  return met
}

/** Cut at a side a name cannot be read; cut above or below it comes back with the next move. */
function inSight(box: Box, screen: { width: number; height: number }): boolean {
  const half = box.width / 2
  return box.x - half >= 0 && box.x + half <= screen.width && box.y + box.height > 0 && box.y < screen.height
}

function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP && a.y < b.y + b.height + GAP && b.y < a.y + a.height + GAP
}

function cellsOf(box: Box): number[] {
  const cells: number[] = []
  const right = Math.floor((box.x + box.width / 2 + GAP) / CELL)
  const bottom = Math.floor((box.y + box.height + GAP) / CELL)
  for (let column = Math.floor((box.x - box.width / 2 - GAP) / CELL); column <= right; column++)
    for (let row = Math.floor((box.y - GAP) / CELL); row <= bottom; row++) cells.push(column * 100_003 + row)
  return cells
}
