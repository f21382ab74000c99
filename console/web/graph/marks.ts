// Text cut where marks begin and end. In: a text's length, the places of mentions, a quote. Out: pieces in order. Pure.

export interface MarkedPlace {
  start: number
  end: number
}

/** A piece of the text under the same marks; `mention` is the number of the mention that covers it, the narrowest one. */
export interface Piece {
  start: number
  end: number
  mention: number | null
  quoted: boolean
}

/** The pieces of [0, length), none empty, each uniform; together they are the whole text. */
export function cutIntoPieces(length: number, mentions: readonly MarkedPlace[], quote: MarkedPlace | null): Piece[] {
  const borders = new Set<number>([0, length])
  for (const place of quote === null ? mentions : [...mentions, quote]) {
    borders.add(Math.min(place.start, length))
    borders.add(Math.min(place.end, length))
  }
  const points = [...borders].sort((a, b) => a - b)
  const starting = mentions.map((_, index) => index).sort((a, b) => startOf(mentions, a) - startOf(mentions, b))
  const pieces: Piece[] = []
  let open: number[] = []
  let next = 0
  for (let i = 0; i + 1 < points.length; i++) {
    const [start = 0, end = 0] = [points[i], points[i + 1]]
    while (next < starting.length && startOf(mentions, starting[next] ?? 0) <= start) open.push(starting[next++] ?? 0)
    open = open.filter((index) => (mentions[index]?.end ?? 0) > start)
    const narrowest = open.reduce<number | null>(
      (best, index) => (best === null || widthOf(mentions, index) < widthOf(mentions, best) ? index : best),
      null,
    )
    const quoted = quote !== null && quote.start <= start && end <= quote.end
    pieces.push({ start, end, mention: narrowest, quoted })
  }
  return pieces
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
