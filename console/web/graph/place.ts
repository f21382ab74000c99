// Where a node is put before any layout ran. In: its number among the new ones. Out: a place. The same for the same drawing.

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const STEP = 10

/** The place of the index-th of several new nodes: a sunflower, dense and without two in one spot. */
export function placeOf(index: number, total: number): { x: number; y: number } {
  const radius = STEP * Math.sqrt(index + 0.5)
  const angle = index * GOLDEN_ANGLE
  const spread = Math.max(1, Math.sqrt(total) / 10)
  return { x: radius * Math.cos(angle) * spread, y: radius * Math.sin(angle) * spread }
}

/** A place around a node that is already there, for the index-th of its new neighbours. */
export function placeNear(anchor: { x: number; y: number }, index: number, total: number): { x: number; y: number } {
  const angle = (index / Math.max(1, total)) * 2 * Math.PI
  return { x: anchor.x + STEP * Math.cos(angle), y: anchor.y + STEP * Math.sin(angle) }
}
