// Characters of a clause -> everything in it that could be a Chinese name, with what reading it so would cost.
import type { Item, Line } from '../line.js'
import { PLAIN_WEIGHTS } from '../rules/person.js'
import type { Context } from './context.js'
import type { NameCosts } from './name-cost.js'

/** A span that could be a name. `clue` is the rule that speaks loudest for it. */
export interface NameEdge {
  start: number
  end: number
  name: string
  cost: number
  clue: string
  /** What its surroundings alone weigh. */
  context: number
}

const isHan = (text: string, i: number) => {
  const code = text.charCodeAt(i)
  return code >= 0x4e00 && code <= 0x9fff
}

/** Names already sure, with what knowing them is worth; spans of neighbours in lists. */
export interface Known {
  names: ReadonlyMap<string, number>
  /** Offsets at which a sure name of this line starts, and ends. */
  starts: ReadonlySet<number>
  ends: ReadonlySet<number>
}

const NOTHING: Known = { names: new Map(), starts: new Set(), ends: new Set() }
const JOINT = /[、和与及 ]/u

/** All candidates in [from, to) of a line. */
export function findCandidates(
  line: Line,
  from: number,
  to: number,
  items: readonly Item[],
  costs: NameCosts,
  context: Context,
  known: Known = NOTHING,
): NameEdge[] {
  const text = line.folded
  const found: NameEdge[] = []
  const kindEnding = new Map<number, string>()
  const kindStarting = new Map<number, string>()
  for (const item of items) {
    kindEnding.set(item.end, item.kind)
    kindStarting.set(item.start, item.kind)
  }
  const crossing = (start: number, end: number) =>
    items.some((i) => i.kind !== 'Place' && i.start < end && start < i.end)
  for (let i = from; i < to - 1; i++) {
    if (!isHan(text, i)) continue
    for (const span of spansAt(text, i, to, costs)) {
      if (crossing(i, span.end)) continue
      const left = context.before(
        text,
        i,
        kindEnding.get(i) ?? (text[i - 1] === ' ' ? kindEnding.get(i - 1) : undefined),
      )
      const right = context.after(text, span.end, kindStarting.get(span.end))
      let weight = left.weight + right.weight
      let clue = left.weight >= right.weight ? left.rule : right.rule
      if (!isHan(text, i - 1) || i === from) weight += PLAIN_WEIGHTS.edge
      if (!isHan(text, span.end) || span.end >= to) weight += PLAIN_WEIGHTS.edge
      const listed =
        (JOINT.test(text[i - 1] ?? '') && known.ends.has(i - 1)) ||
        (JOINT.test(text[span.end] ?? '') && known.starts.has(span.end + 1))
      if (listed) {
        weight += PLAIN_WEIGHTS.list
        clue ||= 'person/list'
      }
      const repeated = known.names.get(span.name) ?? 0
      if (repeated) {
        weight += repeated
        clue ||= 'person/repeated'
      }
      found.push({
        start: i,
        end: span.end,
        name: span.name,
        cost: span.cost - weight,
        clue: clue || 'person/plain',
        context: weight,
      })
    }
  }
  return found
}

/** Names that could begin at `i`: surname and one or two given characters, also with a space between surname and one of them. */
function spansAt(text: string, i: number, to: number, costs: NameCosts): { end: number; name: string; cost: number }[] {
  const found: { end: number; name: string; cost: number }[] = []
  for (const length of [1, 2]) {
    const surname = text.slice(i, i + length)
    if (!costs.isSurname(surname)) continue
    let at = i + length
    const spaced = text[at] === ' '
    if (spaced) at++
    for (const given of spaced ? [1] : [1, 2]) {
      const end = at + given
      if (end > to) break
      if (!isHan(text, end - 1)) break
      const cost = costs.cost(surname, text.slice(at, end))
      if (cost !== undefined) found.push({ end, name: surname + text.slice(at, end), cost: cost + (spaced ? 10 : 0) })
    }
  }
  return found
}
