// What the graph bench loads, the same at every run: documents that speak of a few much-named and many seldom-named
// things, and a large network of entities. In: how many, and a seed. Out: sheets and rows. Knows no engine.
import type { Says, Sheet, Thing } from '../../graph/sample.js'
import { random } from '../../random.js'

/** Few things are named in most documents, most in one or two: the square of an even draw. */
const pick = (next: () => number, many: number): number => Math.floor(next() ** 2 * many)

/**
 * Documents of some six facts each. What they speak of is told apart by `prefix`, so that two sets share nothing.
 * @param seed two sets of one seed differ by the prefix only
 */
export function makeSheets(prefix: string, count: number, seed: number): Sheet[] {
  const next = random(seed)
  const thing = (type: Thing['type'], name: string, many: number, attrs: Thing['attrs'] = {}): Thing => {
    const key = `${prefix}${name}${pick(next, many)}`
    return { type, key, name: key, aliases: [`${key}号`], attrs }
  }
  return Array.from({ length: count }, (_, n): Sheet => {
    const date = `2023-${two(1 + (n % 12))}-${two(1 + (n % 28))}`
    const person = () => thing('Person', '人物', count)
    const meeting = thing('Meeting', '会议', count, { date })
    const accident = thing('Accident', '事故', count / 2, { deaths: n % 9, date })
    const says: Says[] = [
      { from: person(), type: 'HOLDS_POST', to: thing('Post', '职务', count / 4), attrs: { former: n % 5 === 0 } },
      { from: person(), type: 'CHAIRED', to: meeting },
      { from: person(), type: 'ATTENDED', to: meeting },
      { from: meeting, type: 'HELD_BY', to: thing('Organization', '机构', count / 4) },
      { from: meeting, type: 'RESPONDED_TO', to: accident },
      { from: accident, type: 'OCCURRED_IN', to: thing('Province', '省', 31, { code: '99' }) },
    ]
    return { id: `${prefix}-${n}`, date, says }
  })
}

const two = (number: number) => String(number).padStart(2, '0')

/** A node of the network, and an edge between two of them by number. */
export interface Network {
  nodes: { id: string; name: string }[]
  edges: { from: string; to: string; id: string }[]
}

/** A network in which a few nodes have many edges. */
export function makeNetwork(nodes: number, edges: number, seed: number): Network {
  const next = random(seed)
  const idOf = (n: number) => `n${n}`
  return {
    nodes: Array.from({ length: nodes }, (_, n) => ({ id: idOf(n), name: `人物${n}` })),
    edges: Array.from({ length: edges }, (_, n) => ({
      from: idOf(Math.floor(next() * nodes)),
      to: idOf(pick(next, nodes)),
      id: `e${n}`,
    })),
  }
}
