// The name that was meant. In: a name nobody knows, the names there are. Out: the nearest one, if any is near. Pure.

/** Steps from one text to another: a letter put in, left out, changed, or two neighbours swapped (optimal string alignment). */
export function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]]
  let twoBack: number[] = []
  let back = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      let least = Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, (twoBack[j - 2] ?? 0) + 1)
      row.push(least)
    }
    twoBack = back
    back = row
  }
  return back[to.length] ?? 0
}

/**
 * The known name nearest to `name`: the same but for case, or its caption in the user's language, or at most a third of its
 * letters away; of equals the first.
 * @param captions names by what they are called in words
 */
export function nearestName(
  name: string,
  known: readonly string[],
  captions: ReadonlyMap<string, string> = new Map(),
): string | undefined {
  const called = captions.get(name)
  if (called !== undefined) return called
  const wanted = name.toLowerCase()
  const most = Math.max(1, Math.floor([...name].length / 3))
  let best: string | undefined
  let least = most + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > most) continue
    const steps = distance(wanted, candidate.toLowerCase())
    if (steps < least) {
      best = candidate
      least = steps
    }
  }
  return best
}
