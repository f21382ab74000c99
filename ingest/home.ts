// Which region a document is from or speaks of: what 我省, 省委 and 市长 mean in it.
import { gazetteer } from './gazetteer.js'
import type { Item, Line } from './line.js'
import type { Paper, PlaceValue } from './paper.js'
import { Search } from './search.js'
import { Slot } from './slot.js'

/** How a level word (省, 市 …) reads a place: the name of the region of that level which it lies in. */
function readLevel(value: PlaceValue, level: string): string | undefined {
  if (value.here || !value.name) return undefined
  if (level === '省' || level === '自治区') return value.province
  if (level === '州') {
    const name = value.level === 'x' ? value.prefecture : value.level === 'c' ? value.name : undefined
    return name && /[州盟]$|地区$/u.test(name) ? name : undefined
  }
  if (level === '市')
    return value.level === 'p' && value.name.endsWith('市')
      ? value.name
      : value.level === 'c'
        ? value.name
        : value.level === 'x'
          ? value.name.endsWith('市')
            ? value.name
            : value.prefecture
          : undefined
  if (level === '镇' || level === '乡')
    return value.level === 't' && value.name.endsWith(level) ? value.name : undefined
  // A county is no district of a city: 县委 in a text that names only 夷陵区 stays unknown.
  if (value.level !== 'x') return undefined
  return level === '该' || value.name.endsWith(level) ? value.name : undefined
}

const OF_PROVINCE = /(?<![\u4e00-\u9fff])(?:我|全)?省(?:委|政府|长|人大|政协|安委)|[、，。]副省长/u
const OF_REGION = /(?<![旗县])自治区(?:党委|政府|人民政府|主席|副主席|安委|应急|安全生产)/u
const LEVELS = ['省', '市', '州', '县', '区', '旗', '镇', '乡'] as const
const OWN: Record<string, RegExp> = {
  省: /[我本]省|[我全]区/u,
  市: /[我本]市/u,
  州: /[我本全]州/u,
  县: /[我本]县/u,
  区: /[我本]区/u,
  旗: /[我本]旗/u,
  镇: /[我本]镇/u,
  乡: /[我本]乡/u,
}

/** A paper or station of a place writes from it: 大冶电视台记者, 竹山报. */
const MEDIA = new Search(
  /(?<name>[\u4e00-\u9fff]{2,4}?)(?:省|市|县|区)?(?:广播)?(?:电视台|融媒体中心|融媒|日报|报(?=$|[ 　）（讯，。]))/gu,
)
/** What the paper or station of a county weighs; that of a larger region speaks only where no region of its level is named. */
const LOCAL = 4

/** 大冶市: a city that is no prefecture. */
const isCounty = (name: string) =>
  gazetteer()
    .divisions.longest(name, 0)
    ?.entries.some((e) => e.value.name === name && e.value.level === 'x') === true

/** The divisions whose own media sign the text, by level. */
function mediaOf(paper: Paper): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of [...paper.lines.slice(0, 5), ...paper.lines.slice(-5)])
    for (const match of MEDIA.in(line)) {
      const name = match.groups?.name as string
      for (let from = 0; from < name.length - 1; from++) {
        const hit = gazetteer().divisions.longest(name, from)
        const own = hit?.end === name.length ? hit.entries : []
        if (own.length !== 1) continue
        const value = own[0]?.value as PlaceValue
        for (const level of LEVELS) {
          const region = readLevel(value, level)
          if (region && !found.has(level)) found.set(level, region)
        }
        break
      }
    }
  return found
}

/** A title whose subject deals with a lower region. */
const SUMMONS =
  /^[\u4e00-\u9fff]{2,4}市(?:人民政府|政府|安委会|安委办|安全生产委员会|应急管理局|消安委)[^，。]{0,10}?(?:对[^，。]{2,14}?(?:进行|开展|实施)[^，。]{0,8}约谈|约谈)/u

/** Sets `paper.home` and whether it is sure, for each level; run after the layer of places. */
export function findHome(paper: Paper): void {
  const last = paper.lines.length - 1
  const media = mediaOf(paper)
  for (const level of LEVELS) {
    // 省长 in a text that names Beijing first: a municipality has none.
    const ofProvince = level === '省' && OF_PROVINCE.test(paper.text)
    const votes = new Map<string, number>()
    let all = 0
    let head: string | undefined
    paper.lines.forEach((line, i) => {
      const edge = i < 4 || (line.sentence.heading && i >= last - 4)
      for (const item of placesOf(line)) {
        const name = readLevel(item.value as unknown as PlaceValue, level)
        if (!name || (ofProvince && name.endsWith('市'))) continue
        const weight = i === 0 ? 6 : edge ? 3 : 1
        votes.set(name, (votes.get(name) ?? 0) + weight)
        all += weight
        if (i === 0 && !head) head = name
      }
    })
    const own = media.get(level)
    if (own && (!votes.size || (level === '市' && /市$/u.test(own) && isCounty(own)) || level === '县')) {
      votes.set(own, (votes.get(own) ?? 0) + LOCAL)
      all += LOCAL
    }
    const ranked = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const best = ranked[0]
    if (!best) continue
    // 宁德市政府对福鼎市政府进行约谈: the one that acts, however often the other is named.
    if (level === '市' && head && head !== best[0] && SUMMONS.test(paper.lines[0]?.text ?? '')) {
      paper.home[level] = { name: head, sure: true }
      continue
    }
    const said = OWN[level]?.test(paper.text) === true
    const sure = best[1] / all >= 0.6 || (head === best[0] && best[1] / all >= 0.4) || (said && best[1] / all >= 0.4)
    paper.home[level] = { name: best[0], sure }
  }
}

const places = new Slot<Line, { version: number; found: readonly Item[] }>()

/** The places of a line in order, those inside other things too. */
function placesOf(line: Line): readonly Item[] {
  const held = places.get(line)
  if (held?.version === line.version) return held.found
  const found: Item[] = []
  collect(line.items, found)
  places.set(line, { version: line.version, found })
  return found
}

function collect(items: readonly Item[], found: Item[]): void {
  for (const item of items) {
    if (item.kind === 'Place') found.push(item)
    // Where an accident happened is not where the text is from.
    if (item.parts.length && item.kind !== 'Accident' && item.kind !== 'Directive') collect(item.parts, found)
  }
}

/** The region of a level that stands right before an offset (within eight characters): 杭州市蔡某市长. */
export function regionBeside(line: Line, at: number, level: string): string | undefined {
  let name: string | undefined
  for (const item of placesOf(line))
    if (item.end <= at && at - item.end <= 8 && !/[，。；、]/u.test(line.folded.slice(item.end, at)))
      name = readLevel(item.value as unknown as PlaceValue, /^(?:盟|自治州|地区)$/u.test(level) ? '州' : level) ?? name
  return name
}

function cityBefore(paper: Paper, line: Line, at: number): string | undefined {
  for (let i = line.index; i >= 0 && i > line.index - 4; i--) {
    let name: string | undefined
    for (const item of placesOf(paper.lines[i] as Line))
      if ((i < line.index || item.start < at) && item.value.level === 'x' && /市$/u.test(`${item.value.name}`))
        name = item.value.name as string
    if (name) return name
  }
  return undefined
}

/** 在湖北，省委书记某某…: the region that the sentence opens with, whatever the text is from. */
function openingRegion(line: Line, level: string): string | undefined {
  const first = line.items[0]
  if (first?.kind !== 'Place' || line.folded[first.end] !== '，') return undefined
  if (!/^(?:同一天，|当天，|同日，|此外，|另外，)?在$/u.test(line.folded.slice(line.sentence.start, first.start)))
    return undefined
  return readLevel(first.value as unknown as PlaceValue, level)
}

/**
 * The region that a bare level word means at a place in the text: 省 -> the province spoken of, 市 -> the city.
 * A sure home wins; else the nearest region before it in the sentence, in the lines above, then the home.
 * @param level 省, 市, 县, 区, 自治区 …
 */
export function regionAt(paper: Paper, line: Line, at: number, level: string): string | undefined {
  // 我区 in a text of an autonomous region.
  if (level === '区' && paper.home.省?.name.endsWith('自治区') && OF_REGION.test(paper.text)) return paper.home.省.name
  const wide = ['州', '盟', '自治州', '地区'].includes(level)
  const told = openingRegion(line, level)
  if (told) return told
  const key = level === '自治区' ? '省' : wide ? (paper.home.州 ? '州' : '市') : level
  const home = paper.home[key]
  // 市 in a text from a prefecture that is none is the county-level city told of last.
  const other =
    level === '市' && home !== undefined && /[州盟]$/u.test(home.name) ? cityBefore(paper, line, at) : undefined
  if (other) return other
  if (home?.sure) return home.name
  const index = line.index
  for (let i = index; i >= 0 && i > index - 8; i--) {
    const other = paper.lines[i] as Line
    let name: string | undefined
    for (const item of placesOf(other))
      if (i < index || item.start < at)
        name = readLevel(item.value as unknown as PlaceValue, wide ? '州' : level) ?? name
    if (name) return name
  }
  return home?.name
}
