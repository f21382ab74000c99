// A document's lines with their listed places -> items of kind `Place` for divisions that no list holds: new, renamed and
// abolished cities, counties and districts, and towns named without their county. A name is taken where its surroundings show
// that it is one (after its superior, before a government, an office or a town), and from then on wherever it stands.
import type { Item, Line } from './line.js'
import type { Paper, PlaceValue } from './paper.js'
import { Trie } from './scan.js'
import { Search } from './search.js'

const HAN = '[\\u4e00-\\u9fff]'
/** What a name may follow when no place stands before it. */
const EDGE =
  '(?<=^|[，。、；：（）“”《》｜·▇●◆★※—\\n ]|[在到赴对向由往于经驻至及]|(?<=[^\\u5e73])和|(?<=\\d日)|时任|现任|原任|来到|深入|前往)'
/** Not the first character of a name: words that count or point. */
const NOT_FIRST =
  '(?![各全我本该这那每两几整某外邻出从跨是有的了将把被等至及与并在到赴对向由往于经驻和你贵他她其因为据受按当随还又也均已即让给请叫要会派率带同任经区县市镇乡村旗州听看问说讲])(?!来[听看问说]|成[立为员功果效]|仪式|会议|会上|大会|活动|现场|期间|走进|走访|来到|深入|前往|赶赴|赶到|奔赴|抵达|登上|步入)'
const OFFICE =
  '(?:(?:人民)?政府|委(?:书记|副书记|常委|委员|办|宣传部|组织部|统战部|政法委|常委会|、)|[市县区旗州盟镇乡]长|(?:代理?|副|常务副)[市县区旗州盟镇乡]长|安全生产委员会|安委[会办]|人大|政协|纪委|公安局|应急(?:管理)?局|消防|党委|党工委|办事处|委 )'
const DIVISION = new RegExp(`(?<name>${NOT_FIRST}${HAN}{2,4}?[市县区旗州盟])`, 'u')
const UNDER = new RegExp(`^${DIVISION.source}(?!长[江春沙])`, 'u')
const BY_OFFICE = new Search(new RegExp(`${EDGE}${DIVISION.source}(?=${OFFICE})`, 'gu'))
const BY_TOWN = new Search(
  new RegExp(
    `${EDGE}(?<name>${NOT_FIRST}${HAN}{2,4}?[市县区旗])(?=${HAN}{1,4}?(?:镇|乡|街道|苏木)(?![长委政级民]))`,
    'gu',
  ),
)
/** The head of a paper: 琼山县2025年…安排表. */
const BY_TITLE = new Search(
  new RegExp(
    `^(?<name>${NOT_FIRST}${HAN}{2,3}?[市县区旗州盟])(?=\\d{4}年|应急|安全|关于|领导|大事记|举行|召开|组织|开展|多|生产|消防|防汛|工作|党委|人民|两会|第)`,
    'gu',
  ),
)
/** Someone goes there: 深入鄂左旗、扎兰旗. */
const BY_VISIT = new Search(
  new RegExp(
    `(?<=来到|深入|前往|赶赴|赶到|奔赴|分赴|(?<![达得见受遭收看听感想谈提做遇碰找直不未])到|赴|进驻|、)(?<name>${NOT_FIRST}${HAN}{2,4}?(?:[市县旗州盟]|(?<=${HAN}{2})区))(?=[、，和及]|检查|调研|督导|督查|督办|慰问|察看|查看|走访|暗访|指导|考察|看望|实地|现场|开展|进行|召开)`,
    'gu',
  ),
)
/** A character of a long name: none that joins a verb to a shorter one. */
const LONG = `(?:(?![赴到在于对向来去至率长任记员部的和及与了是有、])${HAN})`
const TOWN = new Search(
  new RegExp(
    `${EDGE}(?<name>${NOT_FIRST}(?!乡镇|城镇|村镇|集镇|古镇|小镇|重镇|建制镇|特色|下乡|返乡|老乡|家乡|城乡|同乡)(?:${HAN}{2,3}?|${LONG}{4,5}?)(?:镇|乡|街道|苏木))(?![村区级土])(?=镇长|乡长|副镇长|副乡长|党委|党工委|党政|办事处|(?:人民)?政府|${HAN}{1,6}(?:村|社区|嘎查)|一(?:家|处|名|座|栋|个|企业|工厂|仓库|厂|民房|居民|村|出租|养殖|洗)|某|境内|辖区|工业园|工业集中区|“\\d|[、和及，。；｜ ）“\\n]|境内|召开|举行|举办|${HAN}{0,4}(?:广场|公园|小学|中学|学校|市场|水库|煤矿|派出所|卫生院)|检查|调研|督导|督查|督办|督战|慰问|察看|查看|走访|暗访|指导|宣讲|看望|实地|现场|开展|进行|$)`,
    'gu',
  ),
)
/** A town that someone goes to, or that stands in a row with one: 连夜到南山镇、角尾乡巡堤. */
const TOWN_GONE_TO = new Search(
  new RegExp(
    `(?<=来到|深入|前往|赶赴|赶到|奔赴|分赴|抵达|走进|(?<![达得见受遭收看听感想谈提做遇碰找直不未])到|赴|进驻|驻|在|(?:镇|乡|街道|苏木)[、和])(?<name>${NOT_FIRST}(?!乡镇|城镇|村镇|集镇|古镇|小镇|重镇|建制镇|特色|下乡|返乡|老乡|家乡|城乡|同乡|中心|[你我该本][市县区旗])${HAN}{2,3}?(?:镇|乡|街道|苏木))(?![村区级土长委政民愁亲])`,
    'gu',
  ),
)
/** A zone that no place stands before: 位于远山生态旅游区, 远山湖度假区管委会. */
const BY_ZONE = new Search(
  new RegExp(
    `(?:${EDGE}|(?<=位于|位於))(?<name>${NOT_FIRST}(?!位于|国家|省级|市级|全市|全省|经济|高新|工业|生态|旅游)${HAN}{2,5}?(?:生态旅游|文化旅游|旅游|旅游度假|风景名胜|风景|经济开发|经济技术开发|生态文明示范)区)(?=党工委|管委会|党委|管理委员会|境内|的|发生|一)`,
    'gu',
  ),
)
/** A division or regiment of the Corps: 第八师, 一四三团. */
const CORPS = new Search(
  /(?<![\d一二三四五六七八九十〇○零])(?<name>第[一二三四五六七八九十\d]{1,3}师|第?(?:[一二三四五六七八九十〇○零]{1,4}|\d{2,3})团)(?![级伙购体员结部队委])/gu,
)
/** A paper about the Corps says so. */
const OF_CORPS = /兵团|师市|团场/u
/** Words for areas, which are no names. */
const COMMON =
  /^委|书记|主任|主席|[市县区局厅]长|(?:开发|高新|经开|自贸|保税|示范|试验|实验|工业园|产业园|园|社|小|校|厂|矿|库|景|山|林|牧|灾|疫|辖|城|老城|新城|主城|市|郊|地|片|片|战|禁|重点|易发|居民|商业|核心|功能|管辖|行政|自治|辖|林|港|湖|湿地|保护|风景|旅游|生活|办公|作业|储罐|厂矿|危险|事故|警戒|无人|边境|少数民族)区$|^(?:大|中|小|中小|大中|省会|特大|中心|沿海|直辖)?城市$|都市$|[^\u4e00-\u9fff]|(?:超|夜|集|股|楼|门|菜|早|闹|黑|水产|花|农贸)市$|^(?:各|全|该|本|我|两|多|城|都|县级|地级|直辖|周边|相关|外|上|开)市$|^(?:乡镇|城镇|农村|自治州|自治县|自治旗|传达|宣传|宣讲|抓好|做好|搞好|落实|督促|协助|配合|按照|学习|根据|发挥|参照|对照|听取|接到|收到|报请|报经|提请|经过|关于)|[的了在是和与及于为由对向从到赴将被把会召开主持副务率领带其同任兼]|政府|人民|委员|^(?:最后|首先|随后|其次|会后|会上|此外|目前|当前|同时|之后)|认真|接受|感谢|积极|全力|切实|主动|自觉|及时|迅速|坚决|分析|负责|协助|配合|宣布|传达|学习|贯彻|调研|检查|督导|视察|考察|慰问|通报|汇报|出席|列席|研究|部署|审议/u
const NO_TOWN =
  /来[我到你]|前往|^[正你](?=.{2,}镇)|^(?:通报|慰问|检查|督导|调研|看望|视察|察看|查看|走访|暗访|剖析|反思|深入|来到|前往|赶赴|抵达|各|全|该|本|我|有关|相关|所属|重点|沿|中心|下辖)|(?:乡镇|城镇|村镇|所有|部分)|城乡$/u

/** Finds divisions and towns that the lists lack. Run when the listed places are found. */
export function findUnlisted(paper: Paper): void {
  // What the first round finds is the superior of what the second finds: 鹤城市|红岸区.
  if (readRound(paper)) readRound(paper)
}

function readRound(paper: Paper): boolean {
  const names = new Map<string, PlaceValue>()
  const corps = OF_CORPS.test(paper.text)
  for (const line of paper.lines.slice(0, 4))
    if (line.sentence.heading) for (const match of BY_TITLE.in(line)) learn(names, line, match)
  for (const line of paper.lines) {
    for (const search of [BY_OFFICE, BY_TOWN, BY_VISIT]) for (const match of search.in(line)) learn(names, line, match)
    for (const place of line.items) learnUnder(names, line, place)
    for (const search of [TOWN, TOWN_GONE_TO])
      for (const match of search.in(line)) {
        const name = match.groups?.name as string
        if (!NO_TOWN.test(name) && !busy(line, match.index, match.index + name.length) && name.length > 2)
          names.set(name, { type: 'Place', level: 't', name })
      }
    for (const match of BY_ZONE.in(line)) {
      const name = match.groups?.name as string
      if (!busy(line, match.index, match.index + name.length)) names.set(name, { type: 'Place', level: 's', name })
    }
    if (corps)
      for (const match of CORPS.in(line)) {
        const name = match.groups?.name as string
        if (!busy(line, match.index, match.index + name.length)) names.set(name, { type: 'Place', level: 'x', name })
      }
  }
  if (names.size) findEverywhere(paper, names)
  return names.size > 0
}

function learn(names: Map<string, PlaceValue>, line: Line, match: RegExpExecArray): void {
  const name = match.groups?.name as string
  const start = match.index
  if (COMMON.test(name) || busy(line, start, start + name.length) || names.has(name)) return
  names.set(name, divisionCalled(name, undefined))
}

/** 山西省|晋北市, 湘潭市|浏溪县: the name after its superior. */
function learnUnder(names: Map<string, PlaceValue>, line: Line, place: Item): void {
  const above = place.value as unknown as PlaceValue
  if (place.kind !== 'Place' || above.here || !(above.level === 'p' || above.level === 'c')) return
  if (!/[省市州盟区]$/u.test(line.textOf(place))) return
  const at = place.end - line.sentence.start
  const name = UNDER.exec(line.text.slice(at))?.groups?.name
  if (!name || COMMON.test(name) || busy(line, at, at + name.length)) return
  names.set(name, divisionCalled(name, above))
}

function divisionCalled(name: string, above: PlaceValue | undefined): PlaceValue {
  const high = /[市州盟]$/u.test(name) && above?.level !== 'c'
  return {
    type: 'Place',
    level: high ? 'c' : 'x',
    name,
    ...(above?.province && { province: above.province }),
    ...(above?.level === 'c' && above.prefecture && { prefecture: above.prefecture }),
    ...(high && { prefecture: name }),
  }
}

function busy(line: Line, start: number, end: number): boolean {
  const a = line.sentence.start + start
  const b = line.sentence.start + end
  return line.items.some((i) => i.start < b && a < i.end)
}

function findEverywhere(paper: Paper, names: ReadonlyMap<string, PlaceValue>): void {
  const trie = new Trie<PlaceValue>()
  for (const [name, value] of names) trie.add(name, value)
  for (const line of paper.lines)
    for (let i = line.sentence.start; i < line.sentence.end; i++) {
      const hit = trie.longest(line.folded, i, line.sentence.end)
      if (!hit) continue
      const value = hit.entries[0] as PlaceValue
      const inner = line.items.filter((x) => x.start < hit.end && i < x.end)
      if (!inner.length)
        line.put({ kind: 'Place', start: i, end: hit.end, rule: 'place/unlisted', value: { ...value }, parts: [] })
      i = hit.end - 1
    }
}
