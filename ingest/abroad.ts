// A document's lines with their listed places -> items of kind `Country` for foreign places that no list holds: names spelt by
// sound with a word for what they are (穆列什县, 洛亚蒂群岛), and again where they stand bare. Only in a text that names a country.
import { type Foreign, gazetteer } from './gazetteer.js'
import { words } from './lexicon.js'
import type { Line } from './line.js'
import type { Paper } from './paper.js'
import { CharSet, Trie } from './scan.js'
import { Search } from './search.js'

const WHAT =
  '(?:共和国|王国|联邦区|边疆区|自治州|自治区|州|省|邦|大区|专区|地区|市|县|区|镇|村|岛|群岛|半岛|列岛|海域|海峡|海沟|湾|河|湖|山脉|山|火山|礁|沙漠|港|机场|火车站|车站|地铁站|大桥|大街|教堂|监狱|营地|检查站)'
const END = new RegExp(`^${WHAT}`, 'u')
const NOT_FIRST = /[在于从到和及与对向由经]/u

/** 印度|西部城市|孟买: what may stand between a country and a place in it. */
const WITHIN = '(?:[东西南北中]{1,3}部|沿海|首都|(?:边境|港口|海滨|旅游)?城市){0,2}'
const CITY = new RegExp(`^${WITHIN}(?<name>[\\u4e00-\\u9fff]{2})(?!市?[长人]|市)`, 'u')
/** 南澳州|州督: a state abroad before its office. */
const GOVERNED = new Search(/(?<=^|[，。、；])(?![各该本全])[\u4e00-\u9fff]{2,5}?州(?=州长|州督|州议会)/gu)

/** 印度尼西亚|爪哇省, 日本|熊本县: a division that stands right behind its country, or behind a part of the world in it. */
const BEHIND = new RegExp(
  `^${WITHIN}(?<name>(?![省州县市府区岛镇])(?:(?![的在和与及对是有了将被从向为到等各多两某该本全首大小第部国族])[\\u4e00-\\u9fff]){2,7}?(?:省|州|县|市|府|大区|岛|镇|(?<![山地城灾郊社边牧林矿校园景])区))(?![长委政民级场区内外方间])`,
  'u',
)
/** 也门|红海城市|荷台达: a city that no list holds, behind the word for one. */
const TOWN =
  /^(?:(?![的和与、，。])[\u4e00-\u9fff]){0,8}?城市(?<name>(?![的和与在居市街])[\u4e00-\u9fff]{2,5}?)(?=发生|遭|附近|郊区|市中心|街头|爆发|，|。|举行|北部|南部|东部|西部)/u
const NO_NAME = /(?:城市|都市|超市|股市|楼市|上市|门市|政府|学府|首府|村镇|城镇|乡镇|海岛|半岛|群岛)$/u

/** How foreign a name must look: the mean weight of its characters. */
const FOREIGN = 2.3

let sounds: Map<string, number> | undefined
/** The characters that write sounds more often than not. */
let strong: CharSet | undefined

/** Whether a text speaks of another country than ours. */
function isAbroad(paper: Paper): boolean {
  return paper.lines.some((line) =>
    line.items.some((i) => i.kind === 'Country' && !/^(?:中国|中华)/u.test(line.textOf(i))),
  )
}

/** Finds foreign places by their spelling. Run when the listed places are found. */
export function findAbroad(paper: Paper): void {
  if (!isAbroad(paper)) return
  sounds ??= new Map(words('translit').map(({ word, fields }) => [word, Number(fields[0])]))
  strong ??= new CharSet([...sounds].map(([c, weight]) => (c.length === 1 && weight >= 2 ? c : '')).join(''))
  const bare = new Trie<string>()
  let found = false
  for (const line of paper.lines) if (findBehind(line, bare)) found = true
  for (const line of paper.lines)
    for (const { start, end } of spelt(line)) {
      const name = line.folded.slice(start, end)
      if (name.length > 2) bare.add(name, name)
      found = true
      const what = END.exec(line.folded.slice(end, line.sentence.end))?.[0] ?? ''
      put(line, start, end + what.length)
    }
  if (found)
    for (const line of paper.lines)
      for (let i = line.sentence.start; i < line.sentence.end; i++) {
        const hit = bare.longest(line.folded, i, line.sentence.end)
        if (!hit) continue
        if (!/[·・]/u.test((line.folded[i - 1] ?? '') + (line.folded[hit.end] ?? ''))) put(line, i, hit.end)
        i = hit.end - 1
      }
}

/** Divisions behind their country; behind one that is found another may stand. */
function findBehind(line: Line, bare: Trie<string>): boolean {
  let found = false
  for (const { index, 0: name } of GOVERNED.in(line)) {
    const start = line.sentence.start + index
    put(line, start, start + name.length)
  }
  for (let n = 0; n < line.items.length; n++) {
    const { kind, end, value } = line.items[n] as Line['items'][number]
    if (kind !== 'Country' || /^(?:中国|中华)/u.test(`${value.name}`)) continue
    const rest = line.folded.slice(end, Math.min(line.sentence.end, end + 18))
    const city = CITY.exec(rest)
    const match =
      city && gazetteer().cities.has(city.groups?.name as string) ? city : (division(rest) ?? TOWN.exec(rest))
    const name = match?.groups?.name
    if (!match || !name) continue
    const stop = end + match[0].length
    put(line, stop - name.length, stop)
    if (match === city) {
      bare.add(name, name)
      found = true
      continue
    }
    const stem = name.slice(0, -1)
    for (const one of stem.length > 2 ? [stem] : [...'省州县市岛镇'].map((what) => stem + what)) bare.add(one, one)
    found = true
  }
  return found
}

function division(rest: string): RegExpExecArray | undefined {
  const match = BEHIND.exec(rest)
  return match && !NO_NAME.test(match.groups?.name as string) ? match : undefined
}

const SHORTEST = 3

/** The spans of three or more characters that spell sounds, before a word for a place. */
function spelt(line: Line): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const text = line.folded
  const free = (i: number) => !line.items.some((x) => x.start <= i && i < x.end)
  let start = -1
  for (let i = line.sentence.start; i <= line.sentence.end; i++) {
    const sound = i < line.sentence.end && strong?.has(text.charCodeAt(i)) === true && free(i)
    if (sound && start < 0 && !NOT_FIRST.test(text[i] as string)) start = i
    if (sound || start < 0) continue
    if (i - start < SHORTEST) {
      start = -1
      continue
    }
    // The word for the place may itself begin with a sound: 巴|山.
    let end = i
    while (end > start + 1 && !END.test(text.slice(end, line.sentence.end))) end--
    const name = text.slice(start, end)
    const weight = [...name].reduce((sum, c) => sum + (sounds?.get(c) ?? 0), 0) / name.length
    const before = line.items.find((x) => x.end === start)
    const whole = before?.kind !== 'Place' && !/[·・]/u.test(text[start - 1] ?? '')
    if (name.length >= SHORTEST && name.length <= 10 && weight >= FOREIGN && whole) found.push({ start, end })
    start = -1
  }
  return found
}

function put(line: Line, start: number, end: number): void {
  if (line.items.some((x) => x.start < end && start < x.end)) return
  const value: Foreign = { name: line.folded.slice(start, end), abroad: true }
  line.put({ kind: 'Country', start, end, rule: 'place/abroad', value: { ...value }, parts: [] })
}
