// Text cut where marks begin and end. In: a text's length, the places of mentions, of facts, a quote. Out: pieces in order. Pure.

export interface MarkedPlace {
  start: number
  end: number
}

/** A piece of the text under the same marks; `mention` is the number of the mention that covers it, the narrowest one. */
export interface Piece {
  start: number
  end: number
  mention: number | null
  /** The numbers of the facts that a sentence around it says. */
  facts: readonly number[]
  quoted: boolean
}

/** The pieces of [0, length), none empty, each uniform; together they are the whole text. */
export function cutIntoPieces(
  length: number,
  mentions: readonly MarkedPlace[],
  quote: MarkedPlace | null,
  facts: readonly MarkedPlace[] = [],
): Piece[] {
  const borders = new Set<number>([0, length])
  for (const place of [...mentions, ...facts, ...(quote === null ? [] : [quote])]) {
    borders.add(Math.min(place.start, length))
    borders.add(Math.min(place.end, length))
  }
  const points = [...borders].sort((a, b) => a - b)
  const pieces: Piece[] = []
  const [openMentions, openFacts] = [openerOf(mentions), openerOf(facts)]
  for (let i = 0; i + 1 < points.length; i++) {
    const [start = 0, end = 0] = [points[i], points[i + 1]]
    const narrowest = openMentions(start).reduce<number | null>(
      (best, index) => (best === null || widthOf(mentions, index) < widthOf(mentions, best) ? index : best),
      null,
    )
    const quoted = quote !== null && quote.start <= start && end <= quote.end
    pieces.push({ start, end, mention: narrowest, facts: openFacts(start), quoted })
  }
  return pieces
}

/** A walk over a text from left to right: the numbers of the places that cover each offset it is asked for. */
function openerOf(places: readonly MarkedPlace[]): (offset: number) => readonly number[] {
  const starting = places.map((_, index) => index).sort((a, b) => startOf(places, a) - startOf(places, b))
  let open: number[] = []
  let next = 0
  return (offset) => {
    const before = next
    while (next < starting.length && startOf(places, starting[next] ?? 0) <= offset) next++
    const still = open.filter((index) => (places[index]?.end ?? 0) > offset)
    if (still.length !== open.length || next !== before)
      open = [...still, ...starting.slice(before, next).filter((index) => (places[index]?.end ?? 0) > offset)]
    return open
  }
}

const startOf = (mentions: readonly MarkedPlace[], index: number): number => mentions[index]?.start ?? 0
const widthOf = (mentions: readonly MarkedPlace[], index: number): number =>
  (mentions[index]?.end ?? 0) - (mentions[index]?.start ?? 0)

/**
 * Where the names of several things stand in a text. A longer form wins over a shorter one that lies within it.
 * @param forms for each thing, all its names
 * @returns places with the number of the thing, in order, none overlapping
 */
export function findNames(text: string, forms: readonly (readonly string[])[]): (MarkedPlace & { thing: number })[] {
  const wanted = forms
    .flatMap((names, thing) => names.map((name) => ({ name, thing })))
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length)
  const found: (MarkedPlace & { thing: number })[] = []
  for (const { name, thing } of wanted) {
    for (let start = text.indexOf(name); start !== -1; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end, thing })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
