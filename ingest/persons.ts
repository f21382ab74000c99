// Layer 4: posts and characters -> items of kind `Person`. Names are known by surname, length and what stands around them;
// one found surely in one place is looked for everywhere in the document.
import type { Item, Line } from './line.js'
import type { Paper } from './paper.js'
import { findBylines } from './persons/byline.js'
import { findCandidates, type Known } from './persons/candidates.js'
import { Context } from './persons/context.js'
import { NameCosts } from './persons/name-cost.js'
import { type ReadName, readClause } from './persons/reading.js'
import { Vocabulary } from './persons/vocabulary.js'
import { LEAST_MARGIN, PLAIN_WEIGHTS } from './rules/person.js'

let knowledge: { vocabulary: Vocabulary; costs: NameCosts; context: Context } | undefined
const know = () => {
  knowledge ??= { vocabulary: new Vocabulary(), costs: new NameCosts(), context: new Context() }
  return knowledge
}

/** Finds persons in all sentences of a document. */
export function findPersons(paper: Paper): void {
  const first = paper.lines.map((line) => readLine(line))
  const sure = new Map<string, number>()
  for (const read of first)
    for (const { edge, margin } of read)
      if (edge.kind !== 'call' && margin >= PLAIN_WEIGHTS.sure) sure.set(edge.name, (sure.get(edge.name) ?? 0) + 1)
  paper.lines.forEach((line, i) => {
    const here = (first[i] as ReadName[]).filter(accept)
    const known: Known = {
      elsewhere: (name, start) => {
        const seen = sure.get(name) ?? 0
        const own = (first[i] as ReadName[]).some(
          (r) => r.edge.name === name && r.edge.start === start && r.margin >= PLAIN_WEIGHTS.sure,
        )
        return seen > (own ? 1 : 0)
      },
      starts: new Set(here.map((r) => r.edge.start)),
      ends: new Set(here.map((r) => r.edge.end)),
    }
    const edges = readLine(line, known)
      .filter(accept)
      .map((r) => Object.assign(r.edge, { margin: r.margin }))
    const signed = findBylines(line.folded, line.sentence.start, line.sentence.end, edges)
    for (const edge of edges) if (!signed.has(edge)) place(line, edge)
  })
}

/** Whether a name of the cheapest reading is one. */
function accept({ edge, margin }: ReadName): boolean {
  if (edge.kind === 'call') return false
  const kind = edge.kind === 'family' ? (edge.name.length > 2 ? 'long' : 'short') : edge.kind
  if (edge.name.includes('·')) return margin >= PLAIN_WEIGHTS.accept
  const row = LEAST_MARGIN.find((r) => r.kind === kind && edge.context < r.context)
  return row !== undefined && margin >= row.margin
}

const CLAUSE_END = /[，。；：！？\n]/u

function readLine(line: Line, known?: Known): ReadName[] {
  const { vocabulary, costs, context } = know()
  const { start, end } = line.sentence
  const text = line.folded
  const found: ReadName[] = []
  let next = 0
  for (let a = start; a < end; ) {
    let b = a
    while (b < end && !CLAUSE_END.test(text[b] as string)) b++
    while (next < line.items.length && (line.items[next] as Item).end <= a) next++
    const items: Item[] = []
    for (let k = next; k < line.items.length && (line.items[k] as Item).start < b; k++) {
      const item = line.items[k] as Item
      if (item.end > b) b = item.end
      items.push(item)
    }
    if (b > a) {
      const names = findCandidates(line, a, b, items, costs, context, known)
      if (names.length) found.push(...readClause(line, a, b, items, names, vocabulary))
    }
    a = Math.max(b, a + 1)
    if (a < end && CLAUSE_END.test(text[a] as string)) a++
  }
  return found
}

/** Puts a name in; places that it cuts or covers were mistaken. */
function place(line: Line, edge: ReadName['edge']): void {
  for (const item of line.items.filter((i) => i.kind === 'Place' && i.start < edge.end && edge.start < i.end))
    line.lift(item)
  line.put({
    kind: 'Person',
    start: edge.start,
    end: edge.end,
    rule: edge.clue,
    value: { name: edge.name, debug: edge },
    parts: [],
  })
}
