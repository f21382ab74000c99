// An office that stands without its body -> the body that its sentence gives: the office before it, the one that a person goes to,
// the firm just named, the body that acts. Knows items of lines and drafts, no document as a whole.
import type { OrgValue } from '../bodies.js'
import type { Item, Line } from '../line.js'
import type { Paper } from '../paper.js'
import { draftsOf, type Roster } from '../roster.js'
import { bodyName } from './body.js'

/** What an office belongs to, by its name and its other forms. */
export interface Owner {
  name: string
  forms: string[]
}

/** The post just before in the same row (、 or ，between them). */
export function before(item: Item, line: Line): Item | undefined {
  const other = line.items[line.items.indexOf(item) - 1]
  if (other?.kind !== 'Post' || item.start - other.end > 1) return undefined
  return /^[、 兼]?$/u.test(line.folded.slice(other.end, item.start)) ? other : undefined
}

/** 某某主席: a title right after a name belongs to that person alone. */
export function afterName(item: Item, line: Line): boolean {
  const i = line.items.indexOf(item)
  return (
    line.items[i - 1]?.kind === 'Person' &&
    line.items[i - 1]?.end === item.start &&
    line.items[i + 1]?.start !== item.end
  )
}

/** What may stand between an office with its holder and the next office: marks, or what the holder does in a word. */
const BETWEEN =
  /^(?:(?:同志)?(?:主持|出席|讲话|列席|参加|主持会议|主持并讲话|出席并讲话)?(?:[、，和及 （）]{0,2}|，?以及|，?还有)|[（，]?(?:改|现)?由|的?委托，?由?)$/u

/** The post before, when only its holders stand between: 市人大常委会主任甲，副主任乙. Of several the one whose deputy this is. */
export function earlier(item: Item, line: Line): Item | undefined {
  const index = line.items.indexOf(item)
  const chief = line.textOf(item.value.role as Item).replace(/^(?:常务|第一)?副/u, '')
  let first: Item | undefined
  for (let i = index - 1; i >= 0; i--) {
    const other = line.items[i] as Item
    const next = line.items[i + 1] as Item
    if (!BETWEEN.test(line.folded.slice(other.end, next.start))) break
    if (other.kind === 'Post') {
      const role = other.value.role as Item | undefined
      if (other.value.owner && role && line.textOf(role) === chief) return other
      if (other.value.owner) first ??= other
    } else if (other.kind !== 'Person' && other.kind !== 'Meeting') break
  }
  return first
}

/** 市应急局…派出由总工程师某某带队的…: the body with which the sentence begins acts; its officers need no name of it. */
export function actingBody(item: Item, line: Line, role: string, unit: string): Owner | undefined {
  if (
    !/^(?:副?[局厅处科司院站]长|副?(?:总队|支队|大队)长|总(?:工程|经济|规划)师|(?:一|二)级(?:巡视|调研)员)$/u.test(role)
  )
    return undefined
  const first = line.items.find((i) => i.kind !== 'Date' && i.kind !== 'Place')
  if (first?.kind !== 'Org' || first.end > item.start || /[。；]/u.test(line.folded.slice(first.end, item.start)))
    return undefined
  const name = draftsOf(first)[0]?.name
  if (!name || !/(?:局|厅|委|部|院|总队|支队|大队|办公室)$/u.test(name)) return undefined
  return /派出|派|由|抽调|带队|成立/u.test(line.folded.slice(first.end, item.start))
    ? { name: name + unit, forms: unit ? [unit] : [] }
    : undefined
}

/** 厅党组副书记 after 省劳动厅副厅长 in one sentence. */
export function lastOf(item: Item, line: Line, word: string, unit: string): Owner | undefined {
  for (const other of line.items.slice(0, line.items.indexOf(item)).reverse()) {
    const name = other.kind === 'Post' ? (other.value.owner as Owner | undefined)?.name : undefined
    if (name?.endsWith(word)) return { name: name + unit, forms: [word + unit] }
  }
  return undefined
}

const IN_FIRMS =
  /^(?:项目经理|总经理|副总经理|经理|董事长|法定代表人|实际控制人|实际经营人|技术负责人|安全总监|总监理工程师|厂长|矿长)$/u
const FIRM = /(?:公司|集团|厂|矿|店|煤业|矿业|酒楼|医院|园|场|合作社|商行)$/u

/** 调到省地震局担任局长: the body that one goes to stands before the verb. */
export function served(item: Item, line: Line, paper: Paper, unit: string): Owner | undefined {
  const body = line.items[line.items.indexOf(item) - 1]
  if (body?.kind !== 'Org' || !/^(?:担任|任|出任|就任|工作，任)$/u.test(line.folded.slice(body.end, item.start)))
    return undefined
  return { name: (draftsOf(body)[0]?.name ?? bodyName(body, line, paper)) + unit, forms: [] }
}

/** 项目经理 after its company was named in the sentence or just before. */
export function employer(item: Item, line: Line, roster: Roster, role: string, unit: string): Owner | undefined {
  if (!IN_FIRMS.test(role) && !/(?:车间|工段|采区|工区|班组|生产线|分厂)$/u.test(unit)) return undefined
  const firm = roster.latest('Organization', item.start, (d) => FIRM.test(d.name))
  const near = firm?.mentions.some(
    (m) => Math.abs(m.line.sentence.line - line.sentence.line) <= 1 && m.item.start < item.start,
  )
  const sole = roster.ofType('Organization').filter((d) => FIRM.test(d.name)).length === 1
  return firm && (near || sole) ? { name: firm.name + unit, forms: [] } : undefined
}

/** 会所经理, 矿技术员: the short word for a firm or site stands before the office and is all that the text says. */
export function siteBefore(item: Item, line: Line, role: string, unit: string): Owner | undefined {
  if (
    unit ||
    !/^(?:副?总?经理|店长|厂长|矿长|主管|负责人|技术员|安全员|安全总监|实际控制人|董事长|法定代表人)$/u.test(role)
  )
    return undefined
  const word = SHORT_SITE.exec(line.folded.slice(Math.max(line.sentence.start, item.start - 6), item.start))?.[0]
  return word ? { name: word, forms: [] } : undefined
}

const SHORT_SITE = /(?:会所|酒店|宾馆|饭店|商场|超市|煤矿|矿山|公司|企业|项目部|工厂|学校|医院|养老院|网吧|餐馆)$/u

/** 设在省应急管理厅，厅长…: the head of the body that the sentence has just named. */
export function setIn(item: Item, line: Line, roster: Roster, role: string, unit: string): Owner | undefined {
  const kind = unit ? undefined : /^(?:常务副|副)?(局|厅|院|校|署|总队|支队|大队)长$/u.exec(role)?.[1]
  const staff = !unit && /^副?(?:政委|政治委员|参谋长)$/u.test(role)
  if (!kind && !staff) return undefined
  const body = roster.latest('Organization', item.start, (d) =>
    kind ? d.name.endsWith(kind) : /(?:总队|支队|大队)$/u.test(d.name),
  )
  const { line: row } = line.sentence
  const here = body?.mentions.some(
    ({ line: l, item: i }) =>
      (l === line && i.end <= item.start) ||
      (l.sentence.heading && row - l.sentence.line === 1 && row > l.sentence.line),
  )
  return here && body ? { name: body.name, forms: [] } : undefined
}

/** 副部长某某 after 应急管理部部长, in the sentences before. */
export function ofMinistry(item: Item, line: Line, roster: Roster, role: string, unit: string): Owner | undefined {
  if (unit || !/^副?部长$/u.test(role)) return undefined
  const chief = roster.latest('Post', item.start, (d) => /部(?:党委书记|部?长)$/u.test(d.name))
  const near = chief?.mentions.some((m) => Math.abs(m.line.sentence.line - line.sentence.line) <= 1)
  const body = near && /^.+部(?=(?:党委书记|部长)$)/u.exec(chief?.name ?? '')?.[0]
  return body && !/组织部|宣传部|统战部|武装部/u.test(body) ? { name: body, forms: [] } : undefined
}

/** 福鼎市安委办主任、|应急局局长: a body without its level is of the region of the office before it. */
export function bareInRow(body: Item, item: Item, line: Line): string | undefined {
  const value = body.value as unknown as OrgValue
  const text = line.textOf(body)
  if (!value.form || value.region || !value.level || /^(?:[省市县区州旗盟镇乡我]|自治)/u.test(text)) return undefined
  const row = (before(item, line)?.value.owner as Owner | undefined)?.name
  const region =
    row && /^.+?(?:[市县区旗盟]|自治[州县旗])(?=委|人民政府|政府|人大|政协|安委|安办|应急|$)/u.exec(row)?.[0]
  return region ? region + value.form : undefined
}
