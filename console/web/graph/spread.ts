// Pushes discs apart until none overlap. In: places and radii in one unit. Out: places, changed in place. Pure arithmetic.

/**
 * Moves overlapping discs away from each other, a little at each pass, looking only at discs of neighbouring grid cells.
 * @param places x and y of each disc in turn
 * @param radii of each disc, margin included
 * @param fixed 1 for each disc that stays where it is
 * @returns the number of passes that were needed, at most `most`
 */
export function spread(places: Float32Array, radii: Float32Array, most: number, fixed?: Uint8Array): number {
  const cell = 2 * radii.reduce((widest, radius) => Math.max(widest, radius), 1e-6)
  for (let pass = 0; pass < most; pass++) {
    if (!pushOnce(places, radii, cell, fixed)) return pass
  }
  return most
}

function pushOnce(places: Float32Array, radii: Float32Array, cell: number, fixed?: Uint8Array): boolean {
  const cells = new Map<string, number[]>()
  const at = (index: number): number => places[index] ?? 0
  for (let i = 0; i < radii.length; i++) {
    const key = `${Math.floor(at(2 * i) / cell)},${Math.floor(at(2 * i + 1) / cell)}`
    const list = cells.get(key)
    if (list === undefined) cells.set(key, [i])
    else list.push(i)
  }
  let moved = false
  for (let i = 0; i < radii.length; i++) {
    const column = Math.floor(at(2 * i) / cell)
    const row = Math.floor(at(2 * i + 1) / cell)
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const j of cells.get(`${c},${r}`) ?? []) if (j > i && pushPair(places, radii, i, j, fixed)) moved = true
      }
    }
  }
  return moved
}

function pushPair(places: Float32Array, radii: Float32Array, i: number, j: number, fixed?: Uint8Array): boolean {
  const [holdsI, holdsJ] = [fixed?.[i] === 1, fixed?.[j] === 1]
  if (holdsI && holdsJ) return false
  const [xi = 0, yi = 0] = [places[2 * i], places[2 * i + 1]]
  const [xj = 0, yj = 0] = [places[2 * j], places[2 * j + 1]]
  const wanted = (radii[i] ?? 0) + (radii[j] ?? 0)
  let dx = xj - xi
  let dy = yj - yi
  let distance = Math.hypot(dx, dy)
  if (distance >= wanted * 0.999) return false
  if (distance < 1e-6) {
    // Two in one spot have no direction of their own; their numbers give one, the same each time.
    dx = Math.cos(i + j)
    dy = Math.sin(i + j)
    distance = 1
  }
  const push = (wanted - Math.min(distance, Math.hypot(xj - xi, yj - yi))) / distance
  // One that is fixed leaves the whole way to the other.
  const [shareI, shareJ] = [holdsI ? 0 : holdsJ ? 1 : 0.5, holdsJ ? 0 : holdsI ? 1 : 0.5]
  places[2 * i] = xi - dx * push * shareI
  places[2 * i + 1] = yi - dy * push * shareI
  places[2 * j] = xj + dx * push * shareJ
  places[2 * j + 1] = yj + dy * push * shareJ
  return true
}
