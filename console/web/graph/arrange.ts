// Layers, circle and time line: layouts that are reckoned once. In: a problem in flat arrays. Out: places. Pure.
import { layerNodes } from './layers.js'
import type { LayoutTask } from './layout.js'

const GAP = 46
const WIDE = 1000
/** Columns for what hangs on nothing dated. */
const ALONE = 4
const TALL = 780

/** The places of each node by a layout that needs no rounds; what is pinned stays, and the rest is brought to where it lies. */
export function arrange(task: LayoutTask): Float32Array<ArrayBuffer> {
  const places =
    task.layout === 'layers' ? inLayers(task) : task.layout === 'circle' ? onCircle(task) : onTimeLine(task)
  return keepPinned(task, places)
}

/** The nodes type by type around a circle, those with the most relations of a type first. */
function onCircle({ radii, kinds, ends }: LayoutTask): Float32Array<ArrayBuffer> {
  const degree = new Uint32Array(radii.length)
  for (const end of ends) degree[end] = (degree[end] ?? 0) + 1
  const order = [...radii.keys()].sort(
    (a, b) => (kinds[a] ?? 0) - (kinds[b] ?? 0) || (degree[b] ?? 0) - (degree[a] ?? 0) || a - b,
  )
  const radius = Math.max(60, (GAP * order.length) / (2 * Math.PI))
  const places = new Float32Array(radii.length * 2)
  for (const [at, node] of order.entries()) {
    const angle = Math.PI / 2 - (2 * Math.PI * at) / order.length
    places[2 * node] = radius * Math.cos(angle)
    places[2 * node + 1] = radius * Math.sin(angle)
  }
  return places
}

/** Who points stands above whom it points to; a layer that is too wide takes several lines. */
function inLayers({ radii, ends }: LayoutTask): Float32Array<ArrayBuffer> {
  const places = new Float32Array(radii.length * 2)
  const widest = Math.max(8, Math.ceil(Math.sqrt(radii.length * 2.5)))
  let y = 0
  for (const layer of layerNodes(radii.length, ends)) {
    const lines = Math.ceil(layer.length / widest)
    const perLine = Math.ceil(layer.length / lines)
    for (const [index, node] of layer.entries()) {
      const line = index % lines
      const inLine = Math.floor((layer.length - line + lines - 1) / lines)
      const across = (WIDE / Math.max(6, perLine)) * (Math.floor(index / lines) - (inLine - 1) / 2)
      places[2 * node] = across
      places[2 * node + 1] = y - line * GAP
    }
    y -= lines * GAP + 2.2 * GAP
  }
  return places
}

/** What has a date lies on it; what has none lies among its neighbours that do, in lines above. */
function onTimeLine(task: LayoutTask): Float32Array<ArrayBuffer> {
  const { days, kinds, ends, radii } = task
  const dated = [...days.keys()].filter((node) => !Number.isNaN(days[node]))
  const first = dated.reduce((least, node) => Math.min(least, days[node] ?? least), Infinity)
  const last = dated.reduce((most, node) => Math.max(most, days[node] ?? most), -Infinity)
  const scale = last > first ? WIDE / (last - first) : 1
  const xs = Array.from(days, (day) => (day - first) * scale)
  spreadDates(xs, ends)
  const places = new Float32Array(radii.length * 2)
  // Type by type from the axis upwards, what has no date above all that has.
  const bands = new Map<number, number[]>()
  for (const node of radii.keys()) {
    const band = (Number.isNaN(days[node]) ? 1000 : 0) + (kinds[node] ?? 0)
    const list = bands.get(band)
    if (list === undefined) bands.set(band, [node])
    else list.push(node)
  }
  let lane = 0
  for (const [, nodes] of [...bands].sort(([a], [b]) => a - b)) {
    const ends: number[] = []
    for (const node of nodes.sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || a - b)) {
      const x = xs[node] ?? 0
      const free = ends.findIndex((end) => end + GAP <= x)
      const at = free === -1 ? ends.push(x) - 1 : free
      ends[at] = x
      places[2 * node] = x
      places[2 * node + 1] = lane + at
    }
    lane += ends.length + 0.6
  }
  const height = Math.min(GAP, TALL / Math.max(1, lane))
  for (let i = 1; i < places.length; i += 2) places[i] = (places[i] ?? 0) * height
  return places
}

/** Gives each place that is NaN the mean of its neighbours', in a few rounds; what hangs on nothing dated stands left of all. */
function spreadDates(xs: number[], ends: Uint32Array): void {
  for (let round = 0; round < 4 && xs.some(Number.isNaN); round++) {
    const sum = new Float64Array(xs.length)
    const count = new Uint32Array(xs.length)
    const add = (to: number, from: number): void => {
      const x = xs[from] ?? Number.NaN
      if (!Number.isNaN(xs[to]) || Number.isNaN(x)) return
      sum[to] = (sum[to] ?? 0) + x
      count[to] = (count[to] ?? 0) + 1
    }
    for (let i = 0; i < ends.length; i += 2) {
      add(ends[i] ?? 0, ends[i + 1] ?? 0)
      add(ends[i + 1] ?? 0, ends[i] ?? 0)
    }
    for (const [node, times] of count.entries()) if (times > 0) xs[node] = (sum[node] ?? 0) / times
  }
  let alone = 0
  for (const [node, x] of xs.entries()) if (Number.isNaN(x)) xs[node] = -(2 + (alone++ % ALONE)) * GAP
}

/** With pins, the drawing is scaled and moved to where the present one lies, so that what is pinned stands among the rest. */
function keepPinned(
  { places: before, pinned }: LayoutTask,
  places: Float32Array<ArrayBuffer>,
): Float32Array<ArrayBuffer> {
  if (!pinned.includes(1)) return places
  const [was, is] = [boxOf(before), boxOf(places)]
  const scale = Math.max(was.width, was.height) / Math.max(1e-6, is.width, is.height)
  for (let i = 0; i < places.length; i += 2) {
    const held = pinned[i / 2] === 1
    places[i] = held ? (before[i] ?? 0) : was.x + ((places[i] ?? 0) - is.x) * scale
    places[i + 1] = held ? (before[i + 1] ?? 0) : was.y + ((places[i + 1] ?? 0) - is.y) * scale
  }
  return places
}

function boxOf(places: Float32Array): { x: number; y: number; width: number; height: number } {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < places.length; i += 2) {
    left = Math.min(left, places[i] ?? 0)
    right = Math.max(right, places[i] ?? 0)
    low = Math.min(low, places[i + 1] ?? 0)
    high = Math.max(high, places[i + 1] ?? 0)
  }
  return { x: (left + right) / 2, y: (low + high) / 2, width: right - left, height: high - low }
}

/** Where days lie on x: x = zero + perDay × day. */
export interface Axis {
  zero: number
  perDay: number
}

/** The axis that dated nodes lie on, found from their places; null when they lie on none. */
export function axisOf(nodes: Iterable<{ x: number; day: number }>): Axis | null {
  const dated = [...nodes].filter(({ day }) => !Number.isNaN(day))
  const first = dated.reduce<{ x: number; day: number } | null>((a, b) => (a === null || b.day < a.day ? b : a), null)
  const last = dated.reduce<{ x: number; day: number } | null>((a, b) => (a === null || b.day > a.day ? b : a), null)
  if (first === null || last === null || last.day === first.day || last.x <= first.x) return null
  const perDay = (last.x - first.x) / (last.day - first.day)
  const zero = first.x - perDay * first.day
  const slip = (last.x - first.x) * 0.001
  return dated.every(({ x, day }) => Math.abs(zero + perDay * day - x) <= slip) ? { zero, perDay } : null
}
