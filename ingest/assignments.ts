// A team and the clauses that tell of it (由…带队，负责…、…；) -> who heads it and where it goes, however far from its name they stand
// in the sentence. What stands right beside the name, the data rules read; here the team is carried on as the subject.
import { evidenceSpan, type Finding } from './facts.js'
import type { GroupValue } from './groups.js'
import type { Item, Line } from './line.js'
import { compile } from './match.js'
import { draftsOf } from './roster.js'

const BRACKET = '(?:（[^（）]{1,24}）)?'
const ADVERB =
  '(?:将|已经?|先后|分别|并|还|又|再|主要|具体|重点|随后|计划|预计|于|即日|立即|连夜|同时|继续|其中|近日|日前|\\d{1,2}日|[上下]午|当[天日晚]|凌晨|晚|‹Date›){0,5}'
const GOES =
  '(?:分赴|赶赴|奔赴|赴|进驻|入驻|驻点在?|驻|前往|到|抵达|来到|去|负责(?:督导|检查|联系|指导)?|督导|检查|巡查|督查|督察|暗访|核查|考核|查(?![明清处获封询阅验])|转往|转|包保|包联|包抓|联系|覆盖|延伸[至到]|延伸(?:督导|检查)|下沉到?|转战|转赴|转至|对接|指导|帮扶|抽查|走访|抽检|明查暗访|随机抽查|实地检查|蹲点|蹲守|分片负责|含|包括|辖)'
const SPAN = '(?:[你我该本][市县区旗]（[市县区旗]）|[^，。；：\\uE000-\\uEFFF]{0,4}?)'

/** Clauses that name the head of the team. */
const HEADED = [
  `^${BRACKET}(?:并|原|暂|现|具体|临时)?(?:由|以)?(?:‹Org›[^，。；\\uE000-\\uEFFF]{0,4})?‹Person=who›${BRACKET}(?:同志)?(?:亲自|分别|兼|具体|一并|暂)?(?:任|担任|兼任|为|出任|代|代任|代理)(?:督导组|工作组)?‹Lead›`,
  `^${BRACKET}(?:并)?(?:由|以)?‹Person=who›${BRACKET}(?:同志)?(?:亲自|分别|具体)?(?:带队|率队|牵头|领队|挂帅|带领|率领)`,
  `^的?‹Lead›(?:分别)?(?:由|为|是|：|，|、| )?‹Person=who›(?!的)`,
]
/** The head was to be one person and is another: 原拟由…担任，因…改由…担任. */
const CHANGED = '(?:改由|现由|调整为|改为|变更为|更换为|现为)‹Person=who›'
/** Clauses that name where the team goes. */
const WHERE = [
  '^在‹Place›{0,3}?‹Place=to›(?!‹Place›)(?:[^，。；\\uE000-\\uEFFF]{0,20}?)(?:发现|查出|查到|查了|抽查|检查|看到|查看|督导|暗访|走访|随机)',
  '^(?:‹Date›|冒雨|徒步|随机|实地|现场|突击|重点|连夜|顶着[^，。；]{1,6}){0,3}(?:检查|抽查|查看|察看|暗访|督导)了?‹Place›{0,3}?‹Place=to›(?!‹Place›)',
  `^${ADVERB}${GOES}(?:了|对|在)?${SPAN}‹Place›{0,3}?‹Place=to›(?!‹Place›)`,
  '^（(?:含|包括|负责|辖|覆盖|：)?‹Place›{0,3}?‹Place=to›(?!‹Place›)',
]
/** After the places of the team: some of them that it must see. */
const AMONG = '^其中，?‹Place=to›(?:等)?(?:[^，。；\\uE000-\\uEFFF]{0,4})?(?:必|须|要|为|是|作为|列为|每)'
/** Places that the team is to make its main ones. */
const FOCUS = '^(?:[^，。；\\uE000-\\uEFFF]{0,10}?)[把将]‹Place=to›(?:等地?)?(?:作为|列为|纳入|定为|确定为)(?:重点|必)'
/** Only places, after the head was named. */
const ALONE = '^ ?‹Place=to›(?:（[^（）]*）)? ?$'
/** One person alone in a cell or behind a colon, where the line begins with the team. */
const SOLE = '^ ?‹Person=who›(?:（[^（）]*）)? ?$'
/** A clause of those who help, of the members or of the reason goes on with the team. */
const GOES_ON =
  /^(?:.{0,40}?(?:参加|配合|随行|协助|副组长|副组长单位|抽调|联络员|同行|组成|成员|联络人)|成员|组员|因|由于|原|从|以|采取|通过|并|分|为期|时间|每|人员|含|不|随|按|就|抓|于|将|已|自|其)/u
const NOT = /不|未|没有|取消|暂缓|另行|无需/u

/** A paragraph that begins with a team tells of it to its end: 一、第一组。组长：…。督导…. */
const NUMBERED = /^[ （(【〔★☆▲△◆◇●○■□◎※▶▷•·→]{0,2}(?:[一二三四五六七八九十]{1,3}|\d{1,2})?[）)、.．]? ?$/u
/** How the next sentence goes on with it. */
const STILL = /^ ?(?:组 {0,3}长|由|督导|检查|巡查|督查|暗访|负责|赴|进驻|前往|包保|联系|核查)/u

/** 省水利厅副厅长李平任组长，…: a sentence that begins with the head. */
function opensWithHead(line: Line): boolean {
  const first = line.items[0]
  if (first?.kind !== 'Person' || first.start > line.sentence.start + 1) return false
  return /^(?:同志)?(?:带队|率队|牵头|(?:任|担任|兼任)组 {0,3}长)/u.test(
    line.folded.slice(first.end, line.sentence.end),
  )
}

/** Reads a document line after line, for the team that a paragraph begins with. */
export class AssignmentReader {
  private open: { paragraph: number; team: Item } | undefined
  /** The team of whose block the lines below are: its head on one, its places on another. */
  private block: { row: number; team: Item } | undefined

  /** What the next sentence says of its teams, or of the one that its paragraph began with. Run after lists are gathered. */
  read(line: Line): Finding[] {
    const { line: paragraph, start } = line.sentence
    const teams = line.items.filter((i) => i.kind === 'Group')
    const first = teams[0]
    if (this.open?.paragraph !== paragraph) this.open = undefined
    if (first && draftsOf(first).length && !this.open && NUMBERED.test(line.folded.slice(start, first.start)))
      this.open = { paragraph, team: first }
    else if (teams.some((t) => this.open && draftsOf(t)[0] !== draftsOf(this.open.team)[0])) this.open = undefined
    const value = this.open?.team.value as unknown as GroupValue | undefined
    if (this.open && value && !teams.length && SENT.has(value.class) && (STILL.test(line.text) || opensWithHead(line)))
      return carried(line, { ...this.open.team, start, end: start }, line.sentence.end, value.class !== 'headquarters')
    const block = teams.length || !this.block || paragraph - this.block.row > BLOCK ? undefined : this.block
    const places = block && placesAlone(line, block)
    if (places) return places
    if (block && SENT.has((block.team.value as unknown as GroupValue).class) && opensWithHead(line))
      return carried(line, { ...block.team, start, end: start }, line.sentence.end, true)
    if (first && draftsOf(first).length === 1 && NUMBERED.test(line.folded.slice(start, first.start)))
      this.block = { row: paragraph, team: first }
    return readAssignments(line)
  }
}

/** How many lines below its team a line of nothing but places may stand. */
const BLOCK = 4

/** 永春县、南安市: a line of nothing but places in the block of a team that is sent. */
function placesAlone(line: Line, block: { row: number; team: Item }): Finding[] | undefined {
  const first = line.items[0]
  const { start, end, line: row } = line.sentence
  const value = block.team.value as unknown as GroupValue
  if (first?.kind !== 'Place' || row === block.row || !SENT.has(value.class)) return undefined
  const places = rowOfPlaces(line, first)
  const last = places.at(-1) as Item
  if (!/^\P{L}{0,2}$/u.test(line.folded.slice(start, first.start))) return undefined
  if (!/^(?:（[^（）]*）)?[。；]?$/u.test(line.folded.slice(last.end, end))) return undefined
  return places.flatMap((place) => finding(line, block.team, place, 'INSPECTS', first, 'team/places-below'))
}

/** What a sentence says of each of its teams. */
function readAssignments(line: Line): Finding[] {
  const teams = line.items.filter((i) => i.kind === 'Group' && draftsOf(i).length > 0)
  if (!teams.length) return []
  return teams.flatMap((team, n) => {
    const paired = pairs(line, teams, n)
    if (paired) return [...placesIn(line, team), ...paired]
    const next = teams.slice(n + 1).find((t) => draftsOf(t)[0] !== draftsOf(team)[0])
    const value = team.value as unknown as GroupValue
    const places = placesIn(line, team)
    if (!SENT.has(value.class)) return places
    return [...places, ...carried(line, team, next?.start ?? line.sentence.end, value.class !== 'headquarters')]
  })
}

/** 潮州组、江门组分别由甲、乙牵头: each team in its order has one of the persons; undefined when this is no such row. */
function pairs(line: Line, teams: readonly Item[], n: number): Finding[] | undefined {
  const joined = (a: Item | undefined, b: Item | undefined) =>
    a !== undefined && b !== undefined && /^[、和]$/u.test(line.folded.slice(a.end, b.start))
  let first = n
  while (joined(teams[first - 1], teams[first])) first--
  let last = n
  while (joined(teams[last], teams[last + 1])) last++
  if (first === last) return undefined
  const end = (teams[last] as Item).end
  const said = /^的?(?:组长)?分别(?:由|为|是|以)/u.exec(line.folded.slice(end, line.sentence.end))
  const heads = said && line.items.find((i) => i.kind === 'Person' && i.start === end + said[0].length)
  const drafts = heads ? draftsOf(heads) : []
  const head = drafts.length === last - first + 1 ? drafts[n - first] : undefined
  if (!heads || !head) return undefined
  const team = teams[n] as Item
  return finding(line, { ...heads, value: { drafts: [head] } }, team, 'LEADS_GROUP', team, 'team/in-order')
}

/** Teams that are sent somewhere; a leading group or an inquiry is not. */
const SENT = new Set(['work', 'inspect', 'expert'])

/** 赴常州工作组: the place in its name. */
function placesIn(line: Line, team: Item): Finding[] {
  if ((team.value as unknown as GroupValue).sort !== 'area') return []
  return team.parts
    .filter((p) => p.kind === 'Place')
    .flatMap((p) => finding(line, team, p, 'INSPECTS', team, 'team/named-after-place'))
}

function carried(line: Line, team: Item, to: number, sent: boolean): Finding[] {
  const findings: Finding[] = []
  let headed = false
  let placed = false
  let first = true
  for (const [from, end, last] of clauses(line, team.end, to)) {
    const read = (pattern: string, role: string) => capture(line, from, end, pattern, role)
    const words = line.plain(from, end)
    const head = HEADED.map((p) => read(p, 'who')).find(Boolean) ?? (first && sole(line, team, from, end))
    const changed = read(CHANGED, 'who')
    if ((head || changed) && !last && !/原拟|原定|拟由/u.test(changed ? '' : words)) {
      headed = true
      findings.push(...finding(line, changed ?? (head as Item), team, 'LEADS_GROUP', team, 'team/headed'))
      // 由…带队赴…: the clause goes on to a place.
      const rest = (changed ?? (head as Item)).end
      const at = sent && capture(line, rest, end, `^[^，。；\\uE000-\\uEFFF]{0,6}?‹Lead›?${WHERE[0]?.slice(1)}`, 'to')
      if (at) {
        placed = true
        findings.push(
          ...rowOfPlaces(line, at).flatMap((place) => finding(line, team, place, 'INSPECTS', team, 'team/goes')),
        )
      }
    } else if (sent && !NOT.test(words)) {
      const where =
        [...WHERE, FOCUS].map((p) => read(p, 'to')).find(Boolean) ??
        (placed ? read(AMONG, 'to') : undefined) ??
        ((headed || (first && fieldOf(line, team, from))) && !placed ? read(ALONE, 'to') : undefined)
      if (where) {
        placed = true
        findings.push(
          ...rowOfPlaces(line, where).flatMap((place) => finding(line, team, place, 'INSPECTS', team, 'team/goes')),
        )
      } else if (!first && !GOES_ON.test(line.folded.slice(from, end)) && opensWithActor(line, from)) break
    }
    first = false
  }
  return findings
}

/** 第一组：厦门市、漳州市，组长…: what stands behind the colon of a team that opens its line or part of it. */
function fieldOf(line: Line, team: Item, from: number): boolean {
  const before = line.folded.slice(line.sentence.start, team.start)
  return (NUMBERED.test(before) || /[；。]$/u.test(before)) && /[：｜—→]/u.test(line.folded[from - 1] as string)
}

/** 赴宁德工作组：省水利厅副厅长李平: the one person who is all that follows the team of the line. */
function sole(line: Line, team: Item, from: number, to: number): Item | undefined {
  const opens = NUMBERED.test(line.folded.slice(line.sentence.start, team.start))
  if (!opens || !/[：｜—→]/u.test(line.folded[from - 1] as string)) return undefined
  const who = capture(line, from, to, SOLE, 'who')
  return who && draftsOf(who).length === 1 ? who : undefined
}

/** Others than the team that a clause may tell of. */
const ACTORS = new Set(['Org', 'Person', 'Meeting', 'Accident', 'Place'])

function opensWithActor(line: Line, from: number): boolean {
  return line.items.some((i) => ACTORS.has(i.kind) && i.start >= from && i.start <= from + 1)
}

/** 昆明（含东川区）、玉溪: a row of places that brackets have cut; those that are not of it left out. */
function rowOfPlaces(line: Line, first: Item): Item[] {
  const found = [first]
  for (let at = first.end; ; ) {
    const bracket = /^（(?<sort>含|包括|其中|不含|除)?[^（）]{1,40}）/u.exec(line.folded.slice(at, line.sentence.end))
    const from = at
    if (bracket) {
      at += bracket[0].length
      if (!/不含|除/u.test(bracket.groups?.sort ?? ''))
        found.push(...line.items.filter((i) => i.kind === 'Place' && i.start >= from && i.end <= at))
    }
    const next = line.items.find((i) => i.kind === 'Place' && i.start === at + 1)
    if (!next || !/[、和及]/u.test(line.folded[at] as string)) return found
    found.push(next)
    at = next.end
  }
}

/** The clauses of a stretch, after ， and ： and behind ；(`last`); a bracket right after the name is a clause of its own. */
function clauses(line: Line, from: number, to: number): [number, number, boolean][] {
  const found: [number, number, boolean][] = []
  let at = from
  let last = false
  const cut = (end: number, next: number) => {
    if (end > at) found.push([at, end, last])
    at = next
  }
  for (let i = from; i < to; i++) {
    const item = line.items.find((x) => x.start <= i && i < x.end)
    if (item) {
      i = item.end - 1
      continue
    }
    const c = line.folded[i] as string
    if (c === '（' && i === from) {
      const close = line.folded.indexOf('）', i)
      if (close < 0 || close >= to) continue
      found.push([i, close, last])
      at = close + 1
      i = close
    } else if (/[，：｜—→]/u.test(c)) cut(i, i + 1)
    else if (c === '；') {
      cut(i, i + 1)
      last = true
    } else if (c === '。') {
      cut(i, to)
      return found
    }
  }
  cut(to, to)
  return found
}

/** The item that a pattern captures in a stretch of the sentence. */
function capture(line: Line, from: number, to: number, pattern: string, role: string): Item | undefined {
  const { text, at, items } = line.encode()
  const a = at.findIndex((o) => o >= from)
  const b = at.findIndex((o) => o >= to)
  if (a < 0) return undefined
  const regex = compile(pattern)
  regex.lastIndex = 0
  const found = regex.exec(text.slice(a, b < 0 ? undefined : b))?.indices?.groups?.[role]?.[0]
  return found === undefined ? undefined : items[a + found]
}

function finding(
  line: Line,
  from: Item,
  to: Item,
  type: 'LEADS_GROUP' | 'INSPECTS',
  team: Item,
  rule: string,
): Finding[] {
  const span = evidenceSpan(line, { start: team.start, end: Math.max(from.end, to.end) })
  return draftsOf(from).flatMap((f) =>
    draftsOf(to).map((t) => ({ type, from: f, to: t, attrs: {}, ...span, rule, confidence: 0.94 })),
  )
}
