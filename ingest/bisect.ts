// A row in order -> where something begins in it. Knows nothing of what stands in the row.
/**
 * The first of `length` places at which `before` no longer holds, `length` when it holds at all.
 * `before` must hold at a first stretch of the places and at no later one.
 */
export function bisect(length: number, before: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(middle)) low = middle + 1
    else high = middle
  }
  return low
}
