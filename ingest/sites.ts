// Layer of sites: towns, villages and sites that someone is said to go to -> items of kind `Place`, after persons and bodies are known.
import { words } from './lexicon.js'
import type { Item, Line } from './line.js'
import type { PlaceValue } from './paper.js'
import { Search } from './search.js'
import { matchesOf } from './text/matches.js'

/** What stands before a place that someone goes to; 在 where a place opens the sentence, or before a word of looking into something. */
const VERBS =
  /(?:来到|赴往|赶到|赶往|赶赴|奔赴|抵达|走进|走入|走上|登上|步入|前往|深入|走访|参观|直奔|直插|直抵|直扑|现身|转赴|转往|转至|(?:夜查|夜访|暗访|突查)(?!组|小组)|(?:徒步|冒雨|实地|现场|突击|随机)检查了?|(?:检查|调研|视察|考察|督查|抽查|巡查)了(?!解)|赴|(?<![达得见受遭收看听感想谈提做遇碰找直不未])到|去了|(?:查|察)看了?|(?<=带队|率队|一行)至|(?<=(?:场所|点位|地点|单位|地方|现场)，)包括|(?<![以直甚截乃及日点时年月底前起分内夏冬围南北东西从])至(?=[^，。；：！？\n]{3,60}?(?:督查|调研|检查|督导|考察|走访|慰问|视察|等，)))(?:位于)?/u
const LOOKED = '调研|考察|检查|视察|督导|督查|看望|慰问|走访|察看|暗访'
const OPENING = '(?<opens>(?<=^|[。：，；])在)'
const JOURNEYS = new Search(new RegExp(`${VERBS.source}|${OPENING}`, 'gu'))
/** The same, and 在 before a word of looking into something: where a sentence holds none, no 在 need be followed through its clause. */
const LOOKS_INTO = new Search(
  new RegExp(`${VERBS.source}|(?<![现正所存潜实])在(?=[^，。；：！？\\n“”《》]{3,70}?(?:${LOOKED}))|${OPENING}`, 'gu'),
)
const LOOKS = new Search(new RegExp(LOOKED, 'u'))
/** A name of a site ends before these. */
const ENDS =
  /[，。；：！？\n（“”《》｜ —]|等(?=地|处|[\d一二三四五六七八九十]|[\u4e00-\u9fff]{0,6}(?:企业|单位|现场|点位|场所|工地|项目|部位|园区|社区|乡镇|商户|门店)(?![\u4e00-\u9fff]{1,6}等))|(?:实地|现场|一线)?(?:调研|检查|督查|督导|督察|督办|督战|指导|慰问|考察|暗访|查看|察看|视察|看望|走访|巡查|了解|夜查|抽查|指挥|宣讲|听取|参观|探望|开展|进行|主持|参加|出席|观看|详细|仔细|实地|(?<![共不大合])同(?![心仁江德志体])|与|看(?!守)|介绍|汇报|召开|试(?![验点])|问|询问|回访|回头看|复查|抽检|核查|排查(?!治理)|登上|登高|沿途)/u
/** A region or a word within a name. */
const BRACKET = /^（[\u4e00-\u9fff]{1,8}）(?![，。；：）]|$)/u
const JOINTS = /[、和及与]|以及/u
const STOPS = new RegExp(`${ENDS.source}|${JOINTS.source}`, 'gu')
const BAD =
  /[的了在把将被从向对为是有就都也并还其该这那各某]|(?<![中高初平])等|(?<!第)一(?=[家座个处名位些批条片块])|[两三四五六七八九十几多数\d](?:个|座|家|处|所|栋|户)|大型|小型|事故|群众|有关|相关|各地|农村|乡村$|基层|企业$|^(?:企业|重点|项目|施工|生产|部分|一线|沿街|沿途|辖区|周边|附近|城区|镇区|涉事)(?!.{5})|^(?:街道|乡镇|山乡|厂矿|村组|村屯|街巷|街头)(?:社区|村|厂矿|校园|企业|村寨)$/u
/** 商业综合体, 企业园区: a kind of site and no site. */
const KIND_ONLY =
  /^(?:商业|城市|企业|产业|工业|化工|物流|建筑|施工|在建|农贸|批发|景区|旅游|人员密集|商贸|餐饮|医疗|养老|教育|文化|体育|客运|公共|老旧|居民|住宅|临街|沿街|应急|值班|消防|公安|街道|公交|地铁|高铁|城区|乡镇|项目|一线|交通|仓储|冷链|储备|育种|制种|良种|种植|养殖|红色|实训|创业|科研|生产|农业|生态|便民|综合|安置|移民|搬迁|爱国主义|示范|智能|数字|绿色|新能源)*(?:综合体|园区|小区|市场|工地|场所|商场|超市|医院|学校|车站|码头|港口|水库|景区|宾馆|酒店|网吧|工厂|仓库|加油站|养老院|福利院|敬老院|社区|广场|公园|商铺|门店|餐馆|基地|值班室|派出所|消防站|枢纽|中心|产业园|物流园)$/u
const SUFFIX = /(?:镇|乡|街道|苏木)/u

let tails: Map<string, 't' | 's'> | undefined

function tailOf(name: string): string | undefined {
  tails ??= new Map(words('site').map((r) => [r.word, r.fields[0] as 't' | 's']))
  for (let n = Math.min(6, name.length); n > 0; n--) if (tails.has(name.slice(-n))) return name.slice(-n)
  return undefined
}

/** 在荞窝镇政府召开: the body is where it is done, and only its division is a place. */
function openSeats(line: Line): void {
  for (const body of line.items.filter((i) => i.kind === 'Org' && i.parts[0]?.start === i.start)) {
    const before = line.folded.slice(Math.max(line.sentence.start, body.start - 2), body.start)
    if (!/(?:^|[^存现正潜所])在$|来到$|赶到$/u.test(before)) continue
    if (/^(?:[^，。；]{0,6}(?:召开|举行|主持召开|组织召开|指挥))/u.test(line.folded.slice(body.end, line.sentence.end)))
      line.lift(body)
  }
}

const PARTS =
  /(?:井下|地面|一线|(?:综采|综放|采煤|掘进)?工作面|(?:生产)?车间|井口|(?<=[厂矿园站场馆库])[内里上]|货运坪|集控室|中控室|调度室|候车厅|候机厅|大厅)$/u

/** Finds sites in one sentence. */
export function findSites(line: Line): void {
  openSeats(line)
  const text = line.text
  for (const match of (LOOKS.mayMatch(line) ? LOOKS_INTO : JOURNEYS).in(line)) {
    const from = match.index + match[0].length
    const inside = line.items.some(
      (i) => i.start < line.sentence.start + from && line.sentence.start + match.index < i.end,
    )
    if (inside) continue
    const opens = match.groups?.opens !== undefined
    const rest = text.slice(from, from + 90)
    readList(line, line.sentence.start + from, rest, opens)
  }
}

/** A、B和C after the verb: each part that ends like a site becomes an item. */
function readList(line: Line, at: number, rest: string, opens: boolean): void {
  let pos = 0
  for (let n = 0; n < 8; n++) {
    // 全国文明村——|义乌市李祖村: what is called so stands behind the dash.
    // 到你区（县）|罗玛镇
    pos +=
      /^(?:[你我该本][市县区旗州镇乡](?:（[市县区旗]）)?|城区|辖区)(?=[\u4e00-\u9fff]{2})/u.exec(rest.slice(pos))?.[0]
        .length ?? 0
    pos += /^[\u4e00-\u9fff]{2,10}——/u.exec(rest.slice(pos))?.[0].length ?? 0
    const part = rest.slice(pos)
    const stop = cut(line, at + pos, part)
    if (stop === 0) return
    // 在…，: the place is all that the clause says.
    if (opens && part[stop] !== '，') return
    readSite(line, at + pos, part.slice(0, stop))
    const joint = /^(?:、|和|及|与|以及)/u.exec(part.slice(stop))?.[0]
    if (!joint) return
    pos += stop + joint.length
  }
}

/** Where the part that begins at `at` ends: at a mark, a verb or a joint outside of items. */
function cut(line: Line, at: number, part: string): number {
  for (const m of matchesOf(STOPS, part)) {
    const held = line.items.find(
      (i) => i.start < at + m.index + m[0].length && at + m.index < i.end && i.kind !== 'Person',
    )
    if (held && (held.kind === 'Place' || held.kind === 'Org')) continue
    // 中国（新疆）自由贸易试验区, 新疆工业学院（筹）
    if (m[0] === '（' && BRACKET.test(part.slice(m.index))) continue
    // 和平镇: a joint that begins a name is none.
    if (JOINTS.test(m[0]) && (m.index === 0 || /^[和及与][\u4e00-\u9fff](?:镇|乡|村|街道)/u.test(part.slice(m.index))))
      continue
    return m.index
  }
  return part.length
}

function readSite(line: Line, at: number, name: string): void {
  const end = at + name.length
  let start = at
  let last = at
  for (;;) {
    const place = line.items.find((i) => i.kind === 'Place' && i.start === start && i.end <= end)
    if (!place) break
    last = start
    start = place.end
  }
  if (start === end) return
  // 铜坑矿|井下: a part of the site is no part of its name.
  const part = PARTS.exec(line.folded.slice(start, end))?.[0].length ?? 0
  if (part && end - part > start + 1) {
    readSite(line, at, name.slice(0, -part))
    return
  }
  // 儿童医院|（泸定路院区）: which house of it.
  const house = /（[\u4e00-\u9fff]{4,8}）$/u.exec(line.folded.slice(start, end))?.[0].length ?? 0
  if (house && end - house > start + 1) {
    readSite(line, at, name.slice(0, -house))
    return
  }
  let own = line.folded.slice(start, end)
  if (KIND_ONLY.test(own) || BAD.test(own) || own.length > 26 || !tailOf(own)) return
  // 肖家坊镇|天成峡漂流点
  const town = /^(?!城|乡镇|村镇)[\u4e00-\u9fff]{1,4}?(?:镇|乡|街道|苏木)(?=[\u4e00-\u9fff]{2})/u.exec(own)?.[0]
  if (
    town &&
    town.length > 1 &&
    !/(?:乡村|城镇|镇政|乡政|古镇|镇区|小镇)/u.test(own.slice(0, town.length + 1)) &&
    SUFFIX.test(town)
  ) {
    put(line, start, start + town.length, 't', town, [])
    last = start
    start += town.length
    own = own.slice(town.length)
  }
  const tail = tailOf(own)
  if (!tail) return
  const level = (tails as Map<string, 't' | 's'>).get(tail) as 't' | 's'
  // A last word alone has no name of its own, and 上海|科技馆 is one name: it takes the division before it.
  const before = line.items.find((i) => i.kind === 'Place' && i.start === last && i.end === start)
  const whole = line.folded.slice(last, end)
  if (own.length - tail.length < 1 || (level === 's' && own.length - tail.length < 2)) {
    if (!before || level === 't') return
    start = last
  } else if (before && level === 's' && !/[省市县区州盟旗镇乡村道]$/u.test(line.textOf(before))) start = last
  put(
    line,
    start,
    end,
    level,
    line.folded.slice(start, end),
    own.length > tail.length ? [own, whole, name] : [whole, name],
  )
}

function put(line: Line, start: number, end: number, level: 't' | 's', name: string, forms: readonly string[]): void {
  const inside = line.items.filter((i) => i.start >= start && i.end <= end)
  if (line.items.some((i) => i.start < end && start < i.end && !inside.includes(i))) return
  if (inside.some((i) => !['Person', 'Title', 'Place', 'Org', 'Role', 'Post', 'Country'].includes(i.kind))) return
  // A name of a person found inside the name of a place is none.
  for (const item of inside) if (item.kind !== 'Place' && item.kind !== 'Org') line.lift(item)
  const value: PlaceValue = { type: 'Place', level, name, forms }
  const item: Item = { kind: 'Place', start, end, rule: 'site/gone-to', value: { ...value }, parts: [] }
  line.put(item)
}
