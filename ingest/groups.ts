// Layer of groups: a sentence with its items -> items of kind `Group`, each with what its name says: its number, how many there are.
// Heads of groups (`Lead`) that only stand in for the first become `Vice`.

import { type Edge, leftEdge } from './left-edge.js'
import { words } from './lexicon.js'
import type { Item, Line } from './line.js'
import { findMatches } from './match.js'
import { groupRules } from './rules/group.js'
import { Search } from './search.js'
import { numeral } from './text/numeral.js'

/** The value of an item of kind `Group`. */
export interface GroupValue {
  /** `named` says whose or what for; `bare` is a last word alone (工作组); `nth` a number alone (第二组); `area` where it works. */
  sort: 'named' | 'bare' | 'nth' | 'part' | 'area'
  /** The last word of the name without its number: 考核巡查组. */
  head: string
  /** lead, inspect, investigate, work, headquarters, expert */
  class: string
  number?: number
  /** `3个`: several teams at once. */
  count?: string
  /** What stands between the body and the last word: 安全生产法执法. */
  task: string
  /** Only intended: 将成立, 要求派出. */
  planned?: true
}

const EDGE: Edge = {
  list: 'group-edge',
  opens: ['Org', 'Place', 'Accident'],
  shuts: ['Person', 'Post', 'Role', 'Bound', 'Lead', 'Title', 'Date', 'Directive', 'Meeting', 'Country'],
  goesOn: /^(?:领导小组|工作领导小组|第|事故|督导|工作)/u,
  limit: 70,
}

/** Words that say nothing of what a team is for. */
const SOFT =
  /^(?:联合|现场|前方|前线|事故|工作|专项|综合|救援|抢险|应急|处置|临时|专门|相应|指导|督导|检查|部门|技术|安全|安全生产|火灾|灾害|调查|处理|善后|驻点|巡回|省级|市级|县级|国家)*$/u
/** Teams that are no particular ones. */
const GENERIC =
  /(?:^|[^同])(?:各|有关|相关|每个?|所有|全部|部分|有的|多数|其他|任何|若干|多个|一批|一些|多支|几个|层层|各级\S{0,12})$/u
const COUNT = /^(?:\d{1,3}|[一两二三四五六七八九十]{1,3})个/u
const FORMED = '(?:成立|组建|派出|派遣|增派|加派|派|设立|组织|抽调|选派|安排)'
const PLANNED = new RegExp(
  `(?:将|拟|计划|准备|研究|建议|要求|必须|应当|可以|需要|(?<![主重需])要(?!求|素|点)|应(?!急|对|用|届)|是否|有没有|尚未|未|没有|不再)[^，。；]{0,16}?${FORMED}[^，。；]{0,12}$`,
  'u',
)

const NTH_TIME = /第[一二三四五六七八九十\d]{1,3}次$/u

/** Finds groups in one sentence. */
export function findGroups(line: Line): void {
  findLeads(line)
  for (const rule of groupRules) {
    const matches = findMatches(rule, line).map((m) => (m.groups.it ? { ...m, ...m.groups.it } : m))
    if (!matches.length) continue
    const heads = new Map(matches.map((m) => [m.start, m.end]))
    // From the right: a name that holds an earlier last word takes it in.
    for (const match of [...matches].reverse()) {
      if (line.items.some((i) => i.kind === 'Group' && i.start < match.end && match.start < i.end)) continue
      const n = match.groups.n
      const number = n ? numeral(line.textOf(n)) : undefined
      const value = read(line, match, heads, rule.value.sort, number)
      if (!value) continue
      const { start, ...rest } = value
      line.put({ kind: 'Group', start, end: match.end, rule: rule.id, value: { ...rest }, parts: [] })
    }
  }
}

function read(
  line: Line,
  match: { start: number; end: number },
  heads: ReadonlyMap<number, number>,
  sort: 'named' | 'nth' | 'part' | 'area',
  number: number | undefined,
): (GroupValue & { start: number }) | undefined {
  const head = line
    .textOf(match)
    .replace(/第?[一二三四五六七八九十\d]{1,3}(?=小?组$)/u, '')
    .replace(/组小?组$/u, '组')
  const kind = classOf(head)
  if (sort === 'nth')
    return { sort, head: '组', class: 'inspect', task: '', ...(number && { number }), start: match.start }
  if (sort === 'part') return { sort, head: line.textOf(match), class: 'work', task: '', start: match.start }
  if (sort === 'area') return { sort, head: '组', class: 'work', task: '', start: match.start }
  let start = leftEdge(line, match.start, heads, EDGE)
  // 第五次|全国经济普查领导小组
  start -= NTH_TIME.exec(line.folded.slice(Math.max(line.sentence.start, start - 6), start))?.[0].length ?? 0
  const before = line.folded.slice(Math.max(line.sentence.start, start - 24), start)
  if (GENERIC.test(before)) return undefined
  const own = line.items.filter((i) => i.start >= start && i.end <= match.start)
  const country = line.items.find((i) => i.end === start && i.kind === 'Country')
  if (country) return undefined
  // 等部门|工作组: the bodies before it send it.
  const row = rowOfBodies(line, start)
  if (row !== undefined) start = row
  start +=
    /^(?:[★☆◆●▲■※▇▶【]|[（(]?\d{1,2}[）).、]|[一二三四五六七八九十]{1,2}、| )+/u.exec(
      line.folded.slice(start, match.start),
    )?.[0].length ?? 0
  // 第三、|第四工作组; 起|市里3个检查组.
  start +=
    /^(?:第[一二三四五六七八九十\d]{1,3}[、和及])+(?=第)|^起(?=[省市县区]里?)|^(?:着|了|过)?个?(?=[\u4e00-\u9fff]{2})/u.exec(
      line.folded.slice(start, match.end),
    )?.[0].length ?? 0
  let task = line.folded.slice(own.at(-1)?.end ?? start, match.start)
  const count = COUNT.exec(task)?.[0]
  if (count) task = task.slice(count.length)
  const nth = /第([一二三四五六七八九十\d]{1,3})(?!轮|批|届|次|期)/u.exec(task)
  if (nth) task = task.replace(nth[0], '')
  if (/^(?:各|有关|相关|每|所有)|(?:余|多)个|(?:各|相关|有关)$/u.test(task)) return undefined
  const found = number ?? (nth ? numeral(nth[1] as string) : undefined)
  const bare = !own.length && row === undefined && !found && !count && SOFT.test(task)
  return {
    sort: bare ? 'bare' : 'named',
    head,
    class: kind,
    task,
    ...(found && { number: found }),
    ...(count && { count }),
    ...(PLANNED.test(before) && { planned: true as const }),
    start,
  }
}

/** 公安部、交通运输部等部门|工作组: where a row of bodies that ends here begins. */
function rowOfBodies(line: Line, at: number): number | undefined {
  const tail = /等(?:有关|相关)?(?:部门|单位)(?:联合)?$/u.exec(
    line.folded.slice(Math.max(line.sentence.start, at - 10), at),
  )
  let end = tail ? at - tail[0].length : at
  let start: number | undefined
  for (;;) {
    const body = line.items.find((i) => i.end === end && i.kind === 'Org')
    if (!body) return tail || start === at ? start : undefined
    start = body.start
    if (!/[、和]/u.test(line.folded[start - 1] ?? '')) return tail ? start : undefined
    end = start - 1
  }
}

let classes: Map<string, string> | undefined

function classOf(head: string): string {
  classes ??= new Map(words('group').map((r) => [r.word, r.fields[0] ?? 'work']))
  return classes.get(head) ?? classes.get(`${head.slice(0, -1)}组`) ?? 'inspect'
}

const GAP = new Search(/(?<=^|[ ｜：，。])(副 {0,3})?组 {0,3}长(?=[：（ ｜]|$)/gu)

/** 组 长 with a gap is a head of a group; 副组长 is another thing than 组长; 指挥长 without a body is a head. */
function findLeads(line: Line): void {
  for (const gap of GAP.in(line)) {
    const start = line.sentence.start + gap.index
    line.put(lead(gap[1] ? 'Vice' : 'Lead', start, start + gap[0].length, 'lead/gap'))
  }
  for (const item of [...line.items]) {
    const text = line.textOf(item)
    // 工作专班|组长
    if (item.kind === 'Title' && text === '班组长' && line.folded[item.start - 1] === '专') {
      line.lift(item)
      line.put(lead('Lead', item.start + 1, item.end, item.rule))
    }
    if (item.kind === 'Lead' && text.includes('副')) replace(line, item, 'Vice')
    const site = item.kind === 'Post' && ON_SITE.exec(text)?.[0]
    if (site) {
      line.lift(item)
      for (const part of line.items.filter((p) => p.start >= item.start + site.length && p.end <= item.end))
        line.lift(part)
      line.put(
        lead(
          /^(?:常务|第一)?副/u.test(text.slice(site.length)) ? 'Vice' : 'Lead',
          item.start + site.length,
          item.end,
          item.rule,
        ),
      )
      continue
    }
    if (item.kind === 'Post' && /^(?:总?指挥长|总指挥)$/u.test(text)) replace(line, item, 'Lead')
    if (item.kind === 'Post' && /^(?:常务|第一)?副(?:总?指挥长?|指挥长)$/u.test(text)) replace(line, item, 'Vice')
  }
}

/** 现场救援指挥部|指挥长: the head of a headquarters set up for one event; a standing headquarters has offices. */
const ON_SITE =
  /^(?:[\u4e00-\u9fff]{0,8})(?:现场|前方|前线|处置|救援|抢险|救灾|善后|行动|整治|攻坚)[\u4e00-\u9fff]{0,4}指挥部(?=(?:常务|第一)?副?(?:总?指挥长|总指挥)$)/u

function replace(line: Line, item: Item, kind: string): void {
  line.lift(item)
  line.put(lead(kind, item.start, item.end, item.rule))
}

function lead(kind: string, start: number, end: number, rule: string): Item {
  return { kind, start, end, rule, value: {}, parts: [] }
}
