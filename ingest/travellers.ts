// A word of going in a sentence -> who goes: the last person before it in its clause, else the first one of the nearest clause
// before that names one. A clause of saying, planning or sending has no traveller.
import { altered, type Item, type Line } from './line.js'
import { type Draft, draftsOf } from './roster.js'
import { clauseStart } from './text/clause.js'

/** Ends a clause that tells what someone says: what follows is no deed of his. */
const SAYS =
  /(?:强调|指出|要求|表示|希望|说|谈到|提出|叮嘱|指示|认为|介绍说?|通报|部署|建议|呼吁|宣布|透露|嘱咐|批示|责成|安排|指派|责令)(?:[，：“”]|[^，。；]{0,20}$)/u
const SENDS =
  /(?:强调|指出|要求|表示|希望|提出|叮嘱|指示|认为|介绍|通报|建议|呼吁|批示|责成|安排|指派|责令|派出|派|组织|调派|调集|协调|邀请)/u
const PLAN =
  /(?<!必)(?:将(?!军|才|要求)|拟(?!定)|定于|计划|原定|本应|未能|没有|未|取消|推迟|不再|打算|准备|要(?!求|点|素)|可以|需要|曾任|如果|假如)/u
/** 检查组将分为四个小组，…: nobody has gone yet. */
const TEAM_TO_GO = /[组队]将(?:分|于|由|赴|派|陆续|前往)[^。；]*$/u
/** Those who come to the scene to work there, and things. */
const OTHERS = /消防|民警|交警|救护|急救|车|官兵|队员|中队|大队|医生|医护|群众|工人|记者|人员$|轮$|船/u
const WITH = /(?:率领?|带领|带|会同|同|与|和)[^，；]*/u
const PRONOUN = /(?:^|，)[他她](?!们|人|的)/u
const AGAIN = /^(?:随后|接着|之后|其间|期间|调研期间|当天|当日|[上下]午)?(?:又|还)?$/u
const OBJECT = /(?:[受向对据与让给]|根据|按照|关于|落实|贯彻|学习|拥护|围绕|代表)$/u

/** Whom 他 and an unsaid subject mean. */
export interface Carried {
  /** The traveller of this paragraph. */
  here: readonly Draft[]
  /** The traveller that 他 may mean, of this or the paragraph before. */
  pronoun: readonly Draft[]
}

/** Who goes, when the word of going stands at a folded offset; none when nobody is said to. */
export function travellersAt(line: Line, at: number, carried: Carried): readonly Draft[] {
  const first = line.sentence.start
  const own = clauseStart(line.folded, at, first)
  const person = subjects(line, own, at).at(-1)
  const words = plain(line, person ? person.end : own, at)
  if (
    TEAM_TO_GO.test(line.folded.slice(first, at)) ||
    PLAN.test(words) ||
    SENDS.test(words) ||
    OTHERS.test(line.folded.slice(person ? person.end : own, at).replace(WITH, ''))
  )
    return []
  if (person) return sendsTeam(line, person, at, words) ? [] : draftsOf(withRow(line, person, own))
  if (PRONOUN.test(line.folded.slice(own, at))) return carried.pronoun
  if (line.items.some((i) => ACTORS.has(i.kind) && i.start >= own && i.start < own + 3 && i.end <= at)) return []
  if (own <= first + 1) return AGAIN.test(line.folded.slice(own, at)) ? carried.here : []
  for (let end = own - 1; end > first; ) {
    const start = clauseStart(line.folded, end, first)
    const found = subjects(line, start, end)[0]
    const goesOn = /^(?:并(?!要求|强调|指出)|随后|之后)/u.test(line.folded.slice(own, at))
    if (!goesOn && SAYS.test(plain(line, found ? found.end : start, end))) return []
    if (found) return draftsOf(withRow(line, found, first))
    if (PRONOUN.test(line.folded.slice(start, end))) return carried.pronoun
    end = start - 1
  }
  return []
}

/** Others than persons that a clause may tell of. */
const ACTORS = new Set(['Org', 'Group', 'Accident'])

/** The persons of a clause who can be its subject. */
function subjects(line: Line, start: number, end: number): Item[] {
  return line.items.filter(
    (i) =>
      i.kind === 'Person' &&
      i.start < end &&
      i.end > start &&
      !OBJECT.test(line.folded.slice(line.sentence.start, i.start)) &&
      !/^(?:(?:同志)?的|(?:等[^，。；]{0,8})?(?:的?陪同|当地))/u.test(line.folded.slice(i.end)),
  )
}

/** 派, 组织: the team goes and not the person; who leads it goes too. */
function sendsTeam(line: Line, person: Item, at: number, words: string): boolean {
  return line.items.some((i) => i.kind === 'Group' && i.start >= person.end && i.end <= at) && !/[率带]/u.test(words)
}

/** A list of persons that 兼 between two offices has cut in two is one list. */
function withRow(line: Line, person: Item, from: number): Item {
  const drafts = [...draftsOf(person)]
  let at = person.start
  for (let n = line.items.indexOf(person) - 1; n >= 0; n--) {
    const before = line.items[n] as Item
    if (before.start < from || !/^[、和及与兼 ]*$/u.test(line.folded.slice(before.end, at))) break
    if (before.kind === 'Person') drafts.unshift(...draftsOf(before))
    else if (before.kind !== 'Post') break
    at = before.start
  }
  return altered(person, { value: { drafts } })
}

/** The words between two offsets that are no item; 要求 as a thing of its own is a word of saying still. */
function plain(line: Line, from: number, to: number): string {
  return line.plain(from, to, (item) => (item.kind === 'Directive' && item.value.ordered ? line.textOf(item) : '‹›'))
}
