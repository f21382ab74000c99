// Walking over the graph by arrow keys. In: where nodes lie on the screen. Out: the next node in a direction. Pure.
import type { Point } from '../look/line.js'
import type { OverlayParts } from './overlay.js'

/** The node nearest to another in a direction, on the screen; from no node, the one nearest to the middle. */
export function nodeBeside(
  { graph, placeOf, visible, screen }: OverlayParts,
  node: string | null,
  direction: Point,
): string | undefined {
  const here = node !== null && graph.hasNode(node) ? node : null
  const from = here === null ? { x: screen.width / 2, y: screen.height / 2 } : placeOf(here)
  let best: string | undefined
  let least = Infinity
  for (const other of graph.nodes()) {
    if (other === here || !visible(other)) continue
    const place = placeOf(other)
    const [dx, dy] = [place.x - from.x, place.y - from.y]
    const ahead = dx * direction.x + dy * direction.y
    const aside = Math.abs(dx * direction.y - dy * direction.x)
    if (here !== null && ahead <= 0) continue
    const cost = here === null ? Math.hypot(dx, dy) : ahead + 2 * aside
    if (cost < least) {
      least = cost
      best = other
    }
  }
  return best
}
