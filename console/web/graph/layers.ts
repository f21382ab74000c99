// The layers of a directed graph. In: how many nodes, and their edges. Out: nodes layer by layer, each in an order with few crossings.
// Pure. Method: cycles broken by depth-first search, longest paths, barycentres (Sugiyama et al. 1981).

const SWEEPS = 6

/** @param ends the two node numbers of each edge in turn, as it points */
export function layerNodes(order: number, ends: Uint32Array): number[][] {
  const { down, up } = withoutCycles(order, ends)
  const layerOf = longestPaths(order, down, up)
  const layers: number[][] = []
  const alone: number[] = []
  for (let node = 0; node < order; node++) {
    if ((down[node]?.length ?? 0) + (up[node]?.length ?? 0) === 0) alone.push(node)
    else {
      const layer = layerOf[node] ?? 0
      layers[layer] ??= []
      layers[layer].push(node)
    }
  }
  const filled = layers.filter((layer) => layer !== undefined)
  uncross(filled, order, down, up)
  return alone.length === 0 ? filled : [...filled, alone]
}

type Lists = number[][]

/** The edges as lists both ways, those that close a cycle turned round. */
function withoutCycles(order: number, ends: Uint32Array): { down: Lists; up: Lists } {
  const out: Lists = Array.from({ length: order }, () => [])
  const incoming = new Uint32Array(order)
  for (let i = 0; i < ends.length; i += 2) {
    out[ends[i] ?? 0]?.push(ends[i + 1] ?? 0)
    incoming[ends[i + 1] ?? 0] = (incoming[ends[i + 1] ?? 0] ?? 0) + 1
  }
  const down: Lists = Array.from({ length: order }, () => [])
  const up: Lists = Array.from({ length: order }, () => [])
  const add = (from: number, to: number): void => {
    down[from]?.push(to)
    up[to]?.push(from)
  }
  // 1: on the way from the root, 2: left behind.
  const met = new Uint8Array(order)
  const next = new Uint32Array(order)
  const roots = [...Array(order).keys()].sort((a, b) => (incoming[a] ?? 0) - (incoming[b] ?? 0) || a - b)
  for (const root of roots) {
    if (met[root] !== 0) continue
    const way = [root]
    met[root] = 1
    while (way.length > 0) {
      const node = way[way.length - 1] ?? 0
      const target = out[node]?.[next[node] ?? 0]
      if (target === undefined) {
        met[node] = 2
        way.pop()
        continue
      }
      next[node] = (next[node] ?? 0) + 1
      if (met[target] === 1) add(target, node)
      else add(node, target)
      if (met[target] !== 0) continue
      met[target] = 1
      way.push(target)
    }
  }
  return { down, up }
}

/** One more than the lowest of those above; then each node as low as those beneath it allow, so that edges are short. */
function longestPaths(order: number, down: Lists, up: Lists): Uint32Array {
  const layer = new Uint32Array(order)
  const waiting = Uint32Array.from(up, (list) => list.length)
  const queue = [...waiting.keys()].filter((node) => waiting[node] === 0)
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] ?? 0
    for (const below of down[node] ?? []) {
      layer[below] = Math.max(layer[below] ?? 0, (layer[node] ?? 0) + 1)
      waiting[below] = (waiting[below] ?? 0) - 1
      if (waiting[below] === 0) queue.push(below)
    }
  }
  for (const node of queue.reverse()) {
    const below = (down[node] ?? []).reduce((least, other) => Math.min(least, layer[other] ?? least), Infinity)
    if (below !== Infinity) layer[node] = below - 1
  }
  return layer
}

function uncross(layers: number[][], order: number, down: Lists, up: Lists): void {
  const across = new Float64Array(order)
  const spread = (layer: number[]): void => {
    for (const [index, node] of layer.entries()) across[node] = (index + 0.5) / layer.length
  }
  layers.forEach(spread)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const [others, inTurn] = sweep % 2 === 0 ? [up, layers] : [down, [...layers].reverse()]
    for (const layer of inTurn) {
      const wish = new Map(layer.map((node) => [node, mean(others[node] ?? [], across) ?? across[node] ?? 0]))
      layer.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || a - b)
      spread(layer)
    }
  }
}

function mean(nodes: readonly number[], across: Float64Array): number | undefined {
  if (nodes.length === 0) return undefined
  return nodes.reduce((sum, node) => sum + (across[node] ?? 0), 0) / nodes.length
}
