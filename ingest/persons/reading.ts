// One clause -> its cheapest reading as words, items and names; each name of it with the margin over reading the same without.
// The lattice of ICTCLAS and its kin: a name is where a name costs less than words do.
import type { Item, Line } from '../line.js'
import type { NameEdge } from './candidates.js'
import type { Vocabulary } from './vocabulary.js'

/** A name of the cheapest reading. `margin`: what the reading would cost more without a name that starts here. */
export interface ReadName {
  edge: NameEdge
  margin: number
}

/** What an item costs as a whole: more when it is a place's short form, which names and words contain by chance. */
const ITEM = 20
const SHORT_PLACE = 55
const FAR = 1 << 29

interface Edge {
  start: number
  end: number
  cost: number
  name: NameEdge | undefined
}

/** Reads [from, to) of a line; `items` are the line's items that lie in it. */
export function readClause(
  line: Line,
  from: number,
  to: number,
  items: readonly Item[],
  names: readonly NameEdge[],
  vocabulary: Vocabulary,
): ReadName[] {
  const text = line.folded
  const size = to - from
  const byStart: Edge[][] = Array.from({ length: size }, () => [])
  const add = (start: number, end: number, cost: number, name?: NameEdge) => {
    byStart[start - from]?.push({ start, end, cost, name })
  }
  for (const item of items) add(item.start, item.end, itemCost(line, item))
  for (const name of names) add(name.start, name.end, name.cost, name)
  for (let i = from; i < to; i++) {
    add(i, i + 1, vocabulary.letter(text, i))
    vocabulary.each(text, i, to, (end, cost) => add(i, end, cost))
  }
  const best = cheapest(byStart, from, size, -1)
  const found: ReadName[] = []
  for (const edge of best.path)
    if (edge.name) {
      const without = cheapest(byStart, from, size, edge.start)
      found.push({ edge: edge.name, margin: without.cost - best.cost })
    }
  return found
}

function itemCost(line: Line, item: Item): number {
  const short = item.kind === 'Place' && line.textOf(item) !== item.value.name
  return short ? SHORT_PLACE : ITEM
}

/** The cheapest path through the lattice, without names that start at `banned`. */
function cheapest(
  byStart: readonly Edge[][],
  from: number,
  size: number,
  banned: number,
): { cost: number; path: Edge[] } {
  const cost = new Int32Array(size + 1).fill(FAR)
  const back: (Edge | undefined)[] = new Array(size + 1).fill(undefined)
  cost[0] = 0
  for (let k = 0; k < size; k++) {
    const here = cost[k] as number
    for (const edge of byStart[k] as Edge[]) {
      if (edge.name && edge.start === banned) continue
      const to = edge.end - from
      const next = here + edge.cost
      if (next < (cost[to] as number)) {
        cost[to] = next
        back[to] = edge
      }
    }
  }
  const path: Edge[] = []
  for (let k = size; k > 0; ) {
    const edge = back[k] as Edge
    path.push(edge)
    k = edge.start - from
  }
  return { cost: cost[size] as number, path: path.reverse() }
}
