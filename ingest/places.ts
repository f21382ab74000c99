// Layer 1: a sentence's characters -> items of kind `Place`, from the lists of divisions and the grammar of towns and villages.

import { type Entry, type Foreign, gazetteer } from './gazetteer.js'
import { words } from './lexicon.js'
import type { Item, Line } from './line.js'
import { applyMentionRules } from './match.js'
import { type Paper, type PlaceValue, says } from './paper.js'
import { placeRules } from './rules/place.js'
import { CharSet, Trie } from './scan.js'
import { markFor, sweep } from './sweep.js'
import { isDigit } from './text/digit.js'

const LETTER_BEFORE = new CharSet('在来赴抵驻离到返入')
/** What follows the letter of a province: a deed or the end of the clause. 在新|时代 is no Xinjiang. */
const LETTER_AFTER =
  /^(?:召开|举[行办]|考[察核]|调研|检查|巡[查视回]|督[查导察]|视察|开[展幕]|参加|参观|出席|指导|暗访|明查|明察|进行|工作|会[见晤谈]|期间|主持|闭[幕会]|落幕|慰问|看望|访问|启动|成立|签署|发布|揭[幕牌]|亮相|同|与|和|接受|分别|共同|挂牌|上演|央企|有关|单位|企业|高校|部队|全国|代表|委员|商|投资|就|听取|宣布|正式|[，。；、）：！？ ]|$)/u

/** The rest of the full name of a state: 委内瑞拉|玻利瓦尔共和国. */
const FULL_STATE = /^(?:(?![和与及同、的在是对为])[\u4e00-\u9fff]){0,8}?(?:共和国|多民族国|合众国|酋长国)(?!家)/u
/** 夏威夷|州 */
const DIVISION_ABROAD = /^[省州市县府岛镇](?![长委政民级场区内])/u
/** No place begins inside a common word: 大厦|门口. */
const WITHIN = /^厦门[口前外内处厅]/u
const GOES = new CharSet('赴到达抵往')
const LARGE = '大'.charCodeAt(0)
const DAY = '日'.charCodeAt(0)
/** 红|海城市, 沿|海城市, 红|海南部 */
const BY_SEA = /^[红沿滨黑临环近死北东南黄渤里]海(?:城市|南[部岸端侧]|北[部岸端侧])/u

const SEA = '海'.charCodeAt(0)
let letterSet: CharSet | undefined
/** Marks where a listed place may begin. */
let listedMark = 0

/** Finds places in one sentence. Ambiguous county names follow the place before them, then the document's home. */
export function findPlaces(line: Line, paper: Paper): void {
  const { divisions, abroad, letters } = gazetteer()
  letterSet ??= new CharSet([...letters.keys()].join(''))
  listedMark ||= markFor([...divisions.words, ...abroad.words])
  sweep(line)
  const { marks } = line
  const { start, end } = line.sentence
  const text = line.folded
  let before: Item | undefined
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (!((marks[i] as number) & listedMark) && !letterSet.has(code)) continue
    if (text.charCodeAt(i - 1) === LARGE && WITHIN.test(text.slice(i, i + 3))) continue
    // 高|新北区
    if (text[i] === '新' && text[i - 1] === '高' && text[i + 2] === '区') continue
    if (code === SEA && BY_SEA.test(text.slice(i - 1, i + 4))) continue
    // 27日|本溪: the day of a date begins no 日本.
    const foreign = code === DAY && isDigit(text.charCodeAt(i - 1)) ? undefined : abroad.longest(text, i, end)
    const listed = divisions.all(text, i, end)
    const hits = foreign && listed.length ? listed.filter((h) => h.end >= foreign.end) : listed
    const found =
      !hits.length || soundsOn(text, i, hits[0]?.end ?? i, before) || townLetter(text, i, before)
        ? undefined
        : pick(text, i, hits, before, paper)
    if (found) {
      line.put(found)
      before = found
      i = found.end - 1
      continue
    }
    if (foreign) {
      const value = foreign.entries[0] as Foreign
      const rest = text.slice(foreign.end, Math.min(end, foreign.end + 14))
      const stop = foreign.end + ((value.abroad ? DIVISION_ABROAD : FULL_STATE).exec(rest)?.[0].length ?? 0)
      line.put({ kind: 'Country', start: i, end: stop, rule: 'place/country', value: { ...value }, parts: [] })
      i = stop - 1
      continue
    }
    if (!letterSet.has(code) || !LETTER_BEFORE.has(text.charCodeAt(i - 1))) continue
    const letter = letters.get(text[i] as string)
    // 深入鄂温克旗: a letter that begins a longer name is no province.
    if (letter && LETTER_AFTER.test(text.slice(i + 1, i + 5)))
      line.put({ kind: 'Place', start: i, end: i + 1, rule: 'place/letter', value: { ...letter }, parts: [] })
  }
  // 永和镇|石江村: what was found is the place before the next.
  for (let n = -1; n < line.items.length; ) {
    n = line.items.length
    applyMentionRules(placeRules, line)
  }
}

let sounds: Map<string, number> | undefined
const DIVISIONS = new CharSet('州县市区')

/** 内华|达州: a county or prefecture of two characters at the end of a name spelt by sound. */
function soundsOn(text: string, start: number, end: number, before: Item | undefined): boolean {
  if (end - start !== 2 || !DIVISIONS.has(text.charCodeAt(end - 1)) || before?.end === start) return false
  sounds ??= new Map(words('translit').map(({ word, fields }) => [word, Number(fields[0])]))
  const strong = (c: string | undefined) => (sounds?.get(c ?? '') ?? 0) >= 2
  return strong(text[start]) && strong(text[start - 1]) && sounds.has(text[start - 2] ?? '')
}

/** Towns and villages found beside their county are found again where they stand alone. */
export function findTownsAgain(paper: Paper): void {
  // 麻涌镇|南洲村: behind a town that no list holds too.
  for (const line of paper.lines)
    if (line.items.some((i) => i.rule === 'place/unlisted')) applyMentionRules(placeRules, line)
  const towns = new Trie<string>()
  const shorts = new Trie<string>()
  const known = new Set<string>()
  for (const line of paper.lines)
    for (const item of line.items)
      if (item.rule === 'place/town') {
        const name = line.textOf(item)
        if (!known.has(name)) towns.add(name, name)
        // 荻港 for 荻港镇, where someone goes there.
        if (!known.has(name) && /^.{2,3}[镇乡]$/u.test(name)) shorts.add(name.slice(0, -1), name)
        known.add(name)
      }
  if (!known.size) return
  for (const line of paper.lines)
    for (let i = line.sentence.start; i < line.sentence.end; i++) {
      const goes = GOES.has(line.folded.charCodeAt(i - 1))
      const hit =
        towns.longest(line.folded, i, line.sentence.end) ??
        (goes ? shorts.longest(line.folded, i, line.sentence.end) : undefined)
      if (!hit) continue
      if (!line.items.some((x) => x.start < hit.end && i < x.end))
        line.put({
          kind: 'Place',
          start: i,
          end: hit.end,
          rule: 'place/town-again',
          value: { type: 'Place', level: 't', name: hit.entries[0] },
          parts: [],
        })
      i = hit.end - 1
    }
}

/** 戴南镇|江苏…: the last character of a town's name begins no division. */
function townLetter(text: string, at: number, before: Item | undefined): boolean {
  const gap = before ? at - before.end : 0
  if (!before || gap < 1 || gap > 3 || !/[镇乡村屯]/u.test(text[at] as string)) return false
  if (!/^[\u4e00-\u9fff]+$/u.test(text.slice(before.end, at))) return false
  if (/[和与及至到往赴从在去回经由]/u.test(text.slice(before.end, at))) return false
  const next = gazetteer().divisions.longest(text, at + 1)
  return before.value.level === 'x' || next !== undefined
}

/** The longest division at an offset that can be meant. */
function pick(
  text: string,
  start: number,
  hits: readonly { end: number; entries: Entry[] }[],
  before: Item | undefined,
  paper: Paper,
): Item | undefined {
  for (let n = hits.length - 1; n >= 0; n--) {
    const { end, entries } = hits[n] as { end: number; entries: Entry[] }
    const value = choose(entries, before, start, end, paper)
    if (!value || joint(text, start, end, before)) continue
    const name = text.slice(start, end)
    // 省长|沙…: the head of a government and not a city.
    if (
      /^长[^市]/u.test(text.slice(start, end + 1)) &&
      name !== value.name &&
      /[省市县区州]/u.test(text[start - 1] ?? '') &&
      before?.end !== start
    )
      continue
    // 番禺|市桥街
    if (name.endsWith('市') && /^桥.?街/u.test(text.slice(end, end + 3))) continue
    const kin = before?.end === start && isUnder(value, (before.value as unknown as PlaceValue).name)
    if (swallowed(text, end, name, value, kin)) continue
    // 融水镇, 象州镇: a town named like its county.
    const beside = before?.end === start && before.value.level === 'x' && value.level === 'c'
    const town =
      name !== value.name &&
      (value.level === 'x' || beside) &&
      /^[镇乡](?!江|海|原|平|宁)/u.test(text.slice(end, end + 2))
    if (town) {
      const own: PlaceValue = { type: 'Place', level: 't', name: name + text[end] }
      return { kind: 'Place', start, end: end + 1, rule: 'place/town', value: { ...own }, parts: [] }
    }
    return { kind: 'Place', start, end, rule: 'place/division', value: { ...value }, parts: [] }
  }
  return undefined
}

/** Words in which a division's name stands by chance. */
const AFTER =
  /^(?:(?:青年|都市|经济|法制|商|晨|早|农民|工人|科技|教育)报|卫视|大学|冬奥|奥运|世博|亚运|时间|路|银行|日报|晚报|网(?![信格络约点])|卫视|话|菜|牌|桥|大桥|南路|北路|东路|西路|中路|商|籍)/u
/** Besides, after a district's name that is an ordinary word. */
const AFTER_WORD =
  /^(?:街(?!道)|大街|大道|医院|[大中小]学|机场|[南北东西]?站|集团|公司|酒店|宾馆|饭店|公园|广场|大厦|社)/u

function swallowed(text: string, end: number, name: string, value: PlaceValue, kin: boolean): boolean {
  if (name === value.name) return false
  const next = text.slice(end, end + 4)
  // 番禺|市桥街: after its superior a district is one, whatever follows.
  if (
    !(kin && next[0] === '市') &&
    name.length <= 2 &&
    /[省市县区州盟旗]/u.test(next[0] ?? '') &&
    value.name !== name + next[0]
  )
    return value.level === 'x'
  return AFTER.test(next) || (value.level === 'x' && /区$/u.test(value.name) && AFTER_WORD.test(next))
}

/** 周某和县长罗某, 召开县委会议, 现任县长: the first character of a county of one character may end another word. */
function joint(text: string, start: number, end: number, before: Item | undefined): boolean {
  if (end - start !== 2 || text[start + 1] !== '县' || before?.end === start) return false
  if (/[代任]/u.test(text[start] as string) && /^(?:长|委)/u.test(text.slice(end))) return true
  return (
    /[\u4e00-\u9fff）]/u.test(text[start - 1] ?? '') &&
    !/[在到赴对向由往于省市州自是的从与及和路线速段道]/u.test(text[start - 1] as string)
  )
}

const isUnder = (value: PlaceValue, name: string | undefined) =>
  name !== undefined && value.level !== 'p' && (value.province === name || value.prefecture === name)

/** 如皋|经济开发区: the name of a zone. */
const ZONE = /^[\u4e00-\u9fff]{2,3}?(?:经济(?:技术)?开发区|高新(?:技术)?(?:产业)?开发区|经开区|高新区|工业园区)/u

/** 杭金衢高速|诸暨|段: a road, or the province, stands before it, and a word for a stretch behind it. */
const section = (value: PlaceValue, before: Item | undefined, at: number, paper: Paper) =>
  (/(?:高速|公路|国道|省道|线)$/u.test(paper.text.slice(at - 3, at)) ||
    (before !== undefined && at - before.end < 16 && isUnder(value, (before.value as unknown as PlaceValue).name))) &&
  /^[\u4e00-\u9fff]{2,5}?(?:路?段|境内)/u.test(paper.text.slice(at, at + 8))

/** 兴仁、|盘州: in a row with a division of the same province. */
const inRow = (value: PlaceValue, before: Item | undefined, at: number, text: string) =>
  before?.end === at - 1 &&
  text[at - 1] === '、' &&
  value.province !== undefined &&
  value.province === (before.value as unknown as PlaceValue).province

/** ｜定边、靖边｜, 负责历城片区: a cell or field of nothing but divisions of one prefecture that the text names. */
function ofOneRow(value: PlaceValue, at: number, end: number, paper: Paper): boolean {
  const { text } = paper
  const home = value.prefecture?.replace(/(?<=..)[市州盟]$/u, '').slice(0, 3)
  if (!home || !says(paper, home)) return false
  const after = /^(片区|片)?(?:[、｜\n）（。；，→]|$)/u.exec(text.slice(end, end + 3))
  if (!after || !/[｜：、\n（ 查赴责到导系驻往→]/u.test(text[at - 1] ?? '')) return false
  if (after[1]) return true
  const kin = (token: string | undefined) =>
    !!token &&
    (gazetteer().divisions.longest(token, 0)?.entries ?? []).some(
      (e) => e.value.level === 'x' && e.value.prefecture === value.prefecture,
    )
  const next = /^、([\u4e00-\u9fff]{2,8})(?=[、｜\n）（。；，]|$)/u.exec(text.slice(end, end + 12))?.[1]
  const last = /([\u4e00-\u9fff]{2,8})、$/u.exec(text.slice(Math.max(0, at - 10), at))?.[1]
  return kin(next) || kin(last)
}

/** Whether the next name of a row, or the last, is of a prefecture of the same province. */
function besideKin(value: PlaceValue, at: number, end: number, text: string): boolean {
  const kin = (token: string | undefined) =>
    !!token &&
    (gazetteer().divisions.longest(token, 0)?.entries ?? []).some(
      (e) => e.value.level === 'c' && e.value.province === value.province,
    )
  return (
    kin(/^(?:、|和|及|与)([\u4e00-\u9fff]{2,8})/u.exec(text.slice(end, end + 10))?.[1]) ||
    kin(/([\u4e00-\u9fff]{2,3})(?:[市州])?(?:、|和|及|与)$/u.exec(text.slice(Math.max(0, at - 6), at))?.[1])
  )
}

/** 鹿城、瓯海|两区: the row says of what level they are. */
const ROW =
  /^(?:、[\u4e00-\u9fff]{2,4}){0,6}(?:[和及][\u4e00-\u9fff]{2,4})?[两二三四五六七八九十]个?(?<level>[市县区州旗])(?![委长政])/u
function saidLevel(value: PlaceValue, end: number, text: string): boolean {
  const level = ROW.exec(text.slice(end, end + 40))?.groups?.level
  return level !== undefined && value.name?.endsWith(level) === true
}

/** 在凯里|召开 */
const heldThere = (at: number, end: number, text: string) =>
  text[at - 1] === '在' &&
  !/[现存正]/u.test(text[at - 2] ?? '') &&
  /^(?:组织|集中|胜利|隆重)?(?:召开|举行|举办|开幕|闭幕)/u.test(text.slice(end, end + 4))

/** What a name means: by the place right before it, then by the regions that the text names. */
function choose(
  entries: readonly Entry[],
  before: Item | undefined,
  at: number,
  end: number,
  paper: Paper,
): PlaceValue | undefined {
  // Most names mean one thing wherever they stand.
  if (entries.length === 1 && entries[0]?.use === 'free') return entries[0]?.value
  const beside = before && before.end === at ? (before.value as unknown as PlaceValue) : undefined
  const told = (name: string | undefined) => name && says(paper, name.replace(/(?<=..)[省市州盟]$/u, ''))
  const ranked = entries
    .map(({ value, use }) => {
      let score = { p: 5, c: 4, x: 2, t: 0, s: 0 }[value.level]
      const kin = isUnder(value, beside?.name)
      if (kin) score += 10
      // 海南、海北、海东: the prefecture of that name.
      if (entries.length > 1 && value.level === 'c' && besideKin(value, at, end, paper.text)) score += 2
      if (entries.length > 1 && says(paper, value.name) && !says(paper, `${value.name}桥`)) score += 3
      const on = use !== 'free' && (section(value, before, at, paper) || ZONE.test(paper.text.slice(at, at + 10)))
      if (value.level === 'x' && entries.length > 1)
        score += (told(value.prefecture) ? 1 : 0) + (told(value.province) ? 0.5 : 0)
      if (
        use === 'weak' &&
        !kin &&
        !on &&
        !inRow(value, before, at, paper.text) &&
        !ofOneRow(value, at, end, paper) &&
        !saidLevel(value, end, paper.text) &&
        !heldThere(at, end, paper.text) &&
        !says(paper, value.name)
      )
        score -= 100
      if (
        use === 'beside' &&
        !(kin && beside?.name === value.prefecture) &&
        !(on && says(paper, value.name)) &&
        !ofOneRow(value, at, end, paper)
      )
        score -= 100
      return { value, score }
    })
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]
  return best && best.score >= 0 ? best.value : undefined
}
