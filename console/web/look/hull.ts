// The outline of a cluster and its colour. In: points; a number. Out: the convex hull; a colour. Pure.
import type { Point } from './line.js'
import type { Theme } from './palette.js'

/** The convex hull of points, in turn (Andrew's monotone chain, 1979); points that are nowhere are left out. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.filter(({ x, y }) => Number.isFinite(x + y)).sort((a, b) => a.x - b.x || a.y - b.y)
  if (sorted.length < 3) return sorted
  const half = (inTurn: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of inTurn) {
      while (chain.length > 1 && !turnsLeft(chain[chain.length - 2], chain[chain.length - 1], point)) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half([...sorted].reverse())]
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (a === undefined || b === undefined) return true
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0
}

// Far apart in hue and lightness (after Okabe and Ito 2008, and Tol's muted scheme); a hull lies faint beneath its nodes.
const HUES: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b8860b', '#56b4e9', '#882255', '#44aa99', '#332288', '#999933'],
  dark: ['#56b4e9', '#ff9f43', '#2ed9a3', '#f2a3d0', '#f0e442', '#9ad1ff', '#e377a8', '#7fe0d0', '#a99cf0', '#d4d47a'],
}

export function clusterColour(number: number, theme: Theme): string {
  const hues = HUES[theme]
  return hues[number % hues.length] ?? '#888888'
}
