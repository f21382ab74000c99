// Which region a document is from or speaks of: what 我省, 省委 and 市长 mean in it.
import type { Line } from './line.js'
import type { Paper, PlaceValue } from './paper.js'

/** Sets `paper.home` from the issuer, the title, the dateline and the regions most named; run after the layer of places. */
export function findHome(paper: Paper): void {
  const votes = new Map<string, number>()
  const local = /(?:我|本)(?:省|市|县|区)|省委|市委|县委|省政府|市政府|省安委|市安委|全省|全市|自治区/u.test(paper.text)
  paper.lines.forEach((line, i) => {
    for (const item of line.items) {
      if (item.kind !== 'Place') continue
      const value = item.value as unknown as PlaceValue
      if (value.here) continue
      const key = value.province
      if (!key) continue
      const weight = i === 0 ? 6 : i < 4 ? 3 : line.sentence.heading ? 2 : 1
      votes.set(key, (votes.get(key) ?? 0) + weight)
    }
  })
  const best = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
  if (best && local) paper.home.province = best[0]
  if (!paper.home.province) return
  const cities = new Map<string, number>()
  for (const line of paper.lines)
    for (const item of line.items) {
      if (item.kind !== 'Place') continue
      const value = item.value as unknown as PlaceValue
      if (value.prefecture && value.province === paper.home.province)
        cities.set(value.prefecture, (cities.get(value.prefecture) ?? 0) + 1)
    }
  const city = [...cities].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
  if (city) paper.home.prefecture = city[0]
}

/**
 * The region that a bare level word means at a place in the text: 省 -> the province spoken of, 市 -> the city.
 * Looks back in the sentence, then in the paragraph's heading, then takes the document's home.
 * @param level 省, 市, 县, 区, 自治区 …
 */
export function regionAt(paper: Paper, line: Line, at: number, level: string): string | undefined {
  const wants = (v: PlaceValue): string | undefined => {
    if (v.here) return undefined
    if (level === '省' || level === '自治区') return v.province
    if (level === '市' || level === '州' || level === '盟' || level === '自治州')
      return v.level === 'c' ? v.name : v.level === 'x' ? (v.name.endsWith('市') ? v.name : v.prefecture) : undefined
    return v.level === 'x' && v.name.endsWith(level) ? v.name : v.level === 'x' ? v.name : undefined
  }
  if (level === '省' && paper.home.province && paper.lines.some((l) => /我省|全省/u.test(l.text))) {
    const own = nearest(line, at, wants)
    return own ?? paper.home.province
  }
  const own = nearest(line, at, wants)
  if (own) return own
  const index = paper.lines.indexOf(line)
  for (let i = index - 1; i >= 0 && i > index - 6; i--) {
    const before = nearest(paper.lines[i] as Line, Number.POSITIVE_INFINITY, wants)
    if (before) return before
  }
  if (level === '省' || level === '自治区') return paper.home.province
  if (level === '市' || level === '州' || level === '盟') return paper.home.prefecture
  return paper.home.county
}

function nearest(line: Line, at: number, wants: (v: PlaceValue) => string | undefined): string | undefined {
  const places: PlaceValue[] = []
  const walk = (items: Line['items']) => {
    for (const item of items) {
      if (item.start >= at) continue
      if (item.kind === 'Place') places.push(item.value as unknown as PlaceValue)
      walk(item.parts)
    }
  }
  walk(line.items)
  for (let i = places.length - 1; i >= 0; i--) {
    const hit = wants(places[i] as PlaceValue)
    if (hit) return hit
  }
  return undefined
}
