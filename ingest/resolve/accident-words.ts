// The name of an accident -> its day, where it was, its kind and what is left: the core, 永聚煤业办公楼.
import { kindOf } from '../naming/accident-kind.js'
import { pairsOf, plain } from './plain.js'
import { type Division, leadsOf } from './region.js'

/** What the name of an accident says by itself. */
export interface AccidentWords {
  /** `11-16`, from a tag “11·16” or a day before the name. */
  day?: string
  year?: string
  tagged: boolean
  /** The divisions that open the name, namesakes included. */
  divisions: Division[]
  grade?: string
  kind?: string
  /** The site, firm or object, without words that any accident has. */
  core: string
}

const TAG = /(?:(\d{4})年?)?(?<!\d)(\d{1,2})[·-](\d{1,2})(?!\d)/u
const DAY = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?(?:发生(?:在|于)?|在)?/u
const GRADE = /特别重大|重特大|特大|重大|较大|一般|严重/gu
const FILL = /生产安全|安全生产|安全|责任|刑事|发生的?|突发|导致|造成|一起|一|的|等/gu
const END = /(?:事故|事件|灾害|灾难|案件?|突发事件)+$/u
const KIND_WORDS =
  /火灾|起火|着火|大火|失火|爆炸|爆燃|燃爆|闪爆|坍塌|垮塌|倒塌|塌方|塌陷|透水|突水|冒顶|顶板|瓦斯突出|煤与瓦斯突出|瓦斯|煤尘|冲击地压|中毒(?:和)?窒息|中毒|窒息|泄漏|泄露|道路交通|交通|车祸|翻车|侧翻|追尾|相撞|碰撞|坠崖|坠江|坠机|空难|飞行|脱轨|沉船|沉没|翻沉|倾覆|踩踏|地震|滑坡|泥石流|山洪|洪涝|溃坝|高处坠落|坠落|触电|淹溺|溺水|物体打击|机械伤害|起重伤害|车辆伤害|灼烫|燃气|坠亡|矿难|瞒报/gu

/** Reads the name of an accident. */
export function readAccidentName(written: string): AccidentWords {
  let rest = plain(written)
  const words: AccidentWords = { tagged: false, divisions: [], core: '' }
  const tag = TAG.exec(rest)
  if (tag && Number(tag[2]) <= 12 && Number(tag[3]) <= 31) {
    words.tagged = true
    words.day = `${tag[2]?.padStart(2, '0')}-${tag[3]?.padStart(2, '0')}`
    if (tag[1]) words.year = tag[1]
    rest = rest.slice(0, tag.index) + rest.slice(tag.index + tag[0].length)
  }
  const before = DAY.exec(rest)
  if (before?.[0]) {
    if (before[1]) words.year = before[1]
    if (before[2] && before[3]) words.day ??= `${before[2].padStart(2, '0')}-${before[3].padStart(2, '0')}`
    if (before[2] || before[1]) rest = rest.slice(before[0].length)
  }
  const lead = leadsOf(rest).find((l) => !l.weak || l.divisions.length === 1)
  if (lead) {
    words.divisions = lead.divisions
    rest = rest.slice(lead.end)
  }
  const grade = /特别重大|特大|重大|较大|一般/u.exec(rest)?.[0]
  if (grade) words.grade = grade === '特大' ? '特别重大' : grade
  const bare = rest.replace(END, '').replace(GRADE, '')
  const kind = kindOf(bare.replace(FILL, '')) ?? kindOf(rest)
  if (kind) words.kind = kind
  words.core = bare
    .replace(KIND_WORDS, '')
    .replace(FILL, '')
    .replace(END, '')
    .replace(/^[市县区镇]/u, '')
  return words
}

/** Words that stand in the names of many sites: they tell none apart. */
const USUAL =
  /有限责任公司|有限公司|股份|集团|公司|工厂|化工厂|煤矿|煤业|矿业|矿山|露天|办公楼|大楼|居民楼|宿舍|酒店|饭店|商场|市场|小区|高速公路|高速|公路|国道|省道|路段|大桥|隧道|工地|项目|工程|建筑|施工|车间|仓库|医院|学校|幼儿园|企业|厂房|自建房|房屋|餐馆|烧烤店|客车|货车|大巴|面包车|[公里处段附近内上座栋家楼厂店]/gu

/** Whether two cores name one site: one is in the other, or they share a name that few sites have. */
export function coresMeet(a: string, b: string): boolean {
  if (a === b || (a.length >= 2 && b.includes(a)) || (b.length >= 2 && a.includes(b))) return true
  const [x, y] = [pairsOf(a.replace(USUAL, ' ')), pairsOf(b.replace(USUAL, ' '))]
  for (const pair of x) if (!pair.includes(' ') && y.has(pair)) return true
  return false
}

/** Kinds that can be said of one accident fall into one family; each kind is in one. */
const FAMILIES: readonly [string, RegExp][] = [
  ['透水', /透水|突水/u],
  ['突出', /瓦斯突出/u],
  ['燃爆', /火|爆|燃|泄漏/u],
  ['交通', /交通|车辆伤害|脱轨|列车/u],
  ['坍塌', /坍塌|冒顶|顶板|冲击地压|溃坝|塌/u],
  ['中毒', /中毒|窒息/u],
  ['水上', /船|倾覆|淹溺/u],
  ['坠机', /坠机/u],
  ['袭击', /袭击|暴恐/u],
  ['地质', /滑坡|泥石流|崩塌|山洪|洪涝|暴雨|地质/u],
]

/** The family of a kind; the kind itself where it has none; empty for none. */
export function familyOf(kind: string | undefined): string {
  if (!kind) return ''
  return FAMILIES.find(([, members]) => members.test(kind))?.[0] ?? kind
}
