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
const SHORT_PLACE = 90
/** A place, body or firm that no list knows, by its last word. */
const PROPER = 75
const PROPER_LETTER = 50
const PROPER_ENDS =
  /^(?:(?![的在是和了与及为对向从到等将被把由就都也不有这那说以同人])[\u4e00-\u9fff]){1,4}?(?:[镇村乡屯沟垅坝]|地产|牌|高铁|铁路|高速|专项|小学|大学|学院|公司|医院|中学|小学|集团|小区|社区|酒店|宾馆|大厦|煤矿|煤业|矿业|化工|水库|花园|花苑|广场|超市|饭店|工厂|铁矿|金矿)/u
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
    const proper = properName(text, i, to)
    if (proper) add(i, proper, PROPER + (proper - i) * PROPER_LETTER)
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

/** The end of a place's or firm's name that may begin at `i`, if there is one. */
function properName(text: string, i: number, to: number): number | undefined {
  const found = PROPER_ENDS.exec(text.slice(i, Math.min(to, i + 7)))
  return found ? i + found[0].length : undefined
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
