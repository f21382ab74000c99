// Items of kind `Group` -> drafts: names completed from who sends, forms or leads the team; 工作组 and 第二组 to the one they stand for.
import type { GroupValue } from '../groups.js'
import { regionAt } from '../home.js'
import type { Item, Line } from '../line.js'
import { lineIndexAt } from '../line-at.js'
import { compile } from '../match.js'
import type { Paper } from '../paper.js'
import { type Draft, draftsOf, type Roster } from '../roster.js'
import { bodyName } from './body.js'
import { type Profile, same, soleNumber, stem } from './group-profile.js'
import { LED, worthy } from './group-worth.js'

const profiles = new WeakMap<Draft, Profile>()

const PLAIN = '[^。；：！？\\n\\uE000-\\uEFFF]'
const SENT = '(?:成立|派出|派遣|增派|加派|调派|派|组建|组成|设立|抽调|选派|派驻|组织)了?'
/** Who sends or forms the team, in its clause: the first of a row of bodies. */
const SENDER = `(?<who>‹Org›)(?:[、和]‹Org›)*(?:等${PLAIN}{0,6}?(?:部门|单位)|牵头)?(?:‹Date|Place|Accident›|${PLAIN}){0,40}?${SENT}(?:‹Person|Lead|Post|Place›|${PLAIN}){0,20}?$`
/** Who leads it there: the last office before the name of the one who leads. */
const LEADER = `(?<who>‹Post›)(?:、‹Person›|‹Post›|、){0,6}?‹Person›(?:‹Person|Post|Date›|[、，和]|${PLAIN}){0,12}?(?:率领|率|带领|带)${PLAIN}{0,4}?$`
const MADE = new RegExp(`${SENT}[^，。；]{0,16}$`, 'u')
/** The accident that a team was set up for, as far as its mentions say. */
export function causeOf(team: Draft): Draft | undefined {
  return profiles.get(team)?.accident
}

/** Finds or makes the draft that an item speaks of. A bare team that nobody is said to send stays without one. */
export function nameGroup(item: Item, line: Line, paper: Paper, roster: Roster): void {
  const value = item.value as unknown as GroupValue
  const text = line.textOf(item)
  if (value.sort === 'part' || value.sort === 'area') {
    // 赴常州的工作组 also goes without 的.
    const draft = roster.draft('Group', text, [text.replace(/的(?=[\u4e00-\u9fff]{2,6}组$)/u, '')])
    profiles.set(draft, { head: text, task: '' })
    roster.mention(draft, line, item)
    return
  }
  // 市督导组 where the city is not known: its level says nothing of what it is for.
  const said: Profile = { head: value.head, task: value.task.replace(/^(?:省|市|县|区|自治区)$/u, '') }
  if (value.number) said.number = value.number
  if (value.count) said.count = value.count
  const own = ownBody(item, line, paper)
  if (own) said.body = own
  const accident = item.parts.find((p) => p.kind === 'Accident')
  const about = accident && draftsOf(accident)[0]
  if (about) said.accident = about
  const only = value.number !== undefined && soleNumber(value.head, paper)
  const made = MADE.test(line.folded.slice(Math.max(line.sentence.start, item.start - 30), item.start))
  if (!made || value.sort === 'named') {
    const known = latest(
      roster,
      item.start,
      (p, d) => same(p, said, value.sort, d, text, only) && !(made && otherTask(p, said)),
    )
    if (known) {
      joined(known, said, item, line, paper, roster)
      return
    }
  }
  if (value.sort === 'nth') {
    nth(item, line, said, roster, paper)
    return
  }
  const sender = said.body ? undefined : senderOf(item, line, paper)
  if (sender) said.body = sender
  if (value.sort === 'bare' && made) {
    // A team sent by a body of its own is none that was formed for one thing by nobody told: 善后工作组.
    const another = (p: Profile) => !!sender && !p.body && p.task !== '' && !ANY.test(p.task)
    const known = latest(roster, item.start, (p, d) => same(p, said, 'named', d, text, only) && !another(p))
    if (known) {
      joined(known, said, item, line, paper, roster)
      return
    }
  }
  if (!said.body && !sender) actsFor(value, said, item, line, paper)
  if (!worthy(value, said, item, line, made)) return
  if (!said.body && value.number) {
    const base = latest(
      roster,
      item.start,
      (p) => !!p.body && p.number === undefined && stem(p.head) === stem(value.head),
    )
    const body = base && profiles.get(base)?.body
    if (body) said.body = body
  }
  if (value.class === 'investigate' && value.sort === 'bare' && !said.accident) {
    const cause = roster.latest('Accident', line.sentence.end)
    if (cause) said.accident = cause
  }
  const full = fullName(item, line, paper)
  const called =
    said.task.endsWith(value.task.replace(/^常委会/u, '')) && said.task !== value.task ? said.task + value.head : full
  // A name that begins with its region needs no sender: 毕节市…工作专班.
  const placed = full !== text || item.parts[0]?.start === item.start
  const name = own || !said.body || placed || full.startsWith(said.body) ? full : said.body + called
  const draft = roster.draft('Group', name, [text, full])
  if (said.number) draft.attrs.number = said.number
  if (value.class === 'investigate' && value.sort === 'bare' && said.accident) {
    roster.alias(draft, `${said.accident.name}调查组`)
    if (said.body) roster.alias(draft, `${said.body}${said.accident.name}调查组`)
  }
  if (value.count && !own) roster.alias(draft, text.slice(value.count.length))
  // A team of several bodies also goes by the first of them.
  const first = /^[^、和]+(?=[、和]|等.{0,6}(?:部门|单位)$)/u.exec(sender ?? '')?.[0]
  if (first) for (const who of [first, `${first}等部门`]) roster.alias(draft, who + full)
  profiles.set(draft, said)
  roster.mention(draft, line, item)
}

/** 同步成立追责问责调查组 beside 事故调查组: a team just formed that says what for is none that is for something else. */
function otherTask(known: Profile, said: Profile): boolean {
  if (said.accident && said.accident === known.accident) return false
  const task = said.task.replace(/[“”\s]/gu, '')
  return task.length >= 3 && !known.task.includes(task) && !task.includes(known.task || '无') && !GENERAL.test(task)
}

/** What any team may be called by, whatever it is to do. */
const ANY = /^(?:事故|联合|专项|工作|现场|应急|综合|专门|临时)+$/u
const GENERAL = /^(?:事故|联合|专项|工作|现场|应急|综合|安全|生产|专门|临时|督导|检查|调查|救援|处置|善后|抢险)+$/u

/** 第二组 of the teams that were just said to be sent: a team of its own where a clause begins with it. */
function nth(item: Item, line: Line, said: Profile, roster: Roster, paper: Paper): void {
  const before = line.folded.slice(line.sentence.start, item.start)
  if (
    !/(?:^|[。；：，、\n】〕★☆▲△◆◇●○■□◎※▶▷•·→]|其中，?|[\d一二三四五六七八九十][.、）)]?|[带率领]领?了?|带队的?|任|担任|听说|据悉|据介绍) ?$/u.test(
      before,
    )
  )
    return
  const text = line.textOf(item)
  const part = text.endsWith('小组')
  const all = latest(
    roster,
    item.start,
    (p) => (p.number === undefined || part) && p.head !== '组' && p.head !== '小组' && CALLED.test(p.head),
  )
  const of = all && profiles.get(all)
  if (!all || !of) {
    const told = LED.test(line.folded.slice(item.end, line.sentence.end)) || HEADS.test(before)
    if (!told && !headsList(item, line, paper)) return
    const draft = roster.draft('Group', text)
    if (said.number) draft.attrs.number = said.number
    profiles.set(draft, said)
    roster.mention(draft, line, item)
    return
  }
  const name = part ? all.name + text : `${of.body ?? ''}${of.task}${of.head}${text}`
  const draft = roster.draft('Group', name, [
    text,
    `${of.body ?? ''}${text.replace(/小?组$/u, '')}${of.task}${of.head}`,
  ])
  if (said.number) draft.attrs.number = said.number
  // 督导组第一小组 is a part: 督导组 alone means the whole.
  const head = part ? '小组' : of.head
  profiles.set(draft, { ...said, head, task: of.task, ...(of.body && { body: of.body }) })
  roster.mention(draft, line, item)
}

/** 左权同志带|第一组 */
const HEADS = /(?:带|率|带领|率领|牵头|负责) ?$/u

/** 第一组 on a line of its own, its head on the next. */
function headsList(item: Item, line: Line, paper: Paper): boolean {
  if (!/^(?:（[^（）]{1,20}）)?[：:]?$/u.test(line.folded.slice(item.end, line.sentence.end).trim())) return false
  const next = paper.lines[lineIndexAt(paper, line.sentence.start) + 1]
  return next?.items[0]?.kind === 'Lead' && next.items[0].start <= next.sentence.start + 1
}

const CALLED = /督|检查|巡|考核|暗访|核查|调研|帮扶|指导|验收|蹲点|驻点|包保|工作组/u

/** The body whose name the team's name begins with; a row of bodies as it stands. */
function ownBody(item: Item, line: Line, paper: Paper): string | undefined {
  const bodies = item.parts.filter((p) => p.kind === 'Org')
  const first = bodies[0]
  if (first?.start === item.start)
    return bodies.length > 1 && /^[、和]/u.test(line.folded.slice(first.end))
      ? line.folded.slice(first.start, bodies.at(-1)?.end)
      : bodyName(first, line, paper)
  const inner = item.parts[0]
  if (inner?.kind === 'Accident' && inner.start === item.start)
    for (const part of inner.parts)
      if (part.kind === 'Org' && part.start === item.start && !part.value.firm) return bodyName(part, line, paper)
  return undefined
}

function fullName(item: Item, line: Line, paper: Paper): string {
  const text = line.textOf(item)
  const first = item.parts[0]
  if (first?.kind === 'Org' && first.start === item.start)
    return bodyName(first, line, paper) + line.folded.slice(first.end, item.end)
  const level = /^(?:省|市|县|自治区)(?![级委直属域政])(?=[“第\u4e00-\u9fff])/u.exec(text)?.[0]
  const region = level && regionAt(paper, line, item.start, level)
  return region ? region + text.slice(level.length) : text
}

function senderOf(item: Item, line: Line, paper: Paper): string | undefined {
  const { text, items } = line.encode()
  const here = items.indexOf(item)
  if (here < 0) return undefined
  const before = text.slice(0, here)
  const find = (pattern: string) => {
    const regex = compile(pattern)
    regex.lastIndex = 0
    const at = regex.exec(before)?.indices?.groups?.who?.[0]
    return at === undefined ? undefined : items[at]
  }
  const body = find(SENDER)
  if (body) {
    const row = /^(?:[、和][^，。；]{2,16}?)*等[^，。；]{0,6}?(?:部门|单位)/u.exec(
      line.folded.slice(body.end, item.start),
    )
    return bodyName(body, line, paper) + (row && !/[已派成]/u.test(row[0]) ? row[0] : '')
  }
  const post = find(LEADER)
  const office = post && draftsOf(post)[0]?.name
  const role = post?.value.role as Item | string | undefined
  const tail = typeof role === 'object' ? line.textOf(role) : role
  return office && tail && office.endsWith(tail) && office.length > tail.length
    ? office.slice(0, -tail.length)
    : undefined
}

/**
 * A team that no earlier words name acts in this sentence: 执法检查组将赴…; it is of the body that the lines before speak of.
 * 常委会 is the standing committee whose officer reports; what the report is about tells two of its teams apart.
 */
function actsFor(value: GroupValue, said: Profile, item: Item, line: Line, paper: Paper): void {
  const after = line.folded.slice(item.end, line.sentence.end)
  const law = /^关于检查([^，。；]{2,20}?法)(?:等|的)?(?:贯彻)?(?:实施|执行)/u.exec(after)?.[1]
  const committee = /^常委会/u.test(value.task)
  if (value.class !== 'inspect' || !(committee || (value.task && GOES.test(after)))) return
  const index = line.index
  for (let i = index; i >= 0 && i >= index - 2; i--) {
    const other = paper.lines[i] as Line
    const before = other.items.filter((p) => p.end <= item.start && (p.kind === 'Org' || p.kind === 'Post'))
    const found = committee
      ? before.map((p) => /^.{2,6}?人大常委会/u.exec(draftsOf(p)[0]?.name ?? '')?.[0]).findLast(Boolean)
      : before
          .filter((p) => p.kind === 'Org')
          .map((p) => draftsOf(p)[0]?.name)
          .find((n) => n && !MEDIA.test(n))
    if (!found) continue
    said.body = found
    said.task = (law ?? '') + value.task.replace(/^常委会/u, '')
    return
  }
}

const MEDIA = /电视台|总台|日报|通讯社|新华社|报社/u
const GOES = /^(?:将|已|还|近日|日前|分别|陆续|分批){0,3}(?:赴|进驻|分赴|前往)/u

function joined(draft: Draft, said: Profile, item: Item, line: Line, paper: Paper, roster: Roster): void {
  const known = profiles.get(draft) as Profile
  const text = line.textOf(item)
  const full = fullName(item, line, paper)
  const value = item.value as unknown as GroupValue
  if (value.sort === 'named' && full.length > draft.name.length && !(known.body && !said.body))
    roster.rename(draft, full)
  roster.alias(draft, text)
  roster.alias(draft, full)
  if (value.sort === 'named') {
    known.body ??= said.body as string
    if (known.body === undefined) delete known.body
    if (said.accident) known.accident ??= said.accident
    if (said.number && known.number === undefined) {
      known.number = said.number
      draft.attrs.number = said.number
    }
    if (said.task.length > known.task.length) known.task = said.task
    // 督导检查组 in the headline, 督查组 below: what follows goes by the word of the text.
    if (said.number !== undefined && said.head.length < known.head.length) known.head = said.head
  }
  roster.mention(draft, line, item)
}

function latest(roster: Roster, before: number, accept: (p: Profile, d: Draft) => boolean): Draft | undefined {
  return roster.latest('Group', before, (d) => {
    const profile = profiles.get(d)
    return profile !== undefined && accept(profile, d)
  })
}
